import {
  Actions,
  Button,
  ButtonLink,
  EmptyState,
  Form,
  Page,
  Section,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { mandateRegisterLabels } from '../elsewhere/labels.ts';
import type { ElsewhereRow } from '../elsewhere/rows.ts';
import { mandateRegisterNames } from '../facts.ts';
import type { Represented, Representing } from '../represented.ts';
import type { SignedFor } from '../signed-for.ts';
import { elsewhereTexts } from '../texts/elsewhere.ts';
import { texts } from '../texts/index.ts';
import { registerRightTexts } from '../texts/register-rights.ts';
import { Elsewhere, SilentElsewhere } from './elsewhere.tsx';
import { OwnRights, SilentRegisters } from './register-rights.tsx';
import { SignedTogether } from './signed-together.tsx';

export type ChooseProps = {
  readonly representing: Representing;
  /** The same of other registers of mandates, in words. */
  readonly rows: readonly ElsewhereRow[];
  /** Where the reader chooses at another register for whom to act; null when there is none. */
  readonly chooseAt: string | null;
  readonly actingFor: PartyId | null;
  /** Organisations for which the reader signs only with others. */
  readonly together: readonly SignedFor[];
};

/** For whom one acts from now on: chosen once, changed with one button. */
export function ChoosePage({ representing, rows, chooseAt, actingFor, together }: ChooseProps) {
  const t = useTexts(texts).choose;
  const { child, person } = useTexts(registerRightTexts);
  const there = useTexts(elsewhereTexts);
  const { represented, rights, silent, silentElsewhere } = representing;
  const others = rights.filter(({ right }) => represented.every(({ party }) => party !== right.principal));
  const { reader, language } = usePage();
  const words = ({ kind, source }: Represented['by'][number]) => {
    const register = mandateRegisterNames.find((name) => name === source);
    return register ? there.by(mandateRegisterLabels[register][language]) : t.by[kind as keyof typeof t.by];
  };
  return (
    <Page title={t.title} lead={t.lead}>
      <SilentRegisters silent={silent} />
      <SilentElsewhere silentElsewhere={silentElsewhere} />
      {represented.length + together.length + silent.length + silentElsewhere.length === 0 && (
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
                  {by.map(words).join(', ')}
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
      {chooseAt !== null && (
        <Section title={there.chooseTitle}>
          <p>{there.chooseLead}</p>
          <Actions>
            <ButtonLink href={chooseAt} variant="secondary">
              {there.choose}
            </ButtonLink>
            <ButtonLink href={`${chooseAt}?for=organisation`} variant="secondary">
              {there.chooseOrganisation}
            </ButtonLink>
          </Actions>
          <p>{there.organisationLead}</p>
        </Section>
      )}
      <Elsewhere rows={rows} />
      {others.length > 0 && <OwnRights rights={others} silent={[]} title={t.notNow} />}
    </Page>
  );
}
