import type { Basis } from '../../kernel/authority.ts';
import { type ApprovalId, type AuthorityId, isUuid } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type ApprovalState, decideApproval, type Request, stateAt, type VoteFault } from './approval.ts';
import { loadApprovers, type NamedApprover } from './store/approvers.ts';
import { loadDone, loadOpen, loadRequest } from './store/requests.ts';
import { type Act, loadActs } from './store/votes.ts';
import { questionOf, votesOf } from './vote.ts';

/** A request as an official of its task sees it. */
export type SeenRequest = {
  readonly request: Request;
  readonly state: ApprovalState;
  readonly acts: readonly Act[];
  /** Approvals that are still asked for. */
  readonly missing: number;
  /** Why this reader may not approve; null when they may. */
  readonly fault: VoteFault | null;
  readonly own: boolean;
};

export type OwnApprovals = {
  /** Waits for this reader. */
  readonly mine: readonly SeenRequest[];
  /** Waits for somebody else. */
  readonly others: readonly SeenRequest[];
  readonly done: readonly SeenRequest[];
};

const OPEN_MOST = 200;
const DONE_MOST = 30;

/**
 * What awaits the reader, what awaits others, and what is over, at all authorities whose task they do.
 * @throws Refusal not-allowed
 */
export async function ownApprovals(scope: Scope): Promise<OwnApprovals> {
  const { basis } = await permit(scope, 'approval.read', {});
  const authorities = officesOf(scope);
  if (authorities.length === 0) return { mine: [], others: [], done: [] };
  const [open, done, approvers] = await scope.read((tx) =>
    Promise.all([
      loadOpen(tx, authorities, OPEN_MOST),
      loadDone(tx, authorities, DONE_MOST),
      loadApprovers(tx, authorities),
    ]),
  );
  const all = [...open, ...done].filter((request) => hasTask(scope, request));
  await tellConcerned(scope, all, basis);
  const acts = await scope.read((tx) =>
    loadActs(
      tx,
      authorities,
      all.map(({ id }) => id),
    ),
  );
  const seen = all.map((request) => seenBy(scope, request, acts.get(request.id) ?? [], approvers));
  return {
    mine: seen.filter(({ state, fault }) => state === 'open' && fault === null),
    others: seen.filter(({ state, fault }) => state === 'open' && fault !== null),
    done: seen.filter(({ state }) => state !== 'open'),
  };
}

/** @throws Refusal not-found | not-allowed */
export async function openRequest(scope: Scope, authority: AuthorityId, id: string): Promise<SeenRequest> {
  const notFound = () => new Refusal('not-found', 'approvals.not-found');
  if (!isUuid(id) || !officesOf(scope).includes(authority)) throw notFound();
  const [request, acts, approvers] = await scope.read((tx) =>
    Promise.all([
      loadRequest(tx, authority, id as ApprovalId),
      loadActs(tx, [authority], [id as ApprovalId]),
      loadApprovers(tx, [authority]),
    ]),
  );
  if (!request) throw notFound();
  const { basis } = await permit(scope, 'approval.read', { authority, task: request.task });
  await tellConcerned(scope, [request], basis);
  return seenBy(scope, request, acts.get(request.id) ?? [], approvers);
}

/** A matter of one person says whose it is, so that person finds in their log who has looked; committed before. */
async function tellConcerned(scope: Scope, requests: readonly Request[], basis: readonly Basis[]): Promise<void> {
  const named = requests.flatMap(({ authority, concerned: [about, ...others] }) =>
    about === undefined || others.length > 0 ? [] : [{ about, authority, purpose: 'approvals.purpose.request', basis }],
  );
  if (named.length > 0) await scope.write((tx) => scope.auditList(tx, named));
}

function seenBy(
  scope: Scope,
  request: Request,
  acts: readonly Act[],
  approvers: readonly NamedApprover[],
): SeenRequest {
  const question = questionOf(scope, request, { act: 'approve', digest: request.digest, approvers });
  const votes = votesOf(acts);
  const decision = decideApproval(request, votes, question);
  const given = votes.filter(({ kind }) => kind === 'approved').length;
  return {
    ...{ request, acts, state: stateAt(request, scope.now), missing: Math.max(0, request.rule.eyes - 1 - given) },
    ...{ fault: decision.may ? null : decision.why, own: request.proposedBy === question.voter },
  };
}

/** The authorities that the reader is a case officer for. */
function officesOf({ actor }: Scope): readonly AuthorityId[] {
  if (actor.kind !== 'official') return [];
  return [...new Set(actor.grants.filter(({ role }) => role === 'case-officer').map(({ authority }) => authority))];
}

function hasTask({ actor }: Scope, { authority, task }: Request): boolean {
  return (
    actor.kind === 'official' &&
    actor.grants.some(
      (grant) => grant.role === 'case-officer' && grant.authority === authority && grant.tasks.includes(task),
    )
  );
}
