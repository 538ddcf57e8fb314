import { Actions, Button, Form, Page, TextArea, TextField, useTexts } from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import { texts } from '../texts/index.ts';

/** A run beside the month for some. */
export function ExtraRunPage({ authority }: { readonly authority: Authority }) {
  const { beside: t, board } = useTexts(texts);
  return (
    <Page
      title={t.extra}
      kicker={authority.name}
      lead={t.extraLead}
      breadcrumbs={[{ href: '/lon', label: board.title }]}
    >
      <Form action={`/lon/${authority.slug}/extra`}>
        <TextField name="month" label={t.month} hint={t.monthHint} width="short" />
        <TextField name="paymentDate" label={t.payOn} hint={t.dayHint} width="short" />
        <TextArea name="numbers" label={t.numbers} hint={t.numbersHint} />
        <Actions>
          <Button>{t.extraButton}</Button>
        </Actions>
      </Form>
    </Page>
  );
}
