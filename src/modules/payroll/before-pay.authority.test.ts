import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Actor, RoleGrant, Task } from '../../kernel/authority.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId, type UnitId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import type { Scope } from '../../kernel/scope.ts';
import { unitIdOf } from '../directory/index.ts';
import { mayActBy } from '../mandates/index.ts';
import { makeEngine } from './engine/payslip.ts';
import { addEmployees, type SaidEmployee } from './facts/record-facts.ts';
import { oldLinesFromFile } from './parallel/old-lines-from-file.ts';
import { classify, readParallel, readParallelMonth, setCode, signGoLive } from './parallel/parallel-run.ts';
import { loadRuleBook } from './parameters/load-rule-book.ts';
import { previewChange } from './preview/preview-change.ts';
import { askFor, readOwnWork, takeBack } from './requests/ask.ts';
import { answerRequest, approveTime, readWaiting } from './requests/manage.ts';
import { askCalculation, checkRun, openRun, releaseRun } from './run/handle-run.ts';
import { runSubscriptions } from './run/run-jobs.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const foglo = 2480062 as AuthorityId;
const office = 9000004 as AuthorityId;
const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
const [anna, chief] = [derivedId<PartyId>('anna'), derivedId<PartyId>('chief')];
const school = unitIdOf(sottunga, 'skola') as UnitId;
const idOf = (number: string) => derivedId<string>('employee', number);
const no = { kind: 'not-allowed' };

function grant(employer: AuthorityId, authority: AuthorityId, task: Task, unit: UnitId | null = null): RoleGrant {
  const agreement = employer === authority ? null : ('a' as AgreementId);
  const id = `${employer} ${authority} ${task} ${unit}`;
  return { id, role: 'case-officer', employer, authority, unit, tasks: [task], rights: [], agreement };
}
function official(name: string, ...grants: RoleGrant[]): Scope {
  const actor: Actor = {
    ...{ kind: 'official', party: derivedId<PartyId>(name), name, assurance: 'high', session: 's', grants },
  };
  const authorities = [...new Set(grants.map(({ authority }) => authority))];
  return db.scopes({ actor, room: 'official', fence: { authorities, parties: [] } });
}
function resident(party: PartyId, principal = party): Scope {
  const actor: Actor = { kind: 'person', party, name: 'P', assurance: 'high', session: 's' };
  return db.scopes({ actor, room: 'resident', principal, fence: { authorities: [], parties: [principal] } });
}
function system(): Scope {
  const actor = { kind: 'system', name: 'test' } as const;
  return db.scopes({ actor, room: 'worker', fence: { authorities: [sottunga, foglo], parties: [] } });
}
const first = () => official('first', grant(office, sottunga, 'payroll'), grant(office, foglo, 'payroll'));
const second = () => official('second', grant(office, sottunga, 'payroll'));
const third = () => official('third', grant(sottunga, sottunga, 'payroll'));
const auditor = () => official('auditor', grant(sottunga, sottunga, 'payroll-audit'));
const headmaster = () => official('chief', grant(sottunga, sottunga, 'payroll-time', school));

function person(number: string, party: PartyId | null, unit: string): SaidEmployee {
  return {
    ...{ id: idOf(number), number, name: `Prov ${number}`, party, birthDate: '1990-05-05', country: 'AX' },
    facts: [
      { kind: 'employment', employment: 1, from: '2020-01-01', body: { title: 'Lärare', position: number, unit } },
      { kind: 'salary', employment: 1, from: '2026-01-01', body: { monthly: 300_000, share: 1_000_000 } },
      {
        kind: 'tax-card',
        from: '2026-01-01',
        body: { basePercent: 185_000, yearLimit: 4_000_000, additionalPercent: 350_000 },
      },
      { kind: 'account', from: '2020-01-01', body: { index: `k${number}`, ending: '1' } },
      {
        ...{ kind: 'time', employment: 1, from: '2026-03-07', to: '2026-03-20' },
        body: { code: 'evening', quantity: 80_000, approved: false },
      },
    ],
  };
}

async function calculated(run: string): Promise<void> {
  const event = { kind: 'payroll.calculation-asked', authorities: [sottunga], parties: [], authority: sottunga, run };
  await runSubscriptions(engine)[0]?.handle(system(), event as never, about);
}

/** A month's run, as far as the check. */
async function run(month: string, to: string): Promise<{ readonly authority: AuthorityId; readonly run: string }> {
  const days = { from: `${month}-01`, to };
  const id = await openRun(first(), sottunga, { kind: 'regular', month: days, paymentDate: to });
  await askCalculation(first(), { authority: sottunga, run: id });
  await calculated(id);
  return { authority: sottunga, run: id };
}

beforeAll(async () => {
  await db.sql(
    `insert into directory.unit (authority_id, unit_id, name, tasks, from_day) values ($1, $2, 'Skola', '{payroll-time}', '2020-01-01')`,
    [sottunga, school],
  );
  const people = [person('1', anna, 'skola'), person('2', null, 'Köket'), person('3', chief, 'Skola')];
  await addEmployees(system(), sottunga, people, 'test');
});

test('a manager sees and answers for their own unit, never for themselves; each other is refused', async () => {
  const sick = { kind: 'absence', from: '2026-05-04', to: '2026-05-06', body: { cause: 'sick' } } as const;
  await askFor(resident(anna), sottunga, sick);
  await askFor(resident(chief), sottunga, sick);
  await expect(askFor(resident(derivedId('nobody')), sottunga, sick)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(askFor(resident(derivedId('other'), anna), sottunga, sick)).rejects.toMatchObject(no);
  await expect(askFor(resident(anna), foglo, sick)).rejects.toMatchObject({ kind: 'not-found' });

  const { hours, requests } = await readWaiting(headmaster(), sottunga);
  expect(hours.map(({ employee }) => employee.number)).toEqual(['1']);
  expect(requests.map(({ employee }) => employee.number)).toEqual(['1']);
  const [{ request } = { request: { id: '' } }] = requests;
  const yes = { state: 'approved', reason: '' } as const;
  const others = [
    first(),
    auditor(),
    official('kitchen', grant(sottunga, sottunga, 'payroll-time', unitIdOf(sottunga, 'kok') as UnitId)),
    official('away', grant(foglo, foglo, 'payroll-time')),
  ];
  for (const who of others) {
    const refused = answerRequest(who, sottunga, request.id, yes);
    await expect(refused).rejects.toMatchObject({ kind: expect.stringMatching(/not-allowed|not-found/) });
    const time = approveTime(who, sottunga, idOf('1'), 5);
    await expect(time).rejects.toMatchObject({ kind: expect.stringMatching(/not-allowed|not-found/) });
  }
  for (const number of ['2', '3'])
    await expect(approveTime(headmaster(), sottunga, idOf(number), 5)).rejects.toMatchObject(no);
  const [own] = await db.sql<{ id: string }>(`select request_id as id from payroll.request where party_id = $1`, [
    chief,
  ]);
  await expect(answerRequest(headmaster(), sottunga, own?.id ?? '', yes)).rejects.toMatchObject(no);

  const refusal = { state: 'refused', reason: ' ' } as const;
  await expect(answerRequest(headmaster(), sottunga, request.id, refusal)).rejects.toMatchObject({ kind: 'invalid' });
  await answerRequest(headmaster(), sottunga, request.id, yes);
  await expect(answerRequest(headmaster(), sottunga, request.id, yes)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(takeBack(resident(anna), sottunga, request.id)).rejects.toMatchObject({ kind: 'conflict' });
  const known = await db.sql(`select kind, source from payroll.fact where seq > 5 order by seq`);
  expect(known).toEqual([{ kind: 'absence', source: 'self-service' }]);
});

test('one reads and takes back one’s own, and nobody else’s', async () => {
  await expect(takeBack(resident(anna), sottunga, idOf('x'))).rejects.toMatchObject({ kind: 'conflict' });
  const [mine] = (await readOwnWork(resident(chief), sottunga)).requests;
  await expect(takeBack(resident(anna), sottunga, mine?.id ?? '')).rejects.toMatchObject({ kind: 'conflict' });
  await takeBack(resident(chief), sottunga, mine?.id ?? '');
  expect((await readOwnWork(resident(chief), sottunga)).requests).toMatchObject([{ state: 'withdrawn' }]);
  expect((await readOwnWork(resident(anna), sottunga)).requests).toMatchObject([{ state: 'approved', by: 'chief' }]);
});

test('the first pay is refused until two months agree with the old system or are explained, or somebody signs', async () => {
  await approveTime(official('whole', grant(sottunga, sottunga, 'payroll-time')), sottunga, idOf('2'), 5);
  const months = { '2026-06': '2026-06-30', '2026-07': '2026-07-31' };
  const keys = await Promise.all(Object.entries(months).map(([month, to]) => run(month, to)));
  const key = keys[0] ?? { authority: sottunga, run: '' };
  await checkRun(second(), key);
  await expect(releaseRun(third(), key)).rejects.toMatchObject({ key: 'payroll.parallel.not-shown' });

  const { differences } = await readParallelMonth(auditor(), sottunga, '2026-06-01');
  const take = (row: Record<string, string>) =>
    system().write((tx) => oldLinesFromFile.take(tx, system(), sottunga, row));
  for (const month of Object.keys(months)) {
    for (const { number, code, now } of differences)
      await take({ month: `${month}-15`, number, code: `X-${code}`, amount: String(now / 100) });
  }
  const strange = { month: '2026-06-15', number: '1', code: 'X-monthly', amount: '2999.00' };
  expect(await take(strange)).toBe('taken');
  expect(await take(strange)).toBe('unchanged');
  expect(await take({ ...strange, number: '77' })).toMatchObject({ refused: { sv: expect.any(String) } });

  for (const code of new Set(differences.map((one) => one.code))) {
    await expect(setCode(auditor(), sottunga, `X-${code}`, code)).rejects.toMatchObject(no);
    await setCode(first(), sottunga, `X-${code}`, code);
  }
  await expect(setCode(first(), sottunga, 'X', 'nothing-like-it')).rejects.toMatchObject({ kind: 'invalid' });
  expect((await readParallel(auditor(), sottunga)).months.map(({ left }) => left)).toEqual([0, 1]);
  await expect(releaseRun(third(), key)).rejects.toMatchObject({ key: 'payroll.parallel.not-shown' });

  const said = { employee: idOf('1'), code: 'monthly', reason: 'en euro för lite förr' } as const;
  const old = { ...said, class: 'old-wrong' } as const;
  await expect(classify(auditor(), sottunga, '2026-06-01', old)).rejects.toMatchObject(no);
  const herself = official('anna', grant(office, sottunga, 'payroll'));
  await expect(classify(herself, sottunga, '2026-06-01', old)).rejects.toMatchObject(no);
  await expect(classify(first(), sottunga, '2026-06-01', { ...old, reason: '' })).rejects.toMatchObject({
    kind: 'invalid',
  });
  await classify(first(), sottunga, '2026-06-01', { ...said, class: 'new-wrong' });
  await expect(releaseRun(third(), key)).rejects.toMatchObject({ key: 'payroll.parallel.not-shown' });
  await classify(first(), sottunga, '2026-06-01', old);
  expect(await readParallel(auditor(), sottunga)).toMatchObject({ mayPay: true, paidBefore: false, signedBy: null });

  await take({ ...strange, amount: '2998.00' }); // another difference than the one that was explained
  expect((await readParallel(auditor(), sottunga)).mayPay).toBe(false);
  await expect(signGoLive(first(), sottunga, 'bråttom')).rejects.toMatchObject(no);
  await expect(signGoLive(third(), sottunga, ' ')).rejects.toMatchObject({ kind: 'invalid' });
  await signGoLive(third(), sottunga, 'granskat för hand');
  expect(await readParallel(auditor(), sottunga)).toMatchObject({ mayPay: true, signedBy: 'third' });
  await releaseRun(third(), key);
});

test('a change is shown by employer and month for who may look there, and nothing is stored', async () => {
  const counts = () =>
    db.sql(`select (select count(*) from payroll.fact) as facts, (select count(*) from payroll.draft) as drafts,
      (select md5(string_agg(d::text, '' order by d::text)) from payroll.draft d) as said, (select count(*) from payroll.line_shape) as shapes`);
  const before = await counts();
  const raise = { kind: 'raise', percent: 10, from: '2026-07-01' } as const;
  const effects = await previewChange(second(), engine, raise);
  expect(effects.map(({ month, people, touched, gross }) => [month, people, touched, gross])).toEqual([
    ['2026-07-01', 3, 3, 90_000],
  ]);
  expect(effects[0]?.cost).toBeGreaterThan(0);
  expect(effects[0]?.net).toBeLessThan(90_000);
  const figure = { kind: 'parameter', key: 'fi.accident.employer', value: '5', from: '2026-06-01' } as const;
  const dearer = await previewChange(auditor(), engine, figure);
  expect(dearer.map(({ month, touched, net }) => [month, touched, net])).toEqual([
    ['2026-07-01', 3, 0],
    ['2026-06-01', 3, 0],
  ]);
  expect(await counts()).toEqual(before);
  expect(await previewChange(headmaster(), engine, raise)).toEqual([]);
  expect(await previewChange(official('away', grant(foglo, foglo, 'payroll')), engine, raise)).toEqual([]);
  await expect(previewChange(second(), engine, { ...figure, value: 'x' })).rejects.toMatchObject({ kind: 'invalid' });
});
