import { dateIn } from '../../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Country } from '../engine/codes.ts';
import { type Day, isDay } from '../engine/day.ts';
import { type Fact, holding } from '../facts/fact.ts';
import { loadEmployee, loadFacts } from '../store/facts.ts';

export type EmployeeKey = { readonly authority: AuthorityId; readonly employee: string };

/** Who is paid beside the month, with what holds of them now. */
export async function factsOf(
  scope: Scope,
  { authority, employee }: EmployeeKey,
): Promise<{ readonly country: Country; readonly facts: readonly Fact[] }> {
  const [found, recorded] = await scope.read((tx) =>
    Promise.all([loadEmployee(tx, authority, employee), loadFacts(tx, authority, employee)]),
  );
  if (!found) throw new Refusal('not-found', 'payroll.employee.not-found');
  return { country: found.country, facts: holding(recorded) };
}

/** A day as somebody typed it. @throws Refusal invalid */
export function dayOf(typed: string): Day {
  const day = typed.trim();
  if (!isDay(day)) throw new Refusal('invalid', 'payroll.beside.day');
  return day;
}

/** The day on which something is to be paid: not one that has been. @throws Refusal invalid */
export function paymentDay(scope: Scope, country: Country, typed: string): Day {
  const day = dayOf(typed);
  if (day < dateIn(country, scope.now).toString()) throw new Refusal('invalid', 'payroll.beside.day-has-been');
  return day;
}
