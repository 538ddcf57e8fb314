import type { Country } from '../engine/codes.ts';
import { monthOf, type Period, yearOf } from '../engine/day.ts';
import type { Payslip } from '../engine/payslip-input.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';
import { monthBefore } from './month-before.ts';
import type { PayTrouble } from './month-pay.ts';
import { shareDiffers } from './schedule-share.ts';
import { type Group, groups, type Totals, totalOf } from './totals.ts';

/** 9 stops the payment, from 5 an officer is asked, below it is only told. */
export const risks = {
  'no-employment': 9,
  'negative-net': 9,
  'person-twice': 9,
  'missing-parameter': 9,
  'broken-facts': 9,
  'unknown-code': 8,
  deceased: 8,
  overlap: 8,
  'account-shared': 8,
  'pay-jump': 7,
  'hours-without-pay': 8,
  'schedule-unanswered': 6,
  'hours-high': 7,
  'addition-high': 7,
  'retro-high': 7,
  'no-pay': 6,
  'work-while-absent': 6,
  'no-card': 6,
  'old-card': 6,
  'share-schedule': 5,
  'time-not-approved': 5,
  'unexplained-change': 5,
  changed: 5,
  'card-limit-near': 2,
  'increment-due': 2,
  'age-step': 1,
  'holiday-unused': 1,
} as const;
export type FindingKind = keyof typeof risks;

export type FindingDetail = Readonly<Record<string, string | number | null>>;
/** `cause`: the kinds of fact that explain it; then nobody needs to look. */
export type Finding = { readonly kind: FindingKind; readonly cause: string | null; readonly detail: FindingDetail };

/** The payslip before, as far as months are compared. */
export type Before = {
  readonly factsSeq: number;
  readonly rules: string;
  readonly month: Period;
  readonly totals: Totals;
  readonly gross: number;
  readonly net: number;
};

export type Checked = {
  readonly country: Country;
  readonly month: Period;
  readonly paymentDate: string;
  readonly birthDate: string;
  readonly rules: string;
  readonly facts: readonly Fact[];
  readonly troubles: readonly PayTrouble[];
  readonly payslip: Payslip;
  readonly totals: Totals;
  readonly before: Before | null;
  /** Gross on the card before and after this payment, and its limit. */
  readonly card: { readonly used: number; readonly limit: number } | null;
};

/** Two months differ when a group does by more than a euro. */
const SAME = 100;
const RAISE = 0.12;
const HOURS = 90 * 10_000;

/** Everything that may be wrong with, or should be known of, one payslip. Pure. */
export function findingsOf(checked: Checked): Finding[] {
  return [...troublesOf(checked), ...plausibility(checked), ...noticesOf(checked), ...comparison(checked)];
}

function finding(kind: FindingKind, detail: FindingDetail = {}, cause: string | null = null): Finding {
  return { kind, cause, detail };
}

function troublesOf({ facts, month, paymentDate, troubles, payslip, totals, before }: Checked): Finding[] {
  const found: Finding[] = troubles.map(({ kind, code, seq }) => finding(kind, { code, fact: seq }));
  const employments = facts.filter((fact) => fact.kind === 'employment');
  const now = employments.filter((fact) => isValidIn(fact, month.from, month.to));
  const worked = monthBefore(month);
  const paid = facts.some(
    (fact) => (fact.kind === 'salary' || fact.kind === 'supplement') && isValidIn(fact, month.from, month.to),
  );
  if (now.length === 0 && paid) found.push(finding('no-employment', { what: 'salary' }));
  for (const fact of facts) {
    if (fact.kind === 'time' && isValidIn(fact, worked.from, worked.to)) {
      if (
        !employments.some(
          (one) => one.employment === fact.employment && isValidIn(one, fact.from, fact.to ?? fact.from),
        )
      )
        found.push(finding('no-employment', { what: 'time' }));
      if (facts.some((one) => one.kind === 'absence' && one.employment === fact.employment && covers(one, fact)))
        found.push(finding('work-while-absent', { code: fact.body.code, from: fact.from }));
    }
    if (fact.kind === 'death' && fact.body.on < month.from) found.push(finding('deceased', { on: fact.body.on }));
  }
  for (const [n, one] of now.entries()) {
    const other = now.slice(n + 1).find((two) => isSamePost(one, two));
    if (other) found.push(finding('overlap', { position: one.body.position }));
  }
  const share = facts
    .filter((fact) => fact.kind === 'salary' && isValidIn(fact, month.to, month.to))
    .reduce((sum, fact) => sum + (fact.kind === 'salary' ? fact.body.share : 0), 0);
  if (share > 1_100_000) found.push(finding('overlap', { share }));
  if (payslip.net < 0) found.push(finding('negative-net', { net: payslip.net }));
  const fixed = totalOf(totals, 'fixed');
  const isAway = facts.some((fact) => fact.kind === 'absence' && isValidIn(fact, month.from, month.to));
  const isHourly = before
    ? totalOf(before.totals, 'fixed') === 0
    : facts.some((fact) => fact.kind === 'time' && fact.body.code === 'hourly');
  const isPaidBefore = before !== null && before.month.from >= month.from;
  if (now.length > 0 && fixed === 0 && !isAway && !isHourly && !isPaidBefore)
    found.push(finding('no-pay', { before: before?.gross ?? 0 }));
  if (payslip.gross > 0) found.push(...cardTroubles(facts, paymentDate));
  return unique(found);
}

function unique(found: readonly Finding[]): Finding[] {
  return [...new Map(found.map((one) => [one.kind, one])).values()];
}

function covers(absence: Fact, time: Fact): boolean {
  return absence.from <= time.from && (absence.to === null || absence.to >= (time.to ?? time.from));
}

function isSamePost(one: Fact<'employment'>, two: Fact<'employment'>): boolean {
  const together = one.from <= (two.to ?? '9999') && two.from <= (one.to ?? '9999');
  return together && one.body.position === two.body.position;
}

function cardTroubles(facts: readonly Fact[], paymentDate: string): Finding[] {
  const cards = facts.filter((fact) => fact.kind === 'tax-card' || fact.kind === 'tax-table');
  const last = cards.filter(({ from }) => from <= paymentDate).at(-1);
  if (!last) return [finding('no-card')];
  const isOld = last.kind === 'tax-card' && yearOf(last.from) < yearOf(paymentDate) && monthOf(paymentDate) > 1;
  return isOld ? [finding('old-card', { from: last.from })] : [];
}

/** What a fact alone does not explain: amounts that a person has most likely written wrong. */
function plausibility({ country, facts, month, totals, before }: Checked): Finding[] {
  const found: Finding[] = [];
  const worked = monthBefore(month);
  const salaries = facts.filter((fact) => fact.kind === 'salary');
  for (const now of salaries) {
    if (!isValidIn(now, month.from, month.to) || (before !== null && now.from < before.month.from)) continue;
    const old = salaries.findLast((one) => one.employment === now.employment && one.from < now.from);
    if (old && Math.abs(now.body.monthly - old.body.monthly) > old.body.monthly * RAISE)
      found.push(finding('pay-jump', { from: old.body.monthly, to: now.body.monthly }));
  }
  const fixed = totalOf(totals, 'fixed');
  let hours = 0;
  for (const fact of facts) {
    if (fact.kind === 'time' && fact.body.approved && fact.from >= worked.from && fact.from <= worked.to)
      if (fact.body.code !== 'hourly') hours += fact.body.quantity;
    if (
      fact.kind === 'addition' &&
      fact.from >= month.from &&
      fact.from <= month.to &&
      fact.body.amount > fixed &&
      fixed > 0
    )
      found.push(finding('addition-high', { amount: fact.body.amount }));
  }
  const differs = country === 'AX' ? shareDiffers(facts, month.to) : undefined;
  if (differs) found.push(finding('share-schedule', differs));
  if (hours > HOURS) found.push(finding('hours-high', { hours }));
  const retro = Math.abs(totalOf(totals, 'retro'));
  if (retro > Math.max(50_000, fixed / 2)) found.push(finding('retro-high', { amount: totalOf(totals, 'retro') }));
  return unique(found);
}

function noticesOf({ facts, card, birthDate, month, paymentDate, payslip }: Checked): Finding[] {
  const found: Finding[] = [];
  if (card && card.used < card.limit && card.used + 2 * payslip.gross > card.limit)
    found.push(finding('card-limit-near', { left: Math.max(0, card.limit - card.used), gross: payslip.gross }));
  for (const fact of facts) {
    if (fact.kind === 'service') {
      const years = yearOf(month.from) - yearOf(fact.body.since);
      const due = monthOf(fact.body.since) === monthOf(month.from) && (years === 5 || years === 10);
      const given = facts.some(
        (one) =>
          one.kind === 'supplement' &&
          one.body.code === 'experience-increment' &&
          one.from.slice(0, 7) === month.from.slice(0, 7),
      );
      if (due && !given) found.push(finding('increment-due', { years }));
    }
    if (
      fact.kind === 'holiday' &&
      fact.body.left > 0 &&
      fact.body.expires >= month.from &&
      fact.body.expires <= month.to
    )
      found.push(finding('holiday-unused', { days: fact.body.left, expires: fact.body.expires }));
  }
  const age = yearOf(paymentDate) - yearOf(birthDate);
  if (monthOf(birthDate) === monthOf(month.from) && (age === 17 || age === 18 || age === 65 || age === 68))
    found.push(finding('age-step', { age }));
  return unique(found);
}

const causes: Readonly<Record<Group, readonly string[]>> = {
  fixed: ['employment', 'salary', 'supplement', 'service', 'absence', 'death'],
  variable: ['time', 'schedule'],
  once: ['addition', 'advance'],
  sick: ['absence'],
  retro: ['corrected'],
  benefits: ['benefit'],
  tax: ['tax-card', 'tax-table', 'gross', 'card-limit', 'no-card', 'rules'],
  insurance: ['gross', 'age', 'rules'],
  garnishment: ['garnishment', 'gross', 'no-card'],
  deductions: ['union'],
};

/** Holds the months beside each other: each group that differs needs a fact of the right kind that began, ended or came. */
function comparison(checked: Checked): Finding[] {
  const { before, totals, payslip, facts, month } = checked;
  if (!before) return payslip.gross === 0 ? [] : [finding('changed', { net: payslip.net, before: 0 }, 'employment')];
  const differ = groups.filter((group) => Math.abs(totalOf(totals, group) - totalOf(before.totals, group)) > SAME);
  if (differ.length === 0) return [];
  const present = presentCauses(checked, before, facts, month);
  const explained = new Set<string>();
  const unexplained: Group[] = [];
  for (const group of differ) {
    const found = causes[group].filter((cause) => present.has(cause));
    if (found.length === 0) unexplained.push(group);
    for (const cause of found) explained.add(cause);
  }
  const detail = { net: payslip.net, before: before.net };
  if (unexplained.length > 0) return [finding('unexplained-change', { ...detail, groups: unexplained.join() })];
  return [finding('changed', detail, [...explained].sort().join())];
}

function presentCauses(checked: Checked, before: Before, facts: readonly Fact[], month: Period): Set<string> {
  const present = new Set<string>();
  for (const fact of facts) {
    const began = fact.from >= before.month.from && fact.from <= month.to;
    const ended = fact.to !== null && fact.to >= before.month.from && fact.to <= month.to;
    const came = fact.seq > before.factsSeq || fact.kind === 'time';
    if (began || ended || came || stepIsReached(fact, before.month, month)) present.add(fact.kind);
  }
  if (checked.payslip.lines.some((line) => line.facts.includes('schedule'))) present.add('schedule');
  if (totalOf(checked.totals, 'retro') !== 0) present.add('corrected');
  if (totalOf(before.totals, 'retro') !== 0) present.add('corrected');
  if (Math.abs(checked.payslip.gross - before.gross) > SAME) present.add('gross');
  if (checked.rules !== before.rules || yearOf(month.from) !== yearOf(before.month.from)) present.add('rules');
  if (checked.payslip.lines.some(({ code, parts }) => code === 'tax' && parts !== null)) present.add('card-limit');
  if (checked.card && checked.card.used > checked.card.limit) present.add('card-limit');
  // asked about by itself, with its reason: not once more as a change that nothing explains
  if (cardTroubles(facts, checked.paymentDate).length > 0) present.add('no-card');
  present.add('age');
  return present;
}

/** Whether the years of service give a new increment since the month before. */
function stepIsReached(fact: Fact, before: Period, month: Period): boolean {
  if (fact.kind !== 'service') return false;
  const { since } = fact.body;
  const reached = (years: number) => `${yearOf(since) + years}${since.slice(4)}`;
  return [5, 10].some((years) => reached(years) > before.from && reached(years) <= month.to);
}
