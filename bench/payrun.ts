// How long the pay of a region takes: 50 000 employees of 16 employers, facts read, payslips calculated, checked against
// the month before, drafts with every line and its explanation stored, findings stored.
//
// Reference: `COPY` of the very same draft rows, made ready beforehand, into an unfenced clone of the table with the same
// columns and key, one employer after the other. It reads no facts, calculates and checks nothing.
//
// Told beside: the same runs again when the facts of 1 % have changed, and a process that is killed in the middle, whose
// runs another one goes on with: the drafts and findings are then the very ones that an undisturbed run makes. The memory
// is the most that this process has taken, the rows for COPY with it.
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
import { killPayrun } from './harness/killed-payrun.ts';
import { type Bench, commit, inTurn, rounded } from './harness/measure.ts';
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
      const total = seconds.slice(1).toSorted((a, b) => a - b)[2] ?? 0;
      await db.owner.query(
        `update payroll.employee set seq = seq + 1, facts = replace(facts, '"share":1000000', '"share":990000')
         where number::int % 100 = 7`,
      );
      start = performance.now();
      const again = await house.calculateAll(may);
      tell(`again with ${again} changed: ${rounded((performance.now() - start) / 1000)} s`);

      await db.owner.query('truncate payroll.draft, payroll.finding');
      await house.calculateAll(may);
      const whole = await storedIn(db);
      await db.owner.query('truncate payroll.draft, payroll.finding');
      await killPayrun({ urls: db.urls, runs: may }, async () => (await draftsIn(db)) > EMPLOYEES / 2);
      const before = await draftsIn(db);
      start = performance.now();
      await house.calculateAll(may);
      tell(`killed at ${before}, gone on with: ${rounded((performance.now() - start) / 1000)} s`);
      const stored = await storedIn(db);
      if (stored !== whole) throw new Error(`not what an undisturbed run makes: ${stored} for ${whole}`);
      tell(`${whole}; ${EMPLOYEES} in ${rounded(total)} s`);
      return {
        bench: 'payrun',
        value: rounded(total),
        unit: 's',
        reference: rounded(EMPLOYEES / turn.reference),
        ratio: rounded(turn.ratio),
        p99_ms: null,
        rss_mb: Math.round(process.resourceUsage().maxRSS / 1024),
        rows: EMPLOYEES,
        commit: commit(),
      };
    } finally {
      await db.stop();
    }
  },
};

type Database = Awaited<ReturnType<typeof benchDatabase>>;

async function draftsIn({ owner }: Database): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from payroll.draft');
  return rows[0]?.n ?? 0;
}

/** How much is stored, and its digest. */
async function storedIn({ owner }: Database): Promise<string> {
  const { rows } = await owner.query<{ text: string }>(
    `select count(*) || ' drafts of ' || sum(cardinality(lines)) || ' numbers, ' || findings || ' findings, digest '
       || left(md5(string_agg(concat_ws(' ', employee_id, held, gross, net, cost, totals, lines), '' order by employee_id)), 8)
       as text
     from payroll.draft, (select count(*) as findings from payroll.finding) f group by findings`,
  );
  return rows[0]?.text ?? 'nothing';
}

/** The rows of the drafts as COPY takes them, and a table without policies to take them. */
async function copier(db: Database) {
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
