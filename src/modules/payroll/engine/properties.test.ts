import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import type { AbMonth } from './agreement/ab-lines.ts';
import type { AktaMonth } from './agreement/akta-lines.ts';
import { aktaSystems } from './agreement/akta-rules.ts';
import { FINE, share, WHOLE } from './amount.ts';
import { addDays, monthAround, type Period } from './day.ts';
import { givenLine } from './given-line.ts';
import { inOrder, type Line, sumOf } from './line.ts';
import { calculateMonth, inputOf, type MonthFacts, type MonthPay, payLines, type Work, workLines } from './month.ts';
import { makeEngine } from './payslip.ts';
import { retroLines } from './retro.ts';
import { taxColumns } from './sweden/tax-table.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));

const cents = (most: number) => fc.integer({ min: 0, max: most });
const dayIn = (from: string, days: number) => fc.integer({ min: 0, max: days - 1 }).map((n) => addDays(from, n));
const partTime = fc.integer({ min: 10_000, max: WHOLE });
const birthDate = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1930-01-01', n));
const earned = fc.constantFrom('2025-06-01', '2025-12-01', '2026-02-01', '2026-03-01').map(monthAround);

/** Leave without pay. */
const away = fc.option(
  dayIn('2025-05-20', 300).map((from) => [{ from, to: addDays(from, 12) }]),
  { nil: undefined },
);

const aktaMonth: fc.Arbitrary<AktaMonth> = fc.record({
  earned,
  terms: fc
    .uniqueArray(
      fc.record({
        from: dayIn('2025-01-01', 420),
        taskPay: cents(8_000_00),
        personalSupplement: cents(500_00),
        partTime,
        system: fc.constantFrom(...aktaSystems),
        experienceFrom: fc.option(dayIn('2005-01-01', 6_000), { nil: null }),
        paid: fc.constantFrom('monthly' as const, 'monthly' as const, 'hourly' as const),
      }),
      { minLength: 1, maxLength: 3, selector: ({ from }) => from },
    )
    .map(([first, ...others]) => [...(first ? [{ ...first, from: '2024-01-01' }] : []), ...others]),
  hours: fc.array(
    fc.record({
      kind: fc.constantFrom('evening' as const, 'night' as const, 'saturday' as const, 'sunday' as const),
      on: dayIn('2025-05-01', 300),
      hours: fc.integer({ min: 0, max: 12 * FINE }),
    }),
    { maxLength: 6 },
  ),
  worked: fc.array(
    fc.record({
      kind: fc.constant('hourly' as const),
      on: dayIn('2025-05-01', 300),
      hours: fc.integer({ min: 0, max: 80_000 }),
    }),
    {
      maxLength: 3,
    },
  ),
  sick: fc.array(
    fc.record({
      period: dayIn('2025-06-01', 290).map((from) => ({ from, to: addDays(from, 9) })),
      cause: fc.constantFrom('illness' as const, 'occupational-accident' as const),
      usedThisYear: fc.integer({ min: 0, max: 250 }),
      employedDays: fc.integer({ min: 0, max: 200 }),
    }),
    { maxLength: 2 },
  ),
  away,
});

const abKinds = [
  'ob-a',
  'ob-a-night',
  'ob-b',
  'ob-b-night',
  'ob-c',
  'ob-d',
  'overtime-simple',
  'overtime-qualified',
] as const;
const abMonth: fc.Arbitrary<AbMonth> = fc.record({
  earned,
  terms: fc
    .uniqueArray(
      fc.record({
        from: dayIn('2025-04-01', 330),
        monthlyPay: cents(50_000_00),
        personalSupplement: cents(2_000_00),
        partTime,
        hourPrice: fc.constant(null),
      }),
      { minLength: 1, maxLength: 3, selector: ({ from }) => from },
    )
    .map(([first, ...others]) => [...(first ? [{ ...first, from: '2024-01-01' }] : []), ...others]),
  hours: fc.array(
    fc.record({
      kind: fc.constantFrom(...abKinds),
      on: dayIn('2025-05-01', 300),
      hours: fc.integer({ min: 0, max: 12 * FINE }),
    }),
    { maxLength: 6 },
  ),
  worked: fc.constant([]),
  sick: fc.array(
    dayIn('2025-06-01', 290).map((from) => ({
      from,
      shifts: [from, addDays(from, 1), addDays(from, 2)],
      schedule: { days: 7, shifts: 5 },
      karensInYear: 0,
      karensTaken: 0,
    })),
    { maxLength: 2 },
  ),
  holidays: fc.array(dayIn('2025-06-01', 290), { maxLength: 4 }),
  away,
});

/** One or two employments of the same month. */
function worksOf(work: fc.Arbitrary<Work>): fc.Arbitrary<readonly Work[]> {
  return fc
    .array(work, { minLength: 1, maxLength: 2 })
    .map(([first, ...others]) =>
      first
        ? [first, ...others.map((one) => ({ ...one, month: { ...one.month, earned: first.month.earned } }) as Work)]
        : [],
    );
}

function earnedBy(works: readonly Work[]): Period {
  return works[0]?.month.earned ?? monthAround('2026-02-01');
}

const linesOf = (pay: MonthPay) => payLines(engine, pay);
const owed = (paid: readonly Line[], { works }: MonthPay) => retroLines(paid, payLines(engine, { works }));

const facts: fc.Arbitrary<MonthFacts> = fc
  .oneof(
    fc.record({
      country: fc.constant('AX' as const),
      works: worksOf(aktaMonth.map((month) => ({ agreement: 'AKTA' as const, month }))),
      tax: fc.oneof(
        fc.constant({ kind: 'none' as const }),
        fc
          .record({
            basePercent: cents(600_000),
            yearLimit: cents(60_000_00),
            additionalPercent: cents(600_000),
            earnedBefore: cents(70_000_00),
          })
          .map((card) => ({ kind: 'card' as const, card })),
      ),
    }),
    fc.record({
      country: fc.constant('SE' as const),
      works: worksOf(abMonth.map((month) => ({ agreement: 'AB' as const, month }))),
      tax: fc.oneof(
        fc.constant({ kind: 'none' as const }),
        fc.record({
          kind: fc.constant('table' as const),
          table: fc.integer({ min: 32, max: 34 }),
          column: fc.constantFrom(...taxColumns),
        }),
      ),
    }),
  )
  .chain((part) =>
    fc
      .record({
        birthDate,
        benefit: cents(400_00),
        fee: cents(50_00),
        reserved: fc.option(cents(20_000_00), { nil: undefined }),
        paidBeforeThisYear: cents(3_000_000_00),
      })
      .map(({ birthDate, benefit, fee, reserved, paidBeforeThisYear }) => ({
        ...part,
        paymentDate: '2026-05-29',
        earned: earnedBy(part.works),
        birthDate,
        benefits: [givenLine(part.country, { code: 'phone', amount: benefit }, earnedBy(part.works))],
        deductions: [givenLine(part.country, { code: 'union-fee', amount: fee }, earnedBy(part.works))],
        garnishment: reserved === undefined ? undefined : { kind: 'reserved' as const, reserved },
        employer: { paidBeforeThisYear },
      })),
  );

/** Facts whose gross stays where the shipped tables have rows. */
const payable = facts.filter((one) => one.tax.kind !== 'table' || sumOf(linesOf(one)) < 79_000_00);

describe('a payslip', () => {
  test('its lines sum to the net, and gross is the pay and the benefits', () => {
    fc.assert(
      fc.property(payable, (one) => {
        const slip = calculateMonth(engine, one);
        expect(sumOf(slip.lines)).toBe(slip.net);
        expect(slip.gross).toBe(sumOf(linesOf(one)) + sumOf(one.benefits));
        for (const { amount } of [...slip.lines, ...slip.employer]) expect(Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });

  test('what the employer pays beside is each line by its own rate, within half a cent a part', () => {
    fc.assert(
      fc.property(payable, (one) => {
        for (const line of calculateMonth(engine, one).employer) {
          const parts = line.parts ?? [{ base: line.base ?? 0, rate: line.rate ?? 0 }];
          const apart = parts.reduce((sum, { base, rate }) => sum + share(base, rate, 'half-up'), 0);
          expect(Math.abs(line.amount - apart)).toBeLessThanOrEqual(parts.length - 1);
          expect(line.amount).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('the order of the facts makes no difference', () => {
    fc.assert(
      fc.property(payable, (one) => {
        const works = one.works.toReversed().map(({ agreement, month }) => {
          const { terms, hours, sick } = month;
          const turned = { terms: terms.toReversed(), hours: hours.toReversed(), sick: sick.toReversed() };
          return { agreement, month: { ...month, ...turned } } as Work; // the same kinds
        });
        expect(calculateMonth(engine, { ...one, works })).toEqual(calculateMonth(engine, one));
      }),
    );
  });

  test('calculated again it is the same, and nothing in the facts has changed', () => {
    fc.assert(
      fc.property(payable, (one) => {
        const before = structuredClone(one);
        expect(calculateMonth(engine, one)).toEqual(calculateMonth(engine, one));
        expect(one).toEqual(before);
      }),
    );
  });

  test('neither tax nor garnishment takes more than there is', () => {
    fc.assert(
      fc.property(payable, (one) => {
        const slip = calculateMonth(engine, one);
        const cash = sumOf(inputOf(engine, one).pay);
        const of = (code: string) => sumOf(slip.lines.filter((line) => line.code === code));
        expect(-of('tax')).toBeLessThanOrEqual(Math.max(0, cash));
        expect(-of('garnishment')).toBeLessThanOrEqual(Math.max(0, cash));
      }),
    );
  });
});

describe('arrears', () => {
  test('of an unchanged month there are none', () => {
    fc.assert(
      fc.property(facts, (one) => {
        const paid = linesOf(one);
        expect(owed(paid, one)).toEqual([]);
        expect(owed(paid.toReversed(), one)).toEqual([]);
      }),
    );
  });

  test('with them the month has been paid what today’s facts give, and then nothing more is owed', () => {
    fc.assert(
      fc.property(facts, facts, (then, now) => {
        fc.pre(then.country === now.country);
        const paid = linesOf(then);
        const first = owed(paid, now);
        expect(sumOf(paid) + sumOf(first)).toBe(sumOf(linesOf(now)));
        expect(owed([...paid, ...first], now)).toEqual([]);
      }),
    );
  });

  test('what an extra run has paid of the open month is not paid again, and the rest of it is as it is', () => {
    fc.assert(
      fc.property(facts, fc.integer({ min: 0, max: 40 }), (one, some) => {
        const open = linesOf(one);
        const paid = open.slice(0, some);
        expect(sumOf(paid) + sumOf(retroLines(paid, [], open))).toBe(sumOf(open));
        expect(retroLines([], [], open)).toEqual(inOrder([...open]));
      }),
    );
  });

  test('a raise decided late is owed for its month, and taxed when it is paid', () => {
    const terms = {
      from: '2025-01-01',
      taskPay: 2_000_00,
      personalSupplement: 0,
      partTime: WHOLE,
      system: 'general',
      experienceFrom: null,
      paid: 'monthly',
    } as const;
    const october = monthAround('2025-10-15');
    const month = { earned: october, terms: [terms], hours: [], worked: [], sick: [] };
    const paid = workLines(engine, { agreement: 'AKTA', month });
    const raised = { ...month, terms: [{ ...terms, taskPay: 2_053_00 }] };
    const [late, ...others] = owed(paid, { works: [{ agreement: 'AKTA', month: raised }] });
    expect(others).toEqual([]);
    expect(late).toMatchObject({ code: 'monthly', amount: 53_00, earnedFrom: '2025-10-01', earnedTo: '2025-10-31' });
    expect(late?.facts).toContain('ledger');
    const november = { ...raised, earned: monthAround('2025-11-01') };
    const slip = calculateMonth(engine, {
      country: 'AX',
      paymentDate: '2025-11-28',
      earned: november.earned,
      birthDate: '1990-02-11',
      works: [{ agreement: 'AKTA', month: november }],
      closed: { paid, months: [{ works: [{ agreement: 'AKTA', month: raised }] }], since: october.from },
      benefits: [],
      tax: {
        kind: 'card',
        card: { basePercent: 150_000, yearLimit: 40_000_00, additionalPercent: 380_000, earnedBefore: 0 },
      },
      employer: {},
    });
    expect([slip.gross, slip.net]).toEqual([2_106_00, 1_627_09]);
  });

  test('only pay is compared: tax and benefits of the closed month are no arrears', () => {
    const at = monthAround('2025-10-15');
    expect(retroLines([givenLine('AX', { code: 'phone', amount: 20_00 }, at)], [])).toEqual([]);
  });
});
