import type { AuthorityId, PartyId, SigningId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { openDocument, type SignedDocument } from './document.ts';
import { type EvidenceParts, evidenceOf } from './evidence.ts';
import { publishedKeys } from './keys.ts';
import { findSigning } from './own-signing.ts';
import { type Signing, type SigningState, type SigningSubject, type Standing, standingAt } from './signing.ts';
import { loadNamesIn } from './store/signings.ts';
import { EvidenceProblem, verifyEvidence } from './verify-evidence.ts';

/** Null: a protected identity. */
type Name = string | null;

export type SignerView = {
  readonly place: number;
  readonly name: Name;
  readonly onBehalfOf: { readonly name: Name } | null;
  readonly isReader: boolean;
  readonly status: 'signed' | 'turn' | 'waits' | 'refused' | 'never';
  readonly at: Temporal.Instant | null;
};

export type SigningView = {
  readonly id: SigningId;
  readonly subject: SigningSubject;
  readonly document: SignedDocument;
  readonly digest: string;
  readonly state: SigningState;
  readonly deadline: Temporal.Instant;
  readonly inOrder: boolean;
  readonly signers: readonly SignerView[];
  /** Who asked: an authority, a person, or the system. */
  readonly authority: AuthorityId | null;
  readonly requestedBy: { readonly name: Name; readonly isReader: boolean } | null;
  /** What the reader may do; `later` waits for those before. */
  readonly maySign: 'now' | 'later' | 'no';
  readonly mayRefuse: boolean;
  readonly mayWithdraw: boolean;
  readonly refusal: { readonly name: Name; readonly reason: string } | null;
  /** How the evidence stands when it is looked at now; null when nobody has signed. */
  readonly evidence: 'verified' | 'broken' | null;
};

/**
 * A signing as its reader sees it, its evidence verified anew.
 * @throws Refusal not-allowed | not-found
 */
export async function readSigning(scope: Scope, parts: EvidenceParts, id: string): Promise<SigningView> {
  await permit(scope, 'signing.read', {}, scope.principal ?? undefined);
  const { kept, events } = await findSigning(scope, id);
  const { signing } = kept;
  const names = await scope.read((tx) => loadNamesIn(tx, signing.id));
  const nameOf = (party: PartyId): Name => names.get(party) ?? null;
  const standing = standingAt(signing, events, scope.now);
  const reader = scope.actor.kind === 'person' ? scope.actor.party : null;
  const refused = events.find((event) => event.kind === 'refused');
  const mine = signing.signers.flatMap(({ party }, index) => (party === reader ? [index + 1] : []));
  const isOpen = standing.state === 'open';
  const waits = mine.some((place) => !standing.signed.has(place));
  return {
    id: signing.id,
    subject: signing.subject,
    document: openDocument(kept.document),
    digest: signing.digest,
    state: standing.state,
    ...{ deadline: signing.deadline, inOrder: signing.inOrder, authority: signing.authority },
    signers: signing.signers.map(({ party, onBehalfOf }, index) => {
      const event = events.find((one) => one.kind === 'signed' && one.place === index + 1);
      return {
        place: index + 1,
        name: nameOf(party),
        onBehalfOf: onBehalfOf && { name: nameOf(onBehalfOf) },
        isReader: party === reader,
        status: refused?.by === party && !event ? 'refused' : statusOf(standing, index + 1),
        at: event?.at ?? null,
      };
    }),
    requestedBy: askedBy(signing, reader, nameOf),
    maySign: mine.some((place) => standing.turns.includes(place)) ? 'now' : isOpen && waits ? 'later' : 'no',
    mayRefuse: isOpen && waits,
    mayWithdraw: isOpen && reader !== null && signing.requestedBy === reader,
    refusal: refused ? { name: nameOf(refused.by), reason: refused.reason } : null,
    evidence: standing.signed.size === 0 ? null : await verifiedNow(scope, parts, id),
  };
}

function statusOf({ signed, turns, state }: Standing, place: number): SignerView['status'] {
  if (signed.has(place)) return 'signed';
  if (state !== 'open') return 'never';
  return turns.includes(place) ? 'turn' : 'waits';
}

function askedBy(
  { requestedBy }: Signing,
  reader: PartyId | null,
  nameOf: (party: PartyId) => Name,
): SigningView['requestedBy'] {
  return requestedBy && { name: nameOf(requestedBy), isReader: requestedBy === reader };
}

async function verifiedNow(scope: Scope, parts: EvidenceParts, id: string): Promise<'verified' | 'broken'> {
  try {
    await verifyEvidence(await evidenceOf(scope, parts, id), await publishedKeys(scope));
    return 'verified';
  } catch (error) {
    if (error instanceof EvidenceProblem) return 'broken';
    throw error;
  }
}
