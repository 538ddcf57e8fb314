import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { addDays, monthAround } from '../engine/day.ts';
import { type Line, sumOf } from '../engine/line.ts';
import { makeEngine } from '../engine/payslip.ts';
import { type Fact, type FactBodies, type FactKind, packFacts } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { makePayslip } from './make-payslip.ts';
import { monthBefore } from './month-before.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const may = monthAround('2026-05-01');
const april = monthAround('2026-04-01');
const card = { basePercent: 185_000, yearLimit: 9_000_000, additionalPercent: 350_000 };

type Said<K extends FactKind = FactKind> = {
  [Kind in K]: readonly [Kind, string, string | null, FactBodies[Kind], number?];
}[K];

function numbered(said: readonly Said[]): Fact[] {
  return said.map(
    ([kind, from, to, body, employment = 1], n) => ({ seq: n + 1, kind, employment, from, to, body }) as Fact,
  ); // as said
}

const post: Said = ['employment', '2020-01-01', null, { title: 'Lärare', position: 'p1', unit: 'skola' }];
const salary: Said = ['salary', '2020-01-01', null, { monthly: 310_000, share: 1_000_000 }];
const usual: readonly Said[] = [post, salary, ['tax-card', '2026-01-01', null, card]];

function made(facts: readonly Fact[], { month = may, country = 'AX' as 'AX' | 'SE', text = packFacts(facts) } = {}) {
  const terms = { month, paymentDate: month.to, rules: 'r', employer: {} };
  const employee = { birthDate: '1985-03-04', country, seq: facts.length, facts: text, before: null, year: [] };
  return makePayslip(engine, terms, employee, null);
}

const pay = (facts: readonly Fact[], month = may) =>
  made(facts, { month }).payslip.lines.map(({ code, amount }) => [code, amount] as const);
const amountOf = (facts: readonly Fact[], code: string) =>
  sumOf(made(facts).payslip.lines.filter((line) => line.code === code));
const kindsOf = (facts: readonly Fact[]) => made(facts).findings.map(({ kind }) => kind);

describe('what the agreement gives, the run gives', () => {
  test('a month of leave without pay in the middle is paid by its other days', () => {
    expect(
      amountOf(
        numbered([...usual, ['absence', '2026-05-04', '2026-05-13', { cause: 'leave', pay: 'none' }]]),
        'monthly',
      ),
    ).toBe(210_000);
  });

  test('sick leave is paid in full by AKTA, until the sixty days of the year are used', () => {
    const sick = (from: string, to: string): Said => ['absence', from, to, { cause: 'sick' }];
    const first = numbered([...usual, sick('2026-05-04', '2026-05-13')]);
    expect([amountOf(first, 'sick-deduction'), amountOf(first, 'sick-pay')]).toEqual([-100_000, 100_000]);
    const long = numbered([...usual, sick('2026-02-01', '2026-04-01'), sick('2026-05-04', '2026-05-13')]);
    expect(amountOf(long, 'sick-pay')).toBe(66_667);
  });

  test('a sick leave in Sweden over two months gives one qualifying deduction', () => {
    const facts = numbered([
      ['employment', '2024-01-01', null, { title: 'Lärare', position: 'p1', unit: 'skola' }],
      ['salary', '2024-01-01', null, { monthly: 3_100_000, share: 1_000_000 }],
      ['tax-table', '2026-01-01', null, { table: 33, column: 1 }],
      ['absence', '2026-04-29', '2026-05-06', { cause: 'sick' }],
    ]);
    const karens = (month: typeof may) =>
      sumOf(made(facts, { country: 'SE', month }).payslip.lines.filter(({ code }) => code === 'karens'));
    expect(karens(april)).toBeLessThan(0);
    expect(karens(may)).toBe(0);
  });

  test('two employments are paid each by their own terms, and taxed as one', () => {
    const other: readonly Said[] = [
      ['employment', '2026-01-01', null, { title: 'Vikarie', position: 'p2', unit: 'skola' }, 2],
      ['salary', '2026-01-01', null, { monthly: 300_000, share: 200_000 }, 2],
      ['time', '2026-04-11', null, { code: 'saturday', quantity: 60_000, approved: true }, 2],
    ];
    const lines = pay(numbered([...usual, ...other]));
    expect(lines.filter(([code]) => code === 'monthly').map(([, amount]) => amount)).toEqual([60_000, 310_000]);
    expect(lines.filter(([code]) => code === 'tax')).toHaveLength(1);
    expect(lines.find(([code]) => code === 'saturday')?.[1]).toBe(2_208); // 6 h × 18.40 × 20 %
  });

  test('a raise in the middle of the month, and the years that give an increment, are lines with their days', () => {
    const raised = numbered([
      post,
      ['salary', '2020-01-01', '2026-05-15', { monthly: 310_000, share: 1_000_000 }],
      ['salary', '2026-05-16', null, { monthly: 341_000, share: 1_000_000 }],
      ['service', '2021-05-01', null, { since: '2021-05-01' }],
    ]);
    expect(pay(raised).filter(([code]) => code === 'monthly' || code === 'experience-increment')).toEqual([
      ['monthly', 150_000],
      ['monthly', 176_000],
      ['experience-increment', 4_500],
      ['experience-increment', 5_280],
    ]);
  });
});

describe('what has been paid is held against what is due', () => {
  const openAfter = (facts: readonly Fact[], lines: readonly Line[], first = april.from) => {
    const terms = { month: may, paymentDate: may.to, rules: 'r', employer: {} };
    const employee = { birthDate: '1985-03-04', country: 'AX' as const, seq: facts.length, facts: packFacts(facts) };
    return makePayslip(engine, terms, { ...employee, before: null, year: [] }, { first, lines }).payslip;
  };
  const monthly = ({ lines }: { readonly lines: readonly Line[] }) =>
    lines.filter(({ code }) => code === 'monthly').map(({ amount, earnedFrom }) => [amount, earnedFrom]);

  test('too much paid for a closed month is taken back before tax, as a line with the days it was earned on', () => {
    const paid = made(numbered(usual), { month: april }).payslip.lines;
    const lower = numbered([
      post,
      ['salary', '2020-01-01', null, { monthly: 300_000, share: 1_000_000 }],
      ...usual.slice(2),
    ]);
    const payslip = openAfter(lower, paid);
    expect(monthly(payslip)).toEqual([
      [-10_000, '2026-04-01'],
      [300_000, '2026-05-01'],
    ]);
    expect(payslip.gross).toBe(290_000);
  });

  test('a final pay is the days until the contract ends, and what was paid beyond it comes back', () => {
    const paid = made(numbered(usual), { month: april }).payslip.lines;
    const ended = numbered([['employment', '2020-01-01', '2026-04-15', post[3] as never], ...usual.slice(1)]);
    expect(monthly(openAfter(ended, paid))).toEqual([[-155_000, '2026-04-01']]);
  });

  test('what an extra run has paid of the month in advance is not paid again', () => {
    const [advance] = made(numbered(usual)).payslip.lines;
    const paid = advance ? [{ ...advance, amount: 100_000 }] : [];
    expect(monthly(openAfter(numbered(usual), paid, may.from))).toEqual([[210_000, '2026-05-01']]);
  });

  test('after a death nothing is earned: what was paid beyond it comes back, and an officer is asked', () => {
    const paid = made(numbered(usual), { month: april }).payslip.lines;
    const dead = numbered([...usual, ['death', '2026-04-20', null, { on: '2026-04-20' }]]);
    expect(monthly(openAfter(dead, paid))).toEqual([[-103_333, '2026-04-01']]);
    expect(kindsOf(dead)).toContain('deceased');
  });
});

describe('what is wrong is named and kept apart', () => {
  const wrong: readonly (readonly [string, readonly Said[], string, string | null])[] = [
    [
      'a month with no contract',
      [['employment', '2020-01-01', '2026-04-30', post[3] as never], salary],
      'no-employment',
      'no-employment',
    ],
    ['two contracts of one post', [...usual, ['employment', '2026-05-01', null, post[3] as never, 2]], 'overlap', null],
    [
      'a net below zero',
      [...usual, ['addition', '2026-05-01', null, { code: 'arrears', amount: -900_000, reason: 'fel' }]],
      'negative-net',
      'negative-net',
    ],
    [
      'an unknown code',
      [...usual, ['addition', '2026-05-01', null, { code: 'x9' as never, amount: 100, reason: 'fil' }]],
      'unknown-code',
      null,
    ],
    [
      'hours that nothing says the price of',
      [post, ['time', '2026-04-11', null, { code: 'evening', quantity: 10_000, approved: true }]],
      'hours-without-pay',
      'nothing-to-pay',
    ],
    ['last year’s card', [post, salary, ['tax-card', '2025-01-01', null, card]], 'old-card', null],
    [
      'a figure that nobody has entered',
      [...usual, ['garnishment', '2026-01-01', null, { dependants: 0 }]],
      'missing-parameter',
      'missing-parameter',
    ],
  ];

  test.each(wrong)('%s', (_what, said, kind, held) => {
    const { findings, held: why } = made(numbered(said));
    expect(findings.map((one) => one.kind)).toContain(kind);
    expect(why).toBe(held);
  });

  test('absence all month without pay pays nothing, and is no exception', () => {
    const { payslip, held, findings } = made(
      numbered([...usual, ['absence', '2026-04-01', null, { cause: 'parental', pay: 'none' }]]),
    );
    expect([payslip.gross, payslip.net, held]).toEqual([0, 0, 'nothing-to-pay']);
    expect(findings).toEqual([]);
  });

  test('facts that can not be read at all hold the one they are of, and name no content', () => {
    const { held, findings, payslip } = made([], { text: '[[1,"salary",1,"2020-01-01"' });
    expect([held, payslip.lines.length]).toEqual(['broken-facts', 0]);
    expect(findings).toEqual([{ kind: 'broken-facts', cause: null, detail: { problem: 'SyntaxError' } }]);
  });

  test('nothing unapproved is paid', () => {
    const open = numbered([
      ...usual,
      ['time', '2026-04-11', null, { code: 'evening', quantity: 10_000, approved: false }],
    ]);
    expect(kindsOf(open)).toContain('time-not-approved');
    expect(pay(open)).toEqual(pay(numbered(usual)));
  });
});

const dayOf = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2025-12-01', n));
const someFacts: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.oneof(
    fc.tuple(
      fc.constant('salary' as const),
      dayOf,
      fc.constant(null),
      fc.record({ monthly: fc.integer({ min: 0, max: 900_000 }), share: fc.constantFrom(1_000_000, 500_000) }),
    ),
    fc.tuple(
      fc.constant('absence' as const),
      dayOf,
      dayOf.map((day) => addDays(day, 210)),
      fc.record({
        cause: fc.constantFrom('sick' as const, 'leave' as const),
        pay: fc.constantFrom('none' as const, 'two-thirds' as const, 'full' as const),
      }),
    ),
    fc.tuple(
      fc.constant('time' as const),
      dayOf,
      fc.constant(null),
      fc.record({
        code: fc.constantFrom('evening' as const, 'sunday' as const, 'additional-hours' as const),
        quantity: fc.integer({ min: 0, max: 500_000 }),
        approved: fc.boolean(),
      }),
    ),
    fc.tuple(
      fc.constant('schedule' as const),
      dayOf,
      fc.constant(null),
      fc.record({
        hours: fc.constant([80_000, 80_000, 80_000, 80_000, 0, 0, 60_000] as const),
        stints: fc.constantFrom(undefined, [[[720, 1200]], [], [], [[1260, 1860]], [], [], [[480, 840]]] as const),
      }),
    ),
    fc.tuple(
      fc.constant('addition' as const),
      dayOf,
      fc.constant(null),
      fc.record({
        code: fc.constantFrom('arrears' as const, 'holiday-bonus' as const),
        amount: fc.integer({ min: -50_000, max: 90_000 }),
        reason: fc.constant('r'),
      }),
    ),
    fc.tuple(
      fc.constant('supplement' as const),
      dayOf,
      fc.constant(null),
      fc.record({ code: fc.constant('personal-supplement' as const), amount: fc.integer({ min: 0, max: 50_000 }) }),
    ),
  ) as fc.Arbitrary<Said>,
  { maxLength: 8 },
);

describe('for any facts', () => {
  test('in any order they give the same payslip, whose lines sum to the net', () => {
    fc.assert(
      fc.property(someFacts, fc.infiniteStream(fc.nat()), (some, order) => {
        const facts = numbered([...usual, ...some]);
        const turned = facts.map((fact) => [order.next().value, fact] as const).toSorted(([a], [b]) => a - b);
        const { payslip, findings, held } = made(facts);
        expect(made(turned.map(([, fact]) => fact)).payslip).toEqual(payslip);
        expect(sumOf(payslip.lines)).toBe(payslip.net);
        if (payslip.net < 0)
          expect([findings.map(({ kind }) => kind), held]).toEqual([
            expect.arrayContaining(['negative-net']),
            expect.anything(),
          ]);
      }),
    );
  });

  test('a closed month in which nothing has changed gives nothing to the open one', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        const facts = numbered([...usual, ...some]);
        const first = monthBefore(april);
        const lines = [first, april].flatMap((month) => made(facts, { month }).payslip.lines);
        const terms = { month: may, paymentDate: may.to, rules: 'r', employer: {} };
        const employee = {
          birthDate: '1985-03-04',
          country: 'AX',
          seq: facts.length,
          facts: packFacts(facts),
          before: null,
          year: [],
        } as const;
        expect(makePayslip(engine, terms, employee, { first: first.from, lines }).payslip).toEqual(made(facts).payslip);
      }),
    );
  });
});

describe('a tax card that is missing', () => {
  const before = (facts: readonly Fact[]) => {
    const { payslip, totals } = made(facts, { month: april });
    const { gross, net } = payslip;
    return { factsSeq: facts.length, rules: 'r', month: april, totals, gross, net };
  };
  const open = (facts: readonly Fact[], then: readonly Fact[]) => {
    const terms = { month: may, paymentDate: may.to, rules: 'r', employer: {} };
    const employee = {
      birthDate: '1985-03-04',
      country: 'AX' as const,
      seq: facts.length,
      facts: packFacts(facts),
      year: [],
    };
    const { findings } = makePayslip(engine, terms, { ...employee, before: before(then) }, null);
    return findings.filter(({ cause }) => cause === null).map(({ kind }) => kind);
  };
  const withCard = numbered(usual);

  test('is asked about once, though tax and what is paid out are others than the month before', () => {
    expect(open(withCard, withCard)).toEqual([]);
    expect(open(numbered([post, salary]), withCard)).toEqual(['no-card']);
  });

  test('hides no other change', () => {
    const less: Said = ['salary', '2020-01-01', null, { monthly: 250_000, share: 1_000_000 }];
    expect(open(numbered([post, less]), withCard).toSorted()).toEqual(['no-card', 'unexplained-change']);
  });
});
