import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import {
  addEmployees,
  askCalculation,
  openRun,
  payrollRoutes,
  recordFacts,
  runSubscriptions,
} from '../src/modules/payroll/index.ts';
import { refusalTexts } from '../src/wired-texts.ts';
import { before, EMPLOYEES, generatedMonth, month, plantedKinds } from '../worlds/payroll/month.ts';
import { database } from './database.ts';
import { engine, secrets } from './pay-world.ts';

const db = database();
const authority = 2480478 as AuthorityId;
const world = generatedMonth();
const [calculate, post] = runSubscriptions(engine);
const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
type Shown = {
  employee: string;
  number: string;
  kind: string;
  risk: number;
  cause: string | null;
  held: string | null;
};
let shown: Shown[];
let run: string;
let app: App;

function scope() {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [authority], parties: [] },
  });
}

async function opened(terms: typeof month): Promise<string> {
  const opened = await openRun(scope(), authority, { kind: 'regular', month: terms, paymentDate: terms.paidOn });
  await calculated(opened);
  return opened;
}

async function calculated(run: string): Promise<void> {
  await askCalculation(scope(), { authority, run });
  const event = { kind: 'payroll.calculation-asked', authorities: [authority], parties: [], authority, run } as const;
  await calculate?.handle(scope(), event, about);
}

async function posted(run: string): Promise<void> {
  await db.sql(`update payroll.run set state = 'released' where run_id = $1`, [run]);
  const event = { kind: 'payroll.released', authorities: [authority], parties: [], authority, run } as const;
  await post?.handle(scope(), event, about);
}

function findings(): Promise<Shown[]> {
  return db.sql<Shown>(
    `select f.employee_id::text as employee, e.number, f.kind, f.risk, f.cause, d.held from payroll.finding f
     join payroll.employee e using (authority_id, employee_id) join payroll.draft d using (authority_id, run_id, employee_id)
     where f.run_id = $1`,
    [run],
  );
}

const officer: SessionFacts = {
  ...{ session: 's', party: derivedId<PartyId>('officer'), name: 'Lena', assurance: 'high', language: 'sv' },
  grants: [
    {
      ...{ id: 'g', role: 'case-officer', employer: authority, authority, unit: null, tasks: ['payroll'], rights: [] },
      agreement: null,
    },
  ],
};

beforeAll(async () => {
  for (let n = 0; n < EMPLOYEES; n += 500)
    await addEmployees(scope(), authority, world.employees.slice(n, n + 500), 'world');
  await posted(await opened(before));
  await addEmployees(scope(), authority, world.newcomers, 'world');
  const ids = new Map(world.employees.map(({ number, id }) => [number, id ?? '']));
  for (const { number, facts } of world.later)
    await recordFacts(scope(), authority, ids.get(number) ?? '', facts, 'world');
  run = await opened(month);
  shown = await findings();
  await db.sql('update directory.authority set joined_at = now() where authority_id = $1', [authority]);
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      ...{ findSession: async () => officer, makeScope: db.scopes, officialAssurance: 'high', refusalTexts },
      ...{ healthPool: db.pools.resident, routes: [(room: App) => payrollRoutes(room, { engine, secrets })] },
    },
  );
});
afterAll(() => app?.close());

describe('a month of 2 000 employees with 60 mistakes of 12 kinds and 400 lawful changes', () => {
  test('has what it says', () => {
    expect(world.planted.size).toBe(60);
    expect(world.lawful.size).toBe(400);
  });

  test.each(plantedKinds)('shows every planted %s', (kind) => {
    const planted = [...world.planted].filter(([, one]) => one === kind).map(([number]) => number);
    const found = new Set(shown.filter((one) => one.kind === kind && one.cause === null).map(({ number }) => number));
    expect(planted.filter((number) => !found.has(number))).toEqual([]);
  });

  test('shows at most 20 others', () => {
    const left = shown.filter(({ cause, risk }) => cause === null && risk >= 5);
    const others = [...new Set(left.map(({ number }) => number))].filter((number) => !world.planted.has(number));
    const kinds = left
      .filter(({ number }) => others.includes(number))
      .map(({ number, kind }) => `${kind} ${world.lawful.get(number) ?? number}`);
    expect(kinds.length <= 20 ? [] : kinds).toEqual([]);
  });

  test('closes what the facts explain by itself', () => {
    const explained = new Set(shown.filter(({ cause }) => cause !== null).map(({ number }) => number));
    expect([...world.lawful.keys()].filter((number) => explained.has(number)).length).toBeGreaterThan(380);
  });

  test('pays nobody whom a mistake of the worst kind is shown on', () => {
    expect(shown.filter(({ risk, cause, held }) => risk === 9 && cause === null && held === null)).toEqual([]);
  });

  test('asks the officer about all 60 on the page of the run, and about at most 20 other people', async () => {
    const page = await app.inject({ url: `/lon/mariehamn/${run}`, cookies: { session: 'officer' } });
    const numberOf = new Map(shown.map(({ employee, number }) => [employee, number]));
    const asked = new Set(page.body.matchAll(/id="u-([0-9a-f-]{36})-/g).map(([, id = '']) => numberOf.get(id) ?? ''));
    expect([...world.planted.keys()].filter((number) => !asked.has(number))).toEqual([]);
    expect(asked.size).toBeLessThanOrEqual(60 + 20);
  });
});

test('facts that can not be read hold the one they are of: the rest is calculated, and what is paid is explained', async () => {
  const broken = world.employees.find(({ number }) => !world.planted.has(number) && !world.lawful.has(number));
  await db.sql(`update payroll.employee set seq = seq + 1, facts = '[[1,"salary"' where number = $1`, [broken?.number]);
  await calculated(run);
  const now = await findings();
  expect(now.filter(({ number }) => number === broken?.number)).toMatchObject([
    { kind: 'broken-facts', risk: 9, held: 'broken-facts' },
  ]);
  expect(now.length).toBe(shown.filter(({ number }) => number !== broken?.number).length + 1);

  await posted(run);
  const kept = new Set(now.filter(({ risk, cause }) => risk === 9 && cause === null).map(({ number }) => number));
  const rows = await db.sql<{ number: string; paid: boolean; held: string | null }>(
    `select e.number, d.held, p.run_id is not null as paid from payroll.draft d
     join payroll.employee e using (authority_id, employee_id)
     left join payroll.payslip p using (authority_id, run_id, employee_id) where d.run_id = $1`,
    [run],
  );
  expect(rows).toHaveLength(EMPLOYEES + world.newcomers.length);
  expect(rows.filter(({ number, paid }) => kept.has(number) && paid)).toEqual([]);
  expect(rows.filter(({ paid, held }) => paid !== (held === null))).toEqual([]);
});
