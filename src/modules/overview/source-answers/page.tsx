import { Moment, Page, Section, Table, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import { hiddenCode } from '../meanings/code-counter.ts';
import type { UnmappedCode } from '../store/meanings.ts';
import type { OutcomeCount } from '../store/source-answers.ts';
import { texts } from '../texts/index.ts';
import type { SourceState } from './source-state.ts';

const zone = 'Europe/Stockholm';
const tones = { quiet: 'neutral', answers: 'success', fails: 'danger' } as const;

export type SourcesPageProps = {
  readonly states: readonly SourceState[];
  /** Codes that nobody has said anything of, the most frequent first. */
  readonly unmapped: readonly UnmappedCode[];
  readonly hours: number;
};

/** How the sources of cases answer: each fault by itself, never about whom. */
export function SourcesPage({ states, unmapped, hours }: SourcesPageProps) {
  const t = useTexts(texts).sources;
  const { language } = usePage();
  return (
    <Page title={t.title} lead={t.lead(hours)} width="wide" look="dense" breadcrumbs={[useOperationsCrumb()]}>
      <Table
        caption={t.caption}
        rows={states}
        rowKey={({ id }) => id}
        columns={[
          { header: t.columns.source, names: true, cell: ({ name }) => name[language] },
          {
            header: t.columns.now,
            cell: ({ standing }) => <Tag tone={tones[standing]}>{t.standing[standing]}</Tag>,
          },
          {
            header: t.columns.breaker,
            cell: ({ breaker }) => <Tag tone={breaker === 'closed' ? 'neutral' : 'warning'}>{t.breaker[breaker]}</Tag>,
          },
          { header: t.columns.answers, cell: ({ good, lastGood }) => <Counts counts={good} last={lastGood} /> },
          {
            header: t.columns.faults,
            cell: ({ faults, lastFault }) => <Counts counts={faults} last={lastFault?.at ?? null} />,
          },
        ]}
      />
      <p class="al-muted">{t.explain}</p>
      <Section title={t.unmapped.title}>
        <p>{t.unmapped.lead}</p>
        {unmapped.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Table
            caption={t.unmapped.title}
            captionHidden
            rows={unmapped}
            rowKey={({ source, kind, code }) => `${source} ${kind} ${code}`}
            columns={[
              {
                header: t.columns.source,
                names: true,
                cell: ({ source }) => states.find(({ id }) => id === source)?.name[language] ?? source,
              },
              { header: t.unmapped.kind, cell: ({ kind }) => t.unmapped.kinds[kind] },
              {
                header: t.unmapped.code,
                cell: ({ code }) => (code === hiddenCode ? t.unmapped.hidden : <code class="al-break">{code}</code>),
              },
              { header: t.unmapped.times, cell: ({ times }) => times },
              { header: t.last, cell: ({ lastAt }) => <Moment at={lastAt} zone={zone} short /> },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}

type CountsProps = { readonly counts: readonly OutcomeCount[]; readonly last: Temporal.Instant | null };

function Counts({ counts, last }: CountsProps) {
  const t = useTexts(texts).sources;
  return (
    <div>
      {counts.length === 0 ? (
        t.none
      ) : (
        <ul>
          {counts.map(({ outcome, times }) => (
            <li key={outcome}>
              {t.outcomes[outcome]}: {times}
            </li>
          ))}
        </ul>
      )}
      {last && (
        <div>
          {t.last} <Moment at={last} zone={zone} short />
        </div>
      )}
    </div>
  );
}
