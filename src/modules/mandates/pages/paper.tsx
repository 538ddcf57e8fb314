import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  errorAt,
  type FieldError,
  FileField,
  Form,
  Moment,
  Page,
  Section,
  SummaryList,
  Timeline,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { listTexts } from '../list-texts/index.ts';
import { stateAt } from '../mandate.ts';
import { isAllowed } from '../next-event.ts';
import { paperHref, papersHref } from '../paper/paper-subject.ts';
import type { KeptPaper } from '../paper/papers.ts';
import { paperTexts } from '../paper-texts/index.ts';
import { texts } from '../texts/index.ts';
import { daysOf } from './paper-list.tsx';

export type PaperPageProps = {
  readonly kept: KeptPaper;
  readonly authorityName: string;
  readonly saved: boolean;
  readonly errors: readonly FieldError[];
  readonly now: Temporal.Instant;
};

const zone = 'Europe/Stockholm';

/** One mandate from paper, for the office that took it in. */
export function PaperPage({ kept, authorityName, saved, errors, now }: PaperPageProps) {
  const { one: t, ...all } = useTexts(paperTexts);
  const { labels } = useTexts(listTexts);
  const mandates = useTexts(texts);
  const { language } = usePage();
  const { paper, mandate, stream } = kept;
  const { terms } = mandate;
  const state = stateAt(mandate, now);
  const href = paperHref(paper);
  return (
    <Page
      title={`${all.summary.what}: ${paper.subject[language]}`}
      kicker={authorityName}
      breadcrumbs={[{ href: papersHref, label: all.title }]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      {saved && (
        <Alert tone="success" title={t.saved}>
          <p>{state === 'awaiting-signatures' ? all.awaiting : mandates.state[state]}</p>
        </Alert>
      )}
      <Section title={t.what}>
        <SummaryList
          rows={[
            {
              label: all.columns.state,
              value: state === 'awaiting-signatures' ? all.awaiting : mandates.state[state],
            },
            { label: labels.grantors, value: terms.grantors.map(({ name }) => name).join(', ') },
            { label: labels.holders, value: terms.holders.map(({ name }) => name).join(', ') },
            { label: all.columns.subject, value: terms.subject[language] },
            { label: all.summary.labels.level, value: all.levels[terms.level] },
            { label: all.summary.labels.passOn, value: all.summary[terms.mayPassOn ? 'yes' : 'no'] },
            { label: labels.days, value: daysOf(terms, language) },
            { label: t.registeredBy, value: paper.registrarName },
            { label: all.columns.at, value: <Moment at={paper.registeredAt} zone={zone} /> },
          ]}
        />
        <ul>
          <li>
            <a href={`${href}/fil/original`}>{t.original}</a>
          </li>
          {paper.revocation && (
            <li>
              <a href={`${href}/fil/aterkallelse`}>{t.revocation}</a>
            </li>
          )}
          <li>
            <a href={`/handlaggning/godkannanden/${paper.authority}/${paper.request}`}>{t.approvalLink}</a>
          </li>
        </ul>
      </Section>
      {isAllowed(state, 'revoked-on-paper') && (
        <Section title={t.revokeTitle}>
          <p>{t.revokeLead}</p>
          <Form action={`${href}/aterkalla`} multipart>
            <FileField
              name="document"
              label={t.revocationFile}
              accept=".pdf,.png,.jpg,.jpeg,.webp"
              typeNames={all.files}
              largestMegabytes={20}
              error={errorAt(errors, 'document')}
            />
            <Actions>
              <Button tone="danger">{t.revoke}</Button>
            </Actions>
          </Form>
        </Section>
      )}
      <Section title={mandates.mandate.happened}>
        <Timeline
          zone={zone}
          items={stream.toReversed().map(({ seq, at, event }) => ({
            ...{ key: String(seq), at, title: mandates.mandate.events[event.kind] },
          }))}
        />
      </Section>
    </Page>
  );
}
