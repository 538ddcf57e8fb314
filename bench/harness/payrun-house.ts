import { type AuthorityId, newId } from '../../src/kernel/ids.ts';
import type { MakeScope } from '../../src/kernel/scope.ts';
import {
  calculateDrafts,
  makeCalculator,
  type makeEngine,
  rulesDigest,
  runStore,
} from '../../src/modules/payroll/index.ts';
import { employers } from './fill-payroll.ts';

type Period = { readonly from: string; readonly to: string };
export type Opened = { readonly month: Period; readonly paymentDate: string; readonly ids: readonly string[] };

/** The runs of every employer of the bench, by the same functions as the job's. */
export async function makePayrunHouse(scopes: MakeScope, engine: ReturnType<typeof makeEngine>) {
  const scopeOf = (authority: number) =>
    scopes({
      actor: { kind: 'system', name: 'bench' },
      room: 'worker',
      fence: { authorities: [authority as AuthorityId], parties: [] },
    });
  const calculator = await makeCalculator(scopeOf(1), engine);
  const rules = rulesDigest(engine.book);
  return {
    async openAll(month: Period, paymentDate: string): Promise<Opened> {
      const ids: string[] = [];
      for (const authority of employers) {
        const id = newId<string>();
        const scope = scopeOf(authority);
        await scope.write((tx) =>
          runStore.insertRun(
            tx,
            { authority: authority as AuthorityId, id, kind: 'regular', ...month, paymentDate, only: null, total: 0 },
            scope.now,
          ),
        );
        ids.push(id);
      }
      return { month, paymentDate, ids };
    },
    async calculateAll({ month, paymentDate, ids }: Opened): Promise<number> {
      let made = 0;
      for (const [n, authority] of employers.entries()) {
        const of = { authority: authority as AuthorityId, run: ids[n] ?? '', only: null };
        const outcome = await calculateDrafts(scopeOf(authority), calculator, {
          ...of,
          terms: { month, paymentDate, rules, employer: {} },
        });
        made += outcome.made;
      }
      return made;
    },
    async releaseAll({ ids }: Opened): Promise<void> {
      for (const [n, authority] of employers.entries()) {
        const scope = scopeOf(authority);
        await scope.write(async (tx) => {
          const run = await runStore.loadRun(tx, authority as AuthorityId, ids[n] ?? '');
          if (run) await runStore.moveToLedger(tx, run, scope.now);
        });
      }
    },
  };
}
