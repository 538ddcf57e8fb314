import './events.ts';
import type { Task } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type ApprovalId, type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { type ApprovalRule, type ApprovalSummary, type Request, stateAt } from './approval.ts';
import { insertRequest, loadLiveRequest } from './store/requests.ts';

export type Proposal = {
  readonly authority: AuthorityId;
  /** What it is in the module that asks: it has at most one request that is open or approved. */
  readonly subject: Request['subject'];
  readonly task: Task;
  /** SHA-256 of the canonical JSON (`canonicalSha256`) of exactly what is to be approved. */
  readonly digest: string;
  readonly summary: ApprovalSummary;
  readonly href?: string;
  readonly amount?: Money;
  readonly rule: ApprovalRule;
  /** Who has made it, beside the proposer; who is concerned by it. Neither may approve. */
  readonly makers?: readonly PartyId[];
  readonly concerned?: readonly PartyId[];
  readonly deadline: Temporal.Instant;
};

/**
 * Asks other officials to approve something, in the caller's transaction, so that what is proposed and the asking are
 * one. The same proposal again is the same request; a changed one voids what was asked, or approved, before.
 * @param permitted the yes to `approval.propose` at the authority
 * @throws Refusal not-allowed for who is no official | conflict when somebody else proposed it at once
 * @throws RangeError when the deadline has passed
 */
export async function propose(scope: Scope, tx: Tx, permitted: Permit, proposal: Proposal): Promise<ApprovalId> {
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (Temporal.Instant.compare(proposal.deadline, scope.now) <= 0) throw new RangeError('the deadline has passed');
  const { authority, subject } = proposal;
  const before = await loadLiveRequest(tx, authority, subject);
  if (before) {
    const lives = stateAt(before, scope.now) !== 'expired';
    if (lives && before.digest === proposal.digest) return before.id;
    const act = { kind: lives ? 'voided' : 'expired', at: scope.now, standsInFor: null, releasing: false } as const;
    const by = lives ? { party: actor.party, name: actor.name } : null;
    await append(tx, scope, before, {
      act: { ...act, by, reason: null },
      state: act.kind,
      basis: permitted.basis,
    });
  }
  const id = newId<ApprovalId>();
  await insertRequest(tx, {
    ...{ authority, id, subject, task: proposal.task, digest: proposal.digest, summary: proposal.summary },
    ...{ href: proposal.href ?? null, amount: proposal.amount ?? null, rule: proposal.rule },
    ...{ proposedBy: actor.party, proposerName: actor.name, proposedAt: scope.now, deadline: proposal.deadline },
    ...{ makers: proposal.makers ?? [], concerned: proposal.concerned ?? [], state: 'open', seq: 0 },
  });
  await scope.publish(tx, {
    ...{ kind: 'approvals.proposed', authorities: [authority], parties: [], authority, request: id, subject },
  });
  return id;
}
