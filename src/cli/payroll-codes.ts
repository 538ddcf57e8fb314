import type { lineNames } from '../modules/payroll/index.ts';
import { type Command, positions, result } from './command.ts';

type CodeRow = {
  readonly code: string;
  readonly side: 'pay' | 'benefits';
  readonly countries: readonly string[];
  readonly incomesRegister: number | null;
  readonly incomesRegisterVerified: boolean | null;
  readonly agi: string | null;
  readonly meaning: (typeof lineNames)[keyof typeof lineNames];
};

export const payrollCodes: Command = {
  usage: 'payroll codes [--json]',
  summary: 'list the codes of pay and benefits with their meaning',
  help: `The codes that "pay" and "benefits" of \`payroll calculate\` know, in which country, with the code of the Finnish
Incomes Register (a question mark: not read in its official code set) and the field of the Swedish employer's declaration.`,
  async run(args) {
    const asJson = args.includes('--json');
    positions(
      args.filter((arg) => arg !== '--json'),
      0,
    );
    const payroll = await import('../modules/payroll/index.ts');
    const rows = [...rowsOf(payroll, 'pay', 'pay'), ...rowsOf(payroll, 'benefit', 'benefits')];
    result(asJson ? JSON.stringify(rows, null, 2) : rows.map(line).join('\n'));
  },
};

type Payroll = typeof import('../modules/payroll/index.ts');

function rowsOf(payroll: Payroll, side: 'pay' | 'benefit', key: CodeRow['side']): readonly CodeRow[] {
  const { codeOf, codesOf, countries, lineNames } = payroll;
  const codes = new Set(countries.flatMap((country) => codesOf(side, country)));
  return [...codes].map((code) => {
    const { incomesRegister, agi } = codeOf(code);
    const knowing = countries.filter((country) => codesOf(side, country).includes(code));
    return {
      code,
      side: key,
      countries: knowing,
      incomesRegister: (knowing.includes('AX') && incomesRegister?.code) || null,
      incomesRegisterVerified: (knowing.includes('AX') && incomesRegister?.verified) ?? null,
      agi: (knowing.includes('SE') && agi) || null,
      meaning: lineNames[code],
    };
  });
}

function line(row: CodeRow): string {
  const register = row.incomesRegister ? `${row.incomesRegister}${row.incomesRegisterVerified ? '' : '?'}` : '-';
  const columns = [
    row.code.padEnd(22),
    row.side.padEnd(9),
    row.countries.join(' ').padEnd(6),
    register.padEnd(5),
    (row.agi ?? '-').padEnd(4),
  ];
  return `${columns.join(' ')} ${row.meaning.en} (${row.meaning.sv})`;
}
