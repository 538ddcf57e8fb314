import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Country } from '../engine/codes.ts';
import type { Day } from '../engine/day.ts';
import type { Fact, RecordedFact } from '../facts/fact.ts';

export type Employee = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly party: PartyId | null;
  readonly birthDate: Day;
  readonly country: Country;
  readonly seq: number;
  readonly facts: string;
};

const columns = sql`authority_id as authority, employee_id::text as id, number, name, party_id::text as party,
  birth_date::text as "birthDate", country, seq, facts`;

export async function loadEmployee(tx: Tx, authority: AuthorityId, id: string): Promise<Employee | undefined> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee where authority_id = ${authority} and employee_id = ${id}::uuid`.execute(
    tx,
  );
  return rows[0];
}

/** Some employees of an employer. */
export async function loadEmployees(
  tx: Tx,
  authority: AuthorityId,
  ids: readonly string[],
): Promise<readonly Employee[]> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee
    where authority_id = ${authority} and employee_id = any (${`{${ids.join()}}`}::uuid[]) order by employee_id`.execute(
    tx,
  );
  return rows;
}

/** Whom the employer calls by a number; held until the transaction ends, so that two who record do it one after the other. */
export async function employeeByNumber(tx: Tx, authority: AuthorityId, number: string): Promise<Employee | undefined> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee
    where authority_id = ${authority} and number = ${number} for update`.execute(tx);
  return rows[0];
}

/** Who they are whom the employer calls by these numbers, where it is known. */
export async function partiesOfEmployees(
  tx: Tx,
  authority: AuthorityId,
  numbers: readonly string[],
): Promise<readonly PartyId[]> {
  const { rows } = await sql<{ party: PartyId }>`
    select distinct party_id::text as party from payroll.employee
    where authority_id = ${authority} and party_id is not null
      and number in (select json_array_elements_text(${JSON.stringify(numbers)}::json))`.execute(tx);
  return rows.map(({ party }) => party);
}

/** What a person is called, and who it is. */
export async function updateEmployee(
  tx: Tx,
  { authority, id }: Pick<Employee, 'authority' | 'id'>,
  { name, party }: Pick<Employee, 'name' | 'party'>,
): Promise<void> {
  await sql`
    update payroll.employee set name = ${name}, party_id = ${party}::uuid
    where authority_id = ${authority} and employee_id = ${id}::uuid`.execute(tx);
}

/** Whether a person is paid by an employer. */
export async function isPaidBy(tx: Tx, authority: AuthorityId, party: PartyId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payroll.employee where authority_id = ${authority} and party_id = ${party}::uuid limit 1`.execute(tx);
  return rows.length > 0;
}

/** A person's own rows with every employer that pays them. */
export async function ownEmployee(tx: Tx, party: PartyId): Promise<readonly Employee[]> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee where party_id = ${party}::uuid order by authority_id`.execute(tx);
  return rows;
}

/** Whoever has been away as a parent, whenever that was. */
export async function parentsOnLeave(tx: Tx, authority: AuthorityId): Promise<readonly Employee[]> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee
    where authority_id = ${authority} and facts like '%"cause":"parental"%' order by employee_id`.execute(tx);
  return rows;
}

type NewEmployee = Omit<Employee, 'authority' | 'seq' | 'facts'> & {
  readonly facts: string;
  readonly seq: number;
  readonly account: string | null;
};

/** @throws Refusal conflict when the employer's number is taken */
export async function insertEmployees(
  tx: Tx,
  authority: AuthorityId,
  employees: readonly NewEmployee[],
): Promise<void> {
  await sql`
    insert into payroll.employee (authority_id, employee_id, number, name, party_id, birth_date, country, seq, facts, account_index)
    select ${authority}, r.id, r.number, r.name, r.party, r."birthDate", r.country, r.seq, r.facts, r.account
    from json_to_recordset(${JSON.stringify(employees)}::json) as r(id uuid, number text, name text, party uuid,
      "birthDate" date, country text, seq int, facts text, account text)`
    .execute(tx)
    .catch(onUnique('payroll.employee.number-taken'));
}

export type NewFact = Fact & {
  readonly employee: string;
  readonly replaces?: number | null;
  readonly withdrawn?: boolean;
  readonly source: string;
};

/** @throws Refusal conflict when somebody else recorded something of the same employee first */
export async function insertFacts(
  tx: Tx,
  authority: AuthorityId,
  facts: readonly NewFact[],
  by: PartyId | null,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.fact (authority_id, employee_id, seq, kind, employment, valid_from, valid_to, replaces, withdrawn,
      recorded_at, recorded_by, source, body)
    select ${authority}, r.employee, r.seq, r.kind, r.employment, r."from", r."to", r.replaces, coalesce(r.withdrawn, false),
      ${at.toString()}::timestamptz, ${by}::uuid, r.source, r.body
    from json_to_recordset(${JSON.stringify(facts)}::json) as r(employee uuid, seq int, kind text, employment smallint,
      "from" date, "to" date, replaces int, withdrawn boolean, source text, body jsonb)`
    .execute(tx)
    .catch(onUnique('payroll.facts.changed-meanwhile'));
}

/** What holds now, beside the facts that say so. */
export async function updateHolding(
  tx: Tx,
  { authority, id }: Pick<Employee, 'authority' | 'id'>,
  holding: { readonly seq: number; readonly facts: string; readonly account: string | null },
): Promise<void> {
  await sql`
    update payroll.employee set seq = ${holding.seq}, facts = ${holding.facts}, account_index = ${holding.account}
    where authority_id = ${authority} and employee_id = ${id}::uuid`.execute(tx);
}

export async function loadFacts(tx: Tx, authority: AuthorityId, employee: string): Promise<readonly RecordedFact[]> {
  const { rows } = await sql<RecordedFact>`
    select seq, kind, employment, valid_from::text as "from", valid_to::text as "to", replaces, withdrawn,
      recorded_at as "recordedAt", source, body
    from payroll.fact where authority_id = ${authority} and employee_id = ${employee}::uuid order by seq`.execute(tx);
  return rows;
}

/** Employees of an employer with hours that nobody has approved yet. */
export async function employeesWithOpenTime(
  tx: Tx,
  authority: AuthorityId,
  most: number,
): Promise<readonly Employee[]> {
  const { rows } = await sql<Employee>`
    select ${columns} from payroll.employee
    where authority_id = ${authority} and facts like '%"approved":false%' order by name, employee_id limit ${most}`.execute(
    tx,
  );
  return rows;
}
