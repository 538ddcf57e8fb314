import { dateIn } from '../../kernel/calendar/format.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { PersonRefreshed, RegisteredPerson, Registers } from '../base-registers/index.ts';
import { endSessionsOfTheDead } from './died.ts';
import { followRegister, takeOverProtection } from './store/parties.ts';

export type AsksRegisters = { readonly registers: Registers };

/** Minutes: whether somebody's data is protected is asked anew at sign-in, and not answered from this morning's copy. */
const NO_OLDER_THAN = 10;

/**
 * Who the population register says that somebody is who signs in, before they are a party here; what it said before when
 * it does not answer. Null when it knows nobody by the number, or has never answered: then the e-ID's word is taken.
 */
export async function registeredPerson(
  scope: Scope,
  { registers }: AsksRegisters,
  number: string,
): Promise<RegisteredPerson | null> {
  const look = { purpose: 'identity.purpose.sign-in', about: null, noOlderThan: NO_OLDER_THAN };
  const answer = await registers.person(scope, number, look);
  return answer.state === 'answered' || answer.state === 'stale' ? answer.value : null;
}

const PURPOSE = 'identity.purpose.protection';

/** Takes over a protected identity, or its end; whoever has kept the name is told. */
export async function takeOver(scope: Scope, party: PartyId, { protectedIdentity }: RegisteredPerson): Promise<void> {
  await scope.write(async (tx) => {
    const isNew = await takeOverProtection(tx, { party, ...lineOf(scope, protectedIdentity) });
    if (isNew) await scope.publish(tx, { kind: 'identity.protection-changed', authorities: [], parties: [party] });
  });
}

/**
 * The same when a job has asked the register anew: also who does not sign in is protected from then on; and who has died
 * is signed out.
 */
export function registerFollower(secrets: Secrets): PersonRefreshed {
  return async function follow(scope, { number, protectedIdentity, diedOn }) {
    const parsed = parseWritten(number, dateIn('FI', scope.now));
    if (parsed.kind === 'none') return;
    if (diedOn !== null) await endSessionsOfTheDead(scope, secrets, parsed);
    const indexes = secrets.indexes(`${parsed.country}:${parsed.value}`, 'identity.number');
    await scope.write(async (tx) => {
      const party = await followRegister(tx, indexes, lineOf(scope, protectedIdentity));
      if (party) await scope.publish(tx, { kind: 'identity.protection-changed', authorities: [], parties: [party] });
    });
  };
}

function lineOf({ now, requestId }: Scope, isProtected: boolean) {
  return { isProtected, line: newId<string>(), at: now, purpose: PURPOSE, request: requestId };
}
