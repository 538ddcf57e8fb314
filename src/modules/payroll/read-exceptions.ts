import { pipelined } from '../../kernel/database/pipelined.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type Authority, authoritiesByIds } from '../directory/index.ts';
import { asShown, grantedFor, mayRead, tellEmployees } from './may-read.ts';
import { countsOfRuns, type FoundRow, openFindingsOf } from './store/findings.ts';
import { latestRuns } from './store/run.ts';

const AT_ONCE = 100;

/** Something that an officer is asked about, in the run that it was found in. */
export type Asked = {
  readonly authority: Pick<Authority, 'slug' | 'name' | 'country'>;
  readonly run: string;
  readonly one: FoundRow;
};

export type AllExceptions = {
  readonly asked: readonly Asked[];
  /** How many there are, shown or not. */
  readonly left: number;
  readonly mayAnswer: boolean;
};

/** What is left in the calculated runs of every employer that the official may look at. */
export async function readAllExceptions(scope: Scope): Promise<AllExceptions> {
  const ids = grantedFor(scope, ['payroll', 'payroll-audit']);
  const runs = (await scope.read((tx) => latestRuns(tx, ids, 10))).filter(({ state }) => state === 'calculated');
  const [found, counts] = await scope.read((tx) =>
    pipelined([openFindingsOf(tx, runs, { from: 5, to: 9 }, AT_ONCE), countsOfRuns(tx, runs)]),
  );
  const named = await authoritiesByIds(scope, ids);
  const asked: Asked[] = [];
  for (const { authority: id } of runs) {
    const here = found.filter(({ authority }) => authority === id);
    if (here.length === 0) continue;
    await tellEmployees(
      scope,
      id,
      here.map(({ party }) => party),
      await mayRead(scope, id),
    );
  }
  for (const { authority: id, run, ...one } of await asShown(scope, found)) {
    const authority = named.get(id);
    if (authority) asked.push({ authority, run, one });
  }
  const left = [...counts.values()].reduce((sum, one) => sum + one.left, 0);
  return { asked, left, mayAnswer: grantedFor(scope, ['payroll']).length > 0 };
}
