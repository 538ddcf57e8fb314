import { createHash } from 'node:crypto';
import { derivedId } from '../../../kernel/ids.ts';
import { type Part, writeXml } from '../../../kernel/xml/write-xml.ts';
import { isRecovered } from '../engine/claim.ts';
import { codeOf } from '../engine/codes.ts';
import type { Line } from '../engine/line.ts';
import { isValidIn } from '../facts/fact.ts';
import { decimal } from './csv.ts';
import { BUSINESS_ID, business, deliveryHead } from './delivery-head.ts';
import { checkIncomesRegister } from './incomes-register-structure.ts';
import { type PaidBack, recoveredParts, registerParts } from './recovered.ts';
import { type Entry, isKeptBack, keptBack, type Paid, type Problem, type ReportInput, type Written } from './report.ts';
import type { TermField } from './terms.ts';

/** Codes of the register (koodistot 2020; Statistics Finland's description of TAX_INCOMES, 11 November 2025). */
const PERSON_ID = '2';
const WAGE_REPORTS = '100';
const NEW = '1';
const REPLACES = '2';
const EMPLOYEES_PENSION = '1';
const MEAL = 334;
const CAR = 304;

const required: readonly TermField[] = [
  ...(['number', 'creator', 'sender', 'contactName', 'contactPhone'] as const),
  ...(['pensionProvider', 'pensionPolicy', 'accidentInsurer', 'accidentPolicy'] as const),
];

/** The id of the report of one payment to one person: the same in every version. */
function incomesRegisterId(authority: number, run: string, employee: string): string {
  return derivedId<string>('payroll.incomes-register', String(authority), run, employee).replaceAll('-', '');
}

/**
 * Wage reports to the Incomes Register (`WageReportsToIR`): what has changed since it was last reported, each report
 * under its own id. Nothing of a person is left when nothing has changed.
 */
export function writeIncomesRegister(input: ReportInput): Written {
  const { terms, paid, earlier, employer, production } = input;
  const problems: Problem[] = required
    .filter((field) => terms[field] === '')
    .map((field) => ({ kind: 'terms-missing', employee: null, detail: field }));
  const entries: Entry[] = [];
  const reports: Part[] = [];
  let total = 0;
  for (const one of paid) {
    const { id } = one.employee;
    const trouble = troubleOf(one, input.numberOf(id), production);
    problems.push(...trouble);
    if (trouble.length > 0) continue;
    const before = earlier.get(id);
    const entry = incomesRegisterId(employer.authority, one.row.run, id);
    const body = [incomeEarnerOf(one, input), ['Transactions', transactionsOf(one)] as const] satisfies Part[];
    const digest = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    if (before?.digest === digest || before?.removed) continue; // what was cancelled is not reported again
    const version = (before?.version ?? 0) + 1;
    const data: Part = [
      'ReportData',
      [
        ['ActionCode', version === 1 ? NEW : REPLACES],
        ['ReportId', entry],
        ['ReportVersion', String(version)],
      ],
    ];
    reports.push(['Report', [data, ...body]]);
    entries.push({ employee: id, about: `run ${one.row.run}`, entry, version, digest, removed: false });
    total += Number(one.row.gross);
  }
  const [first] = paid;
  if (reports.length === 0 || !first) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (isKeptBack(problems) || !first) return keptBack(problems);
  const content = writeXml(deliveryOf(input, first, reports));
  problems.push(
    ...checkIncomesRegister(content).map((detail) => ({ kind: 'structure', employee: null, detail }) as const),
  );
  if (isKeptBack(problems)) return keptBack(problems);
  return { content, rows: reports.length, total, entries, problems };
}

function deliveryOf(input: ReportInput, { row }: Paid, reports: readonly Part[]): Part {
  const period: Part[] = [
    ['PaymentDate', row.paymentDate],
    ['StartDate', row.from],
    ['EndDate', row.to],
  ];
  const contact: (Part | null)[] = [
    ['Name', input.terms.contactName],
    ['Telephone', input.terms.contactPhone],
    input.terms.contactEmail === '' ? null : ['Email', input.terms.contactEmail],
  ];
  const data: Part[] = [
    ...deliveryHead(WAGE_REPORTS, input),
    ['PaymentPeriod', period],
    ['ContactPersons', [['ContactPerson', contact]]],
    ['Payer', [['PayerIds', [business('Id', input.terms.number)]]]],
    ['Reports', reports],
  ];
  const space = { 'xmlns:wrtir': 'http://www.tulorekisteri.fi/2017/1/WageReportsToIR' };
  return ['wrtir:WageReportsRequestToIR', [['DeliveryData', data]], space];
}

function incomeEarnerOf({ employee, facts, row }: Paid, { terms, numberOf }: ReportInput): Part {
  const post = facts.findLast((fact) => fact.kind === 'employment' && isValidIn(fact, row.from, row.to));
  const salary = facts.findLast((fact) => fact.kind === 'salary' && isValidIn(fact, row.from, row.to));
  const share = salary?.kind === 'salary' ? salary.body.share / 10_000 : 100;
  const days: (Part | null)[] = post
    ? [['StartDate', post.from], post.to === null || post.to > row.to ? null : ['EndDate', post.to]]
    : [];
  const employment: (Part | null)[] = [
    ['Employed', String(post !== undefined)],
    ['EmploymentCode', share < 100 ? '2' : '1'],
    share < 100 ? ['PartTime', share.toFixed(2)] : null,
    post ? ['EmploymentPeriods', [['Period', days]]] : null,
  ];
  const person: Part[] = [
    ['Type', PERSON_ID],
    ['Code', numberOf(employee.id) ?? ''],
  ];
  const pension: Part[] = [
    ['PensionActCode', EMPLOYEES_PENSION],
    ['PensionProvIdCode', terms.pensionProvider],
    ['PensionPolicyNo', terms.pensionPolicy],
  ];
  const insurer: Part[] = [
    ['Type', BUSINESS_ID],
    ['Code', terms.accidentInsurer],
  ];
  return [
    'IncomeEarner',
    [
      ['IncomeEarnerIds', [['Id', person]]],
      ['Employment', employment],
      ['PensionInsurance', pension],
      [
        'AccidentInsurance',
        [
          ['AccInsProvId', insurer],
          ['AccInsPolicyNo', terms.accidentPolicy],
        ],
      ],
    ],
  ];
}

type Sum = {
  readonly code: number;
  readonly line: Line;
  amount: number;
  readonly kind: 'paid' | 'unjust' | 'recovered';
  /** Of a claim that is paid back net: when, and the withheld tax that comes back with it. */
  readonly back?: { readonly of: PaidBack; readonly withheld: number };
};

/** Of an earlier month and below zero: something that was paid is taken back. */
function isRecovery({ facts, amount, earnedTo }: Line, from: string): boolean {
  return amount < 0 && facts.includes('ledger') && earnedTo < from;
}

/** What was paid, by code and days of earning; what was unjust of it; and what is taken back of earlier payments. */
function sumsOf({ lines, row, recoveredLater, claims, paidBack }: Paid): readonly Sum[] {
  const sums = new Map<string, Sum>();
  const add = (line: Line, amount: number, kind: Sum['kind']) => {
    const code = codeOf(line.code).incomesRegister?.code;
    if (code === undefined) return;
    const key = `${code} ${kind} ${kind === 'unjust' ? '' : `${line.earnedFrom} ${line.earnedTo}`}`;
    const found = sums.get(key);
    if (found) found.amount += amount;
    else sums.set(key, { code, line, amount, kind });
  };
  for (const line of lines) {
    const { side } = codeOf(line.code);
    if (side === 'employer' || (isRecovered(line) && side === 'pay')) continue;
    if (isRecovery(line, row.from)) add(line, 0 - line.amount, 'recovered');
    else add(line, side === 'deduction' ? 0 - line.amount : line.amount, 'paid');
  }
  for (const line of recoveredLater) {
    const code = codeOf(line.code).incomesRegister?.code;
    const whole = [...sums.values()].find((sum) => sum.kind === 'paid' && sum.code === code);
    if (!whole) continue;
    whole.amount += line.amount;
    add({ ...line, earnedFrom: row.from, earnedTo: row.to }, 0 - line.amount, 'unjust');
  }
  for (const claim of claims)
    for (const { code, amount } of registerParts(claim)) {
      const whole = [...sums.values()].find((sum) => sum.kind === 'paid' && sum.code === code);
      if (!whole) continue;
      whole.amount -= amount;
      sums.set(`${code} claim ${claim.month.from}`, { code, line: whole.line, amount, kind: 'unjust' });
    }
  for (const [n, of] of paidBack.entries())
    for (const { code, amount, withheld } of recoveredParts(of)) {
      const [line] = lines;
      if (line) sums.set(`${code} back ${n}`, { code, line, amount, kind: 'recovered', back: { of, withheld } });
    }
  return [...sums.values()]
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => a.code - b.code || (a.line.earnedFrom < b.line.earnedFrom ? -1 : 1));
}

function transactionsOf(one: Paid): readonly Part[] {
  return sumsOf(one).map(({ code, line, amount, kind, back }): Part => {
    const basic: (Part | null)[] = [
      ['TransactionCode', String(code)],
      ['Amount', decimal(amount)],
      kind === 'unjust' ? ['UnjustEnrichment', 'true'] : null,
      kind === 'recovered' ? ['Recovery', 'true'] : null,
    ];
    const { earnedFrom, earnedTo } = line;
    const isOfAnother = code < 400 && (earnedFrom < one.row.from || earnedTo > one.row.to);
    const earned: Part[] = [
      ['StartDate', earnedFrom],
      ['EndDate', earnedTo],
    ];
    return [
      'Transaction',
      [
        ['TransactionBasic', basic],
        isOfAnother && kind === 'paid' ? ['EarningPeriods', [['EarningPeriod', earned]]] : null,
        code === MEAL ? ['MealBenefit', [['TaxValue', 'true']]] : null,
        kind === 'recovered' ? (back ? paidBackOf(back) : recoveryOf(one, line)) : null,
      ],
    ];
  });
}

/** When it was paid back, with the tax that had been withheld of it. */
function paidBackOf({ of: { claim, on }, withheld }: NonNullable<Sum['back']>): Part {
  const original: Part[] = [
    ['PaymentDate', claim.paymentDate],
    ['StartDate', claim.month.from],
    ['EndDate', claim.month.to],
  ];
  return [
    'RecoveryData',
    [
      ['RecoveryDate', on],
      withheld === 0 ? null : ['Withhold', decimal(withheld)],
      ['OrigPaymentPeriods', [['OrigPaymentPeriod', original]]],
    ],
  ];
}

/** When it is taken back, and of which payment it was. */
function recoveryOf({ row, paymentOf }: Paid, { earnedFrom, earnedTo }: Line): Part {
  const of = paymentOf(earnedFrom);
  const original: (Part | null)[] = [
    of ? ['PaymentDate', of.paymentDate] : null,
    ['StartDate', of?.from ?? earnedFrom],
    ['EndDate', of?.to ?? earnedTo],
  ];
  return [
    'RecoveryData',
    [
      ['RecoveryDate', row.paymentDate],
      ['OrigPaymentPeriods', [['OrigPaymentPeriod', original]]],
    ],
  ];
}

/** Why a person's report is kept back while the others go. */
function troubleOf(one: Paid, number: string | null, production: boolean): readonly Problem[] {
  const { employee, lines } = one;
  const found: Problem[] = [];
  const say = (kind: Problem['kind'], detail: string) => found.push({ kind, employee: employee.number, detail });
  if (number === null || !/^\d{6}[-+A-FU-Y]\d{3}[0-9A-Z]$/.test(number)) say('number-missing', '');
  for (const { code, amount, verified } of lines) {
    const { side, incomesRegister, inRecovery } = codeOf(code);
    const isTold = code !== 'benefits-not-paid' && !inRecovery;
    if (side !== 'employer' && isTold && amount !== 0 && !incomesRegister) say('code-missing', code);
    if (incomesRegister?.code === CAR) say('car-details-missing', code);
    if (production && !(verified && (incomesRegister?.verified ?? true))) say('unverified', code);
  }
  if (production && one.paidBack.some(({ claim }) => claim.tax > 0)) say('recovery-unverified', '');
  for (const { code, amount } of sumsOf(one)) if (amount < 0) say('negative-amount', String(code));
  return found;
}
