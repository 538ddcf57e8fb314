import type { AuthorityId, PartyId } from '../../src/kernel/ids.ts';
import type { TestDatabase } from '../database.ts';

/** Of each kind, spread over the sixteen municipalities of Åland and some hundred parties. */
export const ROWS = 20_000;
const PARTIES = 400;

/** Has some three hundred of each kind. */
export const party = id(7) as PartyId;
/** With one thing of each kind, among all others. */
export const quiet = id(8) as PartyId;

/** The n-th row's id, of whatever kind. */
export function id(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

const uuid = (number: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
const hash = (number: string) => `sha256(int8send((${number})::bigint))`;
const owner = `case when n = 1 then ${uuid('8')} when n % 67 = 0 then ${uuid('7')} else ${uuid(`100 + n % ${PARTIES}`)} end`;
const at = `timestamptz '2026-01-01' + n * interval '1 minute'`;
const authority =
  '(array(select authority_id from directory.authority where country = $$AX$$ and kind = $$municipality$$ order by 1))[1 + (n / 7) % 16]';

export const token = (n: number) => `select ${hash(String(n))} as hash`;

/** Rows enough for a sequential scan to be what a forgotten index gets. */
export async function plantMany(db: TestDatabase): Promise<readonly AuthorityId[]> {
  const rows = `from generate_series(1, ${ROWS}) n`;
  await db.sql('begin');
  for (const statement of [
    `insert into kernel.outbox select ${uuid('n')}, 'test.happened', ${at}, '{}' ${rows}`,
    `insert into kernel.audit_line select ${owner}, ${uuid('n')}, ${at}, ${authority}, 'official', null, 'x', 'case.read', 'x', '[]', '{}', 'r' ${rows}`,
    `insert into identity.party select ${uuid('n')}, 'person', 'x', 'sv', false, ${at} ${rows}`,
    `insert into identity.identity_number select ${uuid('n')}, 'FI', 'x' ${rows}`,
    `insert into identity.number_index select ${hash('n')}, ${uuid('n')} ${rows}`,
    `insert into identity.contact select ${uuid('n')}, 'email', 'x', ${at}, null, null, null ${rows}`,
    `insert into identity.role_assignment (authority_id, assignment_id, party_id, role, tasks, from_day, given_at)
       select ${authority}, ${uuid('n')}, ${uuid('n')}, 'case-officer', '{child-care}', '2026-01-01', ${at} ${rows}`,
    `insert into identity.session select ${hash('n')}, ${uuid('n')}, ${uuid('n')}, 'high', '', ${at}, '2026-02-01 11:00', '2026-04-01' ${rows}`,
    `insert into identity.sign_in_attempt select ${hash('n')}, 'x', '2026-04-01' ${rows}`,
    `insert into identity.invitation select ${hash('n')}, ${uuid('n')}, ${authority}, 'case-officer', null, '{child-care}',
       '{}', 'x', null, ${at}, '2027-01-01' ${rows}`,
    `insert into notifications.tip select ${authority}, ${uuid('n')}, ${at}, 'new-message', 'email', 'sv', 'x',
       case when n % 100 = 0 then 'refused' else 'accepted' end, ${at} ${rows}`,
    `insert into notifications.attempt select ${authority}, ${uuid('n')}, 1, ${at}, ${at}, 'accepted', null ${rows}`,
    `insert into notifications.again select ${authority}, ${uuid('n')}, 0, ${at}, ${uuid('n')}, 'x' ${rows}`,
    `insert into directory.barrier_report select ${authority}, ${uuid('n')}, ${at}, '/', 'x' ${rows}`,
    `insert into mailbox.message select ${owner}, ${uuid('n')}, ${authority}, 'x', 'AX', 'decision', 'sv', 'x', 'x', null, null,
       null, 1, ${at}, case when n % 3 = 0 then null else ${at} end ${rows}`,
    `insert into mailbox.attachment select ${owner}, ${uuid('n')}, 1, repeat('a', 64), 'x', 'application/pdf' ${rows}`,
    `insert into services.service select 'se.prov/prov-' || n, 'child-care', 'x', 1 from generate_series(1, 70) n`,
    `insert into services.version select service_id, 1, repeat('a', 64), '{}', now() from services.service where service_id ~ 'prov/'`,
    `insert into services.adoption (authority_id, service_id, slug, version, settings, adopted_at)
       select authority_id, service_id, split_part(service_id, '/', 2), 1, '{}', now()
       from directory.authority, services.service where kind = 'municipality' and service_id ~ 'prov/'`,
    `insert into services.draft select ${owner}, ${uuid('n')}, ${authority}, 'se.prov/prov-1', 1, 1, '{}', '{}', '[]', ${at}, ${at}, null ${rows}`,
    `insert into cases."case" (authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id, service_version,
         definition_sha256, task, applicant, parties, protected, language, filed_at, seq, phase, stage, assignee, assignee_name,
         due_on, changed_at, closed_at, erase_on, answers, answers_sha256, settings)
       select ${authority}, ${uuid('n')}, 2026, n, 'X', 'se.prov/prov-1', 1, repeat('a', 64), 'child-care', p, array[p], false,
         'sv', t, 1, case when closed then 'closed' else 'received' end, case when closed then 'closed' else 'open' end,
         case when n % 5 = 0 then ${uuid('7')} end, case when n % 5 = 0 then 'x' end, t::date, t, case when closed then t end,
         case when closed then t::date + 1000 end, '{}', repeat('a', 64), '{}'
       from (select n, ${at} as t, n % 2 = 0 as closed, ${owner} as p ${rows}) n`,
    `insert into cases.action select ${authority}, ${uuid('n')}, 1, 'filed', ${at}, ${uuid('n')}, array[${owner}],
       jsonb_build_object('by', '{}'::jsonb, 'basis', '[]'::jsonb, 'act', '{}'::jsonb) ${rows}`,
    `insert into cases.case_party select ${owner}, ${authority}, ${uuid('n')}, 'applicant', 'se.prov/prov-1', 1, 'X', 'received', null,
       'authority', '2026-03-01', ${at}, ${at} ${rows}`,
  ]) {
    await db.sql(statement);
  }
  await db.sql('commit');
  await db.sql('analyze');
  const found = await db.sql<{ id: AuthorityId }>(
    `select authority_id as id from directory.authority where country = 'AX' and kind = 'municipality' order by 1`,
  );
  return found.map((row) => row.id);
}
