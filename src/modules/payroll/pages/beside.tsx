import { Actions, Button, Form, MoneyField, Page, Section, TextField, useTexts } from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { Employee } from '../store/facts.ts';
import { texts } from '../texts/index.ts';

export type BesidePageProps = { readonly authority: Authority; readonly employee: Employee };

/** What may happen to somebody between two months; each form keeps the facts and opens the run that pays. */
export function BesidePage({ authority, employee }: BesidePageProps) {
  const { beside: t, accounts, board } = useTexts(texts);
  const href = `/lon/${authority.slug}/person/${employee.id}`;
  const currency = employee.country === 'SE' ? 'SEK' : 'EUR';
  const day = { hint: t.dayHint, width: 'short' } as const;
  return (
    <Page
      title={t.title}
      kicker={`${authority.name} · ${employee.name}`}
      lead={t.lead}
      breadcrumbs={[
        { href: '/lon', label: board.title },
        { href, label: employee.name },
      ]}
    >
      <Section title={t.end} id="slutar">
        <p>{t.endLead}</p>
        <Form action={`${href}/slutar`}>
          <TextField name="last" label={t.last} {...day} />
          <MoneyField name="holiday" label={t.holiday} hint={t.holidayHint} currency={currency} optional />
          <TextField name="endPaidOn" label={t.payOn} {...day} />
          <Actions>
            <Button variant="secondary">{t.endButton}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.death} id="avliden">
        <p>{t.deathLead}</p>
        <Form action={`${href}/avliden`}>
          <TextField name="on" label={t.on} {...day} />
          <TextField name="deathPaidOn" label={t.payOn} {...day} />
          <Actions>
            <Button variant="secondary">{t.deathButton}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={t.advance} id="forskott">
        <p>{t.advanceLead}</p>
        <Form action={`${href}/forskott`}>
          <TextField name="month" label={t.month} hint={t.monthHint} width="short" />
          <MoneyField name="amount" label={t.amount} currency={currency} />
          <TextField name="reason" label={t.reason} />
          <TextField name="advancePaidOn" label={t.payOn} {...day} />
          <Actions>
            <Button variant="secondary">{t.advanceButton}</Button>
          </Actions>
        </Form>
      </Section>
      <Section title={accounts.form} id="konto">
        <p>{accounts.formLead}</p>
        <Form action={`${href}/konto`}>
          <TextField name="account" label={accounts.account} width="half" />
          <Actions>
            <Button variant="secondary">{accounts.formButton}</Button>
          </Actions>
        </Form>
      </Section>
    </Page>
  );
}
