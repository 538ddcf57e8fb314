import {
  Actions,
  Alert,
  Button,
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
import type { SeenDestination } from '../destinations.ts';
import { texts } from '../texts/index.ts';
import { Sources } from './sources.tsx';

export type DestinationPageProps = SeenDestination & {
  readonly office: Office;
  readonly told: 'added' | 'asked' | 'replayed' | 'fetching' | 'ended' | undefined;
  readonly errors: readonly FieldError[];
  readonly since: string;
};

/** One recipient: how it is reached, what it has, and sending once more. */
export function DestinationPage({ office, to, looked, sources, told, errors, since }: DestinationPageProps) {
  const { destination: t, list, https } = useTexts(texts);
  const listHref = `/administration/${office.slug}/leveranser`;
  const href = `${listHref}/${to.destination}`;
  return (
    <Page
      title={to.name}
      kicker={office.name}
      hasErrors={errors.length > 0}
      breadcrumbs={[{ href: listHref, label: list.title }]}
    >
      <ErrorSummary errors={errors} />
      {told && <Alert tone="success" title={t[told]} announced />}
      <SummaryList
        title={t.reach}
        rows={
          to.url === null
            ? [
                { label: list.host, value: `${to.host}:${to.port}` },
                { label: list.username, value: to.username },
                { label: list.folder, value: to.folder },
                { label: list.hostKey, value: <code>{to.hostKey}</code> },
                { label: t.key, value: <code>{to.publicKey}</code> },
              ]
            : [{ label: https.url, value: to.url }]
        }
      />
      <p class="al-muted">{to.url === null ? t.keyWhy : https.known}</p>
      <Section title={t.look}>
        {looked ? (
          <p>
            <Moment at={looked.at} zone={office.zone} />{' '}
            {looked.state === 'failed' ? t.failed : t.looked(looked.agreed)}
          </p>
        ) : (
          <p>{t.never}</p>
        )}
        {looked && looked.differences.length > 0 && (
          <Table
            caption={t.differences}
            rows={looked.differences}
            rowKey={({ name }) => name}
            columns={[
              { header: list.columns.file, names: true, cell: ({ name }) => name },
              { header: t.what, cell: ({ kind }) => t.kind[kind] },
            ]}
          />
        )}
        <Form action={`${href}/titta`} class="al-inline-form">
          <Button variant="secondary">{t.lookNow}</Button>
        </Form>
      </Section>
      {to.url === null && <Sources office={office} href={href} sources={sources} errors={errors} />}
      <Section title={t.replay}>
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
            <Button variant="secondary">{t.replayNow}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
