import {
  Alert,
  Button,
  ButtonLink,
  Day,
  Form,
  Moment,
  Page,
  Section,
  Select,
  SummaryList,
  Table,
  Tag,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { formatMoney, money } from '../../../kernel/money.ts';
import { accountText } from '../account.ts';
import { reasonText } from '../iso20022/reasons.ts';
import type { SeenBatch } from '../overview.ts';
import type { PaymentState } from '../payment-state.ts';
import { hrefOf, totalText } from '../release.ts';
import type { Sending } from '../send-to-bank.ts';
import type { KeptBatch } from '../store/batches.ts';
import { texts } from '../texts/index.ts';
import { Answers, batchTones } from './pay-outs.tsx';

export type PayOutPageProps = {
  readonly seen: SeenBatch;
  readonly sending: Sending | null;
  readonly authorityName: string;
  readonly done: boolean;
};

const tones = {
  waiting: 'neutral',
  accepted: 'info',
  paid: 'success',
  rejected: 'danger',
  returned: 'danger',
} as const satisfies Record<PaymentState, string>;

/** One file to a bank: what it is, whether it may leave, and what the bank has said of each payment. */
export function PayOutPage({ seen, sending, authorityName, done }: PayOutPageProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { batch, stands, payments } = seen;
  const state = batch.state === 'proposed' && stands !== null ? t.state[stands] : t.state[batch.state];
  return (
    <Page
      title={`${t.purpose[batch.purpose]} ${batch.messageId.slice(-6)}`}
      kicker={authorityName}
      breadcrumbs={[{ href: '/handlaggning/utbetalningar', label: t.list.title }]}
      width="wide"
    >
      {done && <Alert tone="success" title={t.one.done} announced />}
      <p>
        <Tag tone={batchTones[batch.state]}>{state}</Tag>
      </p>
      <Facts seen={seen} />
      <Leaving seen={seen} />
      {sending && <ToBank batch={seen.batch} sending={sending} />}
      <Section title={t.one.payments}>
        <p>
          {t.one.troubledFirst}{' '}
          {payments.length < batch.count && t.one.more(String(payments.length), String(batch.count))}
        </p>
        <Table
          caption={t.one.payments}
          captionHidden
          rows={payments}
          rowKey={({ place }) => String(place)}
          columns={[
            { header: t.one.columns.name, names: true, cell: ({ name }) => name ?? t.one.protectedName },
            { header: t.one.columns.account, cell: ({ accountHint }) => accountHint },
            {
              header: t.one.columns.amount,
              align: 'end',
              cell: ({ amount }) => formatMoney(money(amount, batch.currency), language),
            },
            { header: t.one.columns.state, cell: (one) => <Tag tone={tones[one.state]}>{t.payment[one.state]}</Tag> },
            {
              header: t.one.columns.reason,
              cell: ({ reason }) => reason !== null && `${reasonText(reason)[language]} (${reason})`,
            },
          ]}
        />
      </Section>
    </Page>
  );
}

function Facts({ seen }: { readonly seen: SeenBatch }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { batch, counts } = seen;
  return (
    <SummaryList
      title={t.one.facts}
      rows={[
        { label: t.list.columns.total, value: totalText(batch, language) },
        { label: t.list.columns.payments, value: String(batch.count) },
        { label: t.list.columns.day, value: <Day on={batch.executionDate} /> },
        { label: t.one.from, value: `${batch.debtor.name}, ${accountText(batch.debtor.account)}` },
        {
          label: t.one.made,
          value: (
            <>
              {batch.makerName}, <Moment at={batch.madeAt} zone="Europe/Stockholm" />
            </>
          ),
        },
        ...(batch.released
          ? [
              {
                label: t.one.released,
                value: (
                  <>
                    {batch.released.by}, <Moment at={batch.released.at} zone="Europe/Stockholm" />
                  </>
                ),
              },
              { label: t.list.columns.bank, value: <Answers counts={counts} /> },
            ]
          : []),
        { label: t.one.format, value: batch.format },
        {
          label: t.one.fingerprint,
          value: <code>{batch.fileSha256.slice(0, 32).replace(/(.{4})(?=.)/g, '$1 ')}</code>,
        },
      ]}
    />
  );
}

function Leaving({ seen: { batch, stands } }: { readonly seen: SeenBatch }) {
  const t = useTexts(texts).one;
  const href = hrefOf(batch);
  if (batch.state === 'released') {
    return (
      <p>
        <ButtonLink href={`${href}/fil`} variant="secondary" download>
          {t.download}
        </ButtonLink>
      </p>
    );
  }
  return (
    <>
      {batch.request !== null && (
        <p>
          <a class="ds-link" href={`/handlaggning/godkannanden/${batch.authority}/${batch.request}`}>
            {t.approval}
          </a>
        </p>
      )}
      {stands === 'approved' && (
        <Section title={t.release}>
          <p>{t.releaseLead}</p>
          <Form action={`${href}/slapp`}>
            <Button variant="primary">{t.releaseButton}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}

/** How the file goes to the bank: to whom, or how it went and whether they have what was approved. */
function ToBank({ batch, sending }: { readonly batch: KeptBatch; readonly sending: Sending }) {
  const t = useTexts(texts).send;
  if (sending.kind === 'may') {
    return (
      <Section title={t.title} id="till-banken">
        {sending.destinations.length === 0 ? (
          <p>{t.nobody}</p>
        ) : (
          <Form action={`${hrefOf(batch)}/skicka`}>
            <Select
              name="destination"
              label={t.to}
              empty={null}
              choices={sending.destinations.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Button variant="primary">{t.button}</Button>
          </Form>
        )}
      </Section>
    );
  }
  const { to, delivery, receipt, receivedAt } = sending;
  return (
    <Section title={t.title} id="till-banken">
      <SummaryList
        rows={[
          { label: t.to, value: to },
          { label: t.sent, value: <Moment at={delivery.at} zone="Europe/Stockholm" /> },
          { label: t.state, value: <Tag tone={deliveryTones[delivery.state]}>{t.states[delivery.state]}</Tag> },
          ...(receipt === null
            ? []
            : [
                {
                  label: t.receipt,
                  value: (
                    <>
                      {t.receipts[receipt]}
                      {receivedAt !== null && (
                        <>
                          {', '}
                          <Moment at={Temporal.Instant.from(receivedAt)} zone="Europe/Stockholm" />
                        </>
                      )}
                    </>
                  ),
                },
              ]),
        ]}
      />
    </Section>
  );
}

const deliveryTones = {
  waiting: 'neutral',
  later: 'warning',
  delivered: 'success',
  refused: 'danger',
  unknown: 'warning',
} as const;
