import { divide, type Minor, timesOver } from '../amount.ts';
import type { Period } from '../day.ts';
import { type Line, type Maker, partsLine, rateLine } from '../line.ts';
import type { ValueOf } from '../parameter-kinds.ts';
import type { Garnishment } from '../payslip-input.ts';
import { MissingParameter, type Parameter } from '../rule-book.ts';
import type { FinnishRules } from './payment-rules.ts';

const maker: Maker = {
  code: 'garnishment',
  rule: 'FI-GARNISHMENT',
  rounding: 'half-up',
  facts: ['garnishment', 'pay'],
};

/** The part of a month's net that is left to the debtor: per day, for the debtor and each dependant, times the days. */
export function protectedPart(value: ValueOf<'protected'>, dependants: number): Minor {
  return (value.debtor + dependants * value.dependant) * value.days;
}

/** What is taken from the net of a month: nothing up to the protected part, then by bands, never more than half. */
export function taken({ bands, mostOfNet }: ValueOf<'bands'>, net: Minor, kept: Minor): Minor {
  const band = bands.findLast(({ over }) => net > kept * over);
  if (!band) return 0;
  const { over, of, plus, part } = band;
  const counted = of === 'net' ? net : net - kept * over;
  const exact = plus.numerator * kept * part.denominator + part.numerator * counted * plus.denominator;
  return Math.min(divide(exact, plus.denominator * part.denominator, 'half-up'), half(mostOfNet, net));
}

function half({ numerator, denominator }: ValueOf<'bands'>['mostOfNet'], net: Minor): Minor {
  return timesOver(Math.max(0, net), numerator, denominator, 'down');
}

/** @throws MissingParameter when the year's protected part is not known and the order does not state it */
export function garnishmentLine(rules: FinnishRules, order: Garnishment, net: Minor, earned: Period): Line {
  const { bands, protectedPart: part, paymentDate } = rules;
  if (!bands) throw new MissingParameter('fi.garnishment.bands', paymentDate);
  if (order.kind === 'one-off') return oneOffLine(bands, net, earned);
  if (order.kind === 'reserved') return lineOf(bands, [bands.ref], bands.verified, net, order.reserved, earned);
  if (!part) throw new MissingParameter('fi.garnishment.protected', paymentDate);
  const kept = protectedPart(part.value, order.dependants);
  return lineOf(bands, [part.ref, bands.ref], part.verified && bands.verified, net, kept, earned);
}

/** Pay that is paid once: a share of the net, no protected part. */
function oneOffLine({ value, ref, verified }: Parameter<ValueOf<'bands'>>, net: Minor, earned: Period): Line {
  const { numerator, denominator } = value.ofOneOff;
  const base = Math.max(0, net);
  const amount = timesOver(base, numerator, denominator, 'half-up');
  return rateLine(maker, { rate: null, refs: [ref], verified }, base, 0 - amount, earned);
}

function lineOf(
  bands: Parameter<ValueOf<'bands'>>,
  refs: Line['parameters'],
  verified: boolean,
  net: Minor,
  kept: Minor,
  earned: Period,
): Line {
  const amount = taken(bands.value, net, kept);
  const line = partsLine(maker, refs, verified, [{ base: kept, rate: 0 }], Math.max(0, net), 0 - amount, earned);
  return amount > 0 && amount === half(bands.value.mostOfNet, net) ? { ...line, limit: 'half-of-net' } : line;
}
