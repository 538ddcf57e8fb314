import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { composeDecision } from './compose-decision.ts';
import { caseInReach, type Handled, handle, officialOf } from './handle.ts';
import { serviceOf } from './service-of.ts';
import { dayAt } from './zone.ts';

export type Deciding = { readonly decision: string; readonly reasons: string };

/**
 * Decides, in the applicant's language; the decision then goes to the mailbox by itself.
 * @throws Refusal not-found | not-allowed | conflict | invalid
 */
export async function decide(scope: Scope, handled: Handled, { decision, reasons }: Deciding): Promise<void> {
  const filed = await caseInReach(scope, handled);
  const [authority, { definition, words, isStrict }] = await Promise.all([
    authorityById(scope, filed.authority),
    serviceOf(scope, filed, filed.language),
  ]);
  const on = dayAt(authority, scope.now);
  const { country } = authority;
  const by = officialOf(scope);
  const composed = composeDecision({ definition, words, isStrict, decision, country, reasons, by, on });
  await handle(scope, handled, 'case.decide', () => ({ kind: 'decided', decision: composed }));
}
