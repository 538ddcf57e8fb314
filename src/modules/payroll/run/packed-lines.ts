import { hash } from 'node:crypto';
import { codeOf } from '../engine/codes.ts';
import type { Day, Period } from '../engine/day.ts';
import type { Line, Part } from '../engine/line.ts';

type Numbers = 'quantity' | 'unitPrice' | 'base' | 'rate' | 'parts' | 'amount' | 'earnedFrom' | 'earnedTo';
/** What many lines have in common. */
type Common = Omit<Line, Numbers>;
/** Which numbers follow the amount: the letters of quantity, unit price, base, rate, parts, earned days of its own. */
type ShapeBody = Common & { readonly has: string };
/** The same, as lines are made from it: the letters as bits. */
type Shape = { readonly common: Common; readonly has: number; readonly isPay: boolean };

/** Every member of `Common`: one that the engine adds is asked for here by the compiler. */
const common = {
  code: true,
  rounding: true,
  limit: true,
  rule: true,
  parameters: true,
  facts: true,
  verified: true,
} as const satisfies Record<keyof Common, true>;
const commonKeys = Object.keys(common) as (keyof Common)[];

/** Ids of shapes are larger than any amount, so that they are found among the numbers of a line. */
export const FIRST_SHAPE = 2 ** 47;

/** Words, and lists of words, in the order that they were met. */
type Numbered = { readonly words: Map<string, number>; readonly lists: WeakMap<readonly string[], number> };

/** The shapes that this process has met; those in `fresh` may not be stored yet. */
export type Shapes = {
  readonly byKey: Map<number, Map<number, number>>;
  readonly byId: Map<number, Shape>;
  readonly fresh: Map<number, string>;
  /** By which a shape is found without making a text: codes, rules and lists of facts; lists of parameters. */
  readonly names: Numbered;
  readonly parameters: Numbered;
};

export function noShapes(): Shapes {
  return {
    ...{ byKey: new Map(), byId: new Map(), fresh: new Map() },
    ...{ names: { words: new Map(), lists: new WeakMap() }, parameters: { words: new Map(), lists: new WeakMap() } },
  };
}

/**
 * Lines as whole numbers, `{1,2,…}` as the database reads them: some 60 numbers instead of 4 kB of text a payslip.
 * Explanations are kept in full: the shape names rule, parameters and facts.
 */
export function packLines(shapes: Shapes, lines: readonly Line[], month: Period): string {
  let text = '';
  for (const line of lines) {
    const { quantity, unitPrice, base, rate, parts, earnedFrom, earnedTo } = line;
    const ownDays = earnedFrom !== month.from || earnedTo !== month.to;
    let has = ownDays ? EARNED : 0;
    let rest = '';
    if (quantity !== null) {
      has += QUANTITY;
      rest += `,${quantity}`;
    }
    if (unitPrice !== null) {
      has += UNIT_PRICE;
      rest += `,${unitPrice}`;
    }
    if (base !== null) {
      has += BASE;
      rest += `,${base}`;
    }
    if (rate !== null) {
      has += RATE;
      rest += `,${rate}`;
    }
    if (parts !== null) {
      has += PARTS;
      rest += `,${parts.length}`;
      for (const part of parts) rest += `,${part.base},${part.rate}`;
    }
    if (ownDays) rest += `,${packedDay(earnedFrom)},${packedDay(earnedTo)}`;
    text += `,${shapeOf(shapes, line, has)},${line.amount}${rest}`;
  }
  return `{${text.slice(1)}}`;
}

const QUANTITY = 1;
const UNIT_PRICE = 2;
const BASE = 4;
const RATE = 8;
const PARTS = 16;
const EARNED = 32;
const letters = ['q', 'u', 'b', 'r', 'p', 'e'] as const;

function packedDay(day: string): string {
  return day.slice(0, 4) + day.slice(5, 7) + day.slice(8);
}

/** Room for the number of a name: codes, rules, lists of facts, unions. Three of them and the flags stay below 2^53. */
const ROOM = 8192;

function shapeOf(shapes: Shapes, line: Line, has: number): number {
  const { code, rule, limit, rounding, verified, facts, parameters } = line;
  const { names, parameters: lists } = shapes;
  const name = (wordOf(names, code) * ROOM + wordOf(names, rule)) * ROOM + listOf(names, facts);
  if (names.words.size >= ROOM) throw new RangeError('more names of lines than there is room for');
  const key =
    ((name * 8 + limits[limit ?? 'none']) * 8 + roundings[rounding ?? 'none']) * 128 + has * 2 + Number(verified);
  const list = listOf(lists, parameters);
  let ids = shapes.byKey.get(list);
  if (ids === undefined) {
    ids = new Map();
    shapes.byKey.set(list, ids);
  }
  const known = ids.get(key);
  if (known !== undefined) return known;
  const id = makeShape(shapes, line, has);
  ids.set(key, id);
  return id;
}

const limits = { none: 0, 'cash-pay': 1, 'half-of-net': 2, 'sick-pay': 3, protected: 4 } as const satisfies Record<
  NonNullable<Line['limit']> | 'none',
  number
>;
const roundings = {
  none: 0,
  down: 1,
  'half-up': 2,
  'half-even': 3,
  up: 4,
  floor: 5,
  ceiling: 6,
} as const satisfies Record<NonNullable<Line['rounding']> | 'none', number>;

function wordOf({ words }: Numbered, word: string): number {
  const known = words.get(word);
  if (known !== undefined) return known;
  const number = words.size;
  words.set(word, number);
  return number;
}

/** Lines of one rule share their lists: mostly the list itself is known. */
function listOf(numbered: Numbered, list: readonly string[]): number {
  const known = numbered.lists.get(list);
  if (known !== undefined) return known;
  const number = wordOf(numbered, list.join());
  numbered.lists.set(list, number);
  return number;
}

function makeShape(shapes: Shapes, line: Line, has: number): number {
  const common = Object.fromEntries(commonKeys.map((name) => [name, line[name]])) as unknown as Common; // its keys
  const body: ShapeBody = { ...common, has: letters.filter((_letter, bit) => has & (1 << bit)).join('') };
  const text = JSON.stringify(body);
  const id = (Number.parseInt(hash('sha256', text).slice(0, 12), 16) % FIRST_SHAPE) + FIRST_SHAPE;
  keepShape(shapes, id, body);
  shapes.fresh.set(id, text);
  return id;
}

/**
 * @param only lines of pay alone, as arrears are held against them
 * @throws Error when a shape is not among `shapes`: load those that `shapesIn` names first
 */
export function unpackLines(shapes: Shapes, packed: readonly number[], month: Period, only?: 'pay'): Line[] {
  const lines: Line[] = [];
  let at = 0;
  const next = (): number => packed[at++] ?? 0;
  while (at < packed.length) {
    const id = next();
    const shape = shapes.byId.get(id);
    if (!shape) throw new Error(`the line shape ${id} is not known`);
    const { common, has, isPay } = shape;
    const amount = next();
    const quantity = has & QUANTITY ? next() : null;
    const unitPrice = has & UNIT_PRICE ? next() : null;
    const base = has & BASE ? next() : null;
    const rate = has & RATE ? next() : null;
    let parts: Part[] | null = null;
    if (has & PARTS) parts = Array.from({ length: next() }, () => ({ base: next(), rate: next() }));
    const earnedFrom = has & EARNED ? dayOf(next()) : month.from;
    const earnedTo = has & EARNED ? dayOf(next()) : month.to;
    if (only && !isPay) continue;
    const { code, rounding, limit, rule, parameters, facts, verified } = common;
    lines.push({
      code,
      quantity,
      unitPrice,
      base,
      rate,
      parts,
      amount,
      rounding,
      limit,
      rule,
      parameters,
      facts,
      verified,
      earnedFrom,
      earnedTo,
    });
  }
  return lines;
}

const days = new Map<number, Day>();

/** Each day is written once: a year's payslips name some hundred. */
function dayOf(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const text = String(number);
  const made = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  days.set(number, made);
  return made;
}

/** `{1,2,…}` as numbers. */
export function numbersOf(text: string): number[] {
  if (text === '{}') return [];
  const numbers: number[] = [];
  let value = 0;
  let sign = 1;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else if (code === 45) sign = -1;
    else {
      numbers.push(sign * value);
      value = 0;
      sign = 1;
    }
  }
  return numbers;
}

/** Keeps a shape that was read from the database. */
export function keepShape(shapes: Shapes, id: number, body: unknown): void {
  const { has, ...common } = body as ShapeBody; // written by makeShape
  const bits = letters.reduce((sum, letter, bit) => (has.includes(letter) ? sum + (1 << bit) : sum), 0);
  shapes.byId.set(id, { common, has: bits, isPay: codeOf(common.code).side === 'pay' });
}
