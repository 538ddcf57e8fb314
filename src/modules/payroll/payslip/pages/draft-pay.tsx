import { Alert, ButtonLink, Page, Section, usePage, useTexts } from '../../../../kernel/html/index.ts';
import type { Authority } from '../../../directory/index.ts';
import type { RuleBook } from '../../engine/rule-book.ts';
import { monthText } from '../../pages/month.ts';
import { PayslipLines } from '../../pages/payslip.tsx';
import type { DraftPay } from '../draft-pay.ts';
import { texts } from '../texts/index.ts';
import { ownPayHref } from './own-pay.tsx';

export type DraftPayPageProps = {
  readonly authority: Authority;
  readonly draft: DraftPay;
  readonly book: RuleBook;
};

/** What this month's pay will be with what is known now; never to be taken for a payslip. */
export function DraftPayPage({ authority, draft, book }: DraftPayPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { employee, month, made } = draft;
  const { payslip, held, findings } = made;
  return (
    <Page
      title={t.draft.title(monthText(month.from, language))}
      kicker={authority.name}
      breadcrumbs={[{ href: ownPayHref, label: t.list.title }]}
    >
      <Alert tone="warning" title={t.draft.warning}>
        <p>{t.draft.text}</p>
        {findings.some(({ kind }) => kind === 'time-not-approved') && <p>{t.draft.waits}</p>}
      </Alert>
      {held === null ? (
        <Section title={t.one.lines}>
          <PayslipLines
            book={book}
            country={employee.country}
            lines={[...payslip.lines, ...payslip.employer]}
            net={payslip.net}
          />
        </Section>
      ) : (
        <Section title={t.draft.held}>
          <p>{t.draft.heldText}</p>
        </Section>
      )}
      <div class="al-actions">
        <ButtonLink href={ownPayHref} variant="tertiary">
          {t.one.back}
        </ButtonLink>
      </div>
    </Page>
  );
}
