import type { Task } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import {
  type Authority,
  agreementsOf,
  authoritiesByIds,
  isInForce,
  providersFor,
  unitsOf,
} from '../directory/index.ts';

/** A unit that may handle a task for an authority today. */
export type Handler = {
  readonly authority: AuthorityId;
  readonly authorityName: string;
  readonly unit: UnitId;
  readonly unitName: string;
};

/** Its own units with that task, and those of the providers that an agreement names. */
export async function possibleHandlers(scope: Scope, authority: Authority, task: Task): Promise<readonly Handler[]> {
  const today = dateIn(authority.country, scope.now);
  const agreements = providersFor(await agreementsOf(scope, authority.id), authority.id, task, today);
  const able = [...new Set([authority.id, ...agreements.map(({ provider }) => provider)])];
  const [names, ...units] = await Promise.all([
    authoritiesByIds(scope, able),
    ...able.map((one) => unitsOf(scope, one)),
  ]);
  return units
    .flat()
    .filter((unit) => unit.tasks.includes(task) && isInForce(unit, today))
    .map((unit) => ({
      authority: unit.authority,
      authorityName: names.get(unit.authority)?.name ?? '',
      unit: unit.id,
      unitName: unit.name,
    }));
}
