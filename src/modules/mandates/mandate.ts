import type { Level, Reach } from '../../kernel/authority.ts';
import type { AuthorityId, MandateId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { MandateEnd, PersonStateKind } from './facts.ts';

/** Somebody, as they were called when it was written. */
export type Named = { readonly party: PartyId; readonly name: string };

/** Who signs, and for whom: for themselves, or for an organisation. */
export type Signatory = { readonly party: PartyId; readonly onBehalfOf: PartyId };

/** What the mandate says. Never changed: a change is a new mandate that replaces this one. */
export type Terms = {
  /** Each lets the holders act for them. */
  readonly grantors: readonly Named[];
  /** Each may act alone. */
  readonly holders: readonly Named[];
  readonly reach: Reach;
  /** What that is called: "Barnomsorg i Sottunga". */
  readonly subject: InEach<string>;
  readonly level: Level;
  /** Whether a holder may let another do the same, or less. */
  readonly mayPassOn: boolean;
  readonly from: Temporal.Instant;
  /** The first moment after it. */
  readonly until: Temporal.Instant;
  readonly signers: readonly Signatory[];
  /** Unsigned by then, it comes to nothing. */
  readonly signBy: Temporal.Instant;
  readonly replaces: MandateId | null;
  readonly passedOn: { readonly from: MandateId; readonly by: PartyId } | null;
};

/** What a mandate has gone through. Written once, never changed; the state is derived from it. */
export type MandateEvent =
  /** By a grantor, or by a holder who asks for it. */
  | { readonly kind: 'drafted'; readonly by: PartyId; readonly terms: Terms }
  | { readonly kind: 'signed'; readonly by: PartyId; readonly onBehalfOf: PartyId; readonly evidence: string }
  /** An official takes in one that was signed on paper; a second one must see it too. */
  | {
      readonly kind: 'paper-registered';
      readonly by: PartyId;
      readonly authority: AuthorityId;
      readonly document: string;
      readonly terms: Terms;
    }
  | { readonly kind: 'seconded'; readonly by: PartyId }
  /** All who must had signed: from now on it is a mandate. */
  | { readonly kind: 'registered' }
  | { readonly kind: 'refused'; readonly by: PartyId }
  | { readonly kind: 'accepted'; readonly by: PartyId; readonly name: string }
  | { readonly kind: 'declined'; readonly by: PartyId }
  | { readonly kind: 'given-back'; readonly by: PartyId }
  | { readonly kind: 'revoked'; readonly by: PartyId }
  | { readonly kind: 'suspended'; readonly why: PersonStateKind; readonly source: string }
  | { readonly kind: 'resumed'; readonly why: PersonStateKind; readonly source: string }
  | { readonly kind: 'replaced'; readonly with: MandateId };
export type MandateEventKind = MandateEvent['kind'];

/** An event in its place in the stream. */
export type Happened = { readonly seq: number; readonly at: Temporal.Instant; readonly event: MandateEvent };

const mandateStates = [
  'awaiting-signatures',
  'upcoming',
  'active',
  'suspended',
  'expired',
  'revoked',
  'given-back',
  'declined',
  'refused',
  'replaced',
] as const;
export type MandateState = (typeof mandateStates)[number];

/** What is, as it follows from what happened. */
export type Mandate = {
  readonly id: MandateId;
  /** The number of the last event. */
  readonly seq: number;
  readonly terms: Terms;
  readonly draftedBy: PartyId;
  readonly draftedAt: Temporal.Instant;
  readonly signed: readonly Signatory[];
  readonly accepted: readonly PartyId[];
  /** Holders who have said no, or given it back. */
  readonly left: readonly PartyId[];
  readonly registeredAt: Temporal.Instant | null;
  readonly ended: { readonly how: MandateEnd; readonly at: Temporal.Instant; readonly by: PartyId | null } | null;
  readonly suspensions: readonly { readonly why: PersonStateKind; readonly at: Temporal.Instant }[];
  /** What shows it: the signatures, or the paper. */
  readonly evidence: string | null;
  readonly paper: { readonly authority: AuthorityId; readonly document: string } | null;
};

/** As it stands at a moment: days pass without an event. */
export function stateAt({ ended, registeredAt, terms, suspensions }: Mandate, at: Temporal.Instant): MandateState {
  if (ended) return ended.how;
  const isPast = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, at) <= 0;
  if (registeredAt === null) return isPast(terms.signBy) || isPast(terms.until) ? 'expired' : 'awaiting-signatures';
  if (isPast(terms.until)) return 'expired';
  if (suspensions.length > 0) return 'suspended';
  return isPast(terms.from) ? 'active' : 'upcoming';
}

/** @throws Error when the stream does not begin with a beginning */
export function mandateFrom(id: MandateId, stream: readonly Happened[]): Mandate {
  const [first, ...later] = stream;
  if (first?.event.kind !== 'drafted' && first?.event.kind !== 'paper-registered') {
    throw new Error('a mandate begins with its terms');
  }
  return later.reduce((mandate, happened) => after(mandate, happened), begun(id, first.at, first.seq, first.event));
}

export function begun(
  id: MandateId,
  at: Temporal.Instant,
  seq: number,
  event: Extract<MandateEvent, { terms: Terms }>,
): Mandate {
  const paper = event.kind === 'drafted' ? null : { authority: event.authority, document: event.document };
  return {
    ...{ id, seq, terms: event.terms, draftedBy: event.by, draftedAt: at, paper, evidence: paper?.document ?? null },
    ...{ signed: [], accepted: [], left: [], registeredAt: null, ended: null, suspensions: [] },
  };
}

function after(mandate: Mandate, { seq, at, event }: Happened): Mandate {
  const next: Mandate = { ...mandate, seq };
  const ended = (how: MandateEnd, by: PartyId | null): Mandate => ({ ...next, ended: { how, at, by } });
  switch (event.kind) {
    case 'drafted':
    case 'paper-registered':
    case 'seconded':
      return next;
    case 'signed': {
      const { by: party, onBehalfOf, evidence } = event;
      return { ...next, signed: [...mandate.signed, { party, onBehalfOf }], evidence };
    }
    case 'registered':
      return { ...next, registeredAt: at };
    case 'refused':
      return ended('refused', event.by);
    case 'accepted': {
      const holders = mandate.terms.holders.map((one) =>
        one.party === event.by ? { party: one.party, name: event.name } : one,
      );
      return { ...next, terms: { ...mandate.terms, holders }, accepted: [...mandate.accepted, event.by] };
    }
    case 'declined':
    case 'given-back': {
      const left = [...mandate.left, event.by];
      const everybody = mandate.terms.holders.every(({ party }) => left.includes(party));
      return everybody ? { ...ended(event.kind, event.by), left } : { ...next, left };
    }
    case 'revoked':
      return ended('revoked', event.by);
    case 'suspended':
      return { ...next, suspensions: [...mandate.suspensions, { why: event.why, at }] };
    case 'resumed':
      return { ...next, suspensions: mandate.suspensions.filter(({ why }) => why !== event.why) };
    case 'replaced':
      return ended('replaced', null);
  }
}

/** Everybody who must has signed, or an official's second pair of eyes has seen the paper. */
export function isSigned({ terms, signed }: Mandate): boolean {
  return terms.signers.every((one) =>
    signed.some(({ party, onBehalfOf }) => party === one.party && onBehalfOf === one.onBehalfOf),
  );
}

const always = {
  'awaiting-signatures': true,
  upcoming: true,
  active: true,
  suspended: true,
  expired: false,
  revoked: false,
  'given-back': false,
  declined: false,
  refused: false,
  replaced: false,
} as const;
const unsigned = { ...always, upcoming: false, active: false, suspended: false } as const;
const signed = { ...always, 'awaiting-signatures': false } as const;
const never = { ...unsigned, 'awaiting-signatures': false } as const;

/** What can happen when. The compiler asks for every event in every state. */
const allowed = {
  drafted: never,
  'paper-registered': never,
  signed: unsigned,
  seconded: unsigned,
  registered: unsigned,
  refused: unsigned,
  accepted: signed,
  declined: always,
  'given-back': signed,
  // A grantor may revoke as long as it could still take effect (avtalslagen (1915:218) 12 §).
  revoked: always,
  suspended: signed,
  resumed: signed,
  replaced: signed,
} as const satisfies Record<MandateEventKind, Record<MandateState, boolean>>;

export function isAllowed(state: MandateState, kind: MandateEventKind): boolean {
  return allowed[kind][state];
}

function isGrantor({ terms }: Mandate, party: PartyId): boolean {
  return terms.grantors.some((one) => one.party === party);
}

function isHolder({ terms, left }: Mandate, party: PartyId): boolean {
  return terms.holders.some((one) => one.party === party) && !left.includes(party);
}

/** Whether this very event is this party's to make. */
function isTheirs(mandate: Mandate, event: MandateEvent): boolean {
  switch (event.kind) {
    case 'revoked':
      return isGrantor(mandate, event.by) || mandate.terms.passedOn?.by === event.by;
    case 'refused':
      return isGrantor(mandate, event.by) || mandate.terms.signers.some(({ party }) => party === event.by);
    case 'signed':
      return mandate.terms.signers.some((one) => one.party === event.by && one.onBehalfOf === event.onBehalfOf);
    case 'accepted':
      return isHolder(mandate, event.by) && !mandate.accepted.includes(event.by);
    case 'declined':
      return isHolder(mandate, event.by) && !mandate.accepted.includes(event.by);
    case 'given-back':
      return isHolder(mandate, event.by);
    case 'seconded':
      return mandate.paper !== null && event.by !== mandate.draftedBy;
    case 'registered':
      return mandate.paper !== null || isSigned(mandate);
    case 'resumed':
      return mandate.suspensions.some(({ why }) => why === event.why);
    case 'suspended':
      return mandate.suspensions.every(({ why }) => why !== event.why);
    case 'replaced':
      return event.with !== mandate.id;
    default:
      return false;
  }
}

/**
 * The mandate with one event more.
 * @throws Refusal conflict when it can not happen in its state; not-allowed when it is not theirs to do
 */
export function withEvent(mandate: Mandate, at: Temporal.Instant, event: MandateEvent): Mandate {
  const state = stateAt(mandate, at);
  if (!isAllowed(state, event.kind)) throw new Refusal('conflict', `mandates.is.${state}`);
  if (!isTheirs(mandate, event)) throw new Refusal('not-allowed', 'mandates.not-theirs');
  return after(mandate, { seq: mandate.seq + 1, at, event });
}
