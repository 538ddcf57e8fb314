import {
  Actions,
  Alert,
  Button,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  Page,
  Section,
  SummaryList,
  Table,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import { texts } from '../texts/index.ts';
import type { SeenSubscriber } from '../webhooks/subscribers.ts';
import { DeliveryStateTag } from './state-tag.tsx';

export type SubscriberPageProps = SeenSubscriber & {
  readonly office: Office;
  /** What its messages are signed with, when it has just been added. */
  readonly secret: string | null;
  readonly told: 'again' | 'ended' | undefined;
  readonly errors: readonly FieldError[];
  readonly since: string;
};

/** One system: what it has been told, telling it once more, and no more. */
export function SubscriberPage({ office, to, pushes, secret, told, errors, since }: SubscriberPageProps) {
  const { push: t } = useTexts(texts);
  const listHref = `/administration/${office.slug}/prenumeranter`;
  const href = `${listHref}/${to.subscriber}`;
  return (
    <Page
      title={to.name}
      kicker={office.name}
      width="wide"
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: listHref, label: t.title }]}
    >
      <ErrorSummary errors={errors} />
      {told && <Alert tone="success" title={t.told[told]} announced />}
      {secret !== null && (
        <Alert tone="success" title={t.madeTitle} announced>
          <p>{t.madeText}</p>
          <p>
            <code class="al-break">{secret}</code>
          </p>
        </Alert>
      )}
      <SummaryList
        rows={[
          { label: t.url, value: <span class="al-break">{to.url}</span> },
          { label: t.kinds, value: to.kinds.map((kind) => t.kind[kind]).join(', ') },
          { label: t.addedBy, value: to.addedByName },
          ...(to.endedAt ? [{ label: t.ended, value: <Moment at={to.endedAt} zone={office.zone} /> }] : []),
        ]}
      />
      <Section title={t.pushes}>
        {pushes.length === 0 ? (
          <EmptyState title={t.noPushes} />
        ) : (
          <Table
            caption={t.pushes}
            captionHidden
            rows={pushes}
            rowKey={({ push }) => push}
            columns={[
              { header: t.columns.what, names: true, cell: ({ kind }) => t.kind[kind] },
              { header: t.columns.at, cell: ({ at }) => <Moment at={at} zone={office.zone} short /> },
              { header: t.columns.state, cell: ({ state }) => <DeliveryStateTag state={state} /> },
              { header: t.columns.attempts, cell: ({ attempts }) => String(attempts) },
              { header: t.columns.detail, cell: ({ detail }) => detail ?? '–' },
            ]}
          />
        )}
      </Section>
      {to.endedAt === null && (
        <>
          <Section title={t.again}>
            <Form action={`${href}/igen`}>
              <TextField
                name="fran"
                label={t.since}
                value={since}
                error={errorAt(errors, 'fran')}
                width="short"
                autocomplete="off"
              />
              <Actions>
                <Button variant="secondary">{t.againNow}</Button>
              </Actions>
            </Form>
          </Section>
          <Section title={t.end}>
            <p>{t.endText}</p>
            <Form action={`${href}/avsluta`}>
              <Actions>
                <Button variant="secondary">{t.endNow}</Button>
              </Actions>
            </Form>
          </Section>
        </>
      )}
    </Page>
  );
}
