import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { caseInReach, type Handled, handle } from './handle.ts';
import { eraseOn, ruleText } from './retention.ts';
import { serviceOf } from './service-of.ts';
import { dayAt } from './zone.ts';

/**
 * Ends a case whose decision is available to the person, and sets the day until which it is kept.
 * @throws Refusal not-found | not-allowed | conflict while the decision is not available
 */
export async function closeCase(scope: Scope, handled: Handled): Promise<void> {
  const filed = await caseInReach(scope, handled);
  const [authority, { definition, retention, isStrict }] = await Promise.all([
    authorityById(scope, filed.authority),
    serviceOf(scope, filed, filed.language),
  ]);
  // Nothing is erased by a mere proposal where people's real cases are.
  if (isStrict && !retention.verified) throw new Refusal('conflict', 'cases.close.no-retention');
  const closed = dayAt(authority, scope.now);
  await handle(scope, handled, 'case.close', (state) => {
    const decided = state.decision ? Temporal.PlainDate.from(state.decision.decidedOn) : closed;
    return {
      kind: 'closed',
      eraseOn: eraseOn(retention, { decided, closed }).toString(),
      rule: ruleText(definition.id, definition.version, retention),
      archive: retention.then === 'archive',
    };
  });
}
