import type { Scope } from '../../kernel/scope.ts';
import { isProtectedParty } from '../identity/index.ts';
import type { CaseAction } from './action.ts';
import { type FiledCase, resourceOf } from './filed-case.ts';

/**
 * Whoever acted for a party and has a protected identity, perhaps since then, is named only to an official with that
 * right, as the party would be; to others the name is empty. The party itself must know who acted for them.
 */
export async function withNamesForOffice(
  scope: Scope,
  filed: FiledCase,
  actions: readonly CaseAction[],
): Promise<readonly CaseAction[]> {
  const parties = new Set(actions.flatMap(({ by }) => (by.kind === 'representative' ? [by.party] : [])));
  if (parties.size === 0) return actions;
  const { decision } = await scope.mayAct('case.read', { ...resourceOf(filed), protected: true });
  if (decision === 'yes') return actions;
  const hidden = new Set(
    (
      await Promise.all([...parties].map(async (party) => ((await isProtectedParty(scope, party)) ? party : null)))
    ).filter((party) => party !== null),
  );
  return actions.map((action) => {
    const { by } = action;
    return by.kind === 'representative' && hidden.has(by.party) ? { ...action, by: { ...by, name: '' } } : action;
  });
}
