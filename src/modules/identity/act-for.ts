import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { actFor } from './store/sessions.ts';

/**
 * From the next page on, this session acts in that name; null is one's own. Whoever calls has asked whether it may.
 * @throws Refusal not-allowed for who is not signed in
 */
export async function chooseActingFor(scope: Scope, principal: PartyId | null): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  await scope.write((tx) => actFor(tx, actor.party, actor.session, principal));
}
