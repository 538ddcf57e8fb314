import { Button, EmptyState, Form, Section, TextField, useTexts } from '../../../kernel/html/index.ts';
import type { PayOutView } from '../pay-out/read-pay-out.ts';
import { texts } from '../texts/index.ts';

type PayOutSectionProps = {
  readonly view: PayOutView;
  readonly slug: string;
  readonly href: string;
  readonly money: (amount: string) => string;
};

/** The payment of a run in the ledger: from which account, its files, and who waits and why. */
export function PayOutSection({ view, slug, href, money }: PayOutSectionProps) {
  const t = useTexts(texts).payOut;
  return (
    <Section title={t.title} id="utbetalning">
      {view.batches.length > 0 && (
        <ul class="ds-list">
          {view.batches.map(({ batch, payments, total }) => (
            <li key={batch}>
              <a class="ds-link" href={`/handlaggning/utbetalningar/${view.authority}/${batch}`}>
                {t.batch(payments, money(total))}
              </a>
            </li>
          ))}
        </ul>
      )}
      {view.ready > 0 && (
        <>
          <p>{t.who}</p>
          <Form action={`${href}/betala`}>
            <Button>{t.pay(view.ready)}</Button>
          </Form>
        </>
      )}
      {view.waiting.length > 0 && (
        <>
          <p>{t.waiting(view.waits)}</p>
          <ul class="ds-list">
            {view.waiting.map(({ employee, name, fault }) => (
              <li key={employee}>
                <a class="ds-link" href={`/lon/${slug}/person/${employee}`}>
                  {name}
                </a>{' '}
                {t.faults[fault]}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.from === null ? (
        <>
          <EmptyState title={t.noPayer}>{t.noPayerText}</EmptyState>
          <Form action={`${href}/betalare`}>
            <TextField name="organisationNumber" label={t.organisationNumber} />
            <TextField name="account" label={t.account} />
            <TextField name="bic" label={t.bic} />
            <Button>{t.keep}</Button>
          </Form>
        </>
      ) : (
        <p>{t.from(view.from)}</p>
      )}
    </Section>
  );
}
