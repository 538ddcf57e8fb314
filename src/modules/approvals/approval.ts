import type { Task } from '../../kernel/authority.ts';
import type { ExplanationFact } from '../../kernel/explanation.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../kernel/ids.ts';
import { compare, type Money } from '../../kernel/money.ts';
import type { InEach } from '../../kernel/texts.ts';

/** What is asked of those who approve. */
export type ApprovalRule = {
  /** Pairs of eyes, the proposer's own among them: 2 is one approval (four eyes), 3 is two (six eyes). */
  readonly eyes: 2 | 3;
  /** One of them, the releasing one, stands on the authority's list of approvers, with a limit that holds the amount. */
  readonly named: boolean;
  /** The releasing one is employed by the authority itself, and does not act by an agreement. */
  readonly own: boolean;
};

/** What it is that approvers see before them: every word of it is their ground. */
export type ApprovalSummary = {
  readonly what: InEach<string>;
  readonly facts: readonly ExplanationFact[];
};

export type ApprovalState = 'open' | 'approved' | 'refused' | 'voided' | 'expired';

export type Request = {
  readonly authority: AuthorityId;
  readonly id: ApprovalId;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly task: Task;
  /** SHA-256 of the canonical JSON of exactly what is approved. */
  readonly digest: string;
  readonly summary: ApprovalSummary;
  /** The page of the subject, for who wants to see more. */
  readonly href: string | null;
  readonly amount: Money | null;
  readonly rule: ApprovalRule;
  readonly proposedBy: PartyId;
  readonly proposerName: string;
  /** Who has made it (calculated, typed): never approves their own work. */
  readonly makers: readonly PartyId[];
  /** Whose own matter it is. */
  readonly concerned: readonly PartyId[];
  readonly proposedAt: Temporal.Instant;
  readonly deadline: Temporal.Instant;
  /** As it was last written; `stateAt` says what it is. */
  readonly state: ApprovalState;
  readonly seq: number;
};

/** An approval or a refusal that has been given. */
export type Vote = {
  readonly kind: 'approved' | 'refused';
  readonly by: PartyId;
  readonly standsInFor: PartyId | null;
  /** The voter met what the rule asks of the releasing pair of eyes. */
  readonly releasing: boolean;
};

/** A line of the authority's list of approvers (attestförteckning). */
export type Approver = {
  readonly party: PartyId;
  /** The largest amount; null: any. A deputy has the limit of whom they stand in for. */
  readonly limit: Money | null;
  readonly deputyFor: PartyId | null;
  /** Days inclusive. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
};

/** Who would vote, and on what they have before them. */
export type VoteQuestion = {
  readonly act: 'approve' | 'refuse';
  readonly voter: PartyId;
  /** Employed by the authority itself. */
  readonly ownOfficial: boolean;
  /** What the voter read: another digest than the request's is another thing. */
  readonly digest: string;
  readonly approvers: readonly Approver[];
  readonly at: Temporal.Instant;
  /** The day that it is at the authority. */
  readonly today: Temporal.PlainDate;
};

export type VoteFault =
  | 'over'
  | 'expired'
  | 'changed'
  | 'own-proposal'
  | 'own-work'
  | 'own-matter'
  | 'already-voted'
  | 'not-own-official'
  | 'not-named'
  | 'above-limit';

export type VoteDecision =
  | { readonly may: true; readonly outcome: ApprovalState; readonly vote: Vote }
  | { readonly may: false; readonly why: VoteFault };

/** Past its deadline a request that nobody has finished is over, whether or not the clock has written so. */
export function stateAt(request: Pick<Request, 'state' | 'deadline'>, at: Temporal.Instant): ApprovalState {
  return request.state === 'open' && Temporal.Instant.compare(at, request.deadline) >= 0 ? 'expired' : request.state;
}

/**
 * May this official give this vote, and what does it make of the request? Nobody approves what they have proposed, made,
 * or are concerned by; nobody counts twice, as themselves or as somebody's deputy.
 */
export function decideApproval(request: Request, votes: readonly Vote[], question: VoteQuestion): VoteDecision {
  const { voter, digest, at } = question;
  const state = stateAt(request, at);
  if (state === 'expired') return no('expired');
  if (state !== 'open') return no('over');
  if (digest !== request.digest) return no('changed');
  if (voter === request.proposedBy) return no('own-proposal');
  if (request.makers.includes(voter)) return no('own-work');
  if (request.concerned.includes(voter)) return no('own-matter');
  if (votes.some(({ by, standsInFor }) => by === voter || standsInFor === voter)) return no('already-voted');
  if (question.act === 'refuse') {
    const vote: Vote = { kind: 'refused', by: voter, standsInFor: null, releasing: false };
    return { may: true, outcome: 'refused', vote };
  }
  return approval(request, votes, question);
}

function approval(request: Request, votes: readonly Vote[], question: VoteQuestion): VoteDecision {
  const given = votes.filter(({ kind }) => kind === 'approved');
  const isLast = given.length + 1 >= request.rule.eyes - 1;
  const release = releasing(request, votes, question);
  if (isLast && !release.may && !given.some((vote) => vote.releasing)) return no(release.why);
  const standsInFor = release.may ? release.standsInFor : null;
  return {
    may: true,
    outcome: isLast ? 'approved' : 'open',
    vote: { kind: 'approved', by: question.voter, standsInFor, releasing: release.may },
  };
}

type Release = { readonly may: true; readonly standsInFor: PartyId | null } | { readonly may: false; why: VoteFault };

/** Whether the voter is who the rule asks for as the releasing pair of eyes. */
function releasing(request: Request, votes: readonly Vote[], question: VoteQuestion): Release {
  const { rule, amount } = request;
  if (rule.own && !question.ownOfficial) return { may: false, why: 'not-own-official' };
  if (!rule.named) return { may: true, standsInFor: null };
  const seen = new Set([request.proposedBy, ...request.makers, ...request.concerned]);
  for (const { by, standsInFor } of votes) seen.add(by).add(standsInFor ?? by);
  const lines = standing(question).filter(({ standsInFor }) => standsInFor === null || !seen.has(standsInFor));
  if (lines.length === 0) return { may: false, why: 'not-named' };
  const holds = lines.find(({ limit }) => limit === null || amount === null || within(amount, limit));
  return holds ? { may: true, standsInFor: holds.standsInFor } : { may: false, why: 'above-limit' };
}

function within(amount: Money, limit: Money): boolean {
  return amount.currency === limit.currency && compare(amount, limit) <= 0;
}

type Line = { readonly limit: Money | null; readonly standsInFor: PartyId | null };

/** The voter's lines today: their own first, then those as a deputy, each with the limit of whom it stands in for. */
function standing({ approvers, voter, today }: VoteQuestion): readonly Line[] {
  const valid = approvers.filter(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, today) <= 0 && (to === null || Temporal.PlainDate.compare(today, to) <= 0),
  );
  const own = (party: PartyId) => valid.filter((one) => one.party === party && one.deputyFor === null);
  const deputies = valid.filter((one) => one.party === voter && one.deputyFor !== null);
  return [
    ...own(voter).map(({ limit }) => ({ limit, standsInFor: null })),
    ...deputies.flatMap(({ deputyFor }) =>
      own(deputyFor as PartyId).map(({ limit, party }) => ({ limit, standsInFor: party })),
    ),
  ];
}

function no(why: VoteFault): VoteDecision {
  return { may: false, why };
}
