import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { RequestState, Said } from '../requests/request.ts';

type NewRequest = Said & {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly employee: string;
  readonly party: PartyId;
  readonly employment: number | null;
  readonly at: Temporal.Instant;
};

export type RequestRow = Omit<NewRequest, keyof Said> &
  Said & {
    readonly state: RequestState;
    readonly reason: string | null;
    readonly by: string | null;
  };

const columns = sql`r.authority_id as authority, r.request_id::text as id, r.employee_id::text as employee,
  r.party_id::text as party, r.kind, r.employment, r.valid_from::text as "from", r.valid_to::text as "to", r.body,
  r.asked_at as at, r.state, r.reason, r.decided_by_name as by`;

export async function insertRequest(tx: Tx, one: NewRequest): Promise<void> {
  await sql`
    insert into payroll.request (authority_id, request_id, employee_id, party_id, kind, employment, valid_from, valid_to,
      body, asked_at, state)
    values (${one.authority}, ${one.id}::uuid, ${one.employee}::uuid, ${one.party}::uuid, ${one.kind}, ${one.employment},
      ${one.from}::date, ${one.to}::date, ${JSON.stringify(one.body)}::jsonb, ${one.at.toString()}::timestamptz, 'waiting')`.execute(
    tx,
  );
}

/** What a person has said to every employer, newest first. */
export async function ownRequests(tx: Tx, party: PartyId, most: number): Promise<readonly RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from payroll.request r where party_id = ${party}::uuid order by asked_at desc limit ${most}`.execute(
    tx,
  );
  return rows;
}

/** @returns whether it still waited */
export async function withdrawRequest(tx: Tx, party: PartyId, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update payroll.request set state = 'withdrawn', decided_at = ${at.toString()}::timestamptz
    where party_id = ${party}::uuid and request_id = ${id}::uuid and state = 'waiting'`.execute(tx);
  return numAffectedRows === 1n;
}

/** What waits at an employer, oldest first. */
export async function waitingRequests(tx: Tx, authority: AuthorityId, most: number): Promise<readonly RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from payroll.request r where authority_id = ${authority} and state = 'waiting'
    order by asked_at, request_id limit ${most}`.execute(tx);
  return rows;
}

export async function loadRequest(tx: Tx, authority: AuthorityId, id: string): Promise<RequestRow | undefined> {
  const { rows } = await sql<RequestRow>`
    select ${columns} from payroll.request r where authority_id = ${authority} and request_id = ${id}::uuid`.execute(
    tx,
  );
  return rows[0];
}

type Decided = {
  readonly state: 'approved' | 'refused';
  readonly reason: string | null;
  readonly by: PartyId;
  readonly byName: string;
  readonly at: Temporal.Instant;
};

/** @returns whether it still waited */
export async function decideRequest(tx: Tx, authority: AuthorityId, id: string, decided: Decided): Promise<boolean> {
  const { state, reason, by, byName, at } = decided;
  const { numAffectedRows } = await sql`
    update payroll.request set state = ${state}, reason = ${reason}, decided_by = ${by}::uuid, decided_by_name = ${byName},
      decided_at = ${at.toString()}::timestamptz
    where authority_id = ${authority} and request_id = ${id}::uuid and state = 'waiting'`.execute(tx);
  return numAffectedRows === 1n;
}
