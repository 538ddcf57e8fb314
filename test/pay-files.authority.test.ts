import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Role, RoleGrant, Task } from '../src/kernel/authority.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { unitsFromFile } from '../src/modules/directory/index.ts';
import type { Desk } from '../src/modules/intake/desk.ts';
import { countsOf, type FileKey, type MappingKey } from '../src/modules/intake/file.ts';
import { beginMapping, type Sample, seeMapping } from '../src/modules/intake/mappings.ts';
import { mend as mendRow } from '../src/modules/intake/mend-row.ts';
import { runFile } from '../src/modules/intake/run-file.ts';
import { seeFiles as seeAll, seeRow as seeKept, seeFile as seeOne } from '../src/modules/intake/see-files.ts';
import { countRows } from '../src/modules/intake/store/rows.ts';
import { type Came, takeFile } from '../src/modules/intake/take-file.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { makeEngine } from '../src/modules/payroll/engine/payslip.ts';
import { targetsFromFile } from '../src/modules/payroll/facts-in/targets-from-file.ts';
import { loadRuleBook } from '../src/modules/payroll/parameters/load-rule-book.ts';
import { askCalculation, openRun } from '../src/modules/payroll/run/handle-run.ts';
import { runSubscriptions } from '../src/modules/payroll/run/run-jobs.ts';
import { database } from './database.ts';

const sottunga = 2480766 as AuthorityId;
const foglo = 2480062 as AuthorityId;
const office = 9000004 as AuthorityId;
const db = database(mayActBy('high'));
const folder = mkdtempSync(join(tmpdir(), 'pay-files-'));
afterAll(() => rmSync(folder, { recursive: true }));
const secrets = makeSecrets(exampleDataKey);
const files = makeFileStore(folder);
const pay: Desk = {
  url: '/lon/:authority/filer',
  right: { action: 'payroll.run', task: 'payroll' },
  targets: targetsFromFile(secrets),
};
const administration: Desk = { url: '', right: { action: 'authority.administer' }, targets: [unitsFromFile] };
const no = { kind: 'not-allowed' };

function grant(employer: AuthorityId, authority: AuthorityId, task: Task, role: Role = 'case-officer'): RoleGrant {
  const agreement = employer === authority ? null : ('a' as AgreementId);
  const id = `${employer} ${authority} ${task} ${role}`;
  return { id, role, employer, authority, unit: null, tasks: [task], rights: [], agreement };
}
function official(name: string, ...grants: RoleGrant[]): Scope {
  const party = derivedId<PartyId>(name);
  const actor = { kind: 'official', party, name, assurance: 'high', session: 's', grants } as const;
  const authorities = [...new Set(grants.map(({ authority }) => authority))];
  return db.scopes({ actor, room: 'official', fence: { authorities, parties: [] } });
}
function job(): Scope {
  const actor = { kind: 'system', name: 'test' } as const;
  return db.scopes({ actor, room: 'worker', fence: { authorities: [sottunga, foglo], parties: [] } });
}
const officer = () => official('officer', grant(office, sottunga, 'payroll'));
const administrator = () => official('maja', grant(sottunga, sottunga, 'administration', 'administrator'));
const elsewhere = () => official('away', grant(foglo, foglo, 'payroll'));
const auditor = () => official('auditor', grant(sottunga, sottunga, 'payroll-audit'));

/** What an official does at a desk. */
const at = (desk: Desk) => ({
  begin: (who: Scope, to: AuthorityId, begun: { name: string; target: string; sample: Sample }) =>
    beginMapping(who, { desk, files }, to, begun),
  see: (who: Scope, key: MappingKey) => seeMapping(who, { desk, files }, key),
  take: (who: Scope, key: MappingKey, came: Came) => takeFile(who, desk, key, came),
  seeFiles: (who: Scope, of: AuthorityId) => seeAll(who, desk, of),
  seeFile: (who: Scope, key: FileKey) => seeOne(who, desk, key, 0),
  seeRow: (who: Scope, key: FileKey, row: number) => seeKept(who, { desk, secrets }, key, row),
  mend: (who: Scope, key: FileKey, row: number, cells: Record<string, string>) =>
    mendRow(who, { desk, secrets }, key, row, cells),
});
const { begin, see, take, seeRow, mend, seeFile, seeFiles } = at(pay);
const run = (key: FileKey) => runFile(job(), { targets: pay.targets, files, secrets }, key);
const counts = async (key: FileKey) => countsOf(await job().read((tx) => countRows(tx, key)));

async function sample(content: string, name = 'prov.csv') {
  const { digest, size } = await files.put(Buffer.from(content), 'application/octet-stream');
  return { digest, size, name };
}
/** A file brought by somebody, by a mapping begun from it. */
async function brought(target: string, content: string, who = officer()) {
  const came = await sample(content);
  const key = await begin(who, sottunga, { name: target, target, sample: came });
  const file = await take(who, key, came);
  await run(file);
  return { key, file, counts: await counts(file) };
}
const world = {
  'payroll.persons':
    'number;name;birthDate;identityNumber\n17;Prov Ett;1990-01-01;010190-900P\n18;Prov Två;1985-05-05;\n',
  'payroll.employments':
    'number;employment;from;to;title;position;unit\n17;1;2020-01-01;;Lärare;P1;Skola\n17;2;2021-01-01;;Vaktmästare;P2;Skola\n18;;2020-01-01;;Kock;P3;Kök\n',
  'payroll.salaries':
    'number;employment;from;monthly;share\n17;1;2020-01-01;3000,00;80\n17;2;2021-01-01;2000,00;20\n18;;2020-01-01;2500,00;\n',
  'payroll.tax-cards': 'number;from;base;limit;additional\n17;2026-01-01;18,5;40000;35\n18;2026-01-01;18,5;40000;35\n',
  'payroll.unions': 'number;from;amount\n17;2026-01-01;25\n',
  'payroll.benefits': 'number;from;to;code;amount\n18;2026-01-01;;Telefonförmån;20\n',
  'payroll.schedules': 'number;from;monday;tuesday;friday\n18;2020-01-01;7,5;7,5;4\n',
  'payroll.accounting':
    'number;employment;from;strings\n17;1;2020-01-01;4711/210 60 % + 4712 40 %\n17;2;2021-01-01;4713\n',
  'payroll.absences': 'number;employment;from;to;cause;pay\n18;1;2026-03-02;2026-03-03;Tjänstledig;utan lön\n',
  'payroll.time': 'number;from;code;hours;approved\n17;2026-02-03;evening;4;ja\n77;2026-02-03;evening;4;ja\n',
};

test('an employer is taken in from files, a run pays by them, and the same files change nothing', async () => {
  const outcomes: Record<string, unknown> = {};
  for (const [target, content] of Object.entries(world)) {
    const { waiting: _, ...counted } = (await brought(target, content)).counts;
    outcomes[target] = counted;
  }
  const all = (taken: number, quarantined = 0) => ({ taken, unchanged: 0, quarantined });
  expect(outcomes).toEqual({
    ...{ 'payroll.persons': all(2), 'payroll.employments': all(3), 'payroll.salaries': all(3) },
    ...{ 'payroll.tax-cards': all(2), 'payroll.unions': all(1), 'payroll.benefits': all(1) },
    ...{ 'payroll.schedules': all(1), 'payroll.accounting': all(2), 'payroll.absences': all(1) },
    'payroll.time': all(1, 1),
  });
  const said = () => db.sql('select md5(string_agg(facts, $1 order by number)) as said from payroll.employee', ['']);
  const before = await said();
  for (const [target, content] of Object.entries(world))
    expect(await brought(target, content)).toMatchObject({ counts: { taken: 0 } });
  expect(await said()).toEqual(before);

  const days = { from: '2026-03-01', to: '2026-03-31' };
  const pays = await openRun(officer(), sottunga, { kind: 'regular', month: days, paymentDate: '2026-03-31' });
  await askCalculation(officer(), { authority: sottunga, run: pays });
  const event = { kind: 'payroll.calculation-asked', authorities: [sottunga], parties: [], authority: sottunga };
  const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
  const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
  await runSubscriptions(engine)[0]?.handle(job(), { ...event, run: pays } as never, about);
  const paid = await db.sql<{ number: string; gross: string }>(
    `select e.number, d.gross::text from payroll.draft d join payroll.employee e using (authority_id, employee_id)
     where d.run_id = $1 order by 1`,
    [pays],
  );
  // 80 % of 3 000 and 20 % of 2 000 with four evening hours; 2 500 without two days, and a telephone
  expect(paid.map(({ number }) => number)).toEqual(['17', '18']);
  expect(Number(paid[0]?.gross)).toBeGreaterThan(280_000);
  expect(Number(paid[1]?.gross)).toBeLessThan(252_000);
});

test('a person is found by their own number, and another’s number is not taken for theirs', async () => {
  const [linked] = await db.sql<{ party: string }>(
    `select party_id as party from payroll.employee where number = '17'`,
  );
  expect(linked?.party).toMatch(/^[0-9a-f-]{36}$/);
  const wrong = 'number;name;birthDate;identityNumber\n19;Prov;1990-01-02;010190-900P\n17;Prov Ett;1991-01-01;\n';
  expect((await brought('payroll.persons', wrong)).counts).toMatchObject({ taken: 0, quarantined: 2 });
});

test('nobody takes in their own pay, neither by the file nor by mending a row of somebody else’s', async () => {
  await db.sql(`update payroll.employee set party_id = $1 where number = '18'`, [derivedId('cook')]);
  const cook = official('cook', grant(office, sottunga, 'payroll'));
  const raise = 'number;from;monthly\n18;2026-04-01;9000,00\n';
  expect((await brought('payroll.salaries', raise, cook)).counts).toMatchObject({ taken: 0, quarantined: 1 });
  const { file, counts: first } = await brought('payroll.salaries', raise.replace('9000,00', 'mycket'));
  expect(first.quarantined).toBe(1);
  const cells = { number: '18', from: '2026-04-01', monthly: '9000,00' };
  expect(await mend(cook, file, 2, cells)).toEqual({ wrong: [] });
  await run(file);
  expect(await counts(file)).toMatchObject({ taken: 0, quarantined: 1 });
});

test('each desk is for its own: who has not the right of it sees, brings and mends nothing there', async () => {
  const { key, file } = await brought('payroll.salaries', 'number;from;monthly\n18;2026-05-01;mycket\n');
  const came = await sample('number;from;monthly\n18;2026-05-01;1,00\n');
  for (const who of [administrator(), elsewhere(), auditor()]) {
    const tries = [
      () => seeFiles(who, sottunga),
      () => begin(who, sottunga, { name: 'x', target: 'payroll.salaries', sample: came }),
      () => see(who, key),
      () => take(who, key, came),
      () => seeFile(who, file),
      () => seeRow(who, file, 2),
      () => mend(who, file, 2, {}),
    ];
    for (const tried of tries)
      await expect(tried()).rejects.toMatchObject({ kind: expect.stringMatching(/not-allowed|not-found/) });
  }
  await expect(see(administrator(), key)).rejects.toMatchObject(no);
  const other = at(administration);
  expect(await other.seeFiles(administrator(), sottunga)).toEqual({ mappings: [], files: [] });
  for (const tried of [
    () => other.see(administrator(), key),
    () => other.take(administrator(), key, came),
    () => other.seeFile(administrator(), file),
    () => other.seeRow(administrator(), file, 2),
    () => other.mend(administrator(), file, 2, {}),
    () => begin(officer(), sottunga, { name: 'x', target: 'directory.units', sample: came }),
  ])
    await expect(tried()).rejects.toMatchObject({ kind: 'not-found' });
  await expect(other.seeFiles(officer(), sottunga)).rejects.toMatchObject(no);
});

test('who looks at rows about people leaves a line with each of them', async () => {
  const lines = () =>
    db.sql<{ about: string }>(`select party_id as about from kernel.audit_line where actor_name = 'second'`);
  const second = official('second', grant(office, sottunga, 'payroll'));
  const { key, file } = await brought(
    'payroll.salaries',
    'number;from;monthly\n18;2026-06-01;mycket\n99;2026-06-01;1\n',
  );
  await seeFile(second, file);
  expect(await lines()).toEqual([]);
  await seeRow(second, file, 2);
  expect(await lines()).toEqual([{ about: derivedId('cook') }]);
  const third = official('third', grant(office, sottunga, 'payroll'));
  await see(third, key);
  const [line] = await db.sql<{ about: string }>(
    `select party_id as about from kernel.audit_line where actor_name = 'third'`,
  );
  expect(line?.about).toBe(derivedId('cook'));
});
