import './events.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type AuthorityId, newId, type PartyId, type SigningId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type SignedDocument, sealDocument } from './document.ts';
import { type Signing, type SigningEvent, type SigningSubject, standingAt } from './signing.ts';
import { insertEvent } from './store/events.ts';
import { addToLists } from './store/signers.ts';
import { insertSigning } from './store/signings.ts';

export type SignatureRequest = {
  readonly subject: SigningSubject;
  readonly document: SignedDocument;
  /** Persons, each with whom they sign for; in the order in which they sign when `inOrder`. */
  readonly signers: readonly { readonly party: PartyId; readonly onBehalfOf?: PartyId | undefined }[];
  readonly inOrder: boolean;
  /** Whom it concerns beside who signs and who asks: they may see it. */
  readonly concerns?: readonly PartyId[] | undefined;
  readonly deadline: Temporal.Instant;
  /** The authority that asks. */
  readonly authority?: AuthorityId | undefined;
};

const SIGNERS_MOST = 50;

/**
 * Asks persons to sign a document: from now on it stands on each one's page «Skriv under». In the caller's transaction,
 * so that what is signed and the asking are one; the caller has been permitted, and its fence holds every party that is
 * named (`scope.reaching`).
 * @throws RangeError when nobody is asked, the deadline has passed, or the document can not be shown
 */
export async function requestSignatures(scope: Scope, tx: Tx, request: SignatureRequest): Promise<SigningId> {
  const { subject, inOrder, deadline } = request;
  if (request.signers.length === 0 || request.signers.length > SIGNERS_MOST) throw new RangeError('nobody to ask');
  if (Temporal.Instant.compare(deadline, scope.now) <= 0) throw new RangeError('the deadline has passed');
  const document = sealDocument(request.document);
  const signers = request.signers.map(({ party, onBehalfOf = null }) => ({ party, onBehalfOf }));
  const requestedBy = scope.actor.kind === 'person' ? scope.actor.party : null;
  const named = [
    requestedBy,
    ...(request.concerns ?? []),
    ...signers.flatMap(({ party, onBehalfOf }) => [party, onBehalfOf]),
  ];
  const signing: Signing = {
    ...{ id: newId<SigningId>(), subject, signers, inOrder, deadline, requestedBy, requestedAt: scope.now },
    authority: request.authority ?? null,
    digest: document.digest,
    parties: [...new Set(named.filter((party) => party !== null))],
  };
  const event: SigningEvent = { kind: 'requested', at: scope.now, by: requestedBy };
  await insertSigning(tx, signing, document);
  await insertEvent(tx, signing, 1, event);
  await addToLists(tx, signing, standingAt(signing, [event], scope.now), scope.now);
  await scope.publish(tx, {
    kind: 'signing.requested',
    parties: signing.parties,
    authorities: signing.authority === null ? [] : [signing.authority],
    signing: signing.id,
    subject,
  });
  return signing.id;
}
