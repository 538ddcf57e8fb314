import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuthorityId } from '../src/kernel/ids.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import {
  addEmployees,
  askCalculation,
  loadRuleBook,
  makeEngine,
  openRun,
  recordFacts,
  runSubscriptions,
} from '../src/modules/payroll/index.ts';
import { before, EMPLOYEES, generatedMonth, month, plantedKinds } from '../worlds/payroll/month.ts';
import { database } from './database.ts';

const db = database();
const authority = 2480478 as AuthorityId;
const world = generatedMonth();
const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const [calculate, post] = runSubscriptions(engine);
const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
type Shown = { number: string; kind: string; risk: number; cause: string | null; held: string | null };
let shown: Shown[];

function scope() {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [authority], parties: [] },
  });
}

async function calculated(terms: typeof month): Promise<string> {
  const run = await openRun(scope(), authority, { kind: 'regular', month: terms, paymentDate: terms.paidOn });
  await askCalculation(scope(), { authority, run });
  await calculate?.handle(
    scope(),
    { kind: 'payroll.calculation-asked', authorities: [authority], parties: [], authority, run },
    about,
  );
  return run;
}

beforeAll(async () => {
  for (let n = 0; n < EMPLOYEES; n += 500)
    await addEmployees(scope(), authority, world.employees.slice(n, n + 500), 'world');
  const run = await calculated(before);
  await db.sql(`update payroll.run set state = 'released' where run_id = $1`, [run]);
  await post?.handle(
    scope(),
    { kind: 'payroll.released', authorities: [authority], parties: [], authority, run },
    about,
  );
  await addEmployees(scope(), authority, world.newcomers, 'world');
  const ids = new Map(world.employees.map(({ number, id }) => [number, id ?? '']));
  for (const { number, facts } of world.later)
    await recordFacts(scope(), authority, ids.get(number) ?? '', facts, 'world');
  const now = await calculated(month);
  shown = await db.sql<Shown>(
    `select e.number, f.kind, f.risk, f.cause, d.held from payroll.finding f
     join payroll.employee e using (authority_id, employee_id) join payroll.draft d using (authority_id, run_id, employee_id)
     where f.run_id = $1`,
    [now],
  );
}, 120_000);

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
});
