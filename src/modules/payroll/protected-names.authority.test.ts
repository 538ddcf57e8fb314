import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Actor, RoleGrant, Task } from '../../kernel/authority.ts';
import { type AuthorityId, derivedId, type PartyId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { makeEngine } from './engine/payslip.ts';
import { addEmployees, type SaidEmployee } from './facts/record-facts.ts';
import { loadRuleBook } from './parameters/load-rule-book.ts';
import { readAllExceptions } from './read-exceptions.ts';
import { readRun } from './read-pay.ts';
import { readPerson } from './read-person.ts';
import { readWaiting } from './requests/manage.ts';
import { askCalculation, openRun } from './run/handle-run.ts';
import { runSubscriptions } from './run/run-jobs.ts';

const db = database(mayActBy('high'));
const authority = 2480766 as AuthorityId;
const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const [siv, anna] = ['siv', 'anna'].map((name) => derivedId<PartyId>(name)) as [PartyId, PartyId];
const fence = { authorities: [authority], parties: [] };

function official(task: Task): Scope {
  const grant: RoleGrant = {
    ...{ id: task, role: 'case-officer', employer: authority, authority, unit: null, tasks: [task], rights: [] },
    agreement: null,
  };
  const actor: Actor = {
    ...{ kind: 'official', party: derivedId<PartyId>(task), name: task, assurance: 'high', session: 's' },
    grants: [grant],
  };
  return db.scopes({ actor, room: 'official', fence });
}
const system = () => db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });

/** Whose hours nobody has approved: an exception of the run, and something that waits for the manager. */
function employee(number: string, name: string, party: PartyId): SaidEmployee {
  const unapproved = { code: 'evening', quantity: 80_000, approved: false } as const;
  const days = { from: '2026-04-07', to: '2026-04-20' };
  return {
    ...{ id: derivedId('employee', number), number, name, party, birthDate: '1990-05-05', country: 'AX' },
    facts: [
      {
        ...{ kind: 'employment', employment: 1, from: '2020-01-01' },
        body: { title: 'Lärare', position: number, unit: 'skola' },
      },
      { kind: 'salary', employment: 1, from: '2026-01-01', body: { monthly: 300_000, share: 1_000_000 } },
      { kind: 'time', employment: 1, ...days, body: unapproved },
    ],
  };
}

let run: string;
beforeAll(async () => {
  for (const [party, name, isProtected] of [
    [siv, 'Siv Mattsson', true],
    [anna, 'Anna Sjöblom', false],
  ]) {
    await db.sql(
      `insert into identity.party (party_id, kind, name, is_protected, created_at) values ($1, 'person', $2, $3, now())`,
      [party, name, isProtected],
    );
  }
  const both = [employee('4711', 'Siv Mattsson', siv), employee('4712', 'Anna Sjöblom', anna)];
  await addEmployees(system(), authority, both, 'test');
  const month = { from: '2026-05-01', to: '2026-05-31' };
  run = await openRun(official('payroll'), authority, { kind: 'regular', month, paymentDate: '2026-05-29' });
  await askCalculation(official('payroll'), { authority, run });
  await runSubscriptions(engine)[0]?.handle(system(), { kind: 'payroll.calculation-asked', ...fence, authority, run }, {
    event: 'e',
    attempt: 1,
    lastAttempt: false,
  } as never);
});

const readings: readonly [string, () => Promise<unknown>][] = [
  ['the exceptions of all employers', () => readAllExceptions(official('payroll'))],
  ['a run', () => readRun(official('payroll'), authority, run)],
  ['a run, read by the auditor', () => readRun(official('payroll-audit'), authority, run)],
  ['the hours that wait for a manager', () => readWaiting(official('payroll-time'), authority)],
];

const shown = (value: unknown) => JSON.stringify(value, (_key, one) => (typeof one === 'bigint' ? `${one}` : one));

test.each(readings)('%s: a protected identity is called by the number, others by their names', async (_what, read) => {
  const text = shown(await read());
  expect(text).toContain('Anna Sjöblom');
  expect(text).toContain('"name":"4711"');
  expect(text).not.toContain('Mattsson');
});

test('a person’s month is headed by the number of who has a protected identity', async () => {
  const read = (number: string) => readPerson(official('payroll'), authority, derivedId('employee', number), run);
  expect(shown(await read('4711'))).not.toContain('Mattsson');
  expect((await read('4711')).employee.name).toBe('4711');
  expect((await read('4712')).employee.name).toBe('Anna Sjöblom');
});
