import type { AuthorityId, PartyId, SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** What the signing is about, in the module that asked for it: `{ kind: 'mandate', id }`. */
export type SigningSubject = { readonly kind: string; readonly id: string };

/** One person who signs, for themselves or for another. Its place in the list, from 1, is its name. */
export type Signer = { readonly party: PartyId; readonly onBehalfOf: PartyId | null };

export type Signing = {
  readonly id: SigningId;
  readonly subject: SigningSubject;
  /** The authority that asks; null when a person does. */
  readonly authority: AuthorityId | null;
  /** SHA-256 of the document's canonical JSON, in hex. */
  readonly digest: string;
  readonly signers: readonly Signer[];
  /** Each waits for the one before. */
  readonly inOrder: boolean;
  readonly deadline: Temporal.Instant;
  readonly requestedBy: PartyId | null;
  readonly requestedAt: Temporal.Instant;
  /** Who may see it: signers, those they sign for, and who asked. */
  readonly parties: readonly PartyId[];
};

/** What a signing has gone through. Written once, never changed; the state is derived from it. */
export type SigningEvent =
  | { readonly kind: 'requested'; readonly at: Temporal.Instant; readonly by: PartyId | null }
  | { readonly kind: 'signed'; readonly at: Temporal.Instant; readonly by: PartyId; readonly place: number }
  | { readonly kind: 'refused'; readonly at: Temporal.Instant; readonly by: PartyId; readonly reason: string }
  | { readonly kind: 'withdrawn'; readonly at: Temporal.Instant; readonly by: PartyId | null }
  | { readonly kind: 'expired'; readonly at: Temporal.Instant };

export type SigningState = 'open' | 'completed' | 'refused' | 'withdrawn' | 'expired';

export type Standing = {
  readonly state: SigningState;
  /** The places that have signed. */
  readonly signed: ReadonlySet<number>;
  /** The places whose turn it is; none when it is over. */
  readonly turns: readonly number[];
};

const ends = {
  requested: null,
  signed: null,
  refused: 'refused',
  withdrawn: 'withdrawn',
  expired: 'expired',
} as const satisfies Record<SigningEvent['kind'], SigningState | null>;

/** How it stands at a moment: the first end is the end, and a deadline that has passed ends it unasked. */
export function standingAt(signing: Signing, events: readonly SigningEvent[], at: Temporal.Instant): Standing {
  const signed = new Set<number>();
  let state: SigningState = 'open';
  for (const event of events) {
    if (state !== 'open') break;
    if (event.kind === 'signed') signed.add(event.place);
    state = ends[event.kind] ?? (signed.size === signing.signers.length ? 'completed' : 'open');
  }
  if (state === 'open' && Temporal.Instant.compare(at, signing.deadline) >= 0) state = 'expired';
  const left = state === 'open' ? signing.signers.map((_, index) => index + 1).filter((n) => !signed.has(n)) : [];
  return { state, signed, turns: signing.inOrder ? left.slice(0, 1) : left };
}

export function signerAt(signing: Signing, place: number): Signer {
  const signer = signing.signers[place - 1];
  if (!signer) throw new RangeError(`there is no place ${place} to sign at`);
  return signer;
}

/**
 * The place at which this person may sign now.
 * @throws Refusal not-allowed when they are not asked; conflict when it is over, done, or another's turn
 */
export function placeToSign(signing: Signing, standing: Standing, person: PartyId): number {
  assertOpen(standing);
  const own = signing.signers.flatMap(({ party }, index) => (party === person ? [index + 1] : []));
  if (own.length === 0) throw new Refusal('not-allowed', 'signing.not-asked');
  const place = own.find((one) => standing.turns.includes(one));
  if (place !== undefined) return place;
  throw new Refusal(
    'conflict',
    own.every((one) => standing.signed.has(one)) ? 'signing.done' : 'signing.not-your-turn',
  );
}

/** @throws Refusal conflict that says how it ended */
export function assertOpen({ state }: Standing): void {
  if (state !== 'open') throw new Refusal('conflict', `signing.over.${state}`);
}

/**
 * Whoever is asked may refuse while it is open, also before their turn: all of it ends then.
 * @throws Refusal not-allowed | conflict
 */
export function assertMayRefuse(signing: Signing, standing: Standing, person: PartyId): void {
  assertOpen(standing);
  const places = signing.signers.flatMap(({ party }, index) => (party === person ? [index + 1] : []));
  if (places.length === 0) throw new Refusal('not-allowed', 'signing.not-asked');
  if (places.every((place) => standing.signed.has(place))) throw new Refusal('conflict', 'signing.done');
}

/** Whose move it is, seen from one of the parties. */
export type Ball = 'me' | 'others' | 'done';

export function ballOf(signing: Signing, standing: Standing, party: PartyId): Ball {
  if (standing.state !== 'open') return 'done';
  return standing.turns.some((place) => signerAt(signing, place).party === party) ? 'me' : 'others';
}
