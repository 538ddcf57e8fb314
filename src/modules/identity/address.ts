import { timingSafeEqual } from 'node:crypto';
import { isEmailAddress } from '../../kernel/identifiers/email-address.ts';
import { derivedId, type EventId, newId, type PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Language } from '../../kernel/texts.ts';
import { operatorAuthority } from '../directory/index.ts';
import type { SendTip } from '../notifications/index.ts';
import { deleteContact, loadContact, putClaim, putVerified } from './store/contacts.ts';
import { loadOwnParty } from './store/parties.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** Somebody has given an address, which waits for its link to be followed. */
    'identity.address-claimed': { claim: string };
  }
}

const CLAIM_HOURS = 48;

/** What the person sees of their own e-mail address. */
export type OwnAddress = { readonly verified: string | null; readonly claimed: string | null };

function context(party: PartyId): string {
  return `identity.contact:${party}`;
}

function selfOf(scope: Scope): PartyId {
  if (scope.actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.actor.party;
}

export async function ownAddress(scope: Scope, secrets: Secrets): Promise<OwnAddress> {
  const party = selfOf(scope);
  const row = await scope.read((tx) => loadContact(tx, party));
  const open = row?.claim && Temporal.Instant.compare(row.claim.until, scope.now) > 0 ? row.claim.address : null;
  return {
    verified: row?.address ? secrets.decrypt(row.address, context(party)) : null,
    claimed: open === null ? null : secrets.decrypt(open, context(party)),
  };
}

/**
 * Keeps an address until its link has been followed; the verified one is used meanwhile. The mail is a job.
 * @throws Refusal invalid
 */
export async function claimAddress(scope: Scope, secrets: Secrets, address: string): Promise<void> {
  const party = selfOf(scope);
  await permit(scope, 'party.manage', {});
  if (!isEmailAddress(address)) throw new Refusal('invalid', 'identity.address.invalid');
  const claim: string = newId();
  const sealed = secrets.encrypt(address, context(party));
  const until = scope.now.add({ hours: CLAIM_HOURS });
  await scope.write(async (tx) => {
    await putClaim(tx, party, { id: claim, address: sealed, until });
    await scope.publish(tx, {
      kind: 'identity.address-claimed',
      authorities: [operatorAuthority],
      parties: [party],
      claim,
    });
  });
}

/** The link's secret follows from the claim and our key, so that it is kept nowhere and each try sends the same. */
function tokenOf(index: Buffer): string {
  return index.toString('base64url');
}
const tokenPurpose = 'identity.address-claim';

/** Handles `identity.address-claimed`: sends the link, unless the person has changed their mind. */
export function addressMailer(secrets: Secrets, sendTip: SendTip) {
  return async function sendAddressMail(scope: Scope, event: EventOf<'identity.address-claimed'>): Promise<void> {
    const [party] = event.parties;
    if (!party) return;
    const [row, own] = await scope.read((tx) => Promise.all([loadContact(tx, party), loadOwnParty(tx, party)]));
    if (row?.claim?.id !== event.claim) return;
    const token = tokenOf(secrets.index(`${party}:${event.claim}`, tokenPurpose));
    await sendTip(scope, {
      tip: derivedId<EventId>('identity.address-claimed', event.claim),
      authority: operatorAuthority,
      channel: 'email',
      kind: 'verify-address',
      address: secrets.decrypt(row.claim.address, context(party)),
      language: own?.language ?? 'sv',
      senderName: 'Allmänning',
      path: `/mina-sidor/uppgifter/bekrafta/${token}`,
      event,
    });
  };
}

/**
 * The link has been followed by the same person who gave the address: from now on tips go there.
 * @throws Refusal gone for a link that is too old, was used, or is another's
 */
export async function confirmAddress(scope: Scope, secrets: Secrets, token: string): Promise<void> {
  const party = selfOf(scope);
  await permit(scope, 'party.manage', {});
  await scope.write(async (tx) => {
    const claim = (await loadContact(tx, party))?.claim;
    if (
      !claim ||
      Temporal.Instant.compare(claim.until, scope.now) <= 0 ||
      !isTokenOf(secrets, party, claim.id, token)
    ) {
      throw new Refusal('gone', 'identity.address.link-gone');
    }
    await putVerified(tx, party, claim.address, scope.now);
  });
}

function isTokenOf(secrets: Secrets, party: PartyId, claim: string, token: string): boolean {
  const given = Buffer.from(token, 'base64url');
  return secrets
    .indexes(`${party}:${claim}`, tokenPurpose)
    .some((index) => given.length === index.length && timingSafeEqual(given, index));
}

/** No more tips by e-mail; what waits to be confirmed is forgotten too. */
export async function removeAddress(scope: Scope): Promise<void> {
  const party = selfOf(scope);
  await permit(scope, 'party.manage', {});
  await scope.write((tx) => deleteContact(tx, party));
}

export type VerifiedEmail = { readonly address: string; readonly language: Language };

/** Where a party wants tips, for a job behind that party's fence; null when nowhere. */
export type FindVerifiedEmail = (scope: Scope, party: PartyId) => Promise<VerifiedEmail | null>;

export function verifiedEmailFinder(secrets: Secrets): FindVerifiedEmail {
  return async function verifiedEmail(scope, party) {
    const [row, own] = await scope.read((tx) => Promise.all([loadContact(tx, party), loadOwnParty(tx, party)]));
    if (!row?.address) return null;
    return { address: secrets.decrypt(row.address, context(party)), language: own?.language ?? 'sv' };
  };
}

/** Takes over an address that is verified elsewhere (a register, the demo world), from a job behind the party's fence. */
export async function keepVerifiedAddress(
  scope: Scope,
  secrets: Secrets,
  party: PartyId,
  address: string,
): Promise<void> {
  const sealed = secrets.encrypt(address, context(party));
  await scope.write((tx) => putVerified(tx, party, sealed, scope.now));
}
