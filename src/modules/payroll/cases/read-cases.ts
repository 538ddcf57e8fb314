import { type Country, codesOf, countries } from '../engine/codes.ts';
import { type Day, monthAround, type Period } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import type { Line } from '../engine/line.ts';
import type { EmployerFacts, Garnishment, PayslipInput, TaxFacts } from '../engine/payslip-input.ts';
import { FIRST_TABLE, LAST_TABLE } from '../engine/sweden/payment-rules.ts';
import { taxColumns } from '../engine/sweden/tax-table.ts';
import { countAt, dayAt, decimalAt, listAt, objectAt, oneOfAt, type Reader, refuse, textAt } from './reader.ts';

/** A case of the file, ready to be calculated. */
export type PayCase = { readonly id: string; readonly input: PayslipInput };

const keys = [
  'id',
  'country',
  'paymentDate',
  'employee',
  'taxCard',
  'taxTable',
  'pay',
  'benefits',
  'garnishment',
  'employer',
] as const;

const amount = { digits: 2 } as const;
const sum = { digits: 2, least: 0 } as const;
const percent = { digits: 4, least: 0, most: 1_000_000 } as const;

/** The cases of a file, or every problem in it by path: then none of them is calculated. */
export function readCases(content: unknown): {
  readonly cases: readonly PayCase[];
  readonly problems: readonly string[];
} {
  const reader: Reader = { problems: [] };
  if (!Array.isArray(content)) return { cases: [], problems: ['the file is not a list of cases'] };
  const cases = content.map((one, n) => readCase(reader, `[${n}]`, one));
  const ids = new Map<string, number>();
  cases.forEach((one, n) => {
    if (!one) return;
    const first = ids.get(one.id);
    if (first !== undefined) refuse(reader, `[${n}].id`, `"${one.id}" is the id of [${first}] too`);
    else ids.set(one.id, n);
  });
  return { cases: cases.filter((one) => one !== undefined), problems: reader.problems };
}

function readCase(reader: Reader, path: string, value: unknown): PayCase | undefined {
  const given = objectAt(reader, path, value, keys);
  if (!given) return undefined;
  const id = textAt(reader, `${path}.id`, given.id);
  const country = oneOfAt(reader, `${path}.country`, given.country, countries);
  const paymentDate = dayAt(reader, `${path}.paymentDate`, given.paymentDate);
  if (!country) return undefined;
  const earned = monthAround(paymentDate);
  const lines = (key: 'pay' | 'benefits') =>
    given[key] === undefined
      ? []
      : listAt(reader, `${path}.${key}`, given[key]).flatMap(
          (item, n) =>
            readItem(reader, `${path}.${key}[${n}]`, item, key === 'pay' ? 'pay' : 'benefit', country, earned) ?? [],
        );
  if (given.pay === undefined && given.benefits === undefined) refuse(reader, `${path}.pay`, 'is missing');
  const input: PayslipInput = {
    country,
    paymentDate,
    earned,
    birthDate: readBirthDate(reader, `${path}.employee`, given.employee, paymentDate),
    pay: lines('pay'),
    benefits: lines('benefits'),
    tax: readTax(reader, path, given, country),
    garnishment: readGarnishment(reader, `${path}.garnishment`, given.garnishment, country),
    employer: readEmployer(reader, `${path}.employer`, given.employer),
  };
  return { id, input };
}

function readBirthDate(reader: Reader, path: string, value: unknown, paymentDate: Day): Day {
  const given = objectAt(reader, path, value, ['birthDate']);
  if (!given) return paymentDate;
  const birthDate = dayAt(reader, `${path}.birthDate`, given.birthDate);
  if (birthDate > paymentDate) refuse(reader, `${path}.birthDate`, `${birthDate} is after the payment date`);
  return birthDate;
}

function readItem(
  reader: Reader,
  path: string,
  value: unknown,
  side: 'pay' | 'benefit',
  country: Country,
  earned: Period,
): Line | undefined {
  const allowed = side === 'pay' ? ['code', 'amount', 'quantity', 'unitPrice'] : ['code', 'amount'];
  const given = objectAt(reader, path, value, allowed);
  if (!given) return undefined;
  const code = oneOfAt(reader, `${path}.code`, given.code, codesOf(side, country));
  const priced = given.quantity !== undefined || given.unitPrice !== undefined;
  if (priced && given.amount !== undefined) {
    refuse(reader, path, 'has an amount, and a quantity or unit price: it is one or the other');
  }
  if (!priced) {
    const read = decimalAt(reader, `${path}.amount`, given.amount, side === 'pay' ? amount : sum);
    return code && givenLine(country, { code, amount: read }, earned);
  }
  const quantity = decimalAt(reader, `${path}.quantity`, given.quantity, { digits: 4 });
  const unitPrice = decimalAt(reader, `${path}.unitPrice`, given.unitPrice, { digits: 6 });
  return code && givenLine(country, { code, quantity, unitPrice }, earned);
}

function readTax(reader: Reader, path: string, given: Readonly<Record<string, unknown>>, country: Country): TaxFacts {
  const { taxCard, taxTable } = given;
  if (country === 'AX') {
    if (taxTable !== undefined) refuse(reader, `${path}.taxTable`, 'belongs to Sweden: on Åland there is a taxCard');
    return taxCard === undefined ? { kind: 'none' } : readCard(reader, `${path}.taxCard`, taxCard);
  }
  if (taxCard !== undefined) refuse(reader, `${path}.taxCard`, 'belongs to Åland: in Sweden there is a taxTable');
  return taxTable === undefined ? { kind: 'none' } : readTable(reader, `${path}.taxTable`, taxTable);
}

function readCard(reader: Reader, path: string, value: unknown): TaxFacts {
  const given = objectAt(reader, path, value, ['basePercent', 'yearLimit', 'additionalPercent', 'earnedBefore']);
  if (!given) return { kind: 'none' };
  const { basePercent, yearLimit, additionalPercent, earnedBefore } = given;
  const card = {
    basePercent: decimalAt(reader, `${path}.basePercent`, basePercent, percent),
    yearLimit: decimalAt(reader, `${path}.yearLimit`, yearLimit, sum),
    additionalPercent: decimalAt(reader, `${path}.additionalPercent`, additionalPercent, percent),
    earnedBefore: earnedBefore === undefined ? 0 : decimalAt(reader, `${path}.earnedBefore`, earnedBefore, amount),
  };
  return { kind: 'card', card };
}

function readTable(reader: Reader, path: string, value: unknown): TaxFacts {
  const given = objectAt(reader, path, value, ['table', 'column']);
  if (!given) return { kind: 'none' };
  const table = countAt(reader, `${path}.table`, given.table, FIRST_TABLE, LAST_TABLE);
  const column = countAt(reader, `${path}.column`, given.column, 1, taxColumns.length);
  return { kind: 'table', table, column: taxColumns.find((known) => known === column) ?? 1 };
}

function readGarnishment(reader: Reader, path: string, value: unknown, country: Country): Garnishment | undefined {
  if (value === undefined) return undefined;
  const given = objectAt(reader, path, value, ['dependants', 'reserved']);
  if (!given) return undefined;
  const { dependants, reserved } = given;
  if ((dependants === undefined) === (reserved === undefined)) {
    refuse(reader, path, 'has either dependants or reserved');
    return undefined;
  }
  if (reserved !== undefined)
    return { kind: 'reserved', reserved: decimalAt(reader, `${path}.reserved`, reserved, sum) };
  if (country === 'SE')
    refuse(reader, `${path}.dependants`, 'belongs to Åland: in Sweden Kronofogden decides what is reserved');
  return { kind: 'dependants', dependants: countAt(reader, `${path}.dependants`, dependants, 0, 30) };
}

/** Swedish law looks at none of them. */
function readEmployer(reader: Reader, path: string, value: unknown): EmployerFacts {
  if (value === undefined) return {};
  const names = ['pensionTotalPercent', 'accidentPercent', 'groupLifePercent', 'paidBeforeThisYear'] as const;
  const given = objectAt(reader, path, value, names);
  if (!given) return {};
  const read = (key: (typeof names)[number], limits: { digits: number; least: number; most?: number }) =>
    given[key] === undefined ? undefined : decimalAt(reader, `${path}.${key}`, given[key], limits);
  const facts = {
    pensionTotal: read('pensionTotalPercent', percent),
    accident: read('accidentPercent', percent),
    groupLife: read('groupLifePercent', percent),
    paidBeforeThisYear: read('paidBeforeThisYear', sum),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
}
