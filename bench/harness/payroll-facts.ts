import {
  type AbMonth,
  type AktaMonth,
  type Engine,
  givenLine,
  type MonthFacts,
  type Work,
  workLines,
} from '../../src/modules/payroll/index.ts';

const WHOLE = 1_000_000;
const HOUR = 10_000;
const earned = { from: '2026-05-01', to: '2026-05-31' };
const before = { from: '2026-04-01', to: '2026-04-30' };

/** The mix of a hundred payslips, by what they show. */
const mix = [
  ['monthly', 40],
  ['hourly', 25],
  ['absence', 15],
  ['benefits', 10],
  ['garnishment', 5],
  ['arrears', 5],
] as const;
type Shows = (typeof mix)[number][0];
const hundred: readonly Shows[] = mix.flatMap(([shows, count]) => Array.from({ length: count }, () => shows));

/** The same numbers at every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Facts of payslips in the mix, half of them Åland's and half Sweden's. */
export function payrollFacts(engine: Engine, count: number): readonly MonthFacts[] {
  const below = seeded(2026);
  return Array.from({ length: count }, (_none, n) => {
    const shows = hundred[Math.floor(n / 2) % 100] ?? 'monthly';
    const made = n % 2 === 0 ? finnish(engine, shows, below) : swedish(engine, shows, below);
    const { works, benefits, deductions, closed } = made;
    return {
      ...made,
      works: asRead(works),
      benefits: asRead(benefits),
      deductions: deductions && asRead(deductions),
      closed: closed && asRead(closed),
    };
  });
}

/**
 * As facts and the ledger are read: from JSON. Lines of the engine's own making that live on would teach V8 that all it
 * makes lives long, and double the time.
 */
function asRead<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T; // plain data
}

type Below = (below: number) => number;

function dayOfApril(below: Below): string {
  return `2026-04-${String(1 + below(30)).padStart(2, '0')}`;
}

function birthDate(below: Below): string {
  return `${1958 + below(48)}-${String(1 + below(12)).padStart(2, '0')}-15`;
}

function finnish(engine: Engine, shows: Shows, below: Below): MonthFacts {
  const hours = (kind: AktaMonth['hours'][number]['kind']) => ({
    kind,
    on: dayOfApril(below),
    hours: (1 + below(30)) * HOUR,
  });
  const terms: AktaMonth['terms'][number] = {
    from: '2025-01-01',
    taskPay: 2_100_00 + below(2_000_00),
    personalSupplement: 50_00 + below(200_00),
    partTime: below(4) === 0 ? 800_000 : WHOLE,
    system: 'period',
    experienceFrom: `${2005 + below(15)}-06-01`,
    paid: shows === 'hourly' ? 'hourly' : 'monthly',
  };
  const month: AktaMonth = {
    earned,
    terms: [terms],
    hours: [hours('evening'), hours('night'), hours('saturday'), hours('sunday')],
    worked: shows === 'hourly' ? [{ kind: 'hourly', on: dayOfApril(below), hours: 100 * HOUR }] : [],
    sick:
      shows === 'absence'
        ? [
            {
              period: { from: '2026-05-04', to: '2026-05-12' },
              cause: 'illness',
              usedThisYear: below(70),
              employedDays: 400,
            },
          ]
        : [],
  };
  const lastMonth: Work = { agreement: 'AKTA', month: { ...month, earned: before, hours: [], sick: [] } };
  return {
    country: 'AX',
    paymentDate: '2026-05-29',
    earned,
    birthDate: birthDate(below),
    works: [{ agreement: 'AKTA', month }],
    closed: shows === 'arrears' ? paidLess(engine, lastMonth) : undefined,
    benefits: shows === 'benefits' ? [givenLine('AX', { code: 'phone', amount: 20_00 }, earned)] : [],
    tax: {
      kind: 'card',
      card: {
        basePercent: 180_000 + below(60_000),
        yearLimit: 40_000_00,
        additionalPercent: 380_000,
        earnedBefore: below(45_000_00),
      },
    },
    garnishment: shows === 'garnishment' ? { kind: 'reserved', reserved: 986_40 } : undefined,
    employer: { pensionTotal: 244_000, paidBeforeThisYear: 1_000_000_00 },
    deductions: [givenLine('AX', { code: 'union-fee', amount: 30_00 }, earned)],
  };
}

function swedish(engine: Engine, shows: Shows, below: Below): MonthFacts {
  const hours = (kind: AbMonth['hours'][number]['kind']) => ({
    kind,
    on: dayOfApril(below),
    hours: (1 + below(30)) * HOUR,
  });
  const hourly = shows === 'hourly';
  const terms: AbMonth['terms'][number] = {
    from: '2025-04-01',
    monthlyPay: 27_000_00 + below(20_000_00),
    personalSupplement: 200_00 + below(1_000_00),
    partTime: below(4) === 0 ? 800_000 : WHOLE,
    hourPrice: hourly ? 170_00 + below(60_00) : null,
  };
  const month: AbMonth = {
    earned,
    terms: [terms],
    hours: [hours('ob-a'), hours('ob-b'), hours('ob-b-night'), hours('ob-c'), hours('ob-d'), hours('overtime-simple')],
    worked: hourly ? [{ kind: 'hourly', on: dayOfApril(below), hours: 100 * HOUR }] : [],
    sick:
      shows === 'absence'
        ? [
            {
              from: '2026-05-04',
              shifts: ['2026-05-04', '2026-05-05', '2026-05-06'],
              schedule: { days: 7, shifts: 5 },
              karensInYear: 1,
              karensTaken: 0,
            },
          ]
        : [],
    holidays: ['2026-05-15'],
    variableHoliday: hourly ? { paid: 20_000_00, days: 25 } : undefined,
  };
  const lastMonth: Work = { agreement: 'AB', month: { ...month, earned: before, hours: [], sick: [], holidays: [] } };
  return {
    country: 'SE',
    paymentDate: '2026-05-25',
    earned,
    birthDate: birthDate(below),
    works: [{ agreement: 'AB', month }],
    closed: shows === 'arrears' ? paidLess(engine, lastMonth) : undefined,
    benefits: shows === 'benefits' ? [givenLine('SE', { code: 'meal', amount: 300_00 }, earned)] : [],
    tax: { kind: 'table', table: 32 + below(3), column: 1 },
    garnishment: shows === 'garnishment' ? { kind: 'reserved', reserved: 15_000_00 } : undefined,
    employer: {},
    deductions: [givenLine('SE', { code: 'union-fee', amount: 300_00 }, earned)],
  };
}

/** A closed month that a raise has come too late for. */
function paidLess(engine: Engine, work: Work): NonNullable<MonthFacts['closed']> {
  return { paid: workLines(engine, work), months: [{ works: [raised(work)] }], since: before.from };
}

/** A raise decided late: the closed month's pay is 2 % more than what was paid. */
function raised(work: Work): Work {
  const more = (pay: number) => Math.round(pay * 1.02);
  return work.agreement === 'AKTA'
    ? {
        ...work,
        month: { ...work.month, terms: work.month.terms.map((terms) => ({ ...terms, taskPay: more(terms.taskPay) })) },
      }
    : {
        ...work,
        month: {
          ...work.month,
          terms: work.month.terms.map((terms) => ({ ...terms, monthlyPay: more(terms.monthlyPay) })),
        },
      };
}
