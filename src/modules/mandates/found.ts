import type { Basis, Extent, Reach, Resource } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { isOpen } from './reach.ts';
import type { No } from './reason.ts';

/** The person for whom it is done is somebody else than who acts. */
export type AskedFor = { readonly actor: PartyId; readonly principal: PartyId };

/** What the rights of one kind come to: which give it, or the reason that comes nearest. */
export type Found = {
  readonly basis: Basis | null;
  readonly extent: Extent;
  readonly no: No | null;
  readonly stale: string[];
};

/** A reason that is nearer to a yes tells more of what to do. */
const nearness = {
  'not-yours': 0,
  'chain-broken': 1,
  declined: 2,
  refused: 2,
  replaced: 3,
  'given-back': 4,
  expired: 5,
  'gone-elsewhere': 5,
  'choose-again': 5.5,
  'awaiting-signatures': 6,
  upcoming: 7,
  revoked: 8,
  fallen: 8,
  suspended: 9,
  'not-in-mandate': 10,
  'only-in-person': 11,
  'other-duties': 12,
  'passive-only': 13,
  jointly: 14,
  ended: 15,
  'child-protected': 16,
  disagreeing: 17,
} as const;
type NearReason = keyof typeof nearness;

/** Whatever order they come in, the same one is told. */
export function nearer(one: No | null, other: No): No {
  if (one === null) return other;
  const by = nearness[other.reason as NearReason] - nearness[one.reason as NearReason];
  if (by !== 0) return by > 0 ? other : one;
  return (other.at ?? 0) > (one.at ?? 0) ? other : one;
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** What an open question may show of what these reaches hold. */
export function extentOf(resource: Resource, reaches: readonly Reach[]): Extent {
  return !isOpen(resource) || reaches.some(({ kind }) => kind === 'everything') ? 'whole' : reaches;
}

/** Of two extents, everything that either holds. */
export function together(one: Extent, other: Extent): Extent {
  return one === 'whole' || other === 'whole' ? 'whole' : [...one, ...other];
}
