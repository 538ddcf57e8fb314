import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../kernel/project-root.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import type { Answer, lineNames } from '../modules/payroll/index.ts';
import { type Command, result, UsageProblem } from './command.ts';

export const payrollCalculate: Command = {
  usage: 'payroll calculate --cases FILE [--json] [--production]',
  summary: 'calculate payslips from a file of cases; nothing is stored',
  help: `FILE is a JSON list of cases; amounts are decimal numbers in text, keys that do not apply are left out:
  { "id", "country": "AX" | "SE", "paymentDate": "2026-05-25", "employee": { "birthDate" },
    "taxCard": { "basePercent", "yearLimit", "additionalPercent", "earnedBefore" }      Åland; without one 60 %
    "taxTable": { "table", "column" }                                       Sweden; without one side income, 30 %
    "pay": [{ "code", "amount" } | { "code", "quantity", "unitPrice" }], "benefits": [{ "code", "amount" }],
    "garnishment": { "dependants" } | { "reserved" },
    "employer": { "pensionTotalPercent", "accidentPercent", "groupLifePercent", "paidBeforeThisYear" } }
\`payroll codes\` lists the codes. What is wrong in the file is named by its path, and nothing is calculated. So is a figure
of law that nobody has entered, by name and day; with --production also one that nobody has checked against its source.
--json writes one list: per case its lines, gross, net, and what it costs the employer beside.`,
  async run(args) {
    const { file, asJson, production } = readArguments(args);
    const { answerOf, calculatePayslip, hindrancesOf, lineNames, loadRuleBook, makeEngine, readCases } = await import(
      '../modules/payroll/index.ts'
    );
    const { cases, problems } = readCases(contentOf(file));
    if (problems.length > 0) throw new StartProblem(`${file} can not be calculated:\n  ${problems.join('\n  ')}`);
    const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
    const hindrances = cases.flatMap(({ id, input }) =>
      hindrancesOf(engine, input, production).map(({ kind, parameter, day }) =>
        kind === 'missing'
          ? `${id}: ${parameter} has no value on ${day}`
          : `${id}: ${parameter} from ${day} has not been checked against its source`,
      ),
    );
    if (hindrances.length > 0) throw new StartProblem(`${file} can not be calculated:\n  ${hindrances.join('\n  ')}`);
    const answers = cases.map(({ id, input }) => answerOf(engine.book, id, calculatePayslip(engine, input)));
    result(asJson ? JSON.stringify(answers, null, 2) : answers.map((answer) => table(answer, lineNames)).join('\n\n'));
  },
};

function readArguments(args: readonly string[]) {
  const at = args.indexOf('--cases');
  const file = args[at + 1];
  const others = args.filter((_arg, n) => at === -1 || (n !== at && n !== at + 1));
  if (at === -1 || file === undefined || others.some((arg) => arg !== '--json' && arg !== '--production')) {
    throw new UsageProblem();
  }
  return { file, asJson: others.includes('--json'), production: others.includes('--production') };
}

function contentOf(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartProblem(`${file} can not be read: is it there?`, error);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new StartProblem(`${file} is not JSON: ${error instanceof Error ? error.message : ''}`, error);
  }
}

type Names = typeof lineNames;

/** A case for somebody at the terminal: a line each, the amount last. */
function table({ id, lines, gross, net, employer }: Answer, names: Names): string {
  const nameOf = (code: string) => Object.entries(names).find(([known]) => known === code)?.[1].en ?? code;
  const rows = lines.map((line) =>
    row(nameOf(line.code), howMuch(line), line.amount, line.verified ? '' : ' (unverified)'),
  );
  const costs = employer.map((line) => row(nameOf(`employer-${line.code}`), howMuch(line), line.amount, ''));
  return [
    id,
    ...rows,
    row('Gross', '', gross, ''),
    row('Net', '', net, ''),
    '  Beside, for the employer',
    ...costs,
  ].join('\n');
}

function row(name: string, how: string, amount: string, mark: string): string {
  return `  ${name.padEnd(38)} ${how.padEnd(34)} ${amount.padStart(14)}${mark}`;
}

function howMuch(line: Answer['employer'][number] & { readonly quantity?: string | null }): string {
  if (line.parts) return line.parts.map(({ base, rate }) => `${base} x ${rate} %`).join(' + ');
  if (line.quantity) return `${line.quantity} x ${line.base}`;
  return line.rate === null ? '' : `${line.base} x ${line.rate} %`;
}
