import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { prepared } from '../../../kernel/database/prepared.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';

export type NewParty = {
  /** The id if nobody has the number yet. */
  readonly party: PartyId;
  readonly kind: 'person' | 'organisation';
  /** The number's index by each key, the current one first. */
  readonly indexes: readonly Buffer[];
  readonly country: 'SE' | 'FI';
  readonly sealed: string;
  readonly name: string;
  readonly language: Language | null;
  readonly at: Temporal.Instant;
};

/** @returns the party that has the number, made now when there was none */
export async function ensurePartyRow(tx: Tx, p: NewParty): Promise<PartyId> {
  const { rows } = await sql<{ party: PartyId }>`
    select identity.ensure_party(${p.indexes}, ${p.party}, ${p.kind}, ${p.country}, ${p.sealed}, ${p.name}, ${p.language},
      ${p.at}) as party`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('ensure_party answered nothing');
  return row.party;
}

/** @returns the party that has the number; one without a name is made when there was none */
export async function findOrMakeParty(tx: Tx, p: Omit<NewParty, 'name' | 'language'>): Promise<PartyId> {
  const { rows } = await sql<{ party: PartyId }>`
    select identity.party_by_number(${p.indexes}, ${p.party}, ${p.kind}, ${p.country}, ${p.sealed}, ${p.at}) as party`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('party_by_number answered nothing');
  return row.party;
}

export async function setProtected(tx: Tx, party: PartyId, isProtected: boolean): Promise<void> {
  await sql`select identity.set_protected(${party}, ${isProtected})`.execute(tx);
}

export type ProtectionLine = {
  readonly party: PartyId;
  readonly isProtected: boolean;
  readonly line: string;
  readonly at: Temporal.Instant;
  readonly purpose: string;
  readonly request: string;
};

/** @returns whether it was new; then the same function has left the trace */
export async function takeOverProtection(tx: Tx, l: ProtectionLine): Promise<boolean> {
  const { rows } = await sql<{ changed: boolean }>`
    select identity.take_over_protection(${l.party}, ${l.isProtected}, ${l.line}, ${l.at}, ${l.purpose}, ${l.request})
      as changed`.execute(tx);
  return rows[0]?.changed ?? false;
}

/** @returns the party that has the number, when what the register says of it is new; then the trace has been left */
export async function followRegister(
  tx: Tx,
  indexes: readonly Buffer[],
  l: Omit<ProtectionLine, 'party'>,
): Promise<PartyId | null> {
  const { rows } = await sql<{ party: PartyId | null }>`
    select identity.follow_register(${indexes}, ${l.isProtected}, ${l.line}, ${l.at}, ${l.purpose}, ${l.request})
      as party`.execute(tx);
  return rows[0]?.party ?? null;
}

/** @param indexes the number's index by each key */
export async function findPartyOfNumber(tx: Tx, indexes: readonly Buffer[]): Promise<PartyId | null> {
  const { rows } = await sql<{ party: PartyId | null }>`select identity.party_of_number(${indexes}) as party`.execute(
    tx,
  );
  return rows[0]?.party ?? null;
}

/** @param indexes of several numbers, by each key */
export async function findPartiesOfNumbers(
  tx: Tx,
  indexes: readonly Buffer[],
): Promise<{ readonly index: Buffer; readonly party: PartyId }[]> {
  const { rows } = await sql<{ index: Buffer; party: PartyId }>`
    select index, party_id as party from identity.parties_of_numbers(${indexes})`.execute(tx);
  return rows;
}

/** @returns those indexes that are of a protected identity */
export async function findProtected(tx: Tx, indexes: readonly Buffer[]): Promise<readonly Buffer[]> {
  const { rows } = await sql<{ index: Buffer }>`select index from identity.protected_numbers(${indexes})`.execute(tx);
  return rows.map(({ index }) => index);
}

const findOwnNumber = prepared(
  (_tx, { party }: { readonly party: PartyId }) => sql<{ country: 'SE' | 'FI'; sealed: string }>`
    select country, sealed from identity.own_number(${party})`,
);

/** The sealed number of a party of the scope. */
export async function loadOwnNumber(
  tx: Tx,
  party: PartyId,
): Promise<{ readonly country: 'SE' | 'FI'; readonly sealed: string } | undefined> {
  return (await findOwnNumber(tx, { party }))[0];
}

export type OwnParty = { readonly name: string; readonly language: Language | null; readonly isProtected: boolean };

const findOwnParty = prepared((tx, { party }: { readonly party: PartyId }) =>
  tx.selectFrom('identity.party').select(['name', 'language', 'is_protected']).where('party_id', '=', party),
);

/** A party of the scope's own; undefined for others. */
export async function loadOwnParty(tx: Tx, party: PartyId): Promise<OwnParty | undefined> {
  const [row] = await findOwnParty(tx, { party });
  // The table's check holds the languages.
  return row && { name: row.name, language: row.language as Language | null, isProtected: row.is_protected };
}

export async function setLanguage(tx: Tx, party: PartyId, language: Language): Promise<void> {
  await tx.updateTable('identity.party').set({ language }).where('party_id', '=', party).execute();
}

/** `name` is null for a protected identity. */
export type ShownName = { readonly party: PartyId; readonly name: string | null; readonly isProtected: boolean };

/** Of those who have or had an office at the authority, or invited somebody to one; others are not there. */
export async function loadNames(tx: Tx, authority: AuthorityId, parties: readonly PartyId[]): Promise<ShownName[]> {
  const { rows } = await sql<{ party_id: PartyId; name: string | null; is_protected: boolean }>`
    select party_id, name, is_protected from identity.names_of(${authority}, ${parties})`.execute(tx);
  return rows.map((row) => ({ party: row.party_id, name: row.name, isProtected: row.is_protected }));
}

/** Undefined when there is no such party. */
export async function loadIsProtected(tx: Tx, party: PartyId): Promise<boolean | undefined> {
  const { rows } = await sql<{ protected: boolean | null }>`
    select identity.is_protected(${party}) as protected`.execute(tx);
  return rows[0]?.protected ?? undefined;
}

/** Those of the parties whose identity is protected. */
export async function loadProtectedAmong(tx: Tx, parties: readonly PartyId[]): Promise<PartyId[]> {
  const { rows } = await sql<{ party: PartyId }>`
    select party from unnest(${`{${parties.join()}}`}::uuid[]) party where identity.is_protected(party)`.execute(tx);
  return rows.map(({ party }) => party);
}

/** The indexes are those of each key. The party is one of the scope's, or the database refuses. */
export async function isNumberOfParty(tx: Tx, party: PartyId, indexes: readonly Buffer[]): Promise<boolean> {
  const { rows } = await sql<{ own: boolean }>`
    select identity.is_number_of(${party}, ${indexes}) as own`.execute(tx);
  return rows[0]?.own ?? false;
}
