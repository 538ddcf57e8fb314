import { formatDate } from '../../../kernel/calendar/format.ts';
import {
  ButtonLink,
  EmptyState,
  Moment,
  Page,
  Pagination,
  Table,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { type Mandate, stateAt } from '../mandate.ts';
import { paperHref, papersHref } from '../paper/paper-subject.ts';
import type { KeptPaper } from '../paper/papers.ts';
import { paperTexts } from '../paper-texts/index.ts';
import { lastDay } from '../terms.ts';
import { texts } from '../texts/index.ts';

export type PaperListProps = {
  readonly papers: readonly KeptPaper[];
  readonly next: string | null;
  readonly first: boolean;
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string }>;
  readonly now: Temporal.Instant;
};

const zone = 'Europe/Stockholm';

export function daysOf({ from, until }: Mandate['terms'], language: 'sv' | 'fi' | 'en'): string {
  return `${formatDate(from.toZonedDateTimeISO(zone).toPlainDate(), language)} – ${formatDate(lastDay(until), language)}`;
}

/** What offices have taken in: what for and how it stands, nobody's name. */
export function PaperListPage({ papers, next, first, authorities, now }: PaperListProps) {
  const t = useTexts(paperTexts);
  const states = useTexts(texts).state;
  const { language } = usePage();
  return (
    <Page title={t.title} lead={t.lead} width="wide">
      <ButtonLink href={`${papersHref}/ny`}>{t.create}</ButtonLink>
      {papers.length === 0 ? (
        <EmptyState title={t.empty}>
          <p>{t.emptyWhy}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t.caption}
          rows={papers}
          rowKey={({ paper }) => paper.mandate}
          columns={[
            {
              header: t.columns.subject,
              names: true,
              cell: ({ paper }) => (
                <a class="ds-link" href={paperHref(paper)} aria-label={t.open(paper.subject[language])}>
                  {paper.subject[language]}
                </a>
              ),
            },
            { header: t.columns.authority, cell: ({ paper }) => authorities.get(paper.authority)?.name ?? '' },
            { header: t.columns.at, cell: ({ paper }) => <Moment at={paper.registeredAt} zone={zone} short /> },
            { header: t.columns.days, cell: ({ mandate }) => daysOf(mandate.terms, language) },
            {
              header: t.columns.state,
              cell: ({ mandate }) => {
                const state = stateAt(mandate, now);
                return state === 'awaiting-signatures' ? t.awaiting : states[state];
              },
            },
          ]}
        />
      )}
      <Pagination
        previousHref={first ? undefined : papersHref}
        nextHref={next === null ? undefined : `${papersHref}?fore=${encodeURIComponent(next)}`}
      />
    </Page>
  );
}
