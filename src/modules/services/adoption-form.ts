import { type DateParts, datePartsIn, dayOf, type FieldError } from '../../kernel/html/index.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type Language, languages } from '../../kernel/texts.ts';
import type { AdoptedService } from './adoption.ts';
import type { AdoptionChange } from './change-adoption.ts';
import { type Country, currencyOf, type Field, type Setting, type SettingValue } from './format/definition.ts';
import { type FaultKind, type Sent, sentText } from './format/fields/field-type.ts';
import { fieldTypes } from './format/fields/index.ts';
import { settingsInOrder } from './format/settings.ts';
import { type Words, wordsOf } from './format/words.ts';
import type { OwnRetention } from './offer.ts';
import { texts } from './texts/index.ts';

/** The texts that an authority may say in its own words, and how long they may be. */
export const ownTexts = { title: 80, lead: 300, next: 1000 } as const;
export type OwnText = keyof typeof ownTexts;
export const ownTextKeys = Object.keys(ownTexts) as OwnText[];

export const settingControl = (name: string) => `setting.${name}`;
export const textControl = (language: Language, key: OwnText) => `text.${language}.${key}`;

/** A setting as a question, so that it is read, checked and shown as an answer is. */
function settingField(name: string, { unit, minimum, maximum }: Setting): Field {
  return {
    id: name,
    type: unit === 'money' ? 'money' : 'number',
    ...(minimum === undefined ? {} : { min: minimum }),
    ...(maximum === undefined ? {} : { max: maximum }),
  };
}

/** A setting as a person reads it: `250 €`, `14 dagar`, `3 %`. */
export function settingText(value: unknown, setting: Setting, country: Country, language: Language): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : '';
  if (setting.unit === 'money') return formatMoney({ minor: value, currency: currencyOf[country] }, language, 'short');
  if (setting.unit === 'per-cent') return `${value} %`;
  return setting.unit === 'days' ? `${value} ${texts[language].adoption.days}` : String(value);
}

/** What stands, as one would type it. */
export function answersOf({ definition, settings, texts: own, ...adopted }: AdoptedService): Record<string, string> {
  const answers: Record<string, string> = {
    open: adopted.isOpen ? 'yes' : 'no',
    handler: adopted.unit && adopted.unitAuthority ? `${adopted.unitAuthority}/${adopted.unit}` : 'own',
    years: adopted.retention ? String(adopted.retention.years) : '',
    decision: adopted.retention?.decision ?? '',
  };
  for (const [name, { type, unit }] of settingsInOrder(definition)) {
    const value = settings[name];
    answers[settingControl(name)] =
      value === undefined ? '' : type === 'boolean' ? (value ? 'yes' : 'no') : typed(value, unit);
  }
  for (const language of languages) {
    for (const key of ownTextKeys) answers[textControl(language, key)] = own[language]?.[key] ?? '';
  }
  return answers;
}

/** 25050 → `250,50`. */
function typed(value: SettingValue, unit: Setting['unit']): string {
  if (unit !== 'money' || typeof value !== 'number') return String(value);
  const parts = String(value % 100).padStart(2, '0');
  return `${Math.trunc(value / 100)}${parts === '00' ? '' : `,${parts}`}`;
}

export type ReadAdoption = { readonly change: AdoptionChange; readonly errors: readonly FieldError[] };

/** The form as it was posted: the change that it asks for, and what is wrong with it, field by field. */
export function readAdoption(
  body: Sent,
  adopted: AdoptedService,
  country: Country,
  language: Language,
  today: Temporal.PlainDate,
): ReadAdoption {
  const errors: FieldError[] = [];
  const words = wordsOf(adopted.definition, {}, language);
  const { unit, ...settings } = {
    unit: sentText(body, 'handler'),
    ...readSettings(body, adopted, country, words, errors),
  };
  const retention = readRetention(body, adopted, language, today, errors);
  const [authority, id] = unit.split('/');
  return {
    errors,
    change: {
      settings,
      texts: readTexts(body, adopted, language, errors),
      handledBy: authority && id ? { authority: Number(authority) as AuthorityId, unit: id as UnitId } : null,
      isOpen: sentText(body, 'open') === 'yes',
      ...(retention && { retention }),
    },
  };
}

function readSettings(
  body: Sent,
  { definition }: AdoptedService,
  country: Country,
  words: Words,
  errors: FieldError[],
): Record<string, SettingValue> {
  const { faults } = texts[words.language];
  const found: Record<string, SettingValue> = {};
  for (const [name, setting] of settingsInOrder(definition)) {
    const control = settingControl(name);
    const label = words.of(`setting.${name}`);
    const wrong = (kind: FaultKind, limit = '') => errors.push({ field: control, text: faults[kind](label, limit) });
    const text = sentText(body, control);
    if (text === '') {
      if (definition.settings.required.includes(name)) wrong('required');
    } else if (setting.type === 'boolean') {
      found[name] = text === 'yes';
    } else if (setting.type === 'string') {
      if (text.length > (setting.maxLength ?? 200)) wrong('too-long', String(setting.maxLength ?? 200));
      else found[name] = text;
    } else {
      const field = settingField(name, setting);
      const parsed = fieldTypes[field.type].parse(body, control, field);
      const [fault] = 'faults' in parsed ? parsed.faults : fieldTypes[field.type].check(parsed.value, field);
      const limit = fault?.details?.most ?? fault?.details?.least;
      if (fault) wrong(fault.kind, settingText(limit, setting, country, words.language));
      else if ('value' in parsed) found[name] = parsed.value as number; // its field type has checked it
    }
  }
  return found;
}

/** What is not one of these texts stays as it is. */
function readTexts(body: Sent, { texts: before }: AdoptedService, reader: Language, errors: FieldError[]) {
  const { adoption, faults } = texts[reader];
  const entries = languages.map((language) => {
    const own: Record<string, string> = { ...before[language] };
    for (const key of ownTextKeys) {
      const control = textControl(language, key);
      const text = sentText(body, control).replace(/\r\n?/g, '\n');
      const label = `${adoption.words[language]}, ${adoption.text[key].toLocaleLowerCase(reader)}`;
      if (text.length > ownTexts[key])
        errors.push({ field: control, text: faults['too-long'](label, String(ownTexts[key])) });
      if (text === '') delete own[key];
      else own[key] = text;
    }
    return [language, own] as const;
  });
  return Object.fromEntries(entries.filter(([, own]) => Object.keys(own).length > 0));
}

const YEARS_MOST = 100;

/** All three or none; a decision that has been made can be replaced, not left out. */
function readRetention(
  body: Sent,
  { retention: before }: AdoptedService,
  language: Language,
  today: Temporal.PlainDate,
  errors: FieldError[],
): OwnRetention | undefined {
  const { adoption: t, faults } = texts[language];
  const [years, decision, day] = [sentText(body, 'years'), sentText(body, 'decision'), decidedOnIn(body)];
  const on = dayOf(day);
  if (years === '' && decision === '' && on === 'empty' && !before) return undefined;
  const count = /^\d{1,3}$/.test(years) ? Number(years) : 0;
  const found: FieldError[] = [];
  if (years === '') found.push({ field: 'years', text: t.missing(t.years) });
  else if (count < 1) found.push({ field: 'years', text: faults['too-small'](t.years, '1') });
  else if (count > YEARS_MOST) found.push({ field: 'years', text: faults['too-large'](t.years, String(YEARS_MOST)) });
  if (decision === '') found.push({ field: 'decision', text: t.missing(t.decision) });
  if (decision.length > 200) found.push({ field: 'decision', text: faults['too-long'](t.decision, '200') });
  if (typeof on === 'string' || Temporal.PlainDate.compare(on, today) > 0) {
    found.push({ field: 'decidedOn', text: t.dayMissing(t.decidedOn) });
  }
  errors.push(...found);
  return found.length > 0 ? undefined : { years: count, decision, decidedOn: on.toString() };
}

export function decidedOnIn(body: Sent): DateParts {
  return datePartsIn(body, 'decidedOn');
}
