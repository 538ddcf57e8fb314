import { dateIn } from '../../kernel/calendar/format.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import { partiesOfNumbers } from '../identity/index.ts';
import { type AdoptedService, fileResource } from './adoption.ts';
import type { AsksRegister } from './ask-register.ts';
import { type Answers, rowsOf } from './format/answers.ts';
import type { Field, ServiceDefinition } from './format/definition.ts';
import { childrenMeant, type WhoMustSign, type WrittenChild, whoMustSign } from './who-must-sign.ts';

export type AsksCustody = AsksRegister & { readonly secrets: Pick<Secrets, 'indexes'> };

const PURPOSE = 'services.purpose.custody';

/**
 * Who else must sign an application, by the population register; the same is asked for whoever sends it, so that it can
 * not be sent past another guardian by acting for somebody. Null when the service, by its answers, asks for nobody else.
 * @param parties that the answers call for
 * @throws Refusal not-allowed
 */
export async function askCustody(
  scope: Scope,
  parts: AsksCustody,
  adopted: AdoptedService,
  filled: { readonly answers: Answers; readonly parties: readonly string[] },
): Promise<WhoMustSign | null> {
  const { definition } = adopted;
  const cosigner = definition.parties.find(({ id, role }) => role === 'cosigner' && filled.parties.includes(id));
  const group = definition.pages.flatMap(({ fields }) => fields).find(({ id }) => id === cosigner?.of);
  const { principal } = scope;
  if (!group || principal === null) return null;
  const written = writtenIn(group, filled.answers);
  const permitted = await permit(scope, 'service.file', fileResource(adopted));
  const { basis } = permitted;
  const number = await parts.ownNumber(scope, principal);
  const applicant: SourceAnswer<RegisteredPerson> =
    number === null
      ? { state: 'not-asked' }
      : await parts.registers.person(scope, number, { purpose: PURPOSE, about: principal, basis });
  const numbers = meantIn(applicant, written);
  const known = await knownAmong(scope, parts, numbers);
  const said = await Promise.all(
    numbers.map(async (child) => {
      const about = known.get(child) ?? null;
      const there = about === null ? scope : scope.reaching(permitted, { parties: [...scope.fence.parties, about] });
      return [child, await parts.registers.person(there, child, { purpose: PURPOSE, about, basis })] as const;
    }),
  );
  const byNumber = new Map(said);
  return whoMustSign(applicant, written, (child) => byNumber.get(child) ?? { state: 'not-asked' });
}

/** Within how many days they sign. */
export function daysToSign({ parties }: ServiceDefinition): number {
  return parties.find(({ role }) => role === 'cosigner')?.deadlineDays ?? 14;
}

function writtenIn({ id, fields = [] }: Field, answers: Answers): readonly WrittenChild[] {
  const textOf = (row: Answers, prefill: Field['prefill']) => {
    const value = row[fields.find((field) => field.prefill === prefill)?.id ?? ''];
    return typeof value === 'string' ? value : '';
  };
  return rowsOf(answers[id]).map((row) => ({
    name: textOf(row, 'child.name'),
    born: textOf(row, 'child.birth-date'),
  }));
}

function meantIn(applicant: SourceAnswer<RegisteredPerson>, written: readonly WrittenChild[]): readonly string[] {
  if (applicant.state !== 'answered' && applicant.state !== 'stale') return [];
  const { value: person } = applicant;
  if (person.protectedIdentity) return []; // nobody is asked then, and so nobody is looked up
  return [...new Set(written.flatMap((one) => childrenMeant(person, one).map(({ number }) => number)))];
}

/** Those of them whose log can be written to. */
async function knownAmong(
  scope: Scope,
  { secrets }: AsksCustody,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, PartyId>> {
  const today = dateIn('FI', scope.now);
  const read = numbers.flatMap((number) => {
    const identifier = parseWritten(number, today);
    return identifier.kind === 'none' ? [] : [{ number, identifier }];
  });
  const parties = await partiesOfNumbers(
    scope,
    secrets,
    read.map(({ identifier }) => identifier),
  );
  return new Map(
    read.flatMap(({ number, identifier }) => {
      const party = parties.get(identifier.value);
      return party ? [[number, party] as const] : [];
    }),
  );
}
