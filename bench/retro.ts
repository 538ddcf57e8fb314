// How long it takes to follow one changed figure back through a year: 12 closed months of 50 000 employees of 16 employers
// are in the ledger, AKTA's evening supplement is then raised from the first of them, and the next month is calculated.
// Each employee's twelve months are calculated anew and held against what was paid; the differences are lines of the open
// month with the days they were earned on. Ledger and facts are read, drafts and findings stored. No reference.
import { join } from 'node:path';
import { projectRoot } from '../src/kernel/project-root.ts';
import { scopeMaker } from '../src/kernel/scope.ts';
import { loadRuleBook, makeEngine } from '../src/modules/payroll/index.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { everyScopeMay } from './harness/every-scope-may.ts';
import { fillPayroll } from './harness/fill-payroll.ts';
import { type Bench, commit, megabytes, rounded } from './harness/measure.ts';
import { makePayrunHouse } from './harness/payrun-house.ts';

const EMPLOYEES = 50_000;
const ROUNDS = 3;
const FIRST = Temporal.PlainYearMonth.from('2025-05');
const CLOSED = Array.from({ length: 12 }, (_none, months) => FIRST.add({ months }).toString());

export const bench: Bench = {
  says: '12 closed months of 50 000 employees calculated again after one parameter has changed, the differences stored',
  async run(tell) {
    const db = await benchDatabase(4);
    try {
      await fillPayroll(db.owner, EMPLOYEES, ['2025-04', ...CLOSED]);
      const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
      const scopes = scopeMaker(db.pools, everyScopeMay);
      const house = await makePayrunHouse(scopes, makeEngine(book));
      for (const month of CLOSED) {
        const { from, to } = monthOf(month);
        const start = performance.now();
        const runs = await house.openAll({ from, to }, to);
        await house.calculateAll(runs);
        await house.releaseAll(runs);
        await db.owner.query('truncate payroll.draft, payroll.finding');
        tell(`${month} closed: ${rounded((performance.now() - start) / 1000)} s`);
      }
      await db.owner.query('vacuum analyze payroll.payslip');

      const raised = book.byKey
        .get('akta.supplement.evening')
        ?.map((one) => ({ ...one, value: 160_000, verified: false }));
      const changed = new Map(book.byKey).set('akta.supplement.evening', raised ?? []);
      const after = await makePayrunHouse(scopes, makeEngine({ ...book, byKey: changed }));
      const open = await after.openAll(monthOf('2026-05'), '2026-05-29');
      const seconds: number[] = [];
      for (let n = 0; n < ROUNDS; n++) {
        await db.owner.query('truncate payroll.draft, payroll.finding');
        const [start, cpu] = [performance.now(), process.cpuUsage()];
        const made = await after.calculateAll(open);
        if (made !== EMPLOYEES) throw new Error(`${made} payslips`);
        const used = process.cpuUsage(cpu);
        seconds.push((performance.now() - start) / 1000);
        tell(
          `${rounded(seconds.at(-1) ?? 0)} s, of them ${rounded((used.user + used.system) / 1e6)} s of this process`,
        );
      }
      const { rows } = await db.owner.query<{ n: number }>(
        `select count(*)::int as n from payroll.draft where totals[5] <> 0`,
      );
      tell(`${rows[0]?.n} are owed something for closed months`);
      return {
        bench: 'retro',
        value: rounded(seconds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0),
        unit: 's',
        reference: null,
        ratio: null,
        p99_ms: null,
        rss_mb: megabytes(),
        rows: EMPLOYEES * CLOSED.length,
        commit: commit(),
      };
    } finally {
      await db.stop();
    }
  },
};

function monthOf(month: string): { readonly from: string; readonly to: string } {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  return { from: `${month}-01`, to: `${month}-${daysInMonth}` };
}
