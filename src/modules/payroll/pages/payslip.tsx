import { Explanation, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Change } from '../engine/changes.ts';
import type { Country } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import { explainLine } from '../explain-line.ts';
import { isEmployers, withChanges } from '../payslip/compare.ts';
import { texts } from '../texts/index.ts';
import { lineTitle } from '../texts/line-names.ts';
import { amountText } from './amount.ts';

export type PayslipLinesProps = {
  readonly book: RuleBook;
  readonly country: Country;
  readonly lines: readonly Line[];
  readonly net: number;
  /** Since the payslip before; a line whose code changed says so. */
  readonly changes?: readonly Change[] | null;
};

/** A payslip's lines: each opens to why it is what it is. */
export function PayslipLines({ book, country, lines, net, changes }: PayslipLinesProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const all = withChanges(lines, changes ?? []);
  const employers = all.filter(({ line }) => isEmployers(line));
  const row = ({ line, change }: (typeof all)[number], n: number) => (
    <li key={n}>
      <Explanation
        of={explainLine(book, country, line, change)}
        summary={lineTitle(line, language)}
        figure={amountText(line.amount, country, language)}
      />
    </li>
  );
  return (
    <>
      <ul class="al-payslip">{all.filter(({ line }) => !isEmployers(line)).map(row)}</ul>
      <p class="al-payslip__net">
        <span>{t.person.net}</span> <strong>{amountText(net, country, language)}</strong>
      </p>
      {employers.length > 0 && (
        <>
          <h3 class="al-h3">{t.person.employerPays}</h3>
          <ul class="al-payslip">{employers.map(row)}</ul>
        </>
      )}
    </>
  );
}
