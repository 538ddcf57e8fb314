import {
  Actions,
  Alert,
  Button,
  CardList,
  Checkbox,
  Details,
  EmptyState,
  ErrorSummary,
  errorAt,
  type FieldError,
  Form,
  Moment,
  NumberField,
  Page,
  Section,
  Table,
  TextField,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Office } from '../../../kernel/http/office.ts';
import type { SeenDeliveries } from '../destinations.ts';
import { texts } from '../texts/index.ts';
import { AddHttps } from './add-https.tsx';
import { Arrivals } from './arrivals.tsx';
import { DeliveryStateTag } from './state-tag.tsx';

export type DeliveriesPageProps = SeenDeliveries & {
  readonly office: Office;
  readonly errors: readonly FieldError[];
  readonly answers: Readonly<Record<string, string>>;
  /** From which day what has come is taken in once more. */
  readonly since: string;
  readonly told: boolean;
};

const sftpFields = ['namn', 'server', 'port', 'anvandare', 'mapp', 'avtryck'];

/** What an authority sends to others and gets from them, and to whom it can send. */
export function DeliveriesPage(props: DeliveriesPageProps) {
  const { office, destinations, deliveries, errors, answers, told } = props;
  const { list: t, push } = useTexts(texts);
  const href = `/administration/${office.slug}/leveranser`;
  const nameOf = new Map(destinations.map(({ destination, name }) => [destination, name]));
  const text = (name: 'namn' | 'server' | 'anvandare' | 'mapp', label: string) => (
    <TextField
      name={name}
      label={label}
      value={answers[name]}
      error={errorAt(errors, name)}
      width="half"
      autocomplete="off"
      spellcheck={false}
    />
  );
  return (
    <Page title={t.title} kicker={office.name} lead={t.lead} width="wide" hasErrors={errors.length > 0}>
      {office.navigation('deliveries')}
      <ErrorSummary errors={errors} />
      {told && <Alert tone="success" title={t.replayed} announced />}
      <Section title={t.deliveries}>
        {deliveries.length === 0 ? (
          <EmptyState title={t.noDeliveries} />
        ) : (
          <Table
            caption={t.deliveries}
            captionHidden
            rows={deliveries}
            rowKey={({ delivery }) => delivery}
            columns={[
              { header: t.columns.file, names: true, cell: ({ name }) => name },
              { header: t.columns.to, cell: ({ destination }) => nameOf.get(destination) ?? '' },
              { header: t.columns.at, cell: ({ at }) => <Moment at={at} zone={office.zone} short /> },
              { header: t.columns.state, cell: ({ state }) => <DeliveryStateTag state={state} /> },
              { header: t.columns.receipt, cell: ({ receipt }) => (receipt ? t.receipt(receipt.size) : '–') },
            ]}
          />
        )}
      </Section>
      <Arrivals {...props} href={href} />
      <Section title={t.destinations}>
        {destinations.length === 0 ? (
          <EmptyState title={t.noDestinations} />
        ) : (
          <CardList
            level={3}
            items={destinations.map(({ destination, name, host, folder }) => ({
              href: `${href}/${destination}`,
              title: name,
              text: `${host} ${folder}`,
            }))}
          />
        )}
        <Details summary={t.add} open={sftpFields.some((field) => errorAt(errors, field) !== undefined)}>
          <Form action={href}>
            {text('namn', t.name)}
            {text('server', t.host)}
            <NumberField
              name="port"
              label={t.port}
              value={answers.port ?? '22'}
              error={errorAt(errors, 'port')}
              width="tiny"
              autocomplete="off"
            />
            {text('anvandare', t.username)}
            {text('mapp', t.folder)}
            <TextField
              name="avtryck"
              label={t.hostKey}
              hint={t.hostKeyHint}
              value={answers.avtryck}
              error={errorAt(errors, 'avtryck')}
              autocomplete="off"
              spellcheck={false}
            />
            <Checkbox name="hamtar" label={t.collects} value="ja" checked={answers.hamtar === 'ja'} />
            <Actions>
              <Button>{t.save}</Button>
            </Actions>
          </Form>
        </Details>
        <AddHttps href={href} answers={answers} errors={errors} />
      </Section>
      <p>
        <a class="ds-link" href={`/administration/${office.slug}/prenumeranter`}>
          {push.link}
        </a>
      </p>
    </Page>
  );
}
