import {
  Alert,
  Button,
  Day,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  FileField,
  Form,
  Moment,
  Page,
  Section,
  Select,
  Table,
  Tag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Counts, Office, PayOuts } from '../overview.ts';
import type { PaymentState } from '../payment-state.ts';
import { hrefOf, totalText } from '../release.ts';
import { texts } from '../texts/index.ts';

export type PayOutsPageProps = {
  readonly payOuts: PayOuts;
  readonly names: ReadonlyMap<AuthorityId, { readonly name: string }>;
  readonly taken: boolean;
  readonly errors: readonly FieldError[];
  readonly office: string;
};

const order = ['rejected', 'returned', 'paid', 'accepted', 'waiting'] as const satisfies readonly PaymentState[];

export const batchTones = { open: 'neutral', proposed: 'warning', released: 'success' } as const;

/** Every file to a bank, what has become of it, and the way in for what the bank answers. */
export function PayOutsPage({ payOuts, names, taken, errors, office }: PayOutsPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { batches, receipts, offices } = payOuts;
  const nameOf = (id: AuthorityId) => names.get(id)?.name ?? '';
  return (
    <Page title={t.list.title} lead={t.list.lead} width="wide" look="dense" hasErrors={errors.length > 0}>
      <ErrorSummary errors={errors} />
      {taken && <Alert tone="success" title={t.list.taken} announced />}
      {batches.length === 0 ? (
        <EmptyState title={t.list.empty}>{t.list.emptyText}</EmptyState>
      ) : (
        <Table
          caption={t.list.caption}
          captionHidden
          rows={batches}
          rowKey={({ batch }) => batch.id}
          columns={[
            {
              header: t.list.columns.what,
              names: true,
              cell: ({ batch }) => (
                <a class="ds-link" href={hrefOf(batch)}>
                  {t.purpose[batch.purpose]} {batch.messageId.slice(-6)}
                </a>
              ),
            },
            { header: t.list.columns.authority, cell: ({ batch }) => nameOf(batch.authority) },
            { header: t.list.columns.day, cell: ({ batch }) => <Day on={batch.executionDate} short /> },
            { header: t.list.columns.payments, align: 'end', cell: ({ batch }) => String(batch.count) },
            { header: t.list.columns.total, align: 'end', cell: ({ batch }) => totalText(batch, language) },
            {
              header: t.list.columns.state,
              cell: ({ batch }) => <Tag tone={batchTones[batch.state]}>{t.state[batch.state]}</Tag>,
            },
            { header: t.list.columns.bank, cell: ({ counts }) => <Answers counts={counts} /> },
          ]}
        />
      )}
      {offices.length > 0 && (
        <Section title={t.list.take}>
          <TakeForm offices={offices} nameOf={nameOf} errors={errors} office={office} />
        </Section>
      )}
      {receipts.length > 0 && (
        <Section title={t.list.received}>
          <Table
            caption={t.list.receivedCaption}
            captionHidden
            rows={receipts}
            rowKey={({ id }) => id}
            columns={[
              {
                header: t.list.columnsReceived.when,
                names: true,
                cell: ({ takenAt }) => <Moment at={takenAt} zone="Europe/Stockholm" short />,
              },
              { header: t.list.columns.authority, cell: ({ authority }) => nameOf(authority) },
              { header: t.list.columnsReceived.kind, cell: ({ kind, bankMessageId }) => `${kind} ${bankMessageId}` },
              { header: t.list.columnsReceived.by, cell: ({ taker }) => taker.name },
              {
                header: t.list.columnsReceived.counts,
                cell: ({ counts: { told, changed, unknown } }) =>
                  t.list.counts(String(told), String(changed), String(unknown)),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

/** How many payments the bank has said what of. */
export function Answers({ counts }: { readonly counts: Counts }) {
  const t = useTexts(texts).payment;
  const said = order.flatMap((state) => (counts[state] ? [`${t[state]}: ${counts[state]}`] : []));
  return <>{said.join(', ')}</>;
}

type TakeFormProps = Pick<PayOutsPageProps, 'errors' | 'office'> & {
  readonly offices: readonly Office[];
  readonly nameOf: (id: AuthorityId) => string;
};

function TakeForm({ offices, nameOf, errors, office }: TakeFormProps) {
  const t = useTexts(texts);
  return (
    <Form action="/handlaggning/utbetalningar/svar" multipart>
      <p>{t.list.takeLead}</p>
      <Select
        name="office"
        label={t.list.office}
        value={office}
        choices={offices.map(({ authority, task }) => ({
          value: `${authority} ${task}`,
          label: `${nameOf(authority)}, ${t.task[task]}`,
        }))}
        error={errorAt(errors, 'office')}
      />
      <FileField
        name="file"
        label={t.list.file}
        accept=".xml,application/xml,text/xml"
        typeNames="XML"
        largestMegabytes={10}
        error={errorAt(errors, 'file')}
      />
      <Button variant="secondary">{t.list.takeButton}</Button>
    </Form>
  );
}
