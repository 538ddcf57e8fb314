import type { FileStore } from '../../../kernel/files/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { type EventOf, on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Authority, authorityById } from '../../directory/index.ts';
import { loadIsProtected, type Reveal } from '../../identity/index.ts';
import { monthAround } from '../engine/day.ts';
import { unpackFacts } from '../facts/fact.ts';
import { type Employee, loadEmployees, parentsOnLeave } from '../store/facts.ts';
import {
  endReport,
  entriesAbout,
  insertEntries,
  loadReport,
  loadTerms,
  specificationNumbers,
} from '../store/reports.ts';
import '../run/run-events.ts';
import { writeAgi } from './agi.ts';
import { absenceAbout, parentalDays } from './agi-absence.ts';
import { writeCancelling } from './cancelling.ts';
import { writeIncomesRegister } from './incomes-register.ts';
import { paidOf } from './paid-of.ts';
import { writePensionBasis } from './pension-basis.ts';
import {
  type EarlierEntry,
  type KeptReport,
  type Paid,
  type ReportInput,
  type ReportKind,
  reportKinds,
  type Written,
} from './report.ts';
import { writeSie } from './sie.ts';
import { noTerms } from './terms.ts';
import { writeUnionList } from './union-list.ts';
import { writeVoucherCsv } from './voucher-csv.ts';

export type ReportParts = {
  readonly files: Pick<FileStore, 'put'>;
  readonly reveal: Reveal;
  readonly production: boolean;
};

const writers = {
  'incomes-register': writeIncomesRegister,
  'incomes-register-cancel': writeCancelling,
  agi: writeAgi,
  'voucher-sie': writeSie,
  'voucher-csv': writeVoucherCsv,
  pension: writePensionBasis,
  union: writeUnionList,
} as const satisfies Record<ReportKind, (input: ReportInput) => Written>;

/** A report that was asked for is made of the ledger by a job; run again it changes nothing. */
export function reportSubscriptions(parts: ReportParts): readonly Subscription[] {
  return [on('payroll.report-asked', 'payroll.make-report', (scope, event) => makeReport(scope, parts, event))];
}

async function makeReport(scope: Scope, parts: ReportParts, key: EventOf<'payroll.report-asked'>): Promise<void> {
  const { authority: id, report } = key;
  const [kept, [said]] = await scope.read((tx) => Promise.all([loadReport(tx, key), loadTerms(tx, id, 1)]));
  if (kept?.state !== 'asked') return;
  const authority = await authorityById(scope, id);
  const paid = await paidOf(scope, id, kept);
  const away = await awayOf(scope, authority, kept);
  const named = [...paid.map(({ employee }) => employee), ...away.absent];
  const people = await peopleOf(scope, parts, authority, kept, named, paid);
  const written = writers[kept.kind]({
    ...{ report, period: kept.period, at: kept.askedAt, production: parts.production, paid },
    ...away,
    employer: { authority: id, name: authority.name },
    terms: { ...noTerms, ...said?.terms },
    ...{ earlier: await earlierOf(scope, authority, kept), about: aboutOf(kept), cancels: kept.employee },
    numberOf: (employee) => people.numbers.get(employee) ?? null,
    specificationOf: (employee) => people.specifications.get(employee) ?? 0,
  });
  const { content, rows, total, entries, problems } = written;
  const file = content && (await parts.files.put(content, 'application/octet-stream'));
  await scope.write(async (tx) => {
    const isFirst = await endReport(tx, key, {
      ...{ rows, total, problems, namesProtected: people.someProtected },
      ...{ state: file ? 'made' : 'refused', name: file ? nameOf(authority, kept) : null },
      ...{ sha256: file?.digest ?? null, size: file?.size ?? null },
    });
    if (isFirst && entries.length > 0) await insertEntries(tx, key, entries);
  });
}

/** What the entries of a report are of. */
function aboutOf({ kind, run, period }: KeptReport): string {
  return kind === 'agi' ? `agi ${period.slice(0, 7).replace('-', '')}` : `run ${run}`;
}

/** What has been handed over of the same run or month, by employee. */
async function earlierOf(
  scope: Scope,
  { id }: Authority,
  report: KeptReport,
): Promise<ReadonlyMap<string, EarlierEntry>> {
  const found = await scope.read((tx) => entriesAbout(tx, id, aboutOf(report)));
  return new Map(found.map((entry) => [entry.employee, entry]));
}

/** Whose absence a declaration of the month has, also of those who were not paid in it; nobody's in other reports. */
async function awayOf(scope: Scope, { id }: Authority, { kind, period }: KeptReport) {
  if (kind !== 'agi') return { absent: [], earlierAbsence: new Map<string, EarlierEntry>() };
  const month = monthAround(period);
  const [employees, entries] = await scope.read((tx) =>
    Promise.all([parentsOnLeave(tx, id), entriesAbout(tx, id, absenceAbout(period.slice(0, 7).replace('-', '')))]),
  );
  const earlierAbsence = new Map(entries.map((entry) => [entry.employee, entry]));
  const unknown = entries.flatMap(({ employee }) => (employees.some((one) => one.id === employee) ? [] : [employee]));
  const before = await scope.read((tx) => loadEmployees(tx, id, unknown));
  const all = [...employees, ...before].map((one) => ({ ...one, days: parentalDays(unpackFacts(one.facts), month) }));
  return { absent: all.filter((one) => one.days.length > 0 || earlierAbsence.has(one.id)), earlierAbsence };
}

/** The identity numbers that the report names, each with its trace for the person, and the numbers of statements. */
async function peopleOf(
  scope: Scope,
  { reveal }: ReportParts,
  { id }: Authority,
  { kind, id: report }: KeptReport,
  named: readonly Pick<Employee, 'id' | 'party'>[],
  paid: readonly Paid[],
) {
  const numbers = new Map<string, string>();
  let someProtected = false;
  const employees = new Map(named.map(({ id: employee, party }) => [employee, party]));
  for (const [employee, party] of reportKinds[kind].names ? employees : new Map<string, PartyId | null>()) {
    if (party === null) continue;
    someProtected ||= (await scope.read((tx) => loadIsProtected(tx, party))) ?? false;
    const why = { purpose: 'payroll.purpose.report', authority: id, task: 'payroll', unit: null } as const;
    numbers.set(employee, (await reveal(scope, party, { ...why, resource: { report } })).value);
  }
  const specifications =
    kind === 'agi'
      ? await scope.write((tx) => specificationNumbers(tx, id, [...new Set(paid.map(({ employee }) => employee.id))]))
      : new Map<string, number>();
  return { numbers, specifications, someProtected };
}

/** Names no person. */
function nameOf({ slug }: Authority, { id, kind, period, version }: KeptReport): string {
  return `${slug}-${kind}-${period.slice(0, 7)}-${version}-${id.slice(-6)}.${reportKinds[kind].media}`;
}
