import { Details, EmptyState, Page, Section, usePage, useTexts } from '../../../kernel/html/index.ts';
import { changesSince } from '../engine/changes.ts';
import { codeOf } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import { explainChange } from '../explain-line.ts';
import type { OwnPay, PayslipView } from '../read-pay.ts';
import { texts } from '../texts/index.ts';
import { monthText } from './month.ts';
import { PayslipLines } from './payslip.tsx';

export type OwnPayPageProps = {
  readonly pay: OwnPay;
  readonly book: RuleBook;
  readonly names: ReadonlyMap<number, string>;
};

/** What I am paid, line by line, and why it changed. */
export function OwnPayPage({ pay, book, names }: OwnPayPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { payslips, employees } = pay;
  if (payslips.length === 0)
    return (
      <Page title={t.own.title}>
        <EmptyState title={t.own.empty} />
      </Page>
    );
  return (
    <Page title={t.own.title} lead={t.own.lead}>
      {payslips.map((one, n) => {
        const country = employees.find(({ authority }) => authority === one.row.authority)?.country ?? 'AX';
        const before = payslips.slice(n + 1).find(({ row }) => row.authority === one.row.authority);
        const changes = before ? changesSince(wholeOf(before), wholeOf(one)) : [];
        return (
          <Section
            key={one.row.run}
            title={`${monthText(one.row.from, language)} · ${names.get(one.row.authority) ?? ''}`}
            id={`m${one.row.run}`}
          >
            <PayslipLines book={book} country={country} lines={one.lines} net={Number(one.row.net)} />
            {before && (
              <Details summary={t.own.why}>
                {changes.length === 0 && <p>{t.own.same}</p>}
                <ul class="ds-list">
                  {changes.map((change) => {
                    const words = explainChange(country, change);
                    return (
                      <li key={change.code}>
                        {words.what[language]}: {words.amount?.[language]}.{' '}
                        {words.facts.map(({ value }) => value[language]).join(', ')}
                      </li>
                    );
                  })}
                </ul>
              </Details>
            )}
          </Section>
        );
      })}
    </Page>
  );
}

function wholeOf({ lines, row }: PayslipView) {
  const isEmployers = ({ code }: Line) => codeOf(code).side === 'employer';
  const own = lines.filter((line) => !isEmployers(line));
  return { lines: own, employer: lines.filter(isEmployers), gross: Number(row.gross), net: Number(row.net) };
}
