import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { InEach } from '../../../kernel/texts.ts';
import { aboutEmployees } from '../facts-in/fact-rows.ts';
import { isEmployeeNumber, keepOldLine } from '../store/parallel.ts';

const nobody: InEach<string> = {
  sv: 'Ingen hos arbetsgivaren har det anställningsnumret.',
  fi: 'Kenelläkään työnantajan palveluksessa ei ole tätä henkilönumeroa.',
  en: 'Nobody at the employer has that number.',
};

/** The old system's lines of a month, from its own file: what fits `IntakeTarget` of the module that reads files. */
export const oldLinesFromFile = {
  name: 'payroll.old-lines',
  label: {
    sv: 'Lönerader ur det gamla systemet',
    fi: 'Vanhan järjestelmän palkkarivit',
    en: 'Pay lines of the old system',
  },
  fields: [
    {
      name: 'month',
      type: 'date' as const,
      required: true,
      key: true,
      label: { sv: 'En dag i månaden', fi: 'Jokin kuukauden päivä', en: 'A day of the month' },
    },
    {
      name: 'number',
      type: 'text' as const,
      required: true,
      key: true,
      maxLength: 40,
      label: { sv: 'Anställningsnummer', fi: 'Henkilönumero', en: 'Employee number' },
    },
    {
      name: 'code',
      type: 'text' as const,
      required: true,
      key: true,
      maxLength: 40,
      label: { sv: 'Löneart', fi: 'Palkkalaji', en: 'Pay code' },
    },
    {
      name: 'amount',
      type: 'decimal' as const,
      required: true,
      label: {
        sv: 'Belopp, avdrag med minus',
        fi: 'Määrä, vähennykset miinuksella',
        en: 'Amount, deductions with a minus',
      },
    },
  ],
  about: aboutEmployees,
  take,
};

async function take(
  tx: Tx,
  scope: Scope,
  authority: AuthorityId,
  row: Readonly<Record<string, string>>,
): Promise<'taken' | 'unchanged' | { readonly refused: InEach<string> }> {
  const { month = '', number = '', code = '', amount = '' } = row;
  if (!(await isEmployeeNumber(tx, authority, number))) return { refused: nobody };
  const cents = Math.round(Number(amount) * 100);
  const line = { number, oldCode: code, amount: cents };
  return (await keepOldLine(tx, authority, `${month.slice(0, 7)}-01`, line, scope.now)) ? 'taken' : 'unchanged';
}
