import {
  Alert,
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  Select,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { type Country, codesOf } from '../engine/codes.ts';
import { notCompared } from '../parallel/compare.ts';
import type { ParallelStanding } from '../parallel/parallel-run.ts';
import { texts } from '../texts/index.ts';
import { lineNames } from '../texts/line-names.ts';
import { monthText } from './month.ts';

export type ParallelPageProps = { readonly authority: Authority; readonly standing: ParallelStanding };

/** The old system beside ours: each month that both have, the codes, and whether pay may be paid from here. */
export function ParallelPage({ authority, standing }: ParallelPageProps) {
  const { parallel: t, board } = useTexts(texts);
  const { language } = usePage();
  const { months, mayPay, paidBefore, signedBy, codes } = standing;
  const href = `/lon/${authority.slug}/parallell`;
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  return (
    <Page
      title={t.title}
      kicker={authority.name}
      lead={t.lead}
      breadcrumbs={[{ href: '/lon', label: board.title }]}
      width="wide"
    >
      <Alert tone={mayPay ? 'success' : 'warning'} title={mayPay ? t.mayPay : t.mayNotPay}>
        <p>{paidBefore ? t.paidBefore : signedBy !== null ? t.signedBy(signedBy) : mayPay ? t.shown : t.notShown}</p>
      </Alert>
      <Section title={t.months}>
        {months.length === 0 ? (
          <EmptyState title={t.noMonths}>{t.noMonthsText}</EmptyState>
        ) : (
          <Table
            caption={t.months}
            captionHidden
            rows={months}
            rowKey={({ month }) => month}
            columns={[
              {
                header: board.month,
                names: true,
                cell: ({ month }) => (
                  <a class="ds-link" href={`${href}/${month.slice(0, 7)}`}>
                    {monthText(month, language)}
                  </a>
                ),
              },
              { header: t.equal, align: 'end', cell: ({ equal }) => equal },
              { header: t.left, align: 'end', cell: ({ left }) => (left < 0 ? t.noRun : left) },
            ]}
          />
        )}
      </Section>
      {codes.length > 0 && (
        <Section title={t.codes} id="koder">
          <p>{t.codesLead}</p>
          <Table
            caption={t.codes}
            captionHidden
            rows={codes}
            rowKey={({ old }) => old}
            columns={[
              { header: t.oldCode, names: true, cell: ({ old }) => old },
              {
                header: t.ourCode,
                cell: ({ old, code }) => (
                  <Form action={`${href}/koder`} class="al-form al-form--inline">
                    <input type="hidden" name="old" value={old} />
                    <Select
                      name={`code-${old}`}
                      label={`${t.ourCode}, ${old}`}
                      value={code ?? ''}
                      choices={[
                        { value: notCompared, label: t.notCompared },
                        ...codeChoices(country).map((one) => ({ value: one, label: lineNames[one][language] })),
                      ]}
                    />
                    <Button variant="secondary" size="sm" context={old}>
                      {t.save}
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        </Section>
      )}
      {!mayPay && (
        <Section title={t.sign}>
          <p>{t.signLead}</p>
          <Form action={`${href}/skriv-under`}>
            <TextField name="reason" label={t.reason} />
            <Button variant="secondary">{t.signButton}</Button>
          </Form>
        </Section>
      )}
    </Page>
  );
}

function codeChoices(country: Country) {
  return [
    ...codesOf('pay', country),
    ...codesOf('benefit', country),
    ...codesOf('deduction', country),
    ...codesOf('employer', country),
  ];
}
