import { Button, EmptyState, Form, Page, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Represented } from '../represented.ts';
import { texts } from '../texts/index.ts';

export type ChooseProps = { readonly represented: readonly Represented[]; readonly actingFor: PartyId | null };

/** For whom one acts from now on: chosen once, changed with one button. */
export function ChoosePage({ represented, actingFor }: ChooseProps) {
  const t = useTexts(texts).choose;
  const { reader } = usePage();
  return (
    <Page title={t.title} lead={t.lead}>
      {represented.length === 0 && (
        <EmptyState title={t.title}>
          <p>{t.none}</p>
        </EmptyState>
      )}
      <ul class="al-plain-list">
        {represented.map(({ party, name, by }) => (
          <li key={party}>
            <Form action="/mina-sidor/valj">
              <input type="hidden" name="principal" value={party} />
              <p>
                <strong>{name}</strong>
                <br />
                {by.map(({ kind }) => t.by[kind as keyof typeof t.by]).join(', ')}
              </p>
              <Button variant="secondary" context={name}>
                {t.act}
              </Button>
            </Form>
          </li>
        ))}
        {actingFor !== null && (
          <li>
            <Form action="/mina-sidor/valj">
              <input type="hidden" name="principal" value="" />
              <Button>{t.oneself(reader?.name ?? '')}</Button>
            </Form>
          </li>
        )}
      </ul>
    </Page>
  );
}
