import type { Actor, Task } from '../../kernel/authority.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';

/** One part of what an official handles: a task for an authority, in one unit or (null) in all. */
export type Reach = { readonly authority: AuthorityId; readonly task: Task; readonly unit: UnitId | null };

/**
 * What an official's roles let them see in the queue, each part once: a role for a whole authority makes the same role
 * in one of its units needless, and no case is found twice.
 */
export function reachOf(actor: Actor): readonly Reach[] {
  if (actor.kind !== 'official') return [];
  const all = actor.grants
    .filter((grant) => grant.role === 'case-officer')
    .flatMap((grant) => grant.tasks.map((task) => ({ authority: grant.authority, task, unit: grant.unit })));
  const whole = new Set(all.filter(({ unit }) => unit === null).map(({ authority, task }) => `${authority} ${task}`));
  const found = new Map<string, Reach>();
  for (const reach of all) {
    const key = `${reach.authority} ${reach.task}`;
    if (reach.unit !== null && whole.has(key)) continue;
    found.set(`${key} ${reach.unit}`, reach);
  }
  return [...found.values()];
}
