import type { RegisterAsked } from './connectors/guarded-register.ts';
import { minaOmbud } from './connectors/mina-ombud/index.ts';
import { suomiFi } from './connectors/suomi-fi/index.ts';
import type { Foundations } from './foundations.ts';
import { authorityOfCode } from './modules/directory/index.ts';
import { mandateRegisterLabels } from './modules/mandates/index.ts';

/** The registers of mandates that the environment names, for mandates and for the operator's page. */
export function mandateRegisters(
  { mandateRegisters: { minaOmbud: first, suomiFi: second }, registerPatience }: Foundations,
  told: (asked: RegisterAsked) => void,
) {
  const asking = { told, ...(registerPatience === undefined ? {} : { patience: registerPatience }) };
  return [
    ...(first ? [minaOmbud({ ...first, authorities: known(first.authorities), ...asking })] : []),
    ...(second ? [suomiFi({ ...second, authorities: known(second.authorities), ...asking })] : []),
  ];
}

/** As the operator's page names them. */
export function shownRegisters(registers: ReturnType<typeof mandateRegisters>) {
  return registers.map(({ name, breaker }) => ({ id: name, name: mandateRegisterLabels[name], breaker }));
}

function known<T extends { readonly code: string }>(authorities: readonly T[]) {
  return authorities.flatMap((one) => {
    const authority = authorityOfCode(one.code);
    return authority === undefined ? [] : [{ ...one, authority }];
  });
}
