import { sql } from 'kysely';
import type { RegisterRightKind } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { RegisterName } from '../../base-registers/index.ts';
import type { PersonStateKind, RegisterRight, Rests } from '../facts.ts';

/** A right as it is kept: the holder is a party here. */
export type KeptRight = {
  readonly holder: PartyId;
  readonly kind: RegisterRightKind;
  readonly reference: string;
  readonly principal_name: string | null;
  readonly holder_name: string | null;
  readonly alone: boolean;
  readonly together: readonly (string | null)[];
  readonly duties: RegisterRight['duties'];
  readonly valid_from: Temporal.Instant | null;
  readonly valid_until: Temporal.Instant | null;
  readonly rests: Rests | null;
  readonly evidence: string;
};

/** How one register answered about one party, and what it said. */
export type HeardRow = {
  readonly party: PartyId;
  /** Who may act for the party, or for whom the party may act. */
  readonly about: 'represented' | 'representative';
  readonly source: RegisterName;
  readonly asked_at: Temporal.Instant;
  /** Null when nothing came that could be used. */
  readonly heard_at: Temporal.Instant | null;
  readonly as_of: Temporal.Instant | null;
  readonly fault: string | null;
  readonly rights: readonly KeptRight[];
  readonly states: readonly { readonly kind: PersonStateKind; readonly since: Temporal.Instant }[];
};

/**
 * In place of all that the same register said before of the same party; what failed changes nothing but when it was asked.
 * @returns those of whom a state has begun or ended
 */
export async function keepHeard(tx: Tx, rows: readonly HeardRow[]): Promise<PartyId[]> {
  const kept = await sql<{ changed: PartyId[] }>`
    select mandates.keep_heard(${JSON.stringify(rows)}::jsonb) as changed`.execute(tx);
  return kept.rows[0]?.changed ?? [];
}

/** Parties for whom somebody may act, and of whom registers have not been asked since. */
export async function loadPrincipalsDue(tx: Tx, askedBefore: Temporal.Instant, most: number): Promise<PartyId[]> {
  const { rows } = await sql<{ party: PartyId }>`
    select principals_due as party from mandates.principals_due(${askedBefore}, ${most})`.execute(tx);
  return rows.map(({ party }) => party);
}

/** Those for whom a party may act by a register, whatever has become of the right. */
export async function loadPrincipalsOf(tx: Tx, party: PartyId): Promise<PartyId[]> {
  const rows = await tx
    .selectFrom('mandates.register_right')
    .select('principal')
    .distinct()
    .where('party_id', '=', party)
    .execute();
  return rows.map(({ principal }) => principal as PartyId);
}

/** What registers say of a party of the scope that ends or suspends what others may do for them. */
export async function loadStates(tx: Tx, party: PartyId): Promise<{ kind: PersonStateKind; source: string }[]> {
  const rows = await tx
    .selectFrom('mandates.party_state')
    .select(['kind', 'source'])
    .where('party_id', '=', party)
    .orderBy('kind')
    .execute();
  return rows.map(({ kind, source }) => ({ kind: kind as PersonStateKind, source })); // the table's check holds the words
}

/** A right that a register gives somebody over a party. */
export type RightOver = {
  readonly kind: RegisterRightKind;
  readonly reference: string;
  readonly holderName: string | null;
  readonly alone: boolean;
  readonly duties: RegisterRight['duties'];
  readonly from: Temporal.Instant | null;
  readonly until: Temporal.Instant | null;
  readonly rests: Rests | null;
  readonly source: RegisterName;
  readonly asOf: Temporal.Instant;
};

/** Who may act for a party of the scope by a register. */
export async function loadRightsOver(tx: Tx, party: PartyId): Promise<RightOver[]> {
  const rows = await tx
    .selectFrom('mandates.register_right')
    .select(['kind', 'reference', 'holder_name', 'alone', 'duties', 'valid_from', 'valid_until'])
    .select(['rests', 'source', 'as_of'])
    .where('principal', '=', party)
    .orderBy('kind')
    .orderBy('reference')
    .execute();
  // The table's checks hold the words.
  return rows.map((row) => ({
    kind: row.kind as RegisterRightKind,
    reference: row.reference,
    holderName: row.holder_name,
    alone: row.alone,
    duties: row.duties as RegisterRight['duties'],
    from: row.valid_from,
    until: row.valid_until,
    rests: row.rests as Rests | null,
    source: row.source as RegisterName,
    asOf: row.as_of,
  }));
}
