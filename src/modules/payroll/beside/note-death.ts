import type { Scope } from '../../../kernel/scope.ts';
import { monthAround } from '../engine/day.ts';
import { recordFacts } from '../facts/record-facts.ts';
import { openRun } from '../run/handle-run.ts';
import { dayOf, type EmployeeKey, factsOf, paymentDay } from './beside-key.ts';

/**
 * Records that somebody has died, or corrects the day. No pay is earned after it; the run that is opened pays what was
 * earned until then, to the estate when its account has been approved.
 * @returns the run
 * @throws Refusal not-found | not-allowed | invalid when a day can not be
 */
export async function noteDeath(
  scope: Scope,
  key: EmployeeKey,
  said: { readonly on: string; readonly paymentDate: string },
): Promise<string> {
  const { country, facts } = await factsOf(scope, key);
  const on = dayOf(said.on);
  const paymentDate = paymentDay(scope, country, said.paymentDate);
  const known = facts.find(({ kind }) => kind === 'death');
  const death = { kind: 'death', from: on, body: { on }, ...(known && { replaces: known.seq }) } as const;
  await recordFacts(scope, key.authority, key.employee, [death], 'dödsfall');
  return openRun(scope, key.authority, {
    ...{ kind: 'off-cycle', month: monthAround(on), paymentDate, only: [key.employee] },
  });
}
