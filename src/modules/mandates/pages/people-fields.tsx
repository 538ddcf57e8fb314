import {
  CheckboxGroup,
  errorAt,
  Fieldset,
  RadioGroup,
  RepeatGroup,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { ALSO_MOST, HOLDERS_MOST, ownNameIn, type TypedPerson } from '../form.ts';
import { signingDaysOf } from '../terms.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';
import type { WriteProps } from './write-props.ts';

const nobody: TypedPerson = { name: '', country: '', number: '' };

type PersonProps = { readonly at: string; readonly typed: TypedPerson; readonly errors: WriteProps['errors'] };

/** Somebody by name and number; whose number it is is told to nobody. */
function PersonFields({ at, typed, errors }: PersonProps) {
  const t = useTexts(texts).create;
  const field = (name: keyof TypedPerson) => ({ name: `${at}.${name}`, error: errorAt(errors, `${at}.${name}`) });
  return (
    <>
      <TextField {...field('name')} label={t.name} hint={t.nameHint} value={typed.name} />
      <RadioGroup
        {...field('country')}
        label={t.country}
        value={typed.country === 'SE' ? 'SE' : 'FI'}
        choices={(['FI', 'SE'] as const).map((value) => ({ value, label: t.countries[value] }))}
        inline
      />
      <TextField
        {...field('number')}
        label={t.number}
        hint={t.numberHint}
        value={typed.number}
        autocomplete="off"
        width="half"
        spellcheck={false}
      />
    </>
  );
}

/** Who gets it; of a request, who is asked to give it. */
export function HolderFields({ model: { errand, organisation }, typed, errors }: WriteProps) {
  const t = useTexts(writeTexts);
  const holders = typed.holders ?? [nobody];
  if (errand.kind === 'ask') {
    return (
      <Fieldset name="holders" legend={t.asked} hint={t.askedHint}>
        <PersonFields at="holders.0" typed={holders[0] ?? nobody} errors={errors} />
      </Fieldset>
    );
  }
  return (
    <>
      {ownNameIn(organisation) !== null && (
        <CheckboxGroup
          name="toMe"
          label={t.toMe.label}
          hint={t.toMe.hint}
          values={typed.toMe === 'yes' ? ['yes'] : []}
          choices={[{ value: 'yes', label: t.toMe.yes }]}
        />
      )}
      <RepeatGroup
        name="holders"
        legend={ownNameIn(organisation) === null ? t.holders : t.toMe.others}
        error={errorAt(errors, 'holders')}
        items={holders.map((one, index) => (
          <PersonFields key={index} at={`holders.${index}`} typed={one} errors={errors} />
        ))}
        itemLabel={t.person}
        addLabel={t.add}
        most={HOLDERS_MOST}
      />
    </>
  );
}

/** Who gives it with the writer, or who signs for the organisation that does; and how they sign. */
export function GiversFields({ model: { errand, organisation }, typed, errors }: WriteProps) {
  const t = useTexts(writeTexts);
  const { acting } = usePage();
  if (errand.kind !== 'give') return null;
  const alsoFrom = typed.alsoFrom ?? [];
  const several = organisation ? organisation.signatories.length > 1 : alsoFrom.length > 0;
  return (
    <>
      {organisation && (
        <CheckboxGroup
          name="chosen"
          label={t.signers}
          hint={`${organisation.name}. ${t.signersHint}`}
          values={typed.chosen ?? organisation.signatories.filter((one) => one.isReader).map((one) => one.token)}
          choices={organisation.signatories.map(({ token, name, isReader }) => ({
            value: token,
            label: name === null ? t.protected : isReader ? t.you(name) : name,
          }))}
          error={errorAt(errors, 'chosen')}
        />
      )}
      {!organisation && !acting && (
        <RepeatGroup
          name="alsoFrom"
          legend={t.also}
          hint={t.alsoHint}
          error={errorAt(errors, 'alsoFrom')}
          items={alsoFrom.map((one, index) => (
            <PersonFields key={index} at={`alsoFrom.${index}`} typed={one} errors={errors} />
          ))}
          itemLabel={t.alsoPerson}
          addLabel={t.alsoAdd}
          least={0}
          most={ALSO_MOST}
        />
      )}
      {several && (
        <>
          <RadioGroup
            name="order"
            label={t.order}
            value={typed.order === 'listed' ? 'listed' : 'any'}
            choices={(['any', 'listed'] as const).map((value) => ({ value, label: t.orders[value] }))}
          />
          <RadioGroup
            name="days"
            label={t.days}
            value={typed.days || String(signingDaysOf[2])}
            choices={signingDaysOf.map((one) => ({ value: String(one), label: t.daysOf(one) }))}
            inline
          />
        </>
      )}
    </>
  );
}
