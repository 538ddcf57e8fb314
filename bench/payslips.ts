// How many payslips one core makes: `calculateMonth` from facts (terms, hours by kind and day, absences, benefits, card or
// table, orders) to at least 12 lines, each with its rule, parameters, facts and earning days as structured references.
//
// The mix: 40 % monthly salary, 25 % by the hour with shift supplements, 15 % with absence, 10 % with benefits, 5 % with
// garnishment, 5 % with arrears for a closed month (its pay calculated again, less what was paid). Half Åland, half Sweden.
// The facts are made before, 5 000 different ones. Rendering to words, reading and storing are left out. No reference.
// A second is one of processor time of the whole process, collecting garbage on other threads with it: what neighbours on
// the machine take is not counted.

import { join } from 'node:path';
import { projectRoot } from '../src/kernel/project-root.ts';
import { calculateMonth, loadRuleBook, makeEngine } from '../src/modules/payroll/index.ts';
import { type Bench, commit, megabytes, rounded } from './harness/measure.ts';
import { payrollFacts } from './harness/payroll-facts.ts';

const PAYSLIPS = 5_000;
const ROUNDS = 5;
const ROUND_MS = 2_000;
const LEAST_LINES = 12;

export const bench: Bench = {
  says: 'payslips of at least 12 explained lines from their facts, on one core',
  async run(tell) {
    const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
    const facts = payrollFacts(engine, PAYSLIPS);
    const counts = facts.map((one) => {
      const { lines, employer } = calculateMonth(engine, one);
      return lines.length + employer.length;
    });
    const least = Math.min(...counts);
    if (least < LEAST_LINES) throw new Error(`a payslip of ${least} lines`);
    tell(`${PAYSLIPS} payslips, ${least} to ${Math.max(...counts)} lines, ${rounded(average(counts))} on average`);

    const work = () => {
      let made = 0;
      let net = 0;
      const [start, before] = [performance.now(), process.cpuUsage()];
      while (performance.now() - start < ROUND_MS) {
        for (const one of facts) net += calculateMonth(engine, one).net;
        made += facts.length;
      }
      if (net === 0) throw new Error('nobody was paid');
      const { user, system } = process.cpuUsage(before);
      return { perSecond: (made * 1e6) / (user + system), byTheClock: (made * 1000) / (performance.now() - start) };
    };
    work();
    const rounds = Array.from({ length: ROUNDS }, () => {
      const { perSecond, byTheClock } = work();
      tell(`${Math.round(perSecond)}/s of processor time, ${Math.round(byTheClock)}/s by the clock`);
      return perSecond;
    });
    const value = rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    return {
      bench: 'payslips',
      value: Math.round(value),
      unit: 'payslips/s',
      reference: null,
      ratio: null,
      p99_ms: null,
      rss_mb: megabytes(),
      rows: PAYSLIPS,
      commit: commit(),
    };
  },
};

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
