import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import { append, endDependents } from '../append.ts';
import { includes } from '../reach.ts';
import { loadMandate, lockMandate } from '../store.ts';
import { basisOf } from './people.ts';
import { mandateAt } from './tell-mandate.ts';

/**
 * Ends a mandate at once, because a grantor has told the authority so; each grantor reads it in their log. One that
 * reaches beyond the authority is the grantor's own to revoke.
 * @throws Refusal not-found | not-allowed | conflict when it is over, or somebody else was first
 */
export async function revokeAt(admitted: Admitted, makeScope: MakeScope, id: string): Promise<void> {
  const { client, scope } = admitted;
  const { mandate: seen, parties } = await mandateAt(admitted, id);
  const { authority } = client;
  const { actor, now, requestId } = scope;
  if (!includes({ kind: 'authority', authority }, seen.terms.reach)) {
    throw new Refusal('not-allowed', 'mandates.machine.beyond');
  }
  const basis = basisOf(admitted);
  const [purpose, resource] = ['mandates.purpose.revoked', { mandate: seen.id }];
  // Its rows are the parties': what is written there is written behind their fence.
  const there = makeScope({ actor, room: 'worker', fence: { authorities: [authority], parties }, now, requestId });
  await there.write(async (tx) => {
    await lockMandate(tx, seen.id);
    const known = await loadMandate(tx, seen.id);
    if (!known) throw new Refusal('not-found', 'mandates.not-found');
    const after = await append(tx, there, basis, known.mandate, [{ kind: 'revoked-at', authority }]);
    await endDependents(tx, there, basis, after);
    await Promise.all(
      after.terms.grantors.map(({ party }) =>
        there.audit(tx, { about: party, action: 'mandate.issue', purpose, basis, authority, resource }),
      ),
    );
  });
}
