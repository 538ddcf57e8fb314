import { formatDate } from '../../../../kernel/calendar/format.ts';
import { ButtonLink, Page, Section, SummaryList, usePage, useTexts } from '../../../../kernel/html/index.ts';
import type { RuleBook } from '../../engine/rule-book.ts';
import { explainChange } from '../../explain-line.ts';
import { amountText } from '../../pages/amount.ts';
import { monthText } from '../../pages/month.ts';
import { PayslipLines } from '../../pages/payslip.tsx';
import type { OwnPayslip } from '../own-payslip.ts';
import { texts } from '../texts/index.ts';
import { ownPayHref } from './own-pay.tsx';

/** One of my payslips: what is paid, line by line, and what changed since the last and why. */
export function OwnPayslipPage({ payslip, book }: { readonly payslip: OwnPayslip; readonly book: RuleBook }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { authority, employee, compared } = payslip;
  const { country, number } = employee;
  const { row, lines } = compared.view;
  const money = (amount: number | string) => amountText(amount, country, language);
  return (
    <Page
      title={t.title(monthText(row.from, language))}
      kicker={authority.name}
      breadcrumbs={[{ href: ownPayHref, label: t.list.title }]}
    >
      <SummaryList
        rows={[
          { label: t.one.net, value: <strong>{money(row.net)}</strong> },
          { label: t.one.gross, value: money(row.gross) },
          { label: t.one.paidOn, value: formatDate(Temporal.PlainDate.from(row.paymentDate), language) },
          { label: t.one.number, value: number },
        ]}
      />
      <Section title={t.one.changed}>
        {compared.changes === null ? (
          <p>{t.one.first}</p>
        ) : compared.changes.length === 0 ? (
          <p>{t.one.same}</p>
        ) : (
          <ul class="ds-list">
            {compared.changes.map((change) => {
              const { what, amount, facts } = explainChange(country, change);
              const name = what[language].slice(what[language].indexOf(': ') + 2);
              return (
                <li key={change.code}>
                  {name}: {amount?.[language]} ({facts.map(({ value }) => value[language]).join(', ')})
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <Section title={t.one.lines}>
        <p>{t.one.open}</p>
        <PayslipLines book={book} country={country} lines={lines} net={Number(row.net)} changes={compared.changes} />
      </Section>
      <div class="al-actions">
        <ButtonLink href={`${ownPayHref}/${authority.slug}/${row.run}/lonebesked.pdf`} variant="secondary">
          {t.one.pdf}
        </ButtonLink>
        <ButtonLink href={ownPayHref} variant="tertiary">
          {t.one.back}
        </ButtonLink>
      </div>
    </Page>
  );
}
