import { dateIn } from '../../kernel/calendar/format.ts';
import { isEmailAddress } from '../../kernel/identifiers/email-address.ts';
import { type AuthorityId, derivedId, type EventId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Language } from '../../kernel/texts.ts';
import { authorityById, type InviteAdministrator } from '../directory/index.ts';
import type { SendTip } from '../notifications/index.ts';
import { giverOf } from './give-role.ts';
import { keepInvitation } from './invite.ts';
import { officialNames } from './names.ts';
import type { RoleTerms } from './role.ts';
import { loadInvitationToSend } from './store/roles.ts';
import { texts } from './texts/index.ts';

/** Whom a mail invites. */
export type Invitee = {
  /** In the inviter's words, for those who give roles there. */
  readonly note: string;
  readonly address: string;
  readonly language: Language;
  /** The form that invites: posted twice, it is one invitation and one mail. */
  readonly form: string;
};

/**
 * As `invite`, and the link is sent by mail. Its secret follows from the invitation and our key, so that it is kept
 * nowhere and each attempt sends the same; the address is kept sealed until the role is taken or the time is out.
 * @throws Refusal not-allowed | invalid
 */
export async function inviteByMail(
  scope: Scope,
  secrets: Secrets,
  authority: AuthorityId,
  terms: RoleTerms,
  { note, address, language, form }: Invitee,
): Promise<void> {
  if (!isEmailAddress(address)) throw new Refusal('invalid', 'identity.address.invalid');
  const id = derivedId<string>('identity.invitation', String(authority), giverOf(scope) ?? '', form);
  const hash = secrets.hashToken(tokenOf(secrets.index(id, tokenPurpose)));
  const mail = { address: secrets.encrypt(address, context(id)), language };
  await keepInvitation(scope, authority, terms, { id, hash, note, mail });
}

const tokenPurpose = 'identity.invitation';

function tokenOf(index: Buffer): string {
  return index.toString('base64url');
}

function context(invitation: string): string {
  return `identity.invitation:${invitation}`;
}

/** An authority's first administrator, invited by who takes it live. */
export function administratorInviter(secrets: Secrets): InviteAdministrator {
  return async function inviteAdministrator(scope, authority, address, form) {
    const { language } = scope;
    const note = texts[language].roles.firstAdministrator;
    const terms: RoleTerms = { role: 'administrator', unit: null, tasks: [], rights: [] };
    await inviteByMail(scope, secrets, authority.id, terms, { note, address, language, form });
  };
}

/** Handles `identity.invited`: sends the link, unless the invitation is used, taken back or too old by then. */
export function invitationMailer(secrets: Secrets, sendTip: SendTip) {
  return async function sendInvitation(scope: Scope, event: EventOf<'identity.invited'>): Promise<void> {
    const { authority, invitation } = event;
    const found = await scope.read((tx) => loadInvitationToSend(tx, authority, invitation, scope.now));
    if (!found) return;
    // after a rotation of keys the link is still that of the key it was made with
    const token = secrets
      .indexes(invitation, tokenPurpose)
      .map(tokenOf)
      .find((one) => secrets.hashToken(one).equals(found.hash));
    if (token === undefined) throw new Error('the key that an invitation was made with is no longer in DATA_KEY');
    const [{ name, country }, names] = await Promise.all([
      authorityById(scope, authority),
      officialNames(scope, authority, found.by === null ? [] : [found.by]),
    ]);
    await sendTip(scope, {
      tip: derivedId<EventId>('identity.invited', invitation),
      authority,
      channel: 'email',
      kind: 'invitation',
      address: secrets.decrypt(found.address, context(invitation)),
      language: found.language,
      senderName: name,
      path: `/inbjudan/${token}`,
      invitedBy: (found.by && names.get(found.by)?.name) ?? name, // a protected identity is not named
      role: texts[found.language].roles.names[found.role],
      until: dateIn(country, found.expiresAt),
      event,
    });
  };
}
