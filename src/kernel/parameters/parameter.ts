import Type, { type Static } from 'typebox';

/** What a value counts: whole numbers of it, or a fraction. */
const units = ['days', 'weeks', 'months', 'years', 'öre', 'cent', 'fraction'] as const;
export type Unit = (typeof units)[number];

/** The rates, limits and times of the whole house, and their units. A new one is a line here and values in `data/`. */
export const parameterUnits = {
  'appeal-time.se': 'weeks',
  'appeal-time.ax': 'days',
  'child-care.highest-fee.first-child.se': 'öre',
  'child-care.highest-fee.second-child.se': 'öre',
  'child-care.highest-fee.third-child.se': 'öre',
} as const satisfies Readonly<Record<string, Unit>>;
export type ParameterKey = keyof typeof parameterUnits;

const IsoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** One value in its time, as `data/parameters/*.json` writes it. `to` is the last day; null is until further notice. */
export const ParameterRow = Type.Object(
  {
    key: Type.String(),
    from: IsoDate,
    to: Type.Union([IsoDate, Type.Null()]),
    value: Type.Union([
      Type.Integer(),
      Type.Object({ numerator: Type.Integer(), denominator: Type.Integer({ minimum: 1 }) }),
    ]),
    unit: Type.Enum(units),
    source: Type.String({ minLength: 1 }),
    sourceDate: IsoDate,
    status: Type.Union([Type.Literal('verified'), Type.Literal('unverified')]),
  },
  { additionalProperties: false },
);
export type ParameterRow = Static<typeof ParameterRow>;

/** A value in its time; `from` and `to` are both inside. */
export type Parameter = Omit<ParameterRow, 'key' | 'from' | 'to' | 'sourceDate'> & {
  readonly key: ParameterKey;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate | null;
  readonly sourceDate: Temporal.PlainDate;
};
