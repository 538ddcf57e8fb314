import type pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Migration, migrate, migrationFiles } from '../src/kernel/database/migrate.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { shipAuthorities } from '../src/modules/directory/ship-authorities.ts';
import { shipServices } from '../src/modules/services/ship-services.ts';

/**
 * A row of every table, as it could be written on the day that the table was made; in an order in which one may point at
 * another. A later migration must carry it along, whatever it changes: so these are never edited, only added to.
 */
const firstRows: Readonly<Record<string, string>> = {
  'kernel.login_role': `values ('worker', 'filled_worker', 'x') on conflict do nothing`,
  'kernel.outbox': `values ('${id(1)}', 'test.happened', '${at()}', '{"authorities": [], "parties": []}')`,
  'kernel.audit_line': `values ('${id(1)}', '${id(2)}', '${at()}', 1, 'official', '${id(3)}', 'Karin', 'case.read', 'x', '[]', '{}', 'r')`,
  'kernel.job_worker': `values ('worker-1', 1)`,
  'kernel.world': `values ('prov', '${at()}')`,
  'kernel.installation': `values (true, '${at()}') on conflict do nothing`,
  'directory.authority': `(authority_id, kind, country, code, name, slug) values (1, 'municipality', 'AX', '001', 'Prov', 'prov'), (2, 'joint', 'AX', null, 'Kansli', 'kansli')`,
  'directory.theme': `values (1, 'a {}', '${at()}')`,
  'directory.unit': `values (2, '${id(4)}', 'Barnomsorg', '{child-care}', '2026-01-01', null)`,
  'directory.agreement': `values ('${id(5)}', 2, 'Avtal', '{child-care}', '2026-01-01', null, 'prov')`,
  'directory.agreement_member': `values ('${id(5)}', 1, '2026-01-01', null)`,
  'directory.succession': `values ('${id(6)}', 1, 2, '2027-01-01', '${at()}', null, 'prov')`,
  'directory.host_name': `values ('www.prov.example', 1, '${at()}')`,
  'directory.barrier_report': `values (1, '${id(7)}', '${at()}', '/prov', 'Knappen syns inte')`,
  'notifications.tip': `values (1, '${id(8)}', '${at()}', 'new-message', 'email', 'sv', 'Prov', 'accepted', '${at()}')`,
  'notifications.attempt': `values (1, '${id(8)}', 1, '${at()}', '${at()}', 'accepted', '250')`,
  'notifications.again': `values (1, '${id(8)}', 1, '${at()}', '${id(3)}', 'Olle')`,
  'base_registers.copy': `values ('person', sha256('p'), 'sealed', '${at()}', '${at()}', '${at()}')`,
  'base_registers.asked': `values ('${id(1)}', 'person', '${at()}', 'failed', 'slow', 801, 'identity.purpose.sign-in')`,
  'identity.party': `values ('${id(1)}', 'person', 'Anna', 'sv', true, '${at()}')`,
  'identity.identity_number': `values ('${id(1)}', 'FI', 'sealed')`,
  'identity.number_index': `values (sha256('a'), '${id(1)}')`,
  'identity.contact': `values ('${id(1)}', 'email', 'sealed', '${at()}', null, null, null)`,
  'identity.role_assignment': `(authority_id, assignment_id, party_id, role, tasks, rights, from_day, given_at)
    values (2, '${id(9)}', '${id(3)}', 'case-officer', '{child-care}', '{protected-identity}', '2026-01-01', '${at()}')`,
  'identity.session': `values (sha256('s'), '${id(10)}', '${id(1)}', 'high', 'Firefox', '${at()}', '${at()}', '${at()}')`,
  'identity.sign_in_attempt': `values (sha256('t'), 'sealed', '${at()}')`,
  'identity.invitation': `values (sha256('i'), '${id(11)}', 1, 'administrator', null, '{administration}', '{}', 'Maja', null, '${at()}', '${at()}', null, null)`,
  'mandates.mandate': `values ('${id(40)}', 1, array['${id(1)}'::uuid], array['${id(1)}'::uuid], array['${id(3)}'::uuid],
    '{"kind": "everything"}', 'active', false, '${at()}', '2027-01-01', '${at()}', null, null, null, null, null, null, null, '{}')`,
  'mandates.event': `values ('${id(40)}', 1, 'drafted', '${at()}', array['${id(1)}'::uuid], '[]', '{}')`,
  'mandates.mandate_party': `values ('${id(1)}', '${id(40)}', 'grantor', array['${id(3)}'::uuid], 'registered', '2027-01-01', '${at()}')`,
  'mandates.register_right': `values ('${id(1)}', '${id(41)}', 'guardian', 'x', 'Elsa', true, null, '${at()}', null, 'population', '${at()}', false)`,
  'mandates.register_heard': `values ('${id(41)}', 'represented', 'population', '${at()}', '${at()}', '${at()}', null)`,
  'mandates.party_state': `values ('${id(41)}', 'dead', '${at()}', 'population', '${at()}')`,
  'mandates.elsewhere': `values ('${id(1)}', '${id(41)}', 'mina-ombud', '{7522281}', 'Prov', 'sealed', '${at()}', '${at()}')`,
  'mandates.due_notice': `values ('${id(42)}', 'expiring', array['${id(1)}'::uuid], '2026-12-01')`,
  'mandates.paper': `values (1, '${id(40)}', array['${id(1)}'::uuid], '{"sv": "Prov"}', '${'a'.repeat(64)}', 'fullmakt.pdf', 'application/pdf', '${'a'.repeat(64)}', '${id(18)}', '${id(3)}', 'Karin', '${at()}', null, null, null)`,
  'intake.mapping': `values (1, '${id(18)}', 'Enheter', 'directory.units', 1, '{}', '${'a'.repeat(64)}', 'enheter.csv', null, '${at()}', '${id(3)}', 'Maja')`,
  'intake.file': `values (1, '${id(19)}', '${id(18)}', 1, 'directory.units', '{}', 'enheter.csv', '${'a'.repeat(64)}', 12, '${at()}', '${id(3)}', 'Maja', null, 'settled', null, '${at()}')`,
  'intake."row"': `values (1, '${id(19)}', 2, 'quarantined', sha256('k'), sha256('d'), 'sealed', '[{"reason": "contradicts"}]', null, null, null)`,
  'exchange.destination': `values (1, '${id(20)}', 'Lönebyrån', 'sftp', 'sftp.example.org', 22, 'prov', '/in', 'SHA256:x', 'ssh-ed25519 x', 'sealed', false, '${at()}', '${id(3)}', 'Maja')`,
  'exchange.delivery': `values (1, '${id(21)}', '${id(20)}', 'redovisning.csv', 'intake.account', 'x', '${'a'.repeat(64)}', 12, '${at()}', 'delivered', 0, '{}', '${at()}')`,
  'exchange.arrival': `values (1, '${id(23)}', '${id(18)}', 'tid.csv', 'machine', 'Tidsystemet', '${'a'.repeat(64)}', 12, '${at()}', '${id(19)}', null)`,
  'exchange.source': `values (1, '${id(24)}', '${id(20)}', 'bank-answer', '/ut', null, '${at()}', '${id(3)}', 'Maja', null, null, null, null, '[]')`,
  'exchange.subscriber': `values (1, '${id(20)}', 'Journalen', 'https://journal.example.org/krok', 'sealed', '{case.opened}', '${at()}', '${id(3)}', 'Maja', null)`,
  'exchange.push': `values (1, '${id(21)}', '${id(20)}', 'case.opened', '${id(22)}', 1, '${at()}', 'delivered', '${at()}')`,
  'exchange.push_attempt': `values (1, '${id(21)}', 1, '${at()}', '${at()}', 'delivered', '204')`,
  'exchange.attempt': `values (1, '${id(21)}', 1, '${at()}', '${at()}', 'delivered', 'sent')`,
  'exchange.reconciliation': `values (1, '${id(20)}', '${at()}', 'answered', 1, '[]')`,
  'mailbox.message': `values ('${id(1)}', '${id(12)}', 1, 'Prov', 'AX', 'decision', 'sv', 'Beslut', 'Beviljas', 1, '${id(13)}', 'P 2026-0001', 1, '${at()}', null)`,
  'mailbox.attachment': `values ('${id(1)}', '${id(12)}', 1, '${'a'.repeat(64)}', 'Beslut.pdf', 'application/pdf')`,
  'mailbox.message_event': `values ('${id(1)}', '${id(12)}', 1, 'delivered', '${at()}', null)`,
  'kernel.machine_client': `values (1, '${id(1)}', 'Prov', sha256('k'), '{cases.read}', '${at()}', 'Maja', '2027-01-01 10:00:00+00', null)`,
  'overview.last_known': `values ('${id(1)}', 'prov', 'sealed', '${at()}')`,
  'overview.meaning': `values (1, 'prov', 'status', 'x', 1, '2026-03-02', '{"words": {"sv": "Prov"}}', '${at()}', 'Maja')`,
  'overview.code_seen': `values (1, 'prov', 'x', '', 'me', 'x', 3, '${at()}', '${at()}')`,
  'overview.calendar_feed': `values ('${id(1)}', sha256('k'), 'sv', '${at()}', null)`,
  'overview.source_answer': `values ('prov', '${at()}', 'slow', 3, '${at()}')`,
  'signing.signing': `values ('${id(17)}', 'mandate', 'x', null, '{}', '${'a'.repeat(64)}', '[{"party": "${id(1)}", "onBehalfOf": null}]', false, '2027-01-01', '${id(1)}', '${at()}', array['${id(1)}'::uuid], 1, 'open')`,
  'signing.event': `values ('${id(17)}', 1, 'requested', '${at()}', '${id(1)}', array['${id(1)}'::uuid], '{}')`,
  'signing.signer': `values ('${id(1)}', '${id(17)}', 'me', '2027-01-01', '${at()}')`,
  'signing.attempt': `values ('${id(1)}', sha256('s'), '${id(17)}', '${id(10)}', 'sealed', '${at()}')`,
  'signing.key': `values ('k1', '{"kty": "EC"}', 'sealed', '${at()}', null)`,
  'approvals.request': `values (1, '${id(18)}', 'prov', 'x', 'payroll', '${'a'.repeat(64)}', '{"what": {}, "facts": []}', null, 100, 'SEK', '{"eyes": 2}', '${id(3)}', 'Karin', '{}', '{}', '${at()}', '2027-01-01', 1, 'open')`,
  'approvals.vote': `values (1, '${id(18)}', 1, 'approved', '${at()}', '${id(1)}', 'Anna', null, true, null, '[]')`,
  'approvals.approver': `values (1, '${id(19)}', '${id(1)}', 'Anna', 'payroll', 100, 'SEK', null, '2026-01-01', null, '${id(3)}', '${at()}', null)`,
  'payments.batch': `values (1, '${id(20)}', 'm1', 'payroll', 'salary', 'sepa', 'pain.001.001.03', 'EUR', '{}', '2026-12-01', 1, 100, '${'a'.repeat(64)}', '${'a'.repeat(64)}', '${id(3)}', 'Karin', '${at()}', null, null, null, null, 'open')`,
  'payments.payment': `values (1, '${id(20)}', 1, 'p1', 'e1', '${id(1)}', 'sealed', 100, 'waiting', null, '${at()}')`,
  'payments.account': `values (1, '${id(21)}', '${id(1)}', 'sealed', 'FI21 … 0785', 'sepa', 'payroll', '${'a'.repeat(64)}', false, '${id(18)}', '${id(3)}', '${at()}', '${at()}', '2026-12-01', 'approved')`,
  'payments.payer': `values (1, 'sepa', '{}', '${at()}', '${id(3)}', 'Karin')`,
  'payments.receipt': `values (1, '${id(22)}', '${'a'.repeat(64)}', 'pain.002', 'b1', '${at()}', '${id(3)}', 'Karin', '{"told": 1, "changed": 1, "unknown": 0}')`,
  'services.service': `values ('ax.prov/prov', 'child-care', 'family', 1)`,
  'services.version': `values ('ax.prov/prov', 1, '${'a'.repeat(64)}', '{}', '${at()}')`,
  'services.adoption': `(authority_id, service_id, slug, version, settings, adopted_at) values (1, 'ax.prov/prov', 'prov', 1, '{}', '${at()}')`,
  'services.adoption_change': `values (1, 'ax.prov/prov', 2, '${at()}', '${id(3)}', 'Maja', '[]', '[]')`,
  'services.draft': `(party_id, draft_id, authority_id, service_id, version, seq, answers, started_at, changed_at)
    values ('${id(1)}', '${id(14)}', 1, 'ax.prov/prov', 1, 1, '{"child": "x"}', '${at()}', '${at()}')`,
  'cases."case"': `(authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id, service_version, definition_sha256,
      task, applicant, parties, protected, language, filed_at, seq, phase, stage, due_on, changed_at, answers, answers_sha256, settings)
    values (1, '${id(13)}', 2026, 1, 'P 2026-0001', 'ax.prov/prov', 1, '${'a'.repeat(64)}', 'child-care', '${id(1)}',
      array['${id(1)}'::uuid], true, 'sv', '${at()}', 1, 'received', 'open', '2026-03-01', '${at()}', '{}', '${'a'.repeat(64)}', '{}')`,
  'cases.action': `values (1, '${id(13)}', 1, 'filed', '${at()}', '${id(15)}', array['${id(1)}'::uuid], '{}')`,
  'cases.case_party': `values ('${id(1)}', 1, '${id(13)}', 'applicant', 'ax.prov/prov', 1, 'P 2026-0001', 'received', null, 'authority', '2026-03-01', '${at()}', '${at()}')`,
  'payroll.employee': `values (1, '${id(20)}', '17', 'Anna', '${id(1)}', '1990-01-01', 'AX', 1, '[]', 'k')`,
  'payroll.fact': `values (1, '${id(20)}', 1, 'union', null, '2026-01-01', null, null, false, '${at()}', '${id(3)}', 'fil', '{"amount": 100}')`,
  'payroll.request': `values (1, '${id(22)}', '${id(20)}', '${id(1)}', 'absence', 1, '2026-01-01', '2026-01-02', '{"cause": "sick"}', '${at()}', 'waiting', null, null, null, null)`,
  'payroll.old_line': `values (1, '2026-01-01', '17', '110', 100, '${at()}')`,
  'payroll.code_map': `values (1, '110', 'monthly', '${at()}', '${id(3)}')`,
  'payroll.difference_answer': `values (1, '2026-01-01', '${id(20)}', 'tax', 1, 2, 'accepted', 'öre', '${at()}', '${id(3)}', 'Maja')`,
  'payroll.go_live': `values (1, '${at()}', '${id(3)}', 'Maja', 'prov')`,
  'payroll.run': `values (1, '${id(21)}', 'regular', '2026-01-01', '2026-01-31', '2026-01-30', 1, 'open', null, 'x', 0, 1, false, null, '${at()}')`,
  'payroll.run_event': `values (1, '${id(21)}', 1, 'opened', '${at()}', '${id(3)}', 'Maja', '[]', '{}')`,
  'payroll.line_shape': `values (140737488355329, '{"code": "tax"}')`,
  'payroll.draft': `values (1, '${id(21)}', '${id(20)}', '${id(1)}', 1, 'x', null, 100, 90, 20, '{1}', '{140737488355329, 100}')`,
  'payroll.payslip': `values (1, '${id(20)}', '2026-01-30', '${id(21)}', '2026-01-01', '2026-01-31', '${id(1)}', 1, 'x', 100, 90, 20, '{1}', '{140737488355329, 100}', '${at()}')`,
  'payroll.report_terms': `values (1, 1, '{}', '${at()}', '${id(3)}', 'Maja')`,
  'payroll.report': `values (1, '${id(22)}', 'agi', null, '2026-01-01', 1, '${at()}', '${id(3)}', 'Maja', 'made', 'x.xml', '${'a'.repeat(64)}', 10, 1, 100, false, '[]', null, null, null, null)`,
  'payroll.reported': `values (1, '${id(22)}', '${id(20)}', 'agi 202601', '1', 1, 'd', false)`,
  'payroll.specification_number': `values (1, '${id(20)}', 1)`,
  'payroll.change': `values (1, '${id(20)}', '{}', '${'a'.repeat(64)}', '${id(22)}', '${id(3)}', '${at()}', 'proposed')`,
  'payroll.recovery_request': `values (1, '${id(20)}', '${id(20)}', '${id(20)}', '{}', '${'a'.repeat(64)}', '${id(22)}', '${id(3)}', '${at()}', 'proposed')`,
  'payroll.pay_out': `values (1, '${id(21)}', '${id(20)}', '${id(22)}', 90, '${at()}')`,
  'payroll.projection': `values (1, '${id(21)}', 'payments', 1, 90, '${'a'.repeat(64)}', '${at()}')`,
  'payroll.finding': `values (1, '${id(21)}', '${id(20)}', 'no-card', 6, null, '{}', 'd')`,
  'payroll.finding_answer': `values (1, '${id(21)}', '${id(20)}', 'no-card', 'd', 'accepted', '', '${at()}', '${id(3)}', 'Maja')`,
  'cases.tombstone': `values (1, '${id(16)}', 'ax.prov/prov', 2020, 1, 'P 2020-0001', '2020-01-01', '${at()}', 'x')`,
};

function id(n: number): string {
  return `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}
function at(): string {
  return '2026-01-02 10:00:00+00';
}

const secrets = makeSecrets(exampleDataKey);
const name = `f_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
const url = Object.assign(new URL(inject('postgres').owner), { pathname: name }).href;
let owner: pg.Client;

async function asAdmin(...statements: string[]): Promise<void> {
  const admin = await connectAsOwner(Object.assign(new URL(url), { pathname: 'postgres' }).href);
  for (const statement of statements) await admin.query(statement);
  await admin.end();
}
beforeAll(async () => {
  await asAdmin(`create database ${name}`);
  owner = await connectAsOwner(url);
});
afterAll(async () => {
  await owner.end();
  const logins = ['official', 'resident', 'worker'].map((room) => `drop role if exists ${name}_${room}`);
  await asAdmin(`drop database if exists ${name} with (force)`, ...logins);
});

/** Columns that a later migration takes away: what was made again from elsewhere, never what somebody has written. */
const takenAway: Readonly<Record<string, readonly string[]>> = { 'mandates.register_right': ['is_stale'] };

function kept(table: string, row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !takenAway[table]?.includes(column)));
}

async function tables(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
  );
  return rows.map((row) => row.name);
}
async function content(table: string): Promise<object[]> {
  const { rows } = await owner.query<{ row: object }>(`select to_jsonb(t) as row from ${table} t order by t::text`);
  return rows.map(({ row }) => row);
}
async function everything(): Promise<Record<string, object[]>> {
  const all: Record<string, object[]> = {};
  for (const table of await tables()) all[table] = await content(table);
  return all;
}

test('what was written when a table was new is there after every migration since, and a second run changes nothing', async () => {
  const files: Migration[] = migrationFiles();
  const planted: Record<string, object[]> = {};
  for (let upTo = 1; upTo <= files.length; upTo++) {
    await migrate(url, { secrets, migrations: files.slice(0, upTo) });
    const there = new Set(await tables());
    for (const [table, row] of Object.entries(firstRows)) {
      if (!there.has(table) || planted[table]) continue;
      await owner.query(`insert into ${table} ${row}`);
      planted[table] = await content(table);
    }
  }

  expect(Object.keys(planted).sort(), 'a table has no row here: add one').toEqual(
    (await tables()).filter((table) => table !== 'kernel.migration'),
  );
  for (const [table, rows] of Object.entries(planted)) {
    expect(rows.length, table).toBeGreaterThan(0);
    for (const row of rows)
      expect(await content(table), table).toContainEqual(expect.objectContaining(kept(table, row)));
  }

  const before = await everything();
  const ran: string[] = [];
  await migrate(url, { secrets, onRun: (file) => ran.push(file) });
  expect(ran).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('facts that ship change nothing of what an authority has made its own, however often they are brought', async () => {
  async function ship(client: pg.Client): Promise<void> {
    await shipAuthorities(client);
    await shipServices(client);
  }
  await migrate(url, { secrets, ship });
  await owner.query(`update directory.authority set joined_at = '${at()}', accent = '#123456' where slug = 'sottunga'`);
  const before = await everything();
  await migrate(url, { secrets, ship });
  expect(await everything()).toEqual(before);
});

test.each(migrationFiles().map((file) => [file.name]))(
  '%s can not be edited once a database has had it',
  async (edited) => {
    const changed = migrationFiles().map((file) => (file.name === edited ? { ...file, checksum: 'another' } : file));
    await expect(migrate(url, { secrets, migrations: changed })).rejects.toThrow(`${edited} has been edited`);
  },
);
