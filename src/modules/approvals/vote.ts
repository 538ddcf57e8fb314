import { dateIn } from '../../kernel/calendar/format.ts';
import { type ApprovalId, type AuthorityId, isUuid, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { type Approver, decideApproval, type Request, type Vote, type VoteQuestion } from './approval.ts';
import { loadApprovers, type NamedApprover } from './store/approvers.ts';
import { loadRequest } from './store/requests.ts';
import { type Act, loadActs } from './store/votes.ts';

export type VoteKey = {
  readonly authority: AuthorityId;
  readonly request: string;
  /** Of what the voter has before them. */
  readonly digest: string;
};

/**
 * One pair of eyes more; the last that is asked for makes it approved.
 * @throws Refusal not-found | not-allowed | conflict (over, changed, or somebody else acted at once)
 */
export async function approve(scope: Scope, key: VoteKey, reason = ''): Promise<void> {
  await give(scope, key, 'approve', reason);
}

/**
 * It is over for all, and whoever proposed it reads why.
 * @throws Refusal as `approve`; invalid when no reason is given
 */
export async function refuse(scope: Scope, key: VoteKey, reason: string): Promise<void> {
  if (reason.trim() === '') throw new Refusal('invalid', 'approvals.reason-missing');
  await give(scope, key, 'refuse', reason);
}

/**
 * Who proposed it takes it back, as long as nobody has acted on it.
 * @throws Refusal not-found | not-allowed | conflict
 */
export async function takeBack(scope: Scope, key: VoteKey): Promise<void> {
  const { found, permitted, actor } = await opened(scope, key, 'approval.propose');
  if (found.proposedBy !== actor.party) throw new Refusal('not-allowed', 'approvals.not-proposer');
  if (found.state !== 'open' && found.state !== 'approved') throw new Refusal('conflict', 'approvals.over');
  const by = { party: actor.party, name: actor.name };
  const act: Act = { kind: 'voided', at: scope.now, by, standsInFor: null, releasing: false, reason: null };
  await scope.write((tx) => append(tx, scope, found, { act, state: 'voided', basis: permitted.basis }));
}

async function give(scope: Scope, key: VoteKey, kind: VoteQuestion['act'], reason: string): Promise<void> {
  const { found, permitted, actor } = await opened(scope, key, 'approval.vote');
  await scope.write(async (tx) => {
    const [acts, approvers] = await Promise.all([
      loadActs(tx, [found.authority], [found.id]),
      loadApprovers(tx, [found.authority]),
    ]);
    const votes = votesOf(acts.get(found.id) ?? []);
    const question = questionOf(scope, found, { act: kind, digest: key.digest, approvers });
    const decision = decideApproval(found, votes, question);
    if (!decision.may) {
      throw new Refusal(kindOf[decision.why] ?? 'not-allowed', `approvals.${decision.why}`);
    }
    const { standsInFor, releasing } = decision.vote;
    const act: Act = {
      ...{ kind: decision.vote.kind, at: scope.now, by: { party: actor.party, name: actor.name } },
      ...{ standsInFor, releasing, reason: reason.trim() === '' ? null : reason.trim() },
    };
    await append(tx, scope, found, { act, state: decision.outcome, basis: permitted.basis });
  });
}

const kindOf: Readonly<Record<string, 'conflict'>> = { over: 'conflict', expired: 'conflict', changed: 'conflict' };

/** A request of an authority that the official works for, with the yes to do something to it. */
async function opened(scope: Scope, { authority, request }: VoteKey, action: 'approval.vote' | 'approval.propose') {
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const found = isUuid(request)
    ? await scope.read((tx) => loadRequest(tx, authority, request as ApprovalId))
    : undefined;
  if (!found) throw new Refusal('not-found', 'approvals.not-found');
  const permitted = await permit(scope, action, { authority, task: found.task });
  return { found, permitted, actor };
}

/** What the official would be asked as a voter on this request. */
export function questionOf(
  scope: Scope,
  { authority, task }: Pick<Request, 'authority' | 'task'>,
  rest: { act: VoteQuestion['act']; digest: string; approvers: readonly NamedApprover[] },
): VoteQuestion {
  const { actor } = scope;
  const grants = actor.kind === 'official' ? actor.grants : [];
  const approvers: readonly Approver[] = rest.approvers.filter(
    (one) => one.authority === authority && one.task === task,
  );
  return {
    ...rest,
    approvers,
    voter: (actor.kind === 'official' ? actor.party : '') as PartyId,
    ownOfficial: grants.some(
      (grant) =>
        grant.authority === authority &&
        grant.employer === authority &&
        grant.role === 'case-officer' &&
        grant.tasks.includes(task),
    ),
    at: scope.now,
    today: dateIn('SE', scope.now), // the earlier of the two countries' days: nobody's first day begins an hour early
  };
}

export function votesOf(acts: readonly Act[]): readonly Vote[] {
  return acts.flatMap(({ kind, by, standsInFor, releasing }) =>
    by !== null && (kind === 'approved' || kind === 'refused') ? [{ kind, by: by.party, standsInFor, releasing }] : [],
  );
}
