import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { officialNames } from './names.ts';
import { loadAssignments } from './store/roles.ts';

const payTasks: ReadonlySet<Task> = new Set(['payroll', 'payroll-time', 'payroll-audit']);

/** Somebody with an office at an employer that has to do with pay. `name` is null for a protected identity. */
export type PayHolder = {
  readonly party: PartyId;
  readonly name: string | null;
  readonly tasks: readonly Task[];
  readonly from: Temporal.PlainDate;
  readonly givenAt: Temporal.Instant;
};

/** Who has to do with pay at an employer of the scope, for its auditor; the caller has asked whether that may be read. */
export async function payHolders(scope: Scope, employer: AuthorityId): Promise<readonly PayHolder[]> {
  const held = (await scope.read((tx) => loadAssignments(tx, employer))).filter(({ tasks }) =>
    tasks.some((task) => payTasks.has(task)),
  );
  const names = await officialNames(scope, employer, [...new Set(held.map(({ party }) => party))]);
  return held.map(({ party, tasks, from, givenAt }) => ({
    ...{ party, name: names.get(party)?.name ?? null, from, givenAt },
    tasks: tasks.filter((task) => payTasks.has(task)),
  }));
}
