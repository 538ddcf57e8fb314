import { derivedId, type PartyId } from '../../src/kernel/ids.ts';
import type { SaidEmployee, SaidFact } from '../../src/modules/payroll/index.ts';
import demo from './payroll.json' with { type: 'json' };

export type PayEmployer = (typeof demo.employers)[number];
type Month = Temporal.PlainYearMonth;

const card = { yearLimit: 4_200_000, additionalPercent: 360_000 };

function day(month: Month, of: number): string {
  return month.toPlainDate({ day: Math.min(of, month.daysInMonth) }).toString();
}

/** Where the facts that are common to all begin, in the order that `laterFacts` counts on. */
const salaryFact = 2;
const cardFacts = [3, 4];

/**
 * Whom an employer of the demo pays, as it was known before the months that are paid there: the test persons who work
 * there, and made-up colleagues without an identity number. The same every time.
 */
export function payPeople(
  employer: PayEmployer,
  now: Month,
  known: (sub: string) => { readonly name: string; readonly party: PartyId; readonly birthDate: string },
): readonly SaidEmployee[] {
  const { slug, people } = employer;
  return Array.from({ length: people + employer.known.length }, (_none, n): SaidEmployee => {
    const sub = employer.known[n];
    const number = String(101 + n);
    const person = sub === undefined ? { ...madeUp(slug, n), party: null } : known(sub);
    return {
      ...{ id: derivedId('demo employee', `${slug} ${number}`), number, country: 'AX', ...person },
      facts: usual(slug, n, now),
    };
  });
}

function madeUp(slug: string, n: number): { readonly name: string; readonly birthDate: string } {
  const place = n + slug.length * 7;
  const name = `${demo.first[place % demo.first.length]} ${demo.last[(place * 5 + n) % demo.last.length]}`;
  const month = String(1 + (place % 12)).padStart(2, '0');
  return { name, birthDate: `${1962 + ((n * 7) % 40)}-${month}-${String(1 + ((n * 3) % 28)).padStart(2, '0')}` };
}

function usual(slug: string, n: number, now: Month): readonly SaidFact[] {
  const post = demo.posts[n % demo.posts.length] as (typeof demo.posts)[number]; // there are some
  const { title, unit, share } = post;
  const monthly = post.monthly + (n % 5) * 2_500;
  const began = `${2012 + (n % 11)}-08-01`;
  const facts: SaidFact[] = [
    { kind: 'employment', employment: 1, from: began, body: { title, position: `${slug}-${n}`, unit } },
    { kind: 'salary', employment: 1, from: '2025-10-01', body: { monthly, share: share * 10_000 } },
    ...[now.year - 1, now.year].map((year) => cardOf(year, 140_000 + ((n * 17) % 110) * 1_000)),
    { kind: 'account', from: began, body: { index: `demo ${slug} ${n}`, ending: String(1000 + n) } },
  ];
  for (const back of n % 3 === 0 ? [3, 2, 1] : []) {
    const worked = now.subtract({ months: back });
    const body = { code: 'evening', quantity: 80_000 + (n % 4) * 20_000, approved: true } as const;
    facts.push({ kind: 'time', employment: 1, from: day(worked, 3), to: day(worked, 24), body });
  }
  if (n % 4 === 1) facts.push({ kind: 'benefit', from: '2025-01-01', body: { code: 'phone', amount: 2_000 } });
  if (n % 2 === 0)
    facts.push({ kind: 'union', from: '2025-01-01', body: { amount: 2_900, name: n % 4 === 0 ? 'Tehy' : 'JHL' } });
  return facts;
}

function cardOf(year: number, basePercent: number): SaidFact {
  return { kind: 'tax-card', from: `${year}-01-01`, body: { ...card, basePercent } };
}

export type Salary = { readonly monthly: number; readonly share: number };
export type LaterFacts = { readonly n: number; readonly facts: readonly SaidFact[] };

/** What came after the last month was paid: what the facts explain, and, where it is asked for, mistakes. */
export function laterFacts(slug: string, now: Month, salaryOf: (n: number) => Salary, mistakes: boolean): LaterFacts[] {
  const worked = now.subtract({ months: 1 });
  const from = day(now, 1);
  const ended = day(worked, 31);
  const hours = (code: 'sunday' | 'night', quantity: number, approved: boolean): SaidFact => ({
    ...{ kind: 'time', employment: 1, from: day(worked, 5), to: day(worked, 26), body: { code, quantity, approved } },
  });
  const raised = (n: number, times: number): SaidFact[] => {
    const before = salaryOf(n);
    const body = { ...before, monthly: Math.round(before.monthly * times) };
    return [
      { kind: 'salary', employment: 1, from, body, replaces: salaryFact },
      { kind: 'salary', employment: 1, from: '2025-10-01', to: ended, body: before },
    ];
  };
  const bonus = { code: 'holiday-bonus', amount: 141_600, reason: 'AKTA IV § 18' } as const;
  const explained: LaterFacts[] = [
    { n: 0, facts: [{ kind: 'absence', from: day(now, 2), to: day(now, 6), employment: 1, body: fullySick }] },
    { n: 8, facts: raised(8, 1.0227) },
    { n: 9, facts: [{ kind: 'addition', employment: 1, from, body: bonus }] },
    { n: 10, facts: [hours('sunday', 160_000, true)] },
  ];
  if (!mistakes) return explained;
  return [
    ...explained,
    { n: 3, facts: cardFacts.map((replaces) => ({ ...cardOf(now.year, 185_000), replaces, withdrawn: true })) },
    { n: 4, facts: raised(4, 10) },
    { n: 1, facts: [hours('sunday', 80_000, false)] },
    { n: 2, facts: [hours('sunday', 60_000, false)] },
    { n: 5, facts: [hours('night', 1_600_000, true)] },
    { n: 6, facts: [{ kind: 'account', from, body: { index: `demo ${slug} 7`, ending: '1007' } }] },
    {
      n: 11,
      facts: [
        { kind: 'addition', employment: 1, from, body: { code: 'arrears', amount: -600_000, reason: 'Fel belopp' } },
      ],
    },
  ];
}

const fullySick = { cause: 'sick', pay: 'full' } as const;
