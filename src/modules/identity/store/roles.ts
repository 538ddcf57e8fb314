import { sql } from 'kysely';
import type { Right, Role, Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId, UnitId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Assignment, Invitation, RoleTerms } from '../role.ts';

/** Those that have not ended, of one authority. */
export async function loadAssignments(tx: Tx, authority: AuthorityId): Promise<Assignment[]> {
  const rows = await tx
    .selectFrom('identity.role_assignment')
    .select(['assignment_id', 'party_id', 'role', 'unit_id', 'tasks', 'rights', 'from_day', 'given_by', 'given_at'])
    .where('authority_id', '=', authority)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .orderBy('assignment_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.assignment_id,
    authority,
    party: row.party_id as PartyId, // the columns' own types are wider than the table's checks
    role: row.role as Role,
    unit: row.unit_id as UnitId | null,
    tasks: row.tasks as Task[],
    rights: row.rights as Right[],
    from: row.from_day,
    givenBy: row.given_by as PartyId | null,
    givenAt: row.given_at,
  }));
}

export async function insertAssignment(tx: Tx, one: Assignment): Promise<void> {
  await tx
    .insertInto('identity.role_assignment')
    .values({
      authority_id: one.authority,
      assignment_id: one.id,
      party_id: one.party,
      role: one.role,
      unit_id: one.unit,
      tasks: [...one.tasks],
      rights: [...one.rights],
      from_day: one.from,
      given_by: one.givenBy,
      given_at: one.givenAt,
    })
    .execute();
}

/** @returns whose role it was; undefined when there is no such role any more */
export async function endAssignment(
  tx: Tx,
  authority: AuthorityId,
  assignment: string,
  by: PartyId | null,
  at: Temporal.Instant,
): Promise<PartyId | undefined> {
  const row = await tx
    .updateTable('identity.role_assignment')
    .set({ ended_by: by, ended_at: at })
    .where('authority_id', '=', authority)
    .where('assignment_id', '=', assignment)
    .where('ended_at', 'is', null)
    .returning('party_id')
    .executeTakeFirst();
  return row?.party_id as PartyId | undefined;
}

export type NewInvitation = RoleTerms & {
  readonly hash: Buffer;
  readonly id: string;
  readonly authority: AuthorityId;
  readonly note: string;
  readonly by: PartyId | null;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** Where its link is sent, sealed; null when the link is shown instead. */
  readonly mail: { readonly address: string; readonly language: Language } | null;
};

/** @returns false when it is there already */
export async function insertInvitation(tx: Tx, i: NewInvitation): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select identity.add_invitation(${i.hash}, ${i.id}, ${i.authority}, ${i.role}, ${i.unit}, ${i.tasks}, ${i.rights},
      ${i.note}, ${i.by}, ${i.at}, ${i.until}, ${i.mail?.address ?? null}, ${i.mail?.language ?? null}) as added`.execute(
    tx,
  );
  return rows[0]?.added ?? false;
}

/** What the mail of an invitation is made of; the address is sealed. */
export type InvitationToSend = {
  readonly hash: Buffer;
  readonly role: Role;
  readonly by: PartyId | null;
  readonly expiresAt: Temporal.Instant;
  readonly address: string;
  readonly language: Language;
};

/** @returns undefined when it was used, taken back, too old, or is not sent by mail */
export async function loadInvitationToSend(
  tx: Tx,
  authority: AuthorityId,
  invitation: string,
  now: Temporal.Instant,
): Promise<InvitationToSend | undefined> {
  const { rows } = await sql<{
    token_hash: Buffer;
    role: Role;
    invited_by: PartyId | null;
    expires_at: Temporal.Instant;
    address: string;
    language: Language;
  }>`select token_hash, role, invited_by, expires_at, address, language
    from identity.invitation_to_send(${authority}, ${invitation}, ${now})`.execute(tx);
  const [row] = rows;
  return (
    row && {
      hash: row.token_hash,
      role: row.role,
      by: row.invited_by,
      expiresAt: row.expires_at,
      address: row.address,
      language: row.language,
    }
  );
}

export async function loadInvitations(tx: Tx, authority: AuthorityId, now: Temporal.Instant): Promise<Invitation[]> {
  const { rows } = await sql<{
    invitation_id: string;
    role: Role;
    unit_id: UnitId | null;
    tasks: Task[];
    rights: Right[];
    note: string;
    invited_at: Temporal.Instant;
    expires_at: Temporal.Instant;
  }>`select invitation_id, role, unit_id, tasks, rights, note, invited_at, expires_at
    from identity.open_invitations(${authority}, ${now})`.execute(tx);
  return rows.map((row) => ({
    id: row.invitation_id,
    role: row.role,
    unit: row.unit_id,
    tasks: row.tasks,
    rights: row.rights,
    note: row.note,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  }));
}

/** @returns false when it was used or taken back already */
export async function deleteInvitation(tx: Tx, authority: AuthorityId, invitation: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select identity.withdraw_invitation(${authority}, ${invitation}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}

/** What a link invites to. */
export type Invited = {
  readonly authority: AuthorityId;
  readonly role: Role;
  readonly tasks: readonly Task[];
  readonly rights: readonly Right[];
  readonly by: PartyId | null;
  readonly expiresAt: Temporal.Instant;
  readonly isUsed: boolean;
};

export async function loadInvited(tx: Tx, hash: Buffer): Promise<Invited | undefined> {
  const { rows } = await sql<{
    authority_id: AuthorityId;
    role: Role;
    tasks: Task[];
    rights: Right[];
    invited_by: PartyId | null;
    expires_at: Temporal.Instant;
    used_at: Temporal.Instant | null;
  }>`select authority_id, role, tasks, rights, invited_by, expires_at, used_at
    from identity.invitation_by_token(${hash})`.execute(tx);
  const [row] = rows;
  return (
    row && {
      authority: row.authority_id,
      role: row.role,
      tasks: row.tasks,
      rights: row.rights,
      by: row.invited_by,
      expiresAt: row.expires_at,
      isUsed: row.used_at !== null,
    }
  );
}

/** @returns false when somebody used it meanwhile, or it is too old */
export async function takeInvitation(
  tx: Tx,
  hash: Buffer,
  party: PartyId,
  assignment: string,
  at: Temporal.Instant,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select identity.accept_invitation(${hash}, ${party}, ${assignment}, ${at}, ${today}) as done`.execute(tx);
  return rows[0]?.done ?? false;
}
