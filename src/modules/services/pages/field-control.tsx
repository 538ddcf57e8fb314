import {
  Alert,
  CheckboxGroup,
  DateField,
  datePartsIn,
  dayText,
  EmailField,
  errorAt,
  type FieldError,
  Fieldset,
  FileField,
  MoneyField,
  NumberField,
  PhoneField,
  RadioGroup,
  TextArea,
  TextField,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import { locales } from '../../../kernel/locale.ts';
import { type Country, currencyOf, type Field } from '../format/definition.ts';
import { addressParts, type PostalAddress } from '../format/fields/address.ts';
import type { Sent } from '../format/fields/field-type.ts';
import type { FileAnswer } from '../format/fields/file.ts';
import { fieldTypes } from '../format/fields/index.ts';
import type { Words } from '../format/words.ts';
import { LARGEST_MEGABYTES } from '../take-files.ts';
import { texts } from '../texts/index.ts';

/** What every control of a page needs. */
export type Filling = {
  readonly words: Words;
  readonly country: Country;
  /** What could not be read, as it was typed. */
  readonly controls: Sent;
  readonly errors: readonly FieldError[];
  /** Where a kept file is shown; its digest follows. */
  readonly fileHref: string;
  /** By path, what stands as the population register says, and of which day. */
  readonly registered: ReadonlyMap<string, Temporal.PlainDate>;
};

export type FieldControlProps = {
  readonly field: Field;
  /** The control's name: `children.0.born`. */
  readonly path: string;
  /** Its name among the texts: `children.born`. */
  readonly name: string;
  readonly value: unknown;
  readonly filling: Filling;
};

/** One question, by its type; with what was typed when that could not be read. */
export function FieldControl({ field, path, name, value, filling }: FieldControlProps) {
  const { words, country, controls, errors } = filling;
  if (field.type === 'info') {
    return (
      <div id={path}>
        <Alert>{words.of(name)}</Alert>
      </div>
    );
  }
  if (field.value !== undefined) {
    return <Calculated field={field} path={path} name={name} value={value} filling={filling} />;
  }
  const typed = typeof controls[path] === 'string' ? controls[path] : undefined;
  const frame = {
    name: path,
    label: words.of(name),
    hint: hintOf(path, name, filling),
    error: errorAt(errors, path),
    optional: field.optional,
  };
  const text = typed ?? (typeof value === 'string' ? value : undefined);
  const choices = (field.options ?? []).map((option) => ({
    value: option,
    label: words.of(`${name}.option.${option}`),
    hint: words.find(`${name}.option.${option}.hint`),
  }));
  switch (field.type) {
    case 'text':
      return <TextField {...frame} value={text} autocomplete={field.autocomplete} />;
    case 'longtext':
      return <TextArea {...frame} value={text} limit={field.maxLength ?? 4000} rows={6} />;
    case 'number':
      return <NumberField {...frame} value={typed ?? (typeof value === 'number' ? String(value) : undefined)} />;
    case 'money':
      return <MoneyField {...frame} value={typed ?? amountText(value)} currency={currencyOf[country]} />;
    case 'date':
      return (
        <DateField
          {...frame}
          value={typedDate(controls, path) ?? (isText(value) ? Temporal.PlainDate.from(value) : undefined)}
        />
      );
    case 'boolean':
      return <YesNo {...frame} value={value === true ? 'yes' : value === false ? 'no' : undefined} />;
    case 'choice':
      return <RadioGroup {...frame} choices={choices} value={text} />;
    case 'choices':
      return <CheckboxGroup {...frame} choices={choices} values={Array.isArray(value) ? value.filter(isText) : []} />;
    case 'email':
      return <EmailField {...frame} value={text} />;
    case 'phone':
      return <PhoneField {...frame} value={text} />;
    case 'organisation':
    case 'account':
      return <TextField {...frame} value={text} width="half" spellcheck={false} />;
    case 'address':
      return <AddressControl path={path} name={name} value={value} filling={filling} />;
    case 'file':
      return <FileControl field={field} path={path} name={name} value={value} filling={filling} />;
    case 'group': // the page shows its rows
    case 'registered': // and the summary what comes from a register
      return null;
  }
}

/** The service's own hint, and where the answer comes from when that is a register. */
function hintOf(path: string, name: string, { words, registered }: Filling): string | undefined {
  const day = registered.get(path);
  const own = words.find(`${name}.hint`);
  if (!day) return own;
  const source = texts[words.language].family.registered(dayText(day, words.language));
  return own ? `${own} ${source}` : source;
}

/** What has come into view is led to, so it has an id even when there is nothing to fill in. */
function Calculated({ field, path, name, value, filling }: FieldControlProps) {
  const t = useTexts(texts).fill;
  const { words, country } = filling;
  const reader = { language: words.language, currency: currencyOf[country], option: (id: string) => id };
  const shown = value === undefined ? t.notYet : fieldTypes[field.type].show(value, field, reader);
  return (
    <div class="al-calculated" id={path}>
      <p>{words.of(name)}</p>
      <p class={value === undefined ? 'al-muted' : 'al-calculated__value'}>{shown}</p>
      <p class="al-hint">
        {t.calculated}. {words.find(`${name}.hint`)}
      </p>
    </div>
  );
}

function AddressControl({ path, name, value, filling }: Omit<FieldControlProps, 'field'>) {
  const t = useTexts(texts).fill;
  const known = value as Partial<PostalAddress> | undefined;
  const completions = { street: 'street-address', postalCode: 'postal-code', city: 'address-level2' } as const;
  return (
    <Fieldset
      name={path}
      legend={filling.words.of(name)}
      hint={hintOf(path, name, filling)}
      error={errorAt(filling.errors, path)}
    >
      {addressParts.map((part) => {
        const control = `${path}.${part}`;
        const typed = filling.controls[control];
        return (
          <TextField
            key={part}
            name={control}
            label={t[part]}
            value={typeof typed === 'string' ? typed : known?.[part]}
            error={errorAt(filling.errors, control)}
            autocomplete={completions[part]}
            width={part === 'street' ? 'full' : part === 'city' ? 'half' : 'short'}
            inputMode={part === 'postalCode' ? 'numeric' : undefined}
          />
        );
      })}
    </Fieldset>
  );
}

const kindNames: Readonly<Record<string, { readonly name: string; readonly ending: string }>> = {
  'application/pdf': { name: 'PDF', ending: '.pdf' },
  'image/jpeg': { name: 'JPEG', ending: '.jpg,.jpeg' },
  'image/png': { name: 'PNG', ending: '.png' },
};

function FileControl({ field, path, name, value, filling }: FieldControlProps) {
  const { language } = usePage();
  const { words, errors, fileHref } = filling;
  const files = (value ?? []) as readonly FileAnswer[];
  const kinds = (field.accept ?? Object.keys(kindNames)).flatMap((type) => kindNames[type] ?? []);
  const kept = files.map((file) => ({
    name: file.name,
    size: sizeText(file.size, locales[language]),
    href: `${fileHref}/${file.file}`,
    remove: `remove-file:${path}:${file.file}`,
  }));
  return (
    <FileField
      name={path}
      label={words.of(name)}
      hint={words.find(`${name}.hint`)}
      error={errorAt(errors, path)}
      optional={field.optional}
      accept={kinds.map(({ ending }) => ending).join(',')}
      typeNames={kinds.map((kind) => kind.name).join(', ')}
      largestMegabytes={LARGEST_MEGABYTES}
      multiple={(field.maxFiles ?? 1) > 1}
      kept={kept}
    />
  );
}

function sizeText(bytes: number, locale: string): string {
  const [unit, value] =
    bytes < 1_000_000 ? (['kilobyte', bytes / 1_000] as const) : (['megabyte', bytes / 1e6] as const);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
  }).format(Math.max(value, 1));
}

/** 3450050 → `34500,50`, as it is typed; the field reads a comma and a point alike. */
function amountText(minor: unknown): string | undefined {
  if (typeof minor !== 'number') return undefined;
  const parts = String(minor % 100).padStart(2, '0');
  return `${Math.trunc(minor / 100)}${parts === '00' ? '' : `,${parts}`}`;
}

function typedDate(controls: Sent, path: string) {
  const parts = datePartsIn(controls, path);
  return parts.day || parts.month || parts.year ? parts : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
