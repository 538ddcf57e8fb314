import { Checkbox, CheckboxGroup, RadioGroup, YesNo } from '../choice-field.tsx';
import { DateField } from '../date-field.tsx';
import { errorAt, type FieldError } from '../error-summary.tsx';
import { FileField } from '../file-field.tsx';
import { useTexts } from '../page-context.ts';
import { Select } from '../select.tsx';
import { EmailField, MoneyField, NumberField, PhoneField, SearchField, TextArea, TextField } from '../text-field.tsx';
import { samples } from './samples/index.ts';

/** Every field once, empty or answered; `errors` puts them all in their refused state. */
export function AllFields({ prefix, errors }: { readonly prefix: string; readonly errors: readonly FieldError[] }) {
  const t = useTexts(samples);
  const name = (field: string) => `${prefix}-${field}`;
  const error = (field: string) => errorAt(errors, name(field));
  const wrong = errors.length > 0;
  const villages = t.villages.map((label, index) => ({ value: String(index), label }));
  const hint = wrong ? t.incomeHint : undefined;
  return (
    <>
      <TextField name={name('name')} label={t.name} hint={t.nameHint} error={error('name')} autocomplete="name" />
      <EmailField
        name={name('email')}
        label={t.email}
        hint={t.emailHint}
        error={error('email')}
        value={wrong ? 'anna' : ''}
      />
      <PhoneField name={name('phone')} label={t.phone} optional />
      <NumberField name={name('hours')} label={t.hours} unit={t.hoursUnit} error={error('hours')} />
      <MoneyField name={name('income')} label={t.income} hint={hint} currency="EUR" value="4 200,00" />
      <DateField
        name={name('born')}
        label={t.born}
        example="27 3 2026"
        error={error('born')}
        wrong={['day', 'month']}
        value={wrong ? { day: '31', month: '2', year: '2024' } : undefined}
      />
      <TextArea name={name('reason')} label={t.reason} limit={500} error={error('reason')} />
      <RadioGroup
        name={name('form')}
        label={t.careForm}
        choices={t.careForms}
        error={error('form')}
        value={wrong ? undefined : 'family'}
      />
      <CheckboxGroup
        name={name('diet')}
        label={t.diets}
        choices={t.diet}
        optional={!wrong}
        error={error('diet')}
        values={wrong ? [] : ['gluten']}
      />
      <YesNo name={name('sibling')} label={t.sibling} error={error('sibling')} />
      <Select name={name('village')} label={t.village} choices={villages} error={error('village')} />
      <FileField
        name={name('file')}
        label={t.file}
        accept=".pdf,.jpg,.png"
        typeNames="PDF, JPG, PNG"
        largestMegabytes={10}
        multiple
        error={error('file')}
        kept={wrong ? undefined : [{ name: t.keptFile, size: '1,2 MB', remove: `remove:${name('file')}:0` }]}
      />
      <Checkbox name={name('assure')} label={t.assure} error={error('assure')} />
      {!wrong && <SearchField name={name('search')} label={t.search} width="half" />}
      {!wrong && <TextField name={name('number')} label={t.readOnly} value="SOT 2026/17" width="half" readOnly />}
    </>
  );
}
