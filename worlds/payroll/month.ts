import { derivedId } from '../../src/kernel/ids.ts';
import type { SaidEmployee, SaidFact } from '../../src/modules/payroll/index.ts';

/** What each planted error must be shown as. */
export const plantedKinds = [
  'no-employment',
  'account-shared',
  'no-card',
  'old-card',
  'overlap',
  'person-twice',
  'pay-jump',
  'hours-high',
  'negative-net',
  'time-not-approved',
  'unknown-code',
  'no-pay',
] as const;
export type PlantedKind = (typeof plantedKinds)[number];
const EACH = 5;

/** What changes lawfully in the month, and how many times. */
const lawful = {
  raise: 120,
  share: 40,
  hired: 30,
  left: 30,
  sick: 40,
  parental: 20,
  overtime: 60,
  bonus: 20,
  card: 10,
  union: 10,
  benefit: 10,
  garnishment: 10,
} as const;
type Lawful = keyof typeof lawful;

/** What is recorded between the two months, for one employee. */
export type LaterFact = { readonly number: string; readonly facts: readonly SaidFact[] };
export type GeneratedMonth = {
  readonly employees: readonly SaidEmployee[];
  readonly newcomers: readonly SaidEmployee[];
  readonly later: readonly LaterFact[];
  /** Employee number → what it must be shown as. */
  readonly planted: ReadonlyMap<string, PlantedKind>;
  readonly lawful: ReadonlyMap<string, Lawful>;
};

export const EMPLOYEES = 2000;
export const before = { from: '2026-04-01', to: '2026-04-30', paidOn: '2026-04-30' };
export const month = { from: '2026-05-01', to: '2026-05-31', paidOn: '2026-05-29' };

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

const card = { basePercent: 185_000, yearLimit: 9_000_000, additionalPercent: 380_000 };

function usual(n: number, random: () => number): SaidEmployee {
  const monthly = 215_000 + Math.floor(random() * 1800) * 100;
  const facts: SaidFact[] = [
    {
      kind: 'employment',
      employment: 1,
      from: '2018-01-01',
      body: { title: 'Vårdare', position: `T-${n}`, unit: `E${n % 25}` },
    },
    { kind: 'salary', employment: 1, from: '2025-10-01', body: { monthly, share: 1_000_000 } },
    {
      kind: 'tax-card',
      from: '2026-01-01',
      body: { ...card, basePercent: 120_000 + Math.floor(random() * 150) * 1000 },
    },
    { kind: 'account', from: '2018-01-01', body: { index: `konto-${n}`, ending: String(1000 + n) } },
  ];
  if (n % 4 === 0)
    for (const worked of ['2026-03', '2026-04'])
      facts.push({
        kind: 'time',
        employment: 1,
        from: `${worked}-03`,
        to: `${worked}-27`,
        body: { code: 'evening', quantity: 100_000 + Math.floor(random() * 20) * 10_000, approved: true },
      });
  if (n % 7 === 0) facts.push({ kind: 'benefit', from: '2025-01-01', body: { code: 'phone', amount: 2_000 } });
  if (n % 9 === 0) facts.push({ kind: 'union', from: '2025-01-01', body: { amount: 2_900 } });
  const born = `${1965 + (n % 35)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
  return {
    id: derivedId('generated month', String(n)),
    ...{
      number: String(10_000 + n),
      name: `Provperson ${10_000 + n}`,
      party: null,
      birthDate: born,
      country: 'AX',
      facts,
    },
  };
}

/** The facts that come between the months, for a lawful change. */
function lawfulFacts(kind: Lawful, employee: SaidEmployee): SaidFact[] {
  const salary = employee.facts.find((fact) => fact.kind === 'salary');
  const monthly = salary?.kind === 'salary' ? salary.body.monthly : 0;
  const one: { readonly [K in Lawful]: () => SaidFact[] } = {
    raise: () => [
      {
        kind: 'salary',
        employment: 1,
        from: month.from,
        body: { monthly: Math.round(monthly * 1.0227), share: 1_000_000 },
        replaces: 2,
      },
      { kind: 'salary', employment: 1, from: '2025-10-01', to: '2026-04-30', body: { monthly, share: 1_000_000 } },
    ],
    share: () => [
      { kind: 'salary', employment: 1, from: month.from, body: { monthly, share: 600_000 }, replaces: 2 },
      { kind: 'salary', employment: 1, from: '2025-10-01', to: '2026-04-30', body: { monthly, share: 1_000_000 } },
    ],
    hired: () => [],
    left: () => [
      {
        kind: 'employment',
        employment: 1,
        from: '2018-01-01',
        to: '2026-05-15',
        body: { title: 'Vårdare', position: `T-${employee.number}`, unit: 'E1' },
        replaces: 1,
      },
    ],
    sick: () => [
      {
        kind: 'absence',
        employment: 1,
        from: '2026-05-04',
        to: '2026-05-17',
        body: { cause: 'sick', pay: 'two-thirds' },
      },
    ],
    parental: () => [
      { kind: 'absence', employment: 1, from: month.from, to: '2026-12-31', body: { cause: 'parental', pay: 'none' } },
    ],
    overtime: () => [
      {
        kind: 'time',
        employment: 1,
        from: '2026-04-06',
        to: '2026-04-24',
        body: { code: 'sunday', quantity: 160_000, approved: true },
      },
    ],
    bonus: () => [
      {
        kind: 'addition',
        employment: 1,
        from: month.from,
        body: { code: 'holiday-bonus', amount: Math.round(monthly * 0.6), reason: 'AKTA IV § 18' },
      },
    ],
    card: () => [{ kind: 'tax-card', from: '2026-05-04', body: { ...card, basePercent: 305_000 } }],
    union: () => [{ kind: 'union', from: month.from, body: { amount: 3_500 } }],
    benefit: () => [{ kind: 'benefit', from: month.from, body: { code: 'meal', amount: 8_600 } }],
    garnishment: () => [{ kind: 'garnishment', from: month.from, body: { reserved: 127_470 } }],
  };
  return one[kind]();
}

/** The facts that come between the months, for a mistake. */
function wrongFacts(kind: PlantedKind, employee: SaidEmployee, other: SaidEmployee): SaidFact[] {
  const salary = employee.facts.find((fact) => fact.kind === 'salary');
  const monthly = salary?.kind === 'salary' ? salary.body.monthly : 0;
  const one: { readonly [K in PlantedKind]: () => SaidFact[] } = {
    'no-employment': () => [
      {
        kind: 'employment',
        employment: 1,
        from: '2018-01-01',
        to: '2026-03-31',
        body: { title: 'Vårdare', position: 'T', unit: 'E1' },
        replaces: 1,
      },
    ],
    'account-shared': () => [
      { kind: 'account', from: month.from, body: { index: `konto-${Number(other.number) - 10_000}`, ending: '0000' } },
    ],
    'no-card': () => [{ kind: 'tax-card', from: '2026-01-01', body: card, replaces: 3, withdrawn: true }],
    'old-card': () => [{ kind: 'tax-card', from: '2025-01-01', body: card, replaces: 3 }],
    overlap: () => [
      {
        kind: 'employment',
        employment: 2,
        from: month.from,
        body: { title: 'Vårdare', position: positionOf(employee), unit: 'E2' },
      },
    ],
    'person-twice': () => [],
    'pay-jump': () => [
      {
        kind: 'salary',
        employment: 1,
        from: month.from,
        body: { monthly: monthly * 10, share: 1_000_000 },
        replaces: 2,
      },
      { kind: 'salary', employment: 1, from: '2025-10-01', to: '2026-04-30', body: { monthly, share: 1_000_000 } },
    ],
    'hours-high': () => [
      {
        kind: 'time',
        employment: 1,
        from: '2026-04-06',
        to: '2026-04-24',
        body: { code: 'night', quantity: 1_600_000, approved: true },
      },
    ],
    'negative-net': () => [
      {
        kind: 'addition',
        employment: 1,
        from: month.from,
        body: { code: 'arrears', amount: -monthly * 2, reason: 'fel' },
      },
    ],
    'time-not-approved': () => [
      {
        kind: 'time',
        employment: 1,
        from: '2026-04-06',
        to: '2026-04-24',
        body: { code: 'saturday', quantity: 80_000, approved: false },
      },
    ],
    'unknown-code': () => [
      {
        kind: 'addition',
        employment: 1,
        from: month.from,
        body: { code: 'lonetillagg-9' as 'arrears', amount: 10_000, reason: 'fil' },
      },
    ],
    'no-pay': () => [
      {
        kind: 'salary',
        employment: 1,
        from: '2025-10-01',
        to: '2026-04-30',
        body: { monthly, share: 1_000_000 },
        replaces: 2,
      },
    ],
  };
  return one[kind]();
}

function positionOf(employee: SaidEmployee): string {
  const employment = employee.facts.find((fact) => fact.kind === 'employment');
  return employment?.kind === 'employment' ? employment.body.position : '';
}

/**
 * Two months of one employer with 2 000 employees, the same every time: 60 mistakes of 12 kinds and 400 lawful changes
 * come between them. Employees have numbers of the employer's, and no identity numbers.
 */
export function generatedMonth(): GeneratedMonth {
  const random = seeded(20260501);
  const employees = Array.from({ length: EMPLOYEES }, (_none, n) => usual(n, random));
  const order = employees.map((_one, n) => n);
  for (let n = order.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [order[n], order[other]] = [order[other] ?? 0, order[n] ?? 0];
  }
  let next = 0;
  const take = () => employees[order[next++] ?? 0] as SaidEmployee; // far fewer are taken than there are
  const planted = new Map<string, PlantedKind>();
  const changed = new Map<string, Lawful>();
  const later: LaterFact[] = [];
  const newcomers: SaidEmployee[] = [];
  for (const kind of plantedKinds) {
    for (let n = 0; n < EACH; n++) {
      const employee = take();
      const { number } = employee;
      planted.set(number, kind);
      if (kind === 'person-twice') {
        newcomers.push({
          ...employee,
          id: derivedId('twice', number),
          number: `${number}B`,
          facts: employee.facts.map((fact) =>
            fact.kind === 'account' ? { ...fact, body: { index: `konto-${number}B`, ending: '1' } } : fact,
          ),
        });
        continue;
      }
      later.push({ number, facts: wrongFacts(kind, employee, take()) });
    }
  }
  for (const kind of Object.keys(lawful) as Lawful[]) {
    for (let n = 0; n < lawful[kind]; n++) {
      if (kind === 'hired') {
        const fresh = usual(EMPLOYEES + n, random);
        newcomers.push({
          ...fresh,
          facts: fresh.facts
            .map((fact) =>
              fact.kind === 'employment' || fact.kind === 'salary' ? { ...fact, from: month.from } : fact,
            )
            .filter(({ kind: k }) => k !== 'time'),
        });
        changed.set(fresh.number, kind);
        continue;
      }
      const employee = take();
      changed.set(employee.number, kind);
      later.push({ number: employee.number, facts: lawfulFacts(kind, employee) });
    }
  }
  return { employees, newcomers, later, planted, lawful: changed };
}
