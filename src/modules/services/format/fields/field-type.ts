import type { Currency } from '../../../../kernel/money.ts';
import type { Language } from '../../../../kernel/texts.ts';
import type { Field } from '../definition.ts';
import type { Type } from '../expression/type.ts';
import type { Value } from '../expression/value.ts';

/** All that can be wrong with an answer; each has its text in every language. */
const faultKinds = [
  'required',
  'too-long',
  'not-a-number',
  'too-small',
  'too-large',
  'not-an-amount',
  'not-a-date',
  'not-an-option',
  'not-an-email',
  'not-a-phone',
  'not-a-postal-code',
  'not-an-organisation',
  'not-an-account',
  'too-many-files',
  'wrong-file-type',
  'too-few-rows',
  'too-many-rows',
  'check',
  'wrong-kind',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** `part` names the part of an address that is meant. */
export type Fault = {
  readonly kind: FaultKind;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly part?: string;
};

/** What a form posted: flat, by control name. */
export type Sent = Readonly<Record<string, unknown>>;
export type Parsed = { readonly value: unknown } | { readonly faults: readonly Fault[] };

/** How a value is written for a person. */
export type Reader = {
  readonly language: Language;
  readonly currency: Currency;
  /** The service's own words for an option. */
  option(id: string): string;
};

/** A kind of question: how its answer is read, checked, shown, described and reckoned with. */
export type FieldType = {
  /** The answer in a posted form; `undefined` when nothing was answered. */
  parse(sent: Sent, name: string, field: Field): Parsed;
  /** What is wrong with an answer from anywhere. */
  check(value: unknown, field: Field): readonly Fault[];
  show(value: unknown, field: Field, reader: Reader): string;
  /** As rules see it. */
  rule(value: unknown): Value;
  readonly type: (field: Field) => Type;
  readonly schema: (field: Field) => Readonly<Record<string, unknown>>;
};

type Own<V> = {
  readonly parse: FieldType['parse'];
  readonly is: (value: unknown) => value is V;
  readonly faults?: (value: V, field: Field) => readonly Fault[];
  readonly show: (value: V, field: Field, reader: Reader) => string;
  readonly rule: (value: V) => Value;
  readonly type: (field: Field) => Type;
  readonly schema: FieldType['schema'];
};

/** A field type from its parts: whatever is not of its kind is refused once, here. */
export function fieldType<V>(own: Own<V>): FieldType {
  return {
    parse: own.parse,
    check: (value, field) => (own.is(value) ? (own.faults?.(value, field) ?? []) : [{ kind: 'wrong-kind' }]),
    show: (value, field, reader) => (own.is(value) ? own.show(value, field, reader) : ''),
    rule: (value) => (own.is(value) ? own.rule(value) : null),
    type: own.type,
    schema: own.schema,
  };
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** What stands in one control, without the spaces around it. */
export function sentText(sent: Sent, name: string): string {
  const value = sent[name];
  const text = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? text.trim().normalize('NFC') : '';
}

/** What stands in several controls of one name. */
export function sentTexts(sent: Sent, name: string): readonly string[] {
  const value = sent[name];
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.filter(isText);
}

export const unanswered: Parsed = { value: undefined };

export function faulty(kind: FaultKind, details?: Fault['details']): Parsed {
  return { faults: [details ? { kind, details } : { kind }] };
}
