import type { Extent } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';

/**
 * Whose mailbox the reader stands before, once they may read it.
 * @throws Refusal not-allowed
 */
export async function ownMailbox(scope: Scope): Promise<{ readonly party: PartyId; readonly extent: Extent }> {
  const { extent } = await permit(scope, 'mailbox.read', {});
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return { party: scope.principal, extent };
}
