import { dateIn } from '../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadAssignments } from './store/roles.ts';

/**
 * How many have an office at each authority today; for who may give roles there.
 * @throws Refusal not-allowed
 */
export async function officialsAt(
  scope: Scope,
  authorities: readonly AuthorityId[],
): Promise<ReadonlyMap<AuthorityId, number>> {
  const today = dateIn('SE', scope.now);
  const counted = authorities.map(async (authority) => {
    const given = await permit(scope, 'role.give', { authority });
    const held = await scope.reaching(given, { authorities: [authority] }).read((tx) => loadAssignments(tx, authority));
    const now = held.filter(({ from }) => Temporal.PlainDate.compare(from, today) <= 0);
    return [authority, new Set(now.map(({ party }) => party)).size] as const;
  });
  return new Map(await Promise.all(counted));
}
