import { fileRefusalTexts } from '../../kernel/files/index.ts';
import type { FieldError } from '../../kernel/html/index.ts';
import type { Language } from '../../kernel/texts.ts';
import type { RefusedFile } from './draft.ts';
import { type Country, currencyOf, type ServiceDefinition } from './format/definition.ts';
import type { FieldFault } from './format/evaluate.ts';
import { fieldTypes } from './format/fields/index.ts';
import { placedFields } from './format/placed-field.ts';
import type { Words } from './format/words.ts';
import { texts } from './texts/index.ts';

/** How faults are told: in whose words, and in which currency. */
export type Teller = { readonly definition: ServiceDefinition; readonly words: Words; readonly country: Country };

/** What is wrong with an answer and how to put it right; the same at the field and in the summary of errors. */
function faultText(fault: FieldFault, teller: Teller): string {
  const { words } = teller;
  const label = labelOf(fault, words);
  if (fault.kind === 'check') return words.find(`${fault.name}.check`) ?? texts[words.language].faults.check(label);
  const { most, least } = fault.details ?? {};
  return texts[words.language].faults[fault.kind](label, amountOf(fault, most ?? least, teller));
}

/** `Barn 2, barnets namn`: which row, which question, which part of an address; without its question mark. */
function labelOf(fault: FieldFault, words: Words): string {
  const t = texts[words.language].fill;
  const part =
    fault.part === 'street' || fault.part === 'postalCode' || fault.part === 'city' ? t[fault.part] : undefined;
  const label = part ?? words.of(fault.name).replace(/\?$/, '');
  const row = /^([^.]+)\.(\d+)\./.exec(fault.path);
  return row?.[1] && fault.name.startsWith(`${row[1]}.`)
    ? `${words.of(`${row[1]}.row`)} ${Number(row[2]) + 1}, ${label.charAt(0).toLocaleLowerCase(words.language)}${label.slice(1)}`
    : label;
}

function amountOf(
  fault: FieldFault,
  value: string | number | undefined,
  { definition, words, country }: Teller,
): string {
  const field = placedFields(definition).get(fault.name)?.field;
  if (typeof value !== 'number' || !field || (field.type !== 'money' && field.type !== 'number'))
    return String(value ?? '');
  const reader = { language: words.language, currency: currencyOf[country], option: (id: string) => id };
  return fieldTypes[field.type].show(value, field, reader);
}

/** A file that was not taken in, by its name and with the reason. */
function refusedFileText({ name, key }: RefusedFile, language: Language): string {
  const text = fileRefusalTexts[key]?.[language];
  return texts[language].fill.refusedFile(name, text ? `${text.what} ${text.next}` : key);
}

export function errorsOf(
  faults: readonly FieldFault[],
  refused: readonly RefusedFile[],
  teller: Teller,
): readonly FieldError[] {
  return [
    ...faults.map((fault) => ({ field: fault.path, text: faultText(fault, teller) })),
    ...refused.map((file) => ({ field: file.field, text: refusedFileText(file, teller.words.language) })),
  ];
}
