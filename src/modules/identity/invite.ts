import { dateIn } from '../../kernel/calendar/format.ts';
import { type AuthorityId, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { operatorAuthority } from '../directory/index.ts';
import { giverOf } from './give-role.ts';
import { completeTerms, type RoleTerms, refuseOwn } from './role.ts';
import {
  deleteInvitation,
  type Invited,
  insertInvitation,
  loadInvited,
  type NewInvitation,
  takeInvitation,
} from './store/roles.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** Somebody is invited by mail, which waits to be sent. */
    'identity.invited': { readonly authority: AuthorityId; readonly invitation: string };
  }
}

const VALID_DAYS = 14;

/** The path of the link, with its secret: shown once, and kept by nobody. */
export type InvitationLink = { readonly path: string; readonly expiresAt: Temporal.Instant };

/**
 * Invites somebody to a role by a link that works once: whoever follows it signs in as themselves and gets the role. So
 * the first operator and each authority's first administrator come in; there is no account to share.
 * @param note for whom it is meant, in the inviter's words
 * @throws Refusal not-allowed | invalid
 */
export async function invite(
  scope: Scope,
  secrets: Secrets,
  authority: AuthorityId,
  terms: RoleTerms,
  note: string,
): Promise<InvitationLink> {
  const { token, hash } = secrets.token();
  const expiresAt = await keepInvitation(scope, authority, terms, { id: newId(), hash, note, mail: null });
  return { path: `/inbjudan/${token}`, expiresAt };
}

/**
 * Keeps an invitation, and has it sent when it has somewhere to go.
 * @returns how long it is valid
 */
export async function keepInvitation(
  scope: Scope,
  authority: AuthorityId,
  terms: RoleTerms,
  one: Pick<NewInvitation, 'id' | 'hash' | 'note' | 'mail'>,
): Promise<Temporal.Instant> {
  const given = await permit(scope, 'role.give', { authority });
  const complete = completeTerms(terms, authority === operatorAuthority);
  const there = scope.reaching(given, { authorities: [authority] });
  const until = there.now.add({ hours: VALID_DAYS * 24 });
  await there.write(async (tx) => {
    const added = await insertInvitation(tx, {
      ...{ ...complete, ...one, authority },
      ...{ by: giverOf(scope), at: there.now, until },
    });
    if (!added || !one.mail) return;
    const { id: invitation } = one;
    await there.publish(tx, {
      kind: 'identity.invited',
      authorities: [authority],
      parties: [],
      authority,
      invitation,
    });
  });
  return until;
}

/** @throws Refusal not-allowed | gone when it was used or taken back already */
export async function withdrawInvitation(scope: Scope, authority: AuthorityId, invitation: string): Promise<void> {
  const given = await permit(scope, 'role.give', { authority });
  const done = await scope
    .reaching(given, { authorities: [authority] })
    .write((tx) => deleteInvitation(tx, authority, invitation));
  if (!done) throw new Refusal('gone', 'identity.invitation.gone');
}

/**
 * What a link invites to.
 * @throws Refusal gone for a link that was used, is too old, or never was: which of them is nobody's business
 */
export async function invitationOf(scope: Scope, secrets: Secrets, token: string): Promise<Invited> {
  const invited = await scope.read((tx) => loadInvited(tx, secrets.hashToken(token)));
  if (!invited || invited.isUsed || Temporal.Instant.compare(invited.expiresAt, scope.now) <= 0) {
    throw new Refusal('gone', 'identity.invitation.gone');
  }
  return invited;
}

/**
 * Takes the role that a link invites to. The link is the right to it, given by another person.
 * @throws Refusal gone | conflict for one's own invitation | not-allowed for who has not signed in
 */
export async function acceptInvitation(scope: Scope, secrets: Secrets, token: string): Promise<Invited> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const invited = await invitationOf(scope, secrets, token);
  refuseOwn(invited.by, actor.party);
  await scope.write(async (tx) => {
    const today = dateIn('SE', scope.now);
    const assignment: string = newId();
    const done = await takeInvitation(tx, secrets.hashToken(token), actor.party, assignment, scope.now, today);
    if (!done) throw new Refusal('gone', 'identity.invitation.gone');
    await scope.audit(tx, {
      about: actor.party,
      action: 'role.give',
      purpose: 'identity.purpose.role-given',
      basis: [{ kind: 'self', id: actor.party, source: 'invitation', checkedAt: scope.now.toString() }],
      authority: invited.authority,
      resource: { assignment },
    });
  });
  return invited;
}
