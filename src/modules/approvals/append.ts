import './events.ts';
import type { Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { ApprovalState, Request } from './approval.ts';
import { showState } from './store/requests.ts';
import { type Act, insertAct } from './store/votes.ts';

const told = {
  approved: 'approvals.approved',
  refused: 'approvals.refused',
  voided: 'approvals.voided',
  expired: 'approvals.expired',
} as const satisfies Record<Exclude<ApprovalState, 'open'>, string>;

/**
 * One more act of a request, its state, and who is told. Two who act at once meet at the act's number.
 * @throws Refusal conflict
 */
export async function append(
  tx: Tx,
  scope: Scope,
  request: Request,
  { act, state, basis }: { readonly act: Act; readonly state: ApprovalState; readonly basis: readonly Basis[] },
): Promise<void> {
  const { authority, id, subject, seq } = request;
  await insertAct(tx, request, seq + 1, act, basis);
  await pipelined([
    showState(tx, request, seq + 1, state),
    ...(state === 'open'
      ? []
      : [
          scope.publish(tx, {
            kind: told[state],
            authorities: [authority],
            parties: [],
            authority,
            request: id,
            subject,
          }),
        ]),
  ]);
}
