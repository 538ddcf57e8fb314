import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Actor, RoleGrant, Task } from '../../kernel/authority.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { answerFinding } from './answer-finding.ts';
import { makeEngine } from './engine/payslip.ts';
import { addEmployees, recordFacts, type SaidEmployee } from './facts/record-facts.ts';
import { signGoLive } from './parallel/parallel-run.ts';
import { loadRuleBook } from './parameters/load-rule-book.ts';
import { readAllExceptions } from './read-exceptions.ts';
import { readBoard, readOwnPay, readRun } from './read-pay.ts';
import { readPerson, whatIf } from './read-person.ts';
import { approveTime } from './requests/manage.ts';
import { askCalculation, cancelRun, checkRun, closeRun, openRun, releaseRun, sendBack } from './run/handle-run.ts';
import { runSubscriptions } from './run/run-jobs.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const foglo = 2480062 as AuthorityId;
const office = 9000004 as AuthorityId;
const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
const month = { from: '2026-05-01', to: '2026-05-31' };
const anna = derivedId<PartyId>('anna');

function grant(employer: AuthorityId, authority: AuthorityId, task: Task): RoleGrant {
  const agreement = employer === authority ? null : ('a' as AgreementId);
  const id = `${employer} ${authority} ${task}`;
  return { id, role: 'case-officer', employer, authority, unit: null, tasks: [task], rights: [], agreement };
}

function official(name: string, ...grants: RoleGrant[]): Scope {
  const actor: Actor = {
    ...{ kind: 'official', party: derivedId<PartyId>(name), name, assurance: 'high', session: 's', grants },
  };
  const authorities = [...new Set(grants.map(({ authority }) => authority))];
  return db.scopes({ actor, room: 'official', fence: { authorities, parties: [] } });
}

function system(): Scope {
  const actor = { kind: 'system', name: 'test' } as const;
  return db.scopes({ actor, room: 'worker', fence: { authorities: [sottunga, foglo], parties: [] } });
}

const first = () => official('first', grant(office, sottunga, 'payroll'), grant(office, foglo, 'payroll'));
const second = () => official('second', grant(office, sottunga, 'payroll'));
const third = () => official('third', grant(sottunga, sottunga, 'payroll'));
const manager = () => official('manager', grant(sottunga, sottunga, 'payroll-time'));
const auditor = () => official('auditor', grant(sottunga, sottunga, 'payroll-audit'));

function person(number: string, party: PartyId | null): SaidEmployee {
  return {
    ...{
      id: derivedId('employee', number),
      number,
      name: `Prov ${number}`,
      party,
      birthDate: '1990-05-05',
      country: 'AX',
    },
    facts: [
      {
        kind: 'employment',
        employment: 1,
        from: '2020-01-01',
        body: { title: 'Lärare', position: number, unit: 'skola' },
      },
      { kind: 'salary', employment: 1, from: '2026-01-01', body: { monthly: 300_000, share: 1_000_000 } },
      {
        kind: 'tax-card',
        from: '2026-01-01',
        body: { basePercent: 185_000, yearLimit: 4_000_000, additionalPercent: 350_000 },
      },
      { kind: 'account', from: '2020-01-01', body: { index: `k${number}`, ending: '1' } },
      {
        kind: 'time',
        employment: 1,
        from: '2026-04-07',
        to: '2026-04-20',
        body: { code: 'evening', quantity: 80_000, approved: false },
      },
    ],
  };
}

const idOf = (number: string) => derivedId<string>('employee', number);

async function calculated(run: string, authority = sottunga): Promise<void> {
  await runSubscriptions(engine)[0]?.handle(
    system(),
    { kind: 'payroll.calculation-asked', authorities: [authority], parties: [], authority, run },
    about,
  );
}

beforeAll(async () => {
  await addEmployees(
    system(),
    sottunga,
    [person('1', anna), person('2', null), person('3', derivedId('first'))],
    'test',
  );
  await addEmployees(system(), foglo, [person('9', null)], 'test');
});

test('a run is calculated by one, checked by another, released by a third of the municipality; each who is not is refused', async () => {
  // the first officer is paid by Sottunga too, so may not run its pay
  await expect(
    openRun(first(), sottunga, { kind: 'regular', month, paymentDate: '2026-05-29' }).then((run) =>
      askCalculation(first(), { authority: sottunga, run }),
    ),
  ).rejects.toMatchObject({ kind: 'not-allowed' });
  const [{ run } = { run: '' }] = await db.sql<{ run: string }>(`select run_id::text as run from payroll.run`);
  const key = { authority: sottunga, run };
  const other = () => official('other', grant(office, sottunga, 'payroll'));

  await expect(askCalculation(auditor(), key)).rejects.toMatchObject({ kind: 'not-allowed' });
  await askCalculation(other(), key);
  await calculated(run);
  await expect(checkRun(second(), key)).rejects.toMatchObject({ key: 'payroll.run.findings-left' });

  const told = () => db.sql(`select from kernel.audit_line where purpose = 'payroll.purpose.read'`);
  expect(await told()).toHaveLength(0);
  const all = await readAllExceptions(second());
  expect(all.asked.map(({ one: { number } }) => number).sort()).toEqual(['1', '2', '3']);
  expect(all).toMatchObject({ left: 3, mayAnswer: true });
  expect(await told()).toHaveLength(2); // of the three, two are known as persons
  expect(await readAllExceptions(auditor())).toMatchObject({ left: 3, mayAnswer: false });
  expect((await readRun(auditor(), sottunga, run)).mayHandle).toBe(false);
  for (const nobody of [manager(), official('foglo', grant(foglo, foglo, 'payroll'))])
    expect((await readAllExceptions(nobody)).asked).toEqual([]);

  const one = { ...key, employee: idOf('1'), kind: 'time-not-approved' };
  await expect(answerFinding(auditor(), one, { answer: 'accepted', note: '' })).rejects.toMatchObject({
    kind: 'not-allowed',
  });
  await expect(
    answerFinding(first(), { ...one, employee: idOf('3') }, { answer: 'accepted', note: '' }),
  ).rejects.toMatchObject({ kind: 'not-allowed' });
  await answerFinding(other(), one, { answer: 'accepted', note: 'hinner inte' });
  await approveTime(manager(), sottunga, idOf('2'), 5);
  await answerFinding(other(), { ...one, employee: idOf('3') }, { answer: 'held', note: '' });

  await expect(checkRun(second(), key)).rejects.toMatchObject({ key: 'payroll.run.outdated' });
  await askCalculation(other(), key);
  await calculated(run);
  await expect(checkRun(other(), key)).rejects.toMatchObject({ key: 'payroll.run.same-person' });
  await expect(releaseRun(third(), key)).rejects.toMatchObject({ kind: 'conflict' });
  await checkRun(second(), key);
  await expect(releaseRun(second(), key)).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(releaseRun(other(), key)).rejects.toMatchObject({ kind: 'not-allowed' });
  await sendBack(third(), key, 'en till titt');
  await checkRun(second(), key);
  await expect(releaseRun(third(), key)).rejects.toMatchObject({ key: 'payroll.parallel.not-shown' });
  await signGoLive(third(), sottunga, 'provat för hand');
  await releaseRun(third(), key);
  await runSubscriptions(engine)[1]?.handle(
    system(),
    { kind: 'payroll.released', authorities: [sottunga], parties: [], ...key },
    about,
  );
  await closeRun(other(), key);
  await expect(cancelRun(other(), key)).rejects.toMatchObject({ kind: 'conflict' });

  const paid = await db.sql<{ number: string }>(
    `select number from payroll.payslip join payroll.employee using (authority_id, employee_id) order by 1`,
  );
  expect(paid).toEqual([{ number: '1' }, { number: '2' }]); // the third is held back by an officer
  expect((await readRun(auditor(), sottunga, run)).projections.map(({ kind }) => kind)).toEqual([
    'payments',
    'register',
    'voucher',
  ]);
  await expect(db.sql(`update payroll.payslip set net = 0`)).rejects.toThrow();
});

test('nobody records facts of their own pay, and a manager approves no time of their own', async () => {
  const union = [{ kind: 'union', from: '2026-06-01', body: { amount: 100 } } as const];
  await expect(recordFacts(first(), sottunga, idOf('3'), union, 'test')).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(recordFacts(manager(), sottunga, idOf('1'), union, 'test')).rejects.toMatchObject({
    kind: 'not-allowed',
  });
  const herself = official('first', grant(sottunga, sottunga, 'payroll-time'));
  await expect(approveTime(herself, sottunga, idOf('3'), 5)).rejects.toMatchObject({ kind: 'not-allowed' });
});

test('each employer is seen by who works for it alone', async () => {
  expect((await readBoard(first())).lines.map(({ authority }) => authority.id).sort()).toEqual([foglo, sottunga]);
  expect((await readBoard(second())).lines.map(({ authority }) => authority.id)).toEqual([sottunga]);
  expect((await readBoard(manager())).lines).toEqual([]);
  expect((await readBoard(manager())).time).toMatchObject([{ slug: 'sottunga' }]);
  expect((await readBoard(second())).time).toEqual([]);
  await expect(readPerson(second(), foglo, idOf('9'), undefined)).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(readPerson(manager(), sottunga, idOf('1'), undefined)).rejects.toMatchObject({ kind: 'not-allowed' });
  expect((await readPerson(auditor(), sottunga, idOf('1'), undefined)).shown?.lines.length).toBeGreaterThan(3);
});

test('whose pay is looked at finds it in their log, and nothing is shown when that can not be written', async () => {
  const [{ run } = { run: '' }] = await db.sql<{ run: string }>(`select run_id::text as run from payroll.run`);
  const key = { authority: sottunga, employee: idOf('1'), run };
  const looks: readonly ((who: ReturnType<typeof official>) => Promise<unknown>)[] = [
    (who) => readPerson(who, sottunga, idOf('1'), undefined),
    (who) => whatIf(who, engine, key, { monthly: 400_000, share: 500_000 }),
  ];
  for (const look of looks) {
    const lines = () => db.sql(`select from kernel.audit_line where purpose = 'payroll.purpose.read'`);
    const before = (await lines()).length;
    const who = official(`looker-${before}`, grant(sottunga, sottunga, 'payroll'));
    await look(who);
    expect((await lines()).length).toBe(before + 1);
    await db.sql('revoke insert on kernel.audit_line from web_official');
    await expect(look(official('nobody', grant(sottunga, sottunga, 'payroll')))).rejects.toThrow('permission denied');
    await db.sql('grant insert on kernel.audit_line to web_official');
  }
});

test('a month that is paid is shown with what was known then, and what has been learnt since beside it', async () => {
  const kinds = async () => {
    const { facts, since } = await readPerson(auditor(), sottunga, idOf('1'), undefined);
    return [facts.map(({ kind }) => kind).includes('union'), since.map(({ kind }) => kind)];
  };
  expect(await kinds()).toEqual([false, []]);
  const union = [{ kind: 'union', from: '2026-01-01', body: { amount: 100 } } as const];
  await recordFacts(official('other', grant(office, sottunga, 'payroll')), sottunga, idOf('1'), union, 'test');
  expect(await kinds()).toEqual([false, ['union']]);
});

test('a question of what would be stores nothing', async () => {
  const [{ run } = { run: '' }] = await db.sql<{ run: string }>(`select run_id::text as run from payroll.run`);
  const before = await db.sql(`select count(*) from payroll.fact`);
  const made = await whatIf(
    second(),
    engine,
    { authority: sottunga, employee: idOf('1'), run },
    { monthly: 400_000, share: 500_000 },
  );
  expect(made.payslip.gross).toBe(200_000);
  expect(await db.sql(`select count(*) from payroll.fact`)).toEqual(before);
});

test('a person reads their own pay, and nobody else reads it as theirs', async () => {
  const own = (party: PartyId) =>
    db.scopes({
      ...{
        actor: { kind: 'person', party, name: 'P', assurance: 'high', session: 's' },
        room: 'resident',
        principal: party,
      },
      fence: { authorities: [], parties: [party] },
    });
  expect((await readOwnPay(own(anna))).payslips).toHaveLength(1);
  expect((await readOwnPay(own(derivedId('somebody')))).payslips).toHaveLength(0);
});
