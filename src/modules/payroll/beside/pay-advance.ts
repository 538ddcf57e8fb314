import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Minor, timesOver, WHOLE } from '../engine/amount.ts';
import { monthAround } from '../engine/day.ts';
import { isValidIn } from '../facts/fact.ts';
import { recordFacts } from '../facts/record-facts.ts';
import { openRun } from '../run/handle-run.ts';
import { isMonthPaid } from '../store/beside.ts';
import { dayOf, type EmployeeKey, factsOf, paymentDay } from './beside-key.ts';

export type SaidAdvance = {
  /** `2026-05`: the month whose pay it is. */
  readonly month: string;
  readonly paymentDate: string;
  readonly amount: Minor;
  readonly reason: string;
};

/**
 * Pays some of a month's pay before its day (förskott): taxed when it is paid, and taken off when the month is paid. No
 * more than the month's agreed pay, with the advances that it has already.
 * @returns the run
 * @throws Refusal not-found | not-allowed | invalid for the amount or the day | conflict when the month is paid
 */
export async function payAdvance(scope: Scope, key: EmployeeKey, said: SaidAdvance): Promise<string> {
  const { authority, employee } = key;
  const { country, facts } = await factsOf(scope, key);
  const month = monthAround(dayOf(`${said.month}-01`));
  const paymentDate = paymentDay(scope, country, said.paymentDate);
  if (await scope.read((tx) => isMonthPaid(tx, authority, employee, month.from)))
    throw new Refusal('conflict', 'payroll.beside.month-paid');
  let agreed = 0;
  let advanced = said.amount;
  for (const fact of facts) {
    if (fact.kind === 'salary' && isValidIn(fact, month.from, month.to))
      agreed += timesOver(fact.body.monthly, fact.body.share, WHOLE, 'half-up');
    if (fact.kind === 'advance' && isValidIn(fact, month.from, month.to)) advanced += fact.body.amount;
  }
  if (said.amount <= 0 || advanced > agreed) throw new Refusal('invalid', 'payroll.beside.amount');
  const body = { amount: said.amount, reason: said.reason };
  await recordFacts(
    scope,
    authority,
    employee,
    [{ kind: 'advance', from: month.from, to: month.to, body }],
    'förskott',
  );
  return openRun(scope, authority, { kind: 'advance', month, paymentDate, only: [employee] });
}
