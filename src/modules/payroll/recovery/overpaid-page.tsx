import {
  Actions,
  Alert,
  Button,
  Checkbox,
  EmptyState,
  Form,
  MoneyField,
  Page,
  RadioGroup,
  Section,
  SummaryList,
  Table,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { amountText } from '../pages/amount.ts';
import { monthText } from '../pages/month.ts';
import { texts as payTexts } from '../texts/index.ts';
import type { Overpaid, OverpaidView, Standing } from './read-overpaid.ts';
import { texts } from './texts/index.ts';

export type OverpaidPageProps = {
  readonly authority: Authority;
  readonly view: OverpaidView;
  /** The payment that is to be claimed. */
  readonly chosen: string | null;
};

/** What somebody has been paid too much; the claims on it; and how each is paid back. */
export function OverpaidPage({ authority, view, chosen }: OverpaidPageProps) {
  const t = useTexts(texts);
  const { board } = useTexts(payTexts);
  const { employee, overpaid, claims, waiting } = view;
  const person = `/lon/${authority.slug}/person/${employee.id}`;
  const href = `${person}/aterkrav`;
  const one = overpaid.find(({ run, claim }) => run === chosen && claim !== null);
  const open = waiting === null ? claims.find(({ left }) => left > 0) : undefined;
  return (
    <Page
      title={t.title}
      kicker={`${authority.name} · ${employee.name}`}
      lead={t.lead}
      breadcrumbs={[
        { href: '/lon', label: board.title },
        { href: person, label: employee.name },
      ]}
      width="wide"
    >
      {waiting && (
        <Alert title={t.waits}>
          <p>{t.waitsText}</p>
          <p>
            <a class="ds-link" href={`/handlaggning/godkannanden/${authority.id}/${waiting.request}`}>
              {t.see}
            </a>
          </p>
        </Alert>
      )}
      {overpaid.length === 0 && claims.length === 0 && <EmptyState title={t.none}>{t.noneText}</EmptyState>}
      {overpaid.length > 0 && <Found view={view} href={href} mayChoose={waiting === null} />}
      {one && waiting === null && <ClaimForm view={view} one={one} href={href} />}
      {claims.length > 0 && <Claims view={view} />}
      {open && <RepaymentForm view={view} one={open} href={href} />}
    </Page>
  );
}

function Found({ view, href, mayChoose }: { readonly view: OverpaidView; readonly href: string; mayChoose: boolean }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { country } = view.employee;
  return (
    <Table
      caption={t.found}
      rows={view.overpaid}
      rowKey={({ run }) => run}
      columns={[
        { header: t.month, names: true, cell: ({ month }) => monthText(month.from, language) },
        { header: t.gross, align: 'end', cell: ({ gross }) => amountText(gross, country, language) },
        { header: t.back, align: 'end', cell: ({ claim }) => (claim ? amountText(claim.net, country, language) : '–') },
        {
          header: t.act,
          cell: ({ run, month, hindered }) =>
            hindered !== null
              ? t.hindered[hindered]
              : mayChoose && (
                  <a class="ds-link" href={`${href}?kor=${run}#krav`}>
                    {t.choose}
                    <span class="ds-sr-only"> {monthText(month.from, language)}</span>
                  </a>
                ),
        },
      ]}
    />
  );
}

type FormProps<One> = { readonly view: OverpaidView; readonly one: One; readonly href: string };

function ClaimForm({ view, one, href }: FormProps<Overpaid>) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { country } = view.employee;
  const { claim } = one;
  if (!claim) return null;
  const amount = (of: number) => amountText(of, country, language);
  const isNet = country === 'AX';
  const currency = isNet ? 'EUR' : 'SEK';
  return (
    <Section title={t.chosen(monthText(one.month.from, language))} id="krav">
      <p>{isNet ? t.netText : t.grossText}</p>
      <SummaryList
        rows={[
          { label: t.gross, value: amount(one.gross) },
          ...(isNet
            ? [
                { label: t.tax, value: amount(claim.tax) },
                { label: t.insurance, value: amount(claim.pension + claim.unemployment) },
              ]
            : []),
          { label: t.back, value: amount(claim.net) },
        ]}
      />
      <Form action={href}>
        <input type="hidden" name="run" value={one.run} />
        {isNet ? (
          <>
            <RadioGroup
              name="way"
              label={t.way}
              value="pay"
              choices={(['pay', 'own'] as const).map((value) => ({ value, label: t.ways[value] }))}
            />
            <MoneyField name="monthly" label={t.monthly} hint={t.monthlyHint} currency={currency} optional />
            <MoneyField name="reserved" label={t.reserved} hint={t.reservedHint} currency={currency} optional />
          </>
        ) : (
          <>
            <input type="hidden" name="way" value="own" />
            <input type="hidden" name="monthly" value="" />
            <input type="hidden" name="reserved" value="" />
          </>
        )}
        <TextField name="decision" label={t.decision} hint={t.decisionHint} />
        {isNet && <Checkbox name="asked" label={t.asked} optional />}
        <p class="al-muted">{t.who}</p>
        <Actions>
          <Button>{t.propose}</Button>
        </Actions>
      </Form>
    </Section>
  );
}

function Claims({ view }: { readonly view: OverpaidView }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { country } = view.employee;
  const amount = (of: number) => amountText(of, country, language);
  return (
    <Table
      caption={t.claims}
      rows={view.claims}
      rowKey={({ claim }) => claim.claim}
      columns={[
        { header: t.month, names: true, cell: ({ claim }) => monthText(claim.month.from, language) },
        { header: t.net, align: 'end', cell: ({ claim }) => amount(claim.net) },
        { header: t.repaid, align: 'end', cell: ({ repaid }) => amount(repaid) },
        { header: t.planned, align: 'end', cell: ({ planned }) => amount(planned) },
        { header: t.left, align: 'end', cell: ({ left }) => amount(left) },
        {
          header: t.state,
          cell: ({ booked }) => (booked ? t.booked : t.books(monthText(view.next.from, language))),
        },
      ]}
    />
  );
}

function RepaymentForm({ view, one, href }: FormProps<Standing>) {
  const t = useTexts(texts);
  const { language } = usePage();
  const isNet = view.employee.country === 'AX';
  const currency = isNet ? 'EUR' : 'SEK';
  return (
    <Section title={t.settle(monthText(one.claim.month.from, language))} id="betala">
      <Form action={`${href}/${one.claim.claim}`}>
        {isNet ? (
          <RadioGroup
            name="settled"
            label={t.way}
            value="own"
            choices={(['own', 'pay'] as const).map((value) => ({ value, label: t.settleWays[value] }))}
          />
        ) : (
          <input type="hidden" name="settled" value="own" />
        )}
        <MoneyField name="amount" label={t.amount} currency={currency} value={(one.left / 100).toFixed(2)} />
        <TextField name="on" label={t.on} hint={t.onHint} width="short" optional={isNet} />
        {isNet ? (
          <>
            <MoneyField name="monthlyAgain" label={t.monthly} hint={t.monthlyAgainHint} currency={currency} optional />
            <MoneyField name="reservedAgain" label={t.reserved} hint={t.reservedHint} currency={currency} optional />
          </>
        ) : (
          <>
            <input type="hidden" name="monthlyAgain" value="" />
            <input type="hidden" name="reservedAgain" value="" />
          </>
        )}
        <TextField name="note" label={t.decision} hint={t.decisionHint} />
        <p class="al-muted">{t.who}</p>
        <Actions>
          <Button>{t.settlePropose}</Button>
        </Actions>
      </Form>
    </Section>
  );
}
