import type { Right, Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId, UnitId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { officialNames } from './names.ts';
import { loadAssignments } from './store/roles.ts';

/** A case officer as colleagues see them. */
export type Officer = { readonly party: PartyId; readonly name: string; readonly rights: readonly Right[] };

/**
 * Who at one employer handles a task, in one unit or wherever they sit: for handing a case to a colleague.
 * @param unit null: a case that belongs to no unit, which only officers of the whole authority handle
 * @throws Refusal not-allowed
 */
export async function officersOf(
  scope: Scope,
  employer: AuthorityId,
  task: Task,
  unit: UnitId | null,
): Promise<readonly Officer[]> {
  await permit(scope, 'case.list', { authority: employer, task });
  const held = (await scope.read((tx) => loadAssignments(tx, employer))).filter(
    (one) => one.role === 'case-officer' && one.tasks.includes(task) && (one.unit === null || one.unit === unit),
  );
  const names = await officialNames(scope, employer, [...new Set(held.map(({ party }) => party))]);
  const { compare } = new Intl.Collator('sv');
  return [...names]
    .flatMap(([party, { name }]) => {
      if (name === null) return [];
      return [{ party, name, rights: held.filter((one) => one.party === party).flatMap(({ rights }) => rights) }];
    })
    .sort((a, b) => compare(a.name, b.name));
}
