import type { Scope } from '../../kernel/scope.ts';
import { officersOf } from '../identity/index.ts';
import type { Official } from './action.ts';
import type { FiledCase } from './filed-case.ts';

/** Who else may have the case: same employer, task and unit, the right to protected identities when it takes one. */
export async function colleaguesOf(scope: Scope, filed: Omit<FiledCase, 'answers'>): Promise<readonly Official[]> {
  const { actor } = scope;
  if (actor.kind !== 'official') return [];
  const employers = actor.grants
    .filter(({ role, authority, tasks }) => {
      return role === 'case-officer' && authority === filed.authority && tasks.includes(filed.task);
    })
    .map(({ employer }) => employer);
  const found = new Map<string, Official>();
  for (const employer of new Set(employers)) {
    for (const { party, name, rights } of await officersOf(scope, employer, filed.task, filed.unit)) {
      const may = !filed.protected || rights.includes('protected-identity');
      if (may && party !== actor.party && !filed.parties.includes(party)) found.set(party, { party, name });
    }
  }
  return [...found.values()];
}
