import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { makeEngine } from '../engine/payslip.ts';
import type { Fact } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { type Post, postsOf } from './agreed-terms.ts';
import { abSick } from './leave.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const march = { from: '2026-03-01', to: '2026-03-31' };

function post(...hours: readonly (readonly number[])[]): Post {
  const sick = {
    kind: 'absence',
    seq: 1,
    employment: 1,
    from: '2026-03-02',
    to: '2026-03-15',
    body: { cause: 'sick' },
  };
  const schedules = hours.map((week, n) => ({
    ...{ kind: 'schedule', seq: n + 2, employment: 1, from: '2026-01-01', to: null },
    body: { hours: week },
  }));
  const found = postsOf([sick, ...schedules] as readonly Fact[]).get(1);
  if (!found) throw new Error('no post');
  return found;
}

test('shifts that fall away by sick leave are those of the schedule, and Monday to Friday without one', () => {
  const [usual] = abSick(engine.ab, [], post(), march);
  expect(usual).toMatchObject({ schedule: { days: 7, shifts: 5 }, shifts: { length: 10 } });
  const weekend = [0, 0, 0, 0, 0, 90_000, 90_000];
  const [shifts] = abSick(engine.ab, [], post(weekend), march);
  expect(shifts?.shifts).toEqual(['2026-03-07', '2026-03-08', '2026-03-14', '2026-03-15']);
  expect(shifts?.schedule).toEqual({ days: 7, shifts: 2 });
});
