import type { AbHourKind } from '../engine/agreement/ab-rules.ts';
import type { AktaHourKind } from '../engine/agreement/akta-rules.ts';
import type { Hours } from '../engine/agreement/hours.ts';
import { heldOn } from '../engine/agreement/terms.ts';
import { type Country, codesOf } from '../engine/codes.ts';
import { addDays, type Day, type Period } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import type { Line } from '../engine/line.ts';
import type { MonthPay, Work } from '../engine/month.ts';
import type { Engine } from '../engine/payslip.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';
import { type Agreed, agreedTerms, type Post, postsOf } from './agreed-terms.ts';
import { abSick, aktaSick, awayIn, holidaysIn } from './leave.ts';
import { monthBefore } from './month-before.ts';
import { abScheduled, aktaScheduled, isBeyond, type Unanswered } from './scheduled.ts';

/** What could not be made into pay: it is named, and the rest is paid. */
export type PayTrouble =
  | {
      readonly kind: 'unknown-code' | 'time-not-approved' | 'hours-without-pay';
      readonly seq: number;
      readonly code: string;
    }
  | Unanswered;

/** What the engine is given for an employee's month. */
export type MonthOfFacts = MonthPay & {
  readonly given: readonly Line[];
  readonly benefits: readonly Line[];
  readonly troubles: readonly PayTrouble[];
};

const known: Readonly<Record<Country, ReadonlySet<string>>> = {
  AX: new Set([...codesOf('pay', 'AX'), ...codesOf('benefit', 'AX')]),
  SE: new Set([...codesOf('pay', 'SE'), ...codesOf('benefit', 'SE')]),
};
const aktaKinds: ReadonlySet<string> = new Set<AktaHourKind>([
  ...(['evening', 'night', 'saturday', 'sunday', 'overtime-simple', 'overtime-qualified'] as const),
]);
const abKinds: ReadonlySet<string> = new Set<AbHourKind>([
  ...(['ob-a', 'ob-a-night', 'ob-b', 'ob-b-night', 'ob-c', 'ob-d', 'overtime-simple', 'overtime-qualified'] as const),
]);

/**
 * An employee's facts as the engine's month: terms, leave and hours of each employment, and finished lines beside.
 * Variable pay is that of the month before. Pure, and the same in a later year.
 */
export function monthOfFacts(engine: Engine, country: Country, facts: readonly Fact[], month: Period): MonthOfFacts {
  const given: Line[] = [];
  const benefits: Line[] = [];
  const troubles: PayTrouble[] = [];
  const isKnown = ({ seq }: Fact, code: string): boolean => {
    if (known[country].has(code)) return true;
    troubles.push({ kind: 'unknown-code', seq, code });
    return false;
  };
  for (const fact of facts) {
    if (fact.kind === 'addition') {
      if (fact.from >= month.from && fact.from <= month.to && isKnown(fact, fact.body.code))
        given.push(givenLine(country, fact.body, month));
    } else if (fact.kind === 'benefit' && isValidIn(fact, month.from, month.to) && isKnown(fact, fact.body.code)) {
      benefits.push(givenLine(country, fact.body, month));
    }
  }
  const since = facts.find((fact) => fact.kind === 'service')?.body.since ?? null;
  const diedOn = facts.find((fact) => fact.kind === 'death')?.body.on ?? null;
  const works: Work[] = [];
  for (const post of postsOf(facts).values()) {
    const work = workOf(engine, country, post, month, { since, diedOn, given, troubles, isKnown });
    if (work) works.push(work);
  }
  return { works, given, benefits, troubles };
}

type Found = {
  readonly since: Day | null;
  /** No pay is earned after this day. */
  readonly diedOn: Day | null;
  readonly given: Line[];
  readonly troubles: PayTrouble[];
  readonly isKnown: (fact: Fact, code: string) => boolean;
};

function workOf(engine: Engine, country: Country, post: Post, month: Period, found: Found): Work | undefined {
  const worked = monthBefore(month);
  const times = post.times.filter(({ from, to }) => (to ?? from) >= worked.from && (to ?? from) <= worked.to);
  const { since, diedOn } = found;
  const last = diedOn !== null && diedOn < month.to ? diedOn : month.to;
  const hasSchedule = post.schedules.length > 0 || times.some(({ body }) => isBeyond(body));
  const first = firstDay(post, times, month);
  const agreed = agreedTerms(post, { from: hasSchedule ? weekBefore(first, worked) : first, to: last });
  if (agreed.length === 0 && times.length === 0) return undefined;
  const away = awayIn(post.absences, month);
  if (country === 'AX') {
    const terms = agreed.map((one) => aktaTermsOf(one, since));
    const { hours, hourly } = hoursOf(country, aktaKinds, times, terms, () => true, found);
    const sick = aktaSick(post, month);
    const given = { earned: month, terms, hours: hours as Hours<AktaHourKind>[], worked: hourly, sick, away }; // of its kinds
    if (!hasSchedule) return { agreement: 'AKTA', month: given };
    const scheduled = aktaScheduled(engine, post, terms, worked);
    found.troubles.push(...scheduled.unanswered);
    return { agreement: 'AKTA', month: { ...given, scheduled: scheduled.hours } };
  }
  const terms = agreed.map(abTermsOf);
  const { hours, hourly } = hoursOf(country, abKinds, times, terms, (one) => one.hourPrice !== null, found);
  const sick = abSick(engine.ab, terms, post, month);
  const holidays = holidaysIn(post.absences, month).filter((day) => heldOn(terms, day)?.hourPrice === null);
  const given = { earned: month, terms, hours: hours as Hours<AbHourKind>[], worked: hourly, sick, holidays, away }; // of its kinds
  if (!hasSchedule) return { agreement: 'AB', month: given };
  const scheduled = abScheduled(engine, post, terms, worked);
  found.troubles.push(...scheduled.unanswered);
  return { agreement: 'AB', month: { ...given, scheduled: scheduled.hours } };
}

/** Hours beyond the schedule are counted by whole weeks, and the schedule of the month before by its days. */
function weekBefore(first: Day, worked: Period): Day {
  const from = addDays(worked.from, -6);
  return from < first ? from : first;
}

/** From when the terms are needed: hours and leave may have begun in an earlier month. */
function firstDay({ absences }: Post, times: readonly Fact<'time'>[], month: Period): Day {
  let first = month.from;
  for (const { from } of times) if (from < first) first = from;
  for (const one of absences) if (one.from < first && isValidIn(one, month.from, month.to)) first = one.from;
  return first;
}

function aktaTermsOf(
  { from, to, monthly, share, hour, system, personalSupplement, increment }: Agreed,
  since: Day | null,
) {
  const paid = hour === undefined ? ('monthly' as const) : ('hourly' as const);
  const beside = { partTime: share, system, experienceFrom: since, paid, increment };
  return { from, to, taskPay: monthly, personalSupplement, ...beside };
}

function abTermsOf({ from, to, monthly, share, hour, personalSupplement, increment = 0 }: Agreed) {
  const hourPrice = hour ?? null;
  return {
    from,
    to,
    monthlyPay: monthly,
    personalSupplement: personalSupplement + increment,
    partTime: share,
    hourPrice,
  };
}

/**
 * Hours that somebody has approved: the agreement's kinds by the agreement, what has a price of its own at that. Hours of
 * a day without terms to pay them by are named and not paid.
 */
function hoursOf<T extends { readonly from: Day; readonly to: Day }>(
  country: Country,
  kinds: ReadonlySet<string>,
  times: readonly Fact<'time'>[],
  terms: readonly T[],
  isByHour: (terms: T) => boolean,
  { given, troubles, isKnown }: Found,
): { readonly hours: Hours<string>[]; readonly hourly: Hours<'hourly'>[] } {
  const hours: Hours<string>[] = [];
  const hourly: Hours<'hourly'>[] = [];
  for (const time of times) {
    const { code, quantity, unitPrice, approved } = time.body;
    const on = time.from;
    const to = time.to ?? on;
    const held = heldOn(terms, on);
    if (approved && isBeyond(time.body)) continue; // the schedule says what they are
    if (!approved) troubles.push({ kind: 'time-not-approved', seq: time.seq, code });
    else if (!isKnown(time, code)) continue;
    else if (unitPrice !== undefined) given.push(givenLine(country, { code, quantity, unitPrice }, { from: on, to }));
    else if (held && kinds.has(code)) hours.push({ kind: code, on, to, hours: quantity });
    else if (held && code === 'hourly' && isByHour(held)) hourly.push({ kind: code, on, to, hours: quantity });
    else troubles.push({ kind: 'hours-without-pay', seq: time.seq, code });
  }
  return { hours, hourly };
}
