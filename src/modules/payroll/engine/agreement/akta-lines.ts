import { divide, FINE, type Fine, type Minor, type Rate, share, timesOver, WHOLE } from '../amount.ts';
import type { Day, Period } from '../day.ts';
import { type Line, type Maker, none, priceLine, type Rated, rateLine } from '../line.ts';
import { MissingParameter } from '../rule-book.ts';
import { type AktaDay, type AktaHourKind, type AktaRules, aktaKeyOf } from './akta-rules.ts';
import { type AktaSick, addSick } from './akta-sick.ts';
import type { AktaTerms } from './akta-terms.ts';
import type { BeyondKind } from './beyond-schedule.ts';
import { type Hours, sumAlike } from './hours.ts';
import { heldOn, type Stretch, stretches } from './terms.ts';

export type AktaScheduledKind = AktaHourKind | BeyondKind;

/** A month of one employment under AKTA. Hours are those that fall due now: often worked the month before. */
export type AktaMonth = {
  readonly earned: Period;
  readonly terms: readonly AktaTerms[];
  readonly hours: readonly Hours<AktaHourKind>[];
  /** What the schedule gives: supplements of its shifts, and what hours beyond it are. */
  readonly scheduled?: readonly Hours<AktaScheduledKind>[] | undefined;
  /** For who is paid by the hour: hours worked. */
  readonly worked: readonly Hours<'hourly'>[];
  readonly sick: readonly AktaSick[];
  /** Leave without pay, no day twice. */
  readonly away?: readonly Period[] | undefined;
  /** Table 1: 15 years of service · 2: the others · 3: the first year. */
  readonly holidayBonus?:
    | { readonly fullMonths: number; readonly table: 1 | 2 | 3; readonly averageShare: Rate }
    | undefined;
};

const monthly: Maker = { code: 'monthly', rule: 'AKTA-MONTHLY-PAY', rounding: 'half-up', facts: ['terms'] };
const partTime: Maker = { ...monthly, rule: 'AKTA-PART-TIME' };
const personal: Maker = { code: 'personal-supplement', rule: 'AKTA-PERSONAL', rounding: 'half-up', facts: ['terms'] };
const experience: Maker = {
  code: 'experience-increment',
  rule: 'AKTA-EXPERIENCE',
  rounding: 'half-up',
  facts: ['terms.experienceFrom'],
};
const hourly: Maker = { code: 'hourly', rule: 'AKTA-HOURLY-PAY', rounding: 'half-up', facts: ['terms', 'worked'] };
const bonus: Maker = {
  code: 'holiday-bonus',
  rule: 'AKTA-HOLIDAY-BONUS',
  rounding: 'half-up',
  facts: ['terms', 'holidayBonus'],
};
const byHours: Readonly<Record<AktaHourKind, Maker>> = {
  evening: { code: 'evening', rule: 'AKTA-EVENING', rounding: 'half-up', facts: ['terms', 'hours'] },
  night: { code: 'night', rule: 'AKTA-NIGHT', rounding: 'half-up', facts: ['terms', 'hours'] },
  saturday: { code: 'saturday', rule: 'AKTA-SATURDAY', rounding: 'half-up', facts: ['terms', 'hours'] },
  sunday: { code: 'sunday', rule: 'AKTA-SUNDAY', rounding: 'half-up', facts: ['terms', 'hours'] },
  'overtime-simple': {
    code: 'overtime-simple',
    rule: 'AKTA-OVERTIME-SIMPLE',
    rounding: 'half-up',
    facts: ['terms', 'hours'],
  },
  'overtime-qualified': {
    code: 'overtime-qualified',
    rule: 'AKTA-OVERTIME-QUALIFIED',
    rounding: 'half-up',
    facts: ['terms', 'hours'],
  },
};

const fromSchedule = ['terms', 'schedule'] as const;
const beyondSchedule = ['terms', 'schedule', 'hours'] as const;
const additional: Maker = {
  code: 'additional-hours',
  rule: 'AKTA-ADDITIONAL-HOURS',
  rounding: 'half-up',
  facts: beyondSchedule,
};
const bySchedule: Readonly<Record<AktaScheduledKind, Maker>> = {
  evening: { ...byHours.evening, facts: fromSchedule },
  night: { ...byHours.night, facts: fromSchedule },
  saturday: { ...byHours.saturday, facts: fromSchedule },
  sunday: { ...byHours.sunday, facts: fromSchedule },
  'additional-hours': additional,
  'overtime-simple': { ...byHours['overtime-simple'], facts: beyondSchedule },
  'overtime-qualified': { ...byHours['overtime-qualified'], facts: beyondSchedule },
};

/** By the rules of an earning day. */
export type AktaOn = (day: Day) => AktaDay;

/**
 * The lines of pay of a month by AKTA: each by the rules of the days on which it was earned.
 * @throws MissingParameter by name and day
 */
export function aktaLines(rulesOn: AktaOn, month: AktaMonth): Line[] {
  const lines: Line[] = [];
  const all = stretches(month.terms, month.earned, month.away);
  for (const stretch of all) if (stretch.terms.paid === 'monthly') addMonthly(lines, rulesOn, stretch);
  addHours(lines, rulesOn, month);
  if (month.scheduled) addScheduled(lines, rulesOn, month.terms, month.scheduled);
  if (month.holidayBonus) lines.push(bonusLine(rulesOn, month, month.holidayBonus));
  for (const sick of month.sick) for (const stretch of all) addSickLines(lines, rulesOn, stretch, sick);
  return lines;
}

function addMonthly(lines: Line[], rulesOn: AktaOn, stretch: Stretch<AktaTerms>): void {
  const { terms, period } = stretch;
  const whole = terms.partTime === WHOLE && stretch.days === stretch.daysInMonth;
  const maker = terms.partTime === WHOLE ? monthly : partTime;
  const by = whole ? null : { rate: terms.partTime, refs: none, verified: true };
  const days = stretch.days === stretch.daysInMonth ? null : stretch.days * FINE;
  const task = ofStretch(terms.taskPay, stretch);
  lines.push(priceLine(maker, by, days, null, terms.taskPay, task, period));
  if (terms.personalSupplement !== 0) {
    lines.push(
      priceLine(
        personal,
        by,
        days,
        null,
        terms.personalSupplement,
        ofStretch(terms.personalSupplement, stretch),
        period,
      ),
    );
  }
  if (terms.increment !== undefined) {
    const { increment } = terms;
    lines.push(priceLine(experience, by, days, null, increment, ofStretch(increment, stretch), period));
    return;
  }
  const step = incrementOf(rulesOn(period.from), terms);
  if (step) lines.push(rateLine(experience, step, task, share(task, step.rate, 'half-up'), period));
}

/** A month's amount for the share of full time and the calendar days of the stretch, rounded once. */
function ofStretch(amount: Minor, { terms, days, daysInMonth }: Stretch<AktaTerms>): Minor {
  if (days === daysInMonth) return terms.partTime === WHOLE ? amount : share(amount, terms.partTime, 'half-up');
  return timesOver(amount, terms.partTime * days, WHOLE * daysInMonth, 'half-up');
}

function addSickLines(lines: Line[], rulesOn: AktaOn, stretch: Stretch<AktaTerms>, sick: AktaSick): void {
  const { terms, period } = stretch;
  if (terms.paid !== 'monthly') return;
  const day = rulesOn(period.from);
  addSick(lines, day.rules, stretch, sick, ordinaryPay(terms, incrementOf(day, terms)));
}

/** The increment for the years of experience that are full on the day. */
function incrementOf({ increments }: AktaDay, { experienceFrom }: AktaTerms): Rated | undefined {
  if (experienceFrom === null) return undefined;
  for (const { since, by } of increments) if (experienceFrom <= since) return by;
  return undefined;
}

/** Ordinary pay of full time, a month: the base of an hour's pay, sick pay and holiday bonus (AKTA II § 5). */
function ordinaryPay(terms: AktaTerms, step: Rated | undefined): Minor {
  const increment = terms.increment ?? (step ? share(terms.taskPay, step.rate, 'half-up') : 0);
  return terms.taskPay + terms.personalSupplement + increment;
}

/** An hour's pay: ordinary pay of full time by the divisor of the working-time system, in whole cents. */
function hourPrice(rules: AktaRules, terms: AktaTerms, step: Rated | undefined): Minor {
  return divide(ordinaryPay(terms, step), rules.divisor[terms.system].value, 'half-up');
}

type PaidBy = {
  readonly rules: AktaRules;
  readonly terms: AktaTerms;
  readonly step: Rated | undefined;
  readonly price: Minor;
  readonly day: Day;
};

/** What an hour of a day is paid by: one value for all days that are alike, so that their hours are one line. */
function paidBy(rulesOn: AktaOn, all: readonly AktaTerms[]): (on: Day) => PaidBy {
  const seen: PaidBy[] = [];
  return (on) => {
    const day = rulesOn(on);
    const { rules } = day;
    const terms = heldOn(all, on);
    if (!terms) throw new RangeError(`hours on ${on}, before the terms begin`);
    const step = incrementOf(day, terms);
    for (const one of seen) if (one.rules === rules && one.terms === terms && one.step === step) return one;
    const fresh = { rules, terms, step, price: hourPrice(rules, terms, step), day: on };
    seen.push(fresh);
    return fresh;
  };
}

function addHours(lines: Line[], rulesOn: AktaOn, { terms, hours: all, worked }: AktaMonth): void {
  if (all.length === 0 && worked.length === 0) return;
  const at = paidBy(rulesOn, terms);
  for (const sum of sumAlike(worked, at)) {
    const { hours, at: by } = sum;
    lines.push(priceLine(hourly, inFull(by), hours, null, by.price, timesOver(hours, by.price, FINE, 'half-up'), sum));
  }
  for (const sum of sumAlike(all, at)) {
    const { kind, hours, at: by } = sum;
    const rated = by.rules.share[kind];
    if (!rated) throw new MissingParameter(aktaKeyOf[kind], by.day);
    lines.push(priceLine(byHours[kind], rated, hours, null, by.price, ofHours(hours, by.price, rated.rate), sum));
  }
}

/** Hours that the schedule makes: as those that are reported, with the schedule among what they stand on. */
function addScheduled(
  lines: Line[],
  rulesOn: AktaOn,
  terms: readonly AktaTerms[],
  scheduled: readonly Hours<AktaScheduledKind>[],
): void {
  for (const sum of sumAlike(scheduled, paidBy(rulesOn, terms))) {
    const { kind, hours, at: by } = sum;
    const rated = kind === 'additional-hours' ? inFull(by) : by.rules.share[kind];
    if (!rated) throw new MissingParameter(aktaKeyOf[kind as AktaHourKind], by.day); // the others have a key each
    lines.push(priceLine(bySchedule[kind], rated, hours, null, by.price, ofHours(hours, by.price, rated.rate), sum));
  }
}

/** An hour's pay as it is, by the divisor of the working-time system. */
function inFull({ rules, terms }: PaidBy): Rated {
  const divisor = rules.divisor[terms.system];
  return { rate: WHOLE, refs: [divisor.ref], verified: divisor.verified };
}

/** Hours times an hour's pay times a share, rounded once. */
function ofHours(hours: Fine, price: Minor, rate: Rate): Minor {
  return timesOver(hours * price, rate, WHOLE * FINE, 'half-up');
}

function bonusLine(
  rulesOn: AktaOn,
  month: AktaMonth,
  { fullMonths, table, averageShare }: NonNullable<AktaMonth['holidayBonus']>,
): Line {
  const day = rulesOn(month.earned.to);
  const terms = heldOn(month.terms, month.earned.to);
  if (!terms) throw new RangeError(`a holiday bonus on ${month.earned.to}, before the terms begin`);
  const by = day.rules.holidayBonus[table - 1] ?? day.rules.holidayBonus[2];
  const base = share(ordinaryPay(terms, incrementOf(day, terms)), averageShare, 'half-up');
  const amount = timesOver(base, by.rate * fullMonths, WHOLE, 'half-up');
  return priceLine(bonus, by, fullMonths * FINE, null, base, amount, month.earned);
}
