import { Button, EmptyState, Form, Page, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Representing } from '../represented.ts';
import type { SignedFor } from '../signed-for.ts';
import { texts } from '../texts/index.ts';
import { registerRightTexts } from '../texts/register-rights.ts';
import { OwnRights, SilentRegisters } from './register-rights.tsx';
import { SignedTogether } from './signed-together.tsx';

export type ChooseProps = {
  readonly representing: Representing;
  readonly actingFor: PartyId | null;
  /** Organisations for which the reader signs only with others. */
  readonly together: readonly SignedFor[];
};

/** For whom one acts from now on: chosen once, changed with one button. */
export function ChoosePage({ representing, actingFor, together }: ChooseProps) {
  const t = useTexts(texts).choose;
  const { child, person } = useTexts(registerRightTexts);
  const { represented, rights, silent } = representing;
  const others = rights.filter(({ right }) => represented.every(({ party }) => party !== right.principal));
  const { reader } = usePage();
  return (
    <Page title={t.title} lead={t.lead}>
      <SilentRegisters silent={silent} />
      {represented.length + together.length + silent.length === 0 && (
        <EmptyState title={t.title}>
          <p>{t.none}</p>
        </EmptyState>
      )}
      <ul class="al-plain-list">
        {represented
          .map((one) => ({
            ...one,
            name: one.name ?? (one.by.some(({ kind }) => kind === 'guardian') ? child : person),
          }))
          .map(({ party, name, by }) => (
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
      <SignedTogether organisations={together.filter(({ name }) => represented.every((one) => one.name !== name))} />
      {others.length > 0 && <OwnRights rights={others} silent={[]} title={t.notNow} />}
    </Page>
  );
}
