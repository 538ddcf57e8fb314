import {
  Alert,
  Button,
  ButtonLink,
  Day,
  Form,
  Moment,
  Page,
  Section,
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
import { texts } from '../texts/index.ts';
import { Answers, batchTones } from './pay-outs.tsx';

export type PayOutPageProps = { readonly seen: SeenBatch; readonly authorityName: string; readonly done: boolean };

const tones = {
  waiting: 'neutral',
  accepted: 'info',
  paid: 'success',
  rejected: 'danger',
  returned: 'danger',
} as const satisfies Record<PaymentState, string>;

/** One file to a bank: what it is, whether it may leave, and what the bank has said of each payment. */
export function PayOutPage({ seen, authorityName, done }: PayOutPageProps) {
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
