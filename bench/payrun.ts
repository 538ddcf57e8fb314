// How long the pay of a region takes: 50 000 employees of 16 employers, facts read, payslips calculated, checked against
// the month before, drafts with every line and its explanation stored, findings stored.
//
// Reference: `COPY` of the very same draft rows, made ready beforehand, into an unfenced clone of the table with the same
// columns and key, one employer after the other. It reads no facts, calculates and checks nothing.
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { AuthorityId } from '../src/kernel/ids.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import { scopeMaker } from '../src/kernel/scope.ts';
import { loadRuleBook, makeEngine } from '../src/modules/payroll/index.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { everyScopeMay } from './harness/every-scope-may.ts';
import { employers, fillPayroll } from './harness/fill-payroll.ts';
import { type Bench, commit, inTurn, megabytes, rounded } from './harness/measure.ts';
import { makePayrunHouse } from './harness/payrun-house.ts';

const EMPLOYEES = 50_000;

export const bench: Bench = {
  says: '50 000 payslips of 16 employers, from facts to stored and checked drafts, against COPY of the same rows',
  async run(tell) {
    const db = await benchDatabase(4);
    try {
      await fillPayroll(db.owner, EMPLOYEES, ['2026-03', '2026-04', '2026-05']);
      const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
      const scopes = scopeMaker(db.pools, everyScopeMay);
      const house = await makePayrunHouse(scopes, engine);
      let start = performance.now();
      const april = await house.openAll({ from: '2026-04-01', to: '2026-04-30' }, '2026-04-30');
      await house.calculateAll(april);
      tell(`the month before: ${rounded((performance.now() - start) / 1000)} s`);
      start = performance.now();
      await house.releaseAll(april);
      tell(`released: ${rounded((performance.now() - start) / 1000)} s`);
      await db.owner.query('vacuum analyze payroll.payslip');

      const may = await house.openAll({ from: '2026-05-01', to: '2026-05-31' }, '2026-05-29');
      await house.calculateAll(may);
      const copy = await copier(db);
      const seconds: number[] = [];
      const turn = await inTurn(
        tell,
        async () => {
          await db.owner.query('truncate payroll.draft, payroll.finding');
          const began = performance.now();
          const made = await house.calculateAll(may);
          const took = performance.now() - began;
          if (made !== EMPLOYEES) throw new Error(`${made} payslips`);
          seconds.push(took / 1000);
          return { perSecond: (EMPLOYEES * 1000) / took, p99: took };
        },
        copy,
      );
      const rss = megabytes();
      const total = seconds.slice(1).toSorted((a, b) => a - b)[2] ?? 0;
      await db.owner.query(
        `update payroll.employee set seq = seq + 1, facts = replace(facts, '"share":1000000', '"share":990000')
         where number::int % 100 = 7`,
      );
      start = performance.now();
      const again = await house.calculateAll(may);
      tell(`again with ${again} changed: ${rounded((performance.now() - start) / 1000)} s`);
      const { rows } = await db.owner.query<{ n: number; lines: string; size: string }>(
        `select count(*)::int as n, sum(cardinality(lines))::text as lines, pg_size_pretty(pg_total_relation_size('payroll.draft')) as size from payroll.draft`,
      );
      tell(`${rows[0]?.n} drafts, ${rows[0]?.lines} numbers, ${rows[0]?.size}; ${EMPLOYEES} in ${rounded(total)} s`);
      return {
        bench: 'payrun',
        value: rounded(total),
        unit: 's',
        reference: rounded(EMPLOYEES / turn.reference),
        ratio: rounded(turn.ratio),
        p99_ms: null,
        rss_mb: rss,
        rows: EMPLOYEES,
        commit: commit(),
      };
    } finally {
      await db.stop();
    }
  },
};

/** The rows of the drafts as COPY takes them, and a table without policies to take them. */
async function copier(db: Awaited<ReturnType<typeof benchDatabase>>) {
  await db.owner.query('create table public.draft_clone (like payroll.draft including all)');
  const parts: Buffer[][] = [];
  for (const authority of employers as AuthorityId[]) {
    const out = db.owner.query(
      copyTo(`copy (select * from payroll.draft where authority_id = ${authority} order by employee_id) to stdout`),
    );
    const chunks: Buffer[] = [];
    out.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(out, 'end');
    parts.push(chunks);
  }
  return async () => {
    await db.owner.query('truncate public.draft_clone');
    const began = performance.now();
    for (const chunks of parts) {
      const into = db.owner.query(copyFrom('copy public.draft_clone from stdin'));
      for (const chunk of chunks) if (!into.write(chunk)) await once(into, 'drain');
      into.end();
      await finished(into);
    }
    const took = performance.now() - began;
    return { perSecond: (EMPLOYEES * 1000) / took, p99: took };
  };
}
