import { formatDate } from '../../../../kernel/calendar/format.ts';
import { CardList, EmptyState, Page, Section, Tag, usePage, useTexts } from '../../../../kernel/html/index.ts';
import type { Authority } from '../../../directory/index.ts';
import { amountText } from '../../pages/amount.ts';
import { monthText } from '../../pages/month.ts';
import type { OwnPay } from '../../read-pay.ts';
import { texts as payrollTexts } from '../../texts/index.ts';
import type { DraftPay } from '../draft-pay.ts';
import { texts } from '../texts/index.ts';

export const ownPayHref = '/mina-sidor/lon';

export type OwnPayPageProps = {
  readonly pay: OwnPay;
  readonly drafts: readonly DraftPay[];
  readonly employers: ReadonlyMap<number, Authority>;
};

/** What I am paid: the month that is coming, as a draft, and every payslip there is. */
export function OwnPayPage({ pay, drafts, employers }: OwnPayPageProps) {
  const { list: t } = useTexts(texts);
  const { language } = usePage();
  const { payslips, employees } = pay;
  const nameOf = (authority: number) => employers.get(authority)?.name ?? '';
  const slugOf = (authority: number) => employers.get(authority)?.slug ?? '';
  if (payslips.length === 0 && drafts.length === 0)
    return (
      <Page title={t.title}>
        <EmptyState title={t.empty}>{t.emptyText}</EmptyState>
        <WorkLinks employers={employees.map(({ authority }) => employers.get(authority))} />
      </Page>
    );
  const coming = drafts.map(({ employee, month, made }) => ({
    href: `${ownPayHref}/${slugOf(employee.authority)}/utkast`,
    title: t.draft(monthText(month.from, language)),
    text: made.held === null ? t.net(amountText(made.payslip.net, employee.country, language)) : t.draftText,
    meta: nameOf(employee.authority),
    tag: <Tag tone="warning">{t.draftTag}</Tag>,
  }));
  const paid = payslips.map(({ row }) => {
    const country = employees.find(({ authority }) => authority === row.authority)?.country ?? 'AX';
    const day = formatDate(Temporal.PlainDate.from(row.paymentDate), language);
    return {
      href: `${ownPayHref}/${slugOf(row.authority)}/${row.run}`,
      title: monthText(row.from, language),
      text: t.net(amountText(row.net, country, language)),
      meta: `${nameOf(row.authority)} · ${t.paidOn(day)}`,
    };
  });
  return (
    <Page title={t.title} lead={t.lead}>
      <CardList items={[...coming, ...paid]} />
      <WorkLinks employers={employees.map(({ authority }) => employers.get(authority))} />
    </Page>
  );
}

/** To what an employee reports, at each employer. */
function WorkLinks({ employers }: { readonly employers: readonly (Authority | undefined)[] }) {
  const { work } = useTexts(payrollTexts);
  if (employers.length === 0) return null;
  return (
    <Section title={work.title}>
      <ul class="ds-list">
        {employers.map(
          (one) =>
            one && (
              <li key={one.slug}>
                <a class="ds-link" href={`${ownPayHref}/${one.slug}/arbete`}>
                  {work.title}, {one.name}
                </a>
              </li>
            ),
        )}
      </ul>
    </Section>
  );
}
