import { timesOver, WHOLE } from '../engine/amount.ts';
import { addDays, type Day } from '../engine/day.ts';
import { definitionOf, isParameterKey, type KindOf, type ParameterKey } from '../engine/parameter-keys.ts';
import { kinds } from '../engine/parameter-kinds.ts';
import { findOn, type Parameter, type RuleBook } from '../engine/rule-book.ts';
import { type Fact, type FactBodies, packFacts, unpackFacts } from '../facts/fact.ts';
import type { SaidFact } from '../facts/record-facts.ts';

/** A change that is thought of: a figure of the rule book, or a general increase of all monthly pay. */
export type SupposedChange =
  | { readonly kind: 'parameter'; readonly key: ParameterKey; readonly value: string; readonly from: Day }
  | { readonly kind: 'raise'; readonly percent: number; readonly from: Day };

const changeable = ['rate', 'amount', 'count', 'aged-rate'] as const;
type Changeable = (typeof changeable)[number];

/** A parameter that is one figure, or one for an age. */
export type FigureKey = {
  [K in ParameterKey]: KindOf<K> extends Changeable ? K : never;
}[ParameterKey];

function isFigure(key: ParameterKey): key is FigureKey {
  return kindOf(key) !== undefined;
}

function kindOf(key: ParameterKey): Changeable | undefined {
  const { kind } = definitionOf(key);
  return changeable.find((one) => one === kind);
}

/** The figures that can be thought of otherwise, as they are on a day. */
export function changeableFigures(
  book: RuleBook,
  on: Day,
): readonly { readonly key: FigureKey; readonly now: string }[] {
  return [...book.byKey.keys()].flatMap((key) => {
    const kind = kindOf(key);
    const found = findOn(book, key, on);
    return kind && found && isFigure(key) ? [{ key, now: written(kind, found.value) }] : [];
  });
}

function written(kind: Changeable, value: unknown): string {
  if (kind === 'aged-rate') return value === null ? '0' : String((value as { rate: number }).rate / 10_000); // of its kind
  if (kind === 'rate') return String((value as number) / 10_000);
  return String(kind === 'amount' ? (value as number) / 100 : value);
}

/** The book as it would be; undefined when the key or the figure can not be so. */
export function withFigure(book: RuleBook, key: string, text: string, from: Day): RuleBook | undefined {
  if (!isParameterKey(key)) return undefined;
  const kind = kindOf(key);
  const found = findOn(book, key, from);
  const value = kind && found && readAs(kind, found.value, text);
  if (!found || value === undefined) return undefined;
  const before = (book.byKey.get(key) ?? []).filter((one) => one.from < from);
  const fresh: Parameter = { ...found, from, to: null, value, ref: `${key}@${from}`, verified: false };
  const kept = before.map((one) => (one.to === null || one.to >= from ? { ...one, to: addDays(from, -1) } : one));
  return { ...book, byKey: new Map([...book.byKey, [key, [...kept, fresh]]]) };
}

function readAs(kind: Changeable, value: unknown, text: string): unknown {
  if (!/^\d{1,9}([.,]\d{1,4})?$/.test(text)) return undefined;
  const figure = text.replace(',', '.');
  try {
    if (kind === 'count') return /^\d+$/.test(figure) ? Number(figure) : undefined;
    if (kind === 'amount') return kinds.amount.read(figure);
    const rate = kinds.rate.read(figure);
    return kind === 'rate' ? rate : value && { ...value, rate };
  } catch {
    return undefined; // finer than such a figure is written
  }
}

/** Facts with every monthly pay raised from a day on: what held before stands until the day before. */
export function withRaise(text: string, percent: number, from: Day): string {
  return packFacts(
    unpackFacts(text).flatMap((fact): Fact[] => {
      if (fact.kind !== 'salary' || !holdsFrom(fact, from)) return [fact];
      const raised = { ...fact, body: raisedBody(fact.body, percent) };
      if (fact.from >= from) return [raised];
      return [
        { ...fact, to: addDays(from, -1) },
        { ...raised, from },
      ];
    }),
  );
}

/** The same as what is to be recorded, instead of the facts that it replaces. */
export function raisedFacts(facts: readonly Fact[], percent: number, from: Day): readonly SaidFact[] {
  return facts.flatMap((fact): SaidFact[] => {
    if (fact.kind !== 'salary' || !holdsFrom(fact, from)) return [];
    const { seq: replaces, ...rest } = fact;
    const body = raisedBody(fact.body, percent);
    if (fact.from >= from) return [{ ...rest, body, replaces }];
    return [
      { ...rest, to: addDays(from, -1), replaces },
      { ...rest, from, body },
    ];
  });
}

function holdsFrom({ to }: Fact, from: Day): boolean {
  return to === null || to >= from;
}

function raisedBody(body: FactBodies['salary'], percent: number): FactBodies['salary'] {
  const raise = (amount: number) => timesOver(amount, WHOLE + Math.round(percent * 10_000), WHOLE, 'half-up');
  const { hour, monthly } = body;
  return { ...body, monthly: raise(monthly), ...(hour === undefined ? {} : { hour: raise(hour) }) };
}
