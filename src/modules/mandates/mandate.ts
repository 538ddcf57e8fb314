import type { Level, Reach } from '../../kernel/authority.ts';
import type { AuthorityId, MandateId, PartyId } from '../../kernel/ids.ts';
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
  /** Each signer waits for the one before. */
  readonly inOrder: boolean;
  /** The would-be holder who asks for it; null when a grantor wrote it. */
  readonly requestedBy: PartyId | null;
  /** Unsigned by then, it comes to nothing. */
  readonly signBy: Temporal.Instant;
  readonly replaces: MandateId | null;
  readonly passedOn: { readonly from: MandateId; readonly by: PartyId } | null;
};

/** What a mandate has gone through. Written once, never changed; the state is derived from it. */
export type MandateEvent =
  /** By a grantor, or by a holder who asks for it. */
  | { readonly kind: 'drafted'; readonly by: PartyId; readonly terms: Terms }
  | {
      readonly kind: 'signed';
      readonly by: PartyId;
      readonly onBehalfOf: PartyId;
      readonly evidence: string;
      /** Of a grantor who was called by another's word until then. */
      readonly name?: string;
    }
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
  /** Nobody said no, but not all signed in time. */
  | { readonly kind: 'lapsed' }
  | { readonly kind: 'accepted'; readonly by: PartyId; readonly name: string }
  | { readonly kind: 'declined'; readonly by: PartyId }
  | { readonly kind: 'given-back'; readonly by: PartyId }
  | { readonly kind: 'revoked'; readonly by: PartyId }
  /** An official takes in the grantor's word, written on paper; `document` is that paper. */
  | {
      readonly kind: 'revoked-on-paper';
      readonly by: PartyId;
      readonly authority: AuthorityId;
      readonly document: string;
    }
  /** A grantor has told an authority, whose system does it; only for what is at that authority alone. */
  | { readonly kind: 'revoked-at'; readonly authority: AuthorityId }
  | { readonly kind: 'suspended'; readonly why: PersonStateKind; readonly source: string }
  | { readonly kind: 'resumed'; readonly why: PersonStateKind; readonly source: string }
  | { readonly kind: 'replaced'; readonly with: MandateId }
  /** What it was passed on from, or was to replace, is over. */
  | { readonly kind: 'chain-broken'; readonly parent: MandateId }
  /** By a register, who gives it or who holds it is no more. */
  | { readonly kind: 'fallen'; readonly why: 'dead' | 'dissolved'; readonly source: string };
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
  'chain-broken',
  'fallen',
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
  if (registeredAt === null) return isPast(terms.signBy) || isPast(terms.until) ? 'refused' : 'awaiting-signatures';
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

/** @param happened whatever stands in the stream: `withEvent` has let it in */
export function after(mandate: Mandate, { seq, at, event }: Happened): Mandate {
  const next: Mandate = { ...mandate, seq };
  const ended = (how: MandateEnd, by: PartyId | null): Mandate => ({ ...next, ended: { how, at, by } });
  switch (event.kind) {
    case 'drafted':
    case 'paper-registered':
    case 'seconded':
      return next;
    case 'signed': {
      const { by: party, onBehalfOf, evidence, name } = event;
      const grantors = name === undefined ? mandate.terms.grantors : called(mandate.terms.grantors, onBehalfOf, name);
      const signed = [...mandate.signed, { party, onBehalfOf }];
      return { ...next, terms: { ...mandate.terms, grantors }, signed, evidence };
    }
    case 'registered':
      return { ...next, registeredAt: at };
    case 'refused':
      return ended('refused', event.by);
    case 'lapsed':
      return ended('refused', null);
    case 'accepted': {
      const holders = called(mandate.terms.holders, event.by, event.name);
      return { ...next, terms: { ...mandate.terms, holders }, accepted: [...mandate.accepted, event.by] };
    }
    case 'declined':
    case 'given-back': {
      const left = [...mandate.left, event.by];
      const everybody = mandate.terms.holders.every(({ party }) => left.includes(party));
      return everybody ? { ...ended(event.kind, event.by), left } : { ...next, left };
    }
    case 'revoked':
    case 'revoked-on-paper':
      return ended('revoked', event.by);
    case 'revoked-at':
      return ended('revoked', null);
    case 'suspended':
      return { ...next, suspensions: [...mandate.suspensions, { why: event.why, at }] };
    case 'resumed':
      return { ...next, suspensions: mandate.suspensions.filter(({ why }) => why !== event.why) };
    case 'replaced':
    case 'chain-broken':
    case 'fallen':
      return ended(event.kind, null);
  }
}

function called(all: readonly Named[], party: PartyId, name: string): readonly Named[] {
  return all.map((one) => (one.party === party ? { party, name } : one));
}

/** Everybody who must has signed, or an official's second pair of eyes has seen the paper. */
export function isSigned({ terms, signed }: Mandate): boolean {
  return terms.signers.every((one) => hasSigned(signed, one));
}

export function hasSigned(signed: readonly Signatory[], { party, onBehalfOf }: Signatory): boolean {
  return signed.some((one) => one.party === party && one.onBehalfOf === onBehalfOf);
}

/** Whether it waits for this person's signature now. */
export function awaits({ terms, signed }: Mandate, party: PartyId): boolean {
  const left = terms.signers.filter((one) => !hasSigned(signed, one));
  return (terms.inOrder ? left.slice(0, 1) : left).some((one) => one.party === party);
}
