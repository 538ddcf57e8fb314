import { dateIn } from '../../kernel/calendar/format.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SaidOfSelf } from '../base-registers/index.ts';
import { numberContext } from './ensure-party.ts';
import type { AsksRegisters } from './from-register.ts';
import { loadOwnNumber } from './store/parties.ts';

/**
 * What the registers say about who asks: all of them at once, none waited for longer than a register may take.
 * @throws Refusal not-allowed for who is no person
 */
export async function ownRegistered(
  scope: Scope,
  { secrets, registers }: AsksRegisters & { readonly secrets: Secrets },
): Promise<SaidOfSelf> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const own = await scope.read((tx) => loadOwnNumber(tx, actor.party));
  if (!own) throw new Refusal('not-found', 'identity.party.not-found');
  const number = secrets.decrypt(own.sealed, numberContext(actor.party));
  const look = { purpose: 'identity.purpose.own-details', about: actor.party };
  const [person, organisations, guardianships] = await Promise.all([
    registers.person(scope, number, look),
    registers.organisationsOf(scope, number, look),
    registers.guardianshipsOf(scope, number, look),
  ]);
  return { number, country: own.country, today: dateIn('FI', scope.now), person, organisations, guardianships };
}
