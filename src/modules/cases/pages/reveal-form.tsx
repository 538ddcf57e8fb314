import { Button, Details, Form, Select, SummaryList, useTexts } from '../../../kernel/html/index.ts';
import { revealPurposes } from '../reveal-applicant.ts';
import { texts } from '../texts/index.ts';

/** As it is shown, once. */
export type Revealed = { readonly number: string };

/** The identity number, after saying what it is for; the person reads that in their log. */
export function RevealForm({ href, revealed }: { readonly href: string; readonly revealed?: Revealed | undefined }) {
  const t = useTexts(texts).office;
  if (revealed) return <SummaryList rows={[{ label: t.identityNumber, value: revealed.number }]} />;
  return (
    <Details summary={t.identityNumber}>
      <Form action={`${href}/personnummer`}>
        <Select
          name="purpose"
          label={t.revealPurpose}
          hint={t.revealHint}
          empty={null}
          choices={revealPurposes.map((value) => ({ value, label: t.purposes[value] }))}
        />
        <Button variant="secondary">{t.reveal}</Button>
      </Form>
    </Details>
  );
}
