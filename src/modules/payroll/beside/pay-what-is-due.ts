import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { monthAround } from '../engine/day.ts';
import { openRun } from '../run/handle-run.ts';
import { employeesByNumber } from '../store/beside.ts';
import { dayOf, paymentDay } from './beside-key.ts';

const MOST = 500;

/**
 * Opens a run beside the month's own, for some: what is due to them and not paid yet (extra körning).
 * @param said.numbers the employer's numbers, as typed: one a line, or with commas between
 * @returns the run
 * @throws Refusal not-allowed | invalid when a day can not be | not-found when somebody is not there
 */
export async function payWhatIsDue(
  scope: Scope,
  authority: AuthorityId,
  said: { readonly month: string; readonly paymentDate: string; readonly numbers: string },
): Promise<string> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  const month = monthAround(dayOf(`${said.month}-01`));
  const numbers = [...new Set(said.numbers.split(/[\s,;]+/).filter(Boolean))];
  if (numbers.length === 0 || numbers.length > MOST) throw new Refusal('invalid', 'payroll.beside.numbers');
  const found = await scope.read((tx) => employeesByNumber(tx, authority, numbers));
  const [first] = found;
  if (!first || found.length < numbers.length) throw new Refusal('invalid', 'payroll.beside.numbers');
  const paymentDate = paymentDay(scope, first.country, said.paymentDate);
  const only = found.map(({ id }) => id);
  return openRun(scope, authority, { kind: 'off-cycle', month, paymentDate, only });
}
