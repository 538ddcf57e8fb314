import Type, { type Static, type TSchema } from 'typebox';
import { type Minor, type Rate, readDecimal } from './amount.ts';

const closed = { additionalProperties: false } as const;
const Decimal = Type.String({ pattern: '^\\d+(\\.\\d+)?$' });
const Age = Type.Integer({ minimum: 0, maximum: 120 });
const BirthYear = Type.Union([Type.Integer({ minimum: 1900, maximum: 2100 }), Type.Null()]);

/**
 * How a kind of value is written in `data/`, and what the engine reads from it. In two calls: to infer both types in one
 * takes the compiler seconds.
 */
function kind<S extends TSchema>(schema: S) {
  return <V>(read: (written: Static<S>) => V) => ({ schema, read }) as const;
}

function decimal(text: string, digits: number): number {
  const value = readDecimal(text, digits);
  if (value === undefined) throw new RangeError(`${text} is finer than ${digits} digits`);
  return value;
}

/** `"7.15"` percent in millionths. */
function percent(text: string): Rate {
  return decimal(text, 4);
}

/** `"32.88"` in cent or öre. */
function amount(text: string): Minor {
  return decimal(text, 2);
}

/** A piece of a scale: `base + rate of what is over start`, both in millionths of the price base amount. */
const Piece = Type.Object(
  {
    to: Type.Union([Decimal, Type.Null()]),
    base: Decimal,
    rate: Type.String({ pattern: '^-?\\d+(\\.\\d+)?$' }),
    start: Decimal,
  },
  closed,
);
function piece(written: Static<typeof Piece>) {
  const millionths = (text: string) => decimal(text, 6);
  return {
    to: written.to === null ? null : millionths(written.to),
    base: millionths(written.base),
    rate: millionths(written.rate),
    start: millionths(written.start),
  };
}
export type ScalePiece = ReturnType<typeof piece>;

const Share = Type.Object(
  { numerator: Type.Integer({ minimum: 0 }), denominator: Type.Integer({ minimum: 1 }) },
  closed,
);

/** Above so many protected parts: `plus` of the protected part, and `part` of the net or of what is above. */
const Band = Type.Object(
  { over: Type.Integer({ minimum: 1 }), plus: Share, part: Share, of: Type.Enum(['above', 'net']) },
  closed,
);

export const kinds = {
  /** A share, written in percent. */
  rate: kind(Decimal)(percent),
  /** Euros or kronor. */
  amount: kind(Decimal)(amount),
  count: kind(Type.Integer({ minimum: 0 }))((written) => written),
  word: kind(Type.String({ minLength: 1 }))((written) => written),
  /** A share for some ages, both inclusive; null says that it has been abolished. */
  'aged-rate': kind(Type.Union([Type.Object({ percent: Decimal, ages: Type.Tuple([Age, Age]) }, closed), Type.Null()]))(
    (written) => written && { rate: percent(written.percent), first: written.ages[0], last: written.ages[1] },
  ),
  /** A share for some birth years, both inclusive, up to so much in a month. */
  'born-rates': kind(
    Type.Array(
      Type.Object(
        { percent: Decimal, bornFrom: BirthYear, bornTo: BirthYear, monthlyCap: Type.Union([Decimal, Type.Null()]) },
        closed,
      ),
    ),
  )((written) =>
    written.map((row) => ({
      rate: percent(row.percent),
      bornFrom: row.bornFrom ?? 0,
      bornTo: row.bornTo ?? 9999,
      monthlyCap: row.monthlyCap === null ? null : amount(row.monthlyCap),
    })),
  ),
  /** The part of pay that garnishment leaves, a day. */
  protected: kind(Type.Object({ debtor: Decimal, dependant: Decimal, days: Type.Integer() }, closed))((written) => ({
    debtor: amount(written.debtor),
    dependant: amount(written.dependant),
    days: written.days,
  })),
  bands: kind(Type.Object({ bands: Type.Array(Band), mostOfNet: Share, ofOneOff: Share }, closed))(
    (written) => written,
  ),
  /** From so many years (or so old), so much. */
  steps: kind(Type.Array(Type.Object({ from: Type.Integer(), value: Decimal }, closed)))((written) =>
    written.map((step) => ({ from: step.from, rate: percent(step.value) })),
  ),
  counts: kind(Type.Array(Type.Object({ from: Type.Integer(), count: Type.Integer() }, closed)))((written) => written),
  /** Increases of pay by agreement, each from its day. */
  increases: kind(
    Type.Array(
      Type.Object(
        { on: Type.String({ format: 'date' }), percent: Decimal, minimum: Type.Union([Decimal, Type.Null()]) },
        closed,
      ),
    ),
  )((written) =>
    written.map((row) => ({
      on: row.on,
      rate: percent(row.percent),
      minimum: row.minimum === null ? 0 : amount(row.minimum),
    })),
  ),
  /** What SKV 433 computes the monthly tables from; amounts in whole kronor. */
  'tax-formula': kind(
    Type.Object(
      {
        priceBase: Type.Integer(),
        incomeBase: Type.Integer(),
        stateThreshold: Type.Integer(),
        burialAndChurch: Decimal,
        publicServiceCap: Decimal,
        basicAllowance: Type.Array(Piece),
        inWorkCredit: Type.Array(Piece),
      },
      closed,
    ),
  )((written) => ({
    ...written,
    burialAndChurch: percent(written.burialAndChurch),
    publicServiceCap: decimal(written.publicServiceCap, 6),
    basicAllowance: written.basicAllowance.map(piece),
    inWorkCredit: written.inWorkCredit.map(piece),
  })),
  /** Which table file holds the year. */
  'tax-tables': kind(Type.Object({ file: Type.String(), tables: Type.Array(Type.Integer()) }, closed))(
    (written) => written,
  ),
} as const;

export type Kind = keyof typeof kinds;
export type ValueOf<K extends Kind> = ReturnType<(typeof kinds)[K]['read']>;
