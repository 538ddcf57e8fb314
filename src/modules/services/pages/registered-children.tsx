import { Alert, Button, CheckboxGroup, dayText, Fieldset, usePage, useTexts } from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

/** What the population register says of the applicant's children, as far as it can be said. */
export type FamilyView =
  | {
      readonly state: 'said';
      readonly on: Temporal.PlainDate;
      /** The register could not be asked now: this is what it said before. */
      readonly isOld: boolean;
      /** Those who are not in the form yet. */
      readonly children: readonly { readonly key: string; readonly name: string; readonly born: Temporal.PlainDate }[];
      /** How many there are whose data is protected. */
      readonly hidden: number;
      readonly anyInForm: boolean;
    }
  | { readonly state: 'none' | 'not-asked' | 'not-own' };

/** The own children to choose among; whatever the register says, one can write in a child by hand below. */
export function RegisteredChildren({ group, family }: { readonly group: string; readonly family: FamilyView }) {
  const t = useTexts(texts).family;
  const { language } = usePage();
  if (family.state !== 'said') return <Alert tone="info">{t[family.state]}</Alert>;
  const { children, hidden, anyInForm, on, isOld } = family;
  if (children.length === 0 && hidden === 0) return anyInForm ? null : <Alert tone="info">{t.none}</Alert>;
  const from = isOld ? t.old(dayText(on, language)) : t.from(dayText(on, language));
  return (
    <Fieldset name={`${group}-registered`} legend={t.legend} hint={from}>
      {children.length > 0 && (
        <>
          <CheckboxGroup
            name={`${group}.chosen`}
            label={t.choose}
            choices={children.map(({ key, name, born }) => ({
              value: key,
              label: name,
              hint: t.born(dayText(born, language)),
            }))}
            values={[]}
          />
          <div>
            <Button variant="secondary" name="_action" value={`choose:${group}`}>
              {t.take}
            </Button>
          </div>
        </>
      )}
      {hidden > 0 && <p>{t.hidden(hidden)}</p>}
      <p class="al-hint">{t.byHand}</p>
    </Fieldset>
  );
}
