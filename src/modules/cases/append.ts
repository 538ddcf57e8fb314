import type { Action, Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type By, type CaseAct, type CaseAction, shownToParties } from './action.ts';
import { after, assertAllowed, type CaseState } from './case.ts';
import { eventOf } from './events.ts';
import type { FiledCase } from './filed-case.ts';
import { insertAction } from './store/action.ts';
import { updateCase, updateCaseByParty } from './store/case.ts';
import { updateParties } from './store/case-party.ts';

export type Step = {
  readonly act: CaseAct;
  readonly by: By;
  readonly basis: readonly Basis[];
  readonly transaction: string;
  /** What the parties read in their log; absent for what the system does by itself. */
  readonly audit?: { readonly action: Action; readonly purpose: string };
};

/**
 * One more action, with all that follows from it at once: the case's row, the parties' lists, the log and the event.
 * One pipelined batch.
 * @throws Refusal conflict when it can not happen now, or somebody else was first
 */
export async function append(
  tx: Tx,
  scope: Scope,
  filed: Omit<FiledCase, 'answers'>,
  state: CaseState,
  step: Step,
): Promise<CaseState> {
  assertAllowed(state.phase, step.act.kind);
  const shown = shownToParties[step.act.kind];
  const action: CaseAction = {
    seq: state.seq + 1,
    at: scope.now,
    by: step.by,
    basis: step.basis,
    transaction: step.transaction,
    to: shown ? filed.parties : [],
    act: step.act,
  };
  const next = after(state, action);
  const event = eventOf[step.act.kind];
  const { audit } = step;
  const update = scope.room === 'resident' ? updateCaseByParty : updateCase;
  await pipelined([
    insertAction(tx, filed, action),
    update(tx, filed, next, scope.now),
    ...(shown ? [updateParties(tx, filed, filed.parties, next, scope.now)] : []),
    ...(audit
      ? filed.parties.map((about) =>
          scope.audit(tx, {
            about,
            action: audit.action,
            purpose: audit.purpose,
            basis: step.basis,
            authority: filed.authority,
            resource: { case: filed.case },
          }),
        )
      : []),
    ...(event
      ? [
          scope.publish(tx, {
            kind: event,
            authorities: [filed.authority],
            parties: filed.parties,
            authority: filed.authority,
            case: filed.case,
            seq: action.seq,
          }),
        ]
      : []),
  ]);
  return next;
}
