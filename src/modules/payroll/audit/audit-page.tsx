import {
  Button,
  EmptyState,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  Section,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { type AuditRow, sections } from './audit-list.ts';
import { rowWords } from './row-words.ts';
import { texts } from './texts/index.ts';

export type AuditPageProps = {
  readonly authority: Authority;
  readonly rows: readonly AuditRow[];
  readonly since: string;
  readonly errors: readonly FieldError[];
};

/** What an auditor reads of an employer's payroll. */
export function AuditPage({ authority, rows, since, errors }: AuditPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const zone = authority.country === 'SE' ? 'Europe/Stockholm' : 'Europe/Mariehamn';
  const href = `/lon/${authority.slug}/revision`;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      kicker={authority.name}
      width="wide"
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: '/lon', label: t.back }]}
    >
      <Form action={href} method="get" class="al-form al-form--inline">
        <TextField
          name="fran"
          label={t.since}
          value={since}
          error={errorAt(errors, 'fran')}
          width="short"
          autocomplete="off"
        />
        <Button variant="secondary">{t.show}</Button>
      </Form>
      <p>
        <a class="ds-link" href={`${href}.csv?fran=${encodeURIComponent(since)}`}>
          {t.csv}
        </a>
      </p>
      {sections.map((section) => {
        const found = rows.flatMap((row) =>
          row.section === section ? [{ ...row, words: rowWords(row, country, language) }] : [],
        );
        return (
          <Section key={section} title={t.sections[section]}>
            {found.length === 0 ? (
              <EmptyState title={t.empty} />
            ) : (
              <Table
                caption={t.sections[section]}
                captionHidden
                rows={found}
                rowKey={(row) => `${row.at} ${row.what} ${row.about} ${row.detail}`}
                columns={[
                  { header: t.columns.at, names: true, cell: ({ at }) => <Moment at={at} zone={zone} short /> },
                  { header: t.columns.who, cell: ({ who }) => who ?? t.system },
                  { header: t.columns.what, cell: ({ words }) => words.what },
                  { header: t.columns.about, cell: ({ words }) => words.about },
                  { header: t.columns.detail, cell: ({ words }) => words.detail },
                ]}
              />
            )}
          </Section>
        );
      })}
    </Page>
  );
}
