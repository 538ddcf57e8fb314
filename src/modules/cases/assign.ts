import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Official } from './action.ts';
import { type Handled, handle, officialOf } from './handle.ts';

/** @throws Refusal not-found | not-allowed | conflict */
export async function assignToMe(scope: Scope, handled: Handled): Promise<void> {
  const to = officialOf(scope);
  await handle(scope, handled, 'case.assign', () => ({ kind: 'assigned', to }));
}

/**
 * @param colleagues who may have it, as they were found for this case
 * @throws Refusal not-found | not-allowed | conflict | invalid when the colleague may not have it
 */
export async function assignTo(
  scope: Scope,
  handled: Handled,
  party: string,
  colleagues: readonly Official[],
): Promise<void> {
  const to = colleagues.find((colleague) => colleague.party === party);
  if (!to) throw new Refusal('invalid', 'cases.no-colleague');
  await handle(scope, handled, 'case.assign', () => ({ kind: 'assigned', to }));
}

/** Gives it back to the queue. @throws Refusal not-found | not-allowed | conflict */
export async function unassign(scope: Scope, handled: Handled): Promise<void> {
  await handle(scope, handled, 'case.assign', () => ({ kind: 'unassigned' }));
}
