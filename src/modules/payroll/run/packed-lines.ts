import { createHash } from 'node:crypto';
import type { Period } from '../engine/day.ts';
import type { Line, Part } from '../engine/line.ts';

type Numbers = 'quantity' | 'unitPrice' | 'base' | 'rate' | 'parts' | 'amount' | 'earnedFrom' | 'earnedTo';
/** What many lines have in common. */
type Common = Omit<Line, Numbers>;
/** Which numbers follow the amount: the letters of quantity, unit price, base, rate, parts, earned days of its own. */
type ShapeBody = Common & { readonly has: string };

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

/** The shapes that this process has met; those in `fresh` may not be stored yet. */
export type Shapes = {
  readonly byText: Map<string, number>;
  readonly byId: Map<number, ShapeBody>;
  readonly fresh: Map<number, string>;
};

export function noShapes(): Shapes {
  return { byText: new Map(), byId: new Map(), fresh: new Map() };
}

/**
 * Lines as whole numbers, `{1,2,…}` as the database reads them: some 60 numbers instead of 4 kB of text a payslip.
 * Explanations are kept in full: the shape names rule, parameters and facts.
 */
export function packLines(shapes: Shapes, lines: readonly Line[], month: Period): string {
  let text = '{';
  for (const line of lines) {
    const { quantity, unitPrice, base, rate, parts, earnedFrom, earnedTo } = line;
    const ownDays = earnedFrom !== month.from || earnedTo !== month.to;
    const has = `${quantity === null ? '' : 'q'}${unitPrice === null ? '' : 'u'}${base === null ? '' : 'b'}${rate === null ? '' : 'r'}${parts === null ? '' : 'p'}${ownDays ? 'e' : ''}`;
    if (text !== '{') text += ',';
    text += `${shapeOf(shapes, line, has)},${line.amount}`;
    if (quantity !== null) text += `,${quantity}`;
    if (unitPrice !== null) text += `,${unitPrice}`;
    if (base !== null) text += `,${base}`;
    if (rate !== null) text += `,${rate}`;
    if (parts !== null) {
      text += `,${parts.length}`;
      for (const part of parts) text += `,${part.base},${part.rate}`;
    }
    if (ownDays) text += `,${earnedFrom.replaceAll('-', '')},${earnedTo.replaceAll('-', '')}`;
  }
  return `${text}}`;
}

function shapeOf(shapes: Shapes, line: Line, has: string): number {
  const key = `${line.code}|${line.rule}|${line.limit}|${line.rounding}|${line.verified}|${has}|${line.parameters.join()}|${line.facts.join()}`;
  const known = shapes.byText.get(key);
  if (known !== undefined) return known;
  const body = { ...(Object.fromEntries(commonKeys.map((name) => [name, line[name]])) as unknown as Common), has };
  const text = JSON.stringify(body);
  const id =
    (Number.parseInt(createHash('sha256').update(text).digest('hex').slice(0, 12), 16) % FIRST_SHAPE) + FIRST_SHAPE;
  shapes.byText.set(key, id);
  shapes.byId.set(id, body);
  shapes.fresh.set(id, text);
  return id;
}

/** @throws Error when a shape is not among `shapes`: load those that `shapesIn` names first */
export function unpackLines(shapes: Shapes, packed: readonly number[], month: Period): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  const next = (): number => packed[at++] ?? 0;
  while (at < packed.length) {
    const id = next();
    const shape = shapes.byId.get(id);
    if (!shape) throw new Error(`the line shape ${id} is not known`);
    const { has, ...rest } = shape;
    const amount = next();
    const quantity = has.includes('q') ? next() : null;
    const unitPrice = has.includes('u') ? next() : null;
    const base = has.includes('b') ? next() : null;
    const rate = has.includes('r') ? next() : null;
    let parts: Part[] | null = null;
    if (has.includes('p')) parts = Array.from({ length: next() }, () => ({ base: next(), rate: next() }));
    const ownDays = has.includes('e');
    const earnedFrom = ownDays ? dayOf(next()) : month.from;
    const earnedTo = ownDays ? dayOf(next()) : month.to;
    lines.push({ ...rest, amount, quantity, unitPrice, base, rate, parts, earnedFrom, earnedTo });
  }
  return lines;
}

function dayOf(number: number): string {
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
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
  shapes.byId.set(id, body as ShapeBody); // written by shapeOf
}
