import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Minor } from '../engine/amount.ts';
import { type Day, monthAround } from '../engine/day.ts';
import { type Fact, type FactKind, isValidIn } from '../facts/fact.ts';
import { recordFacts, type SaidFact } from '../facts/record-facts.ts';
import { openRun } from '../run/handle-run.ts';
import { dayOf, type EmployeeKey, factsOf, paymentDay } from './beside-key.ts';

/** What ends with the employment; hours that have been worked, and what is owed, do not. */
const ends: ReadonlySet<FactKind> = new Set(['employment', 'salary', 'supplement', 'benefit', 'absence', 'union']);

export type Ending = {
  /** The last day, as typed. */
  readonly last: string;
  readonly paymentDate: string;
  /** For holiday that is left, in cent or öre; zero when there is none. */
  readonly holiday: Minor;
};

/**
 * Ends all employments of somebody and opens the run that pays what is due and not paid (slutlön). What holds after the
 * last day is taken back, so that pay which has gone out for days after it is an overpayment.
 * @returns the run
 * @throws Refusal not-found | not-allowed | invalid when a day can not be | conflict when there is no employment to end
 */
export async function endEmployment(scope: Scope, key: EmployeeKey, said: Ending): Promise<string> {
  const { country, facts } = await factsOf(scope, key);
  const last = dayOf(said.last);
  const paymentDate = paymentDay(scope, country, said.paymentDate);
  if (!facts.some((fact) => fact.kind === 'employment' && isValidIn(fact, last, last)))
    throw new Refusal('conflict', 'payroll.beside.no-employment');
  const changes = facts.flatMap((fact) => endedAt(fact, last));
  const compensation: readonly SaidFact[] =
    said.holiday === 0
      ? []
      : [
          {
            ...{ kind: 'addition', from: last, to: last },
            body: { code: 'holiday-compensation', amount: said.holiday, reason: 'AKTA IV / AB 25 § 27' },
          },
          ...facts.filter(({ kind }) => kind === 'holiday').map(takenBack),
        ];
  await recordFacts(scope, key.authority, key.employee, [...changes, ...compensation], 'slutlön');
  const month = monthAround(last);
  return openRun(scope, key.authority, { kind: 'off-cycle', month, paymentDate, only: [key.employee] });
}

/** A fact as it is when the employment ends on a day: shortened, taken back, or as it was. */
function endedAt(fact: Fact, last: Day): readonly SaidFact[] {
  if (!ends.has(fact.kind) || (fact.to !== null && fact.to <= last)) return [];
  return [fact.from > last ? takenBack(fact) : ({ ...fact, to: last, replaces: fact.seq } as SaidFact)];
}

function takenBack(fact: Fact): SaidFact {
  return { ...fact, replaces: fact.seq, withdrawn: true } as SaidFact; // a fact is one that somebody has said
}
