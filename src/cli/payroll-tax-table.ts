import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../kernel/project-root.ts';
import { StartProblem } from '../kernel/start-problem.ts';
import { type Command, result, tell, UsageProblem } from './command.ts';

export const payrollTaxTable: Command = {
  usage: 'payroll tax-table FILE --year YEAR',
  summary: "check a file of Skatteverket's monthly tax tables",
  help: `FILE is Skatteverket's "Månadslön" as text of fixed width or as CSV. Says which tables it holds, and lists as CSV each
cell in kronor that differs from the SKV 433 formula of the year: none is to be in column 1. To use the file, put it in
data/parameters/payroll and name it in the value of se.tax.tables for the year. Nothing is changed.`,
  async run(args) {
    const [file, option, year, ...others] = args;
    if (file === undefined || option !== '--year' || year === undefined || !/^\d{4}$/.test(year) || others.length > 0) {
      throw new UsageProblem();
    }
    const { checkTaxTables, loadRuleBook } = await import('../modules/payroll/index.ts');
    const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
    try {
      const { tables, rows, percentRows, differences } = checkTaxTables(
        book,
        readFileSync(file, 'latin1'),
        Number(year),
      );
      const inFirst = differences.filter(({ column }) => column === 1).length;
      tell(
        `${rows} rows of tables ${tables.join(', ')}; ${percentRows} in percent; ${inFirst} differences in column 1.`,
      );
      result('table;from;column;published;formula');
      for (const { table, from, column, published, formula } of differences) {
        result([table, from, column, published, formula].join(';'));
      }
    } catch (error) {
      throw new StartProblem(`${file} can not be used: ${error instanceof Error ? error.message : ''}`, error);
    }
  },
};
