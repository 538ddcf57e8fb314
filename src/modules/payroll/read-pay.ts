import type { Task } from '../../kernel/authority.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authoritiesByIds } from '../directory/index.ts';
import type { Line } from './engine/line.ts';
import type { Engine } from './engine/payslip.ts';
import { type Fact, packFacts, unpackFacts } from './facts/fact.ts';
import { type MadePayslip, makePayslip } from './run/make-payslip.ts';
import { numbersOf, unpackLines } from './run/packed-lines.ts';
import { rulesDigest } from './run/rules-digest.ts';
import type { RunEvent } from './run/run.ts';
import { shapesOf } from './run/run-jobs.ts';
import { type Employee, employeesWithOpenTime, loadEmployee, ownEmployee } from './store/facts.ts';
import {
  countFindings,
  countsOfRuns,
  type FindingCounts,
  type FoundRow,
  findingsOn,
  openFindings,
} from './store/findings.ts';
import { loadDraft, loadProjections, ownPayslips, type PayslipRow, payslipsOf } from './store/payslips.ts';
import {
  latestRuns,
  loadRun,
  loadRunEvents,
  type RunRow,
  type RunSums,
  sumsOfDrafts,
  sumsOfRuns,
} from './store/run.ts';

const SHOWN = 100;

/** The right to look: who handles pay, or who audits it. */
export async function mayRead(scope: Scope, authority: AuthorityId): Promise<Permit> {
  const asked = await scope.mayAct('payroll.read', { authority, task: 'payroll' });
  return permit(scope, 'payroll.read', { authority, task: asked.decision === 'yes' ? 'payroll' : 'payroll-audit' });
}

/** Those whose pay a list names find in their log that an official has looked; committed before anything is shown. */
export async function tellEmployees(
  scope: Scope,
  authority: AuthorityId,
  parties: readonly (string | null)[],
  { basis }: Permit,
): Promise<void> {
  const named = [...new Set(parties.flatMap((party) => party ?? []))];
  if (named.length === 0) return;
  const purpose = 'payroll.purpose.read';
  await scope.write((tx) =>
    scope.auditList(
      tx,
      named.map((about) => ({ about: about as PartyId, authority, purpose, basis })),
    ),
  );
}

export type BoardLine = {
  readonly authority: Authority;
  readonly run: RunRow | null;
  readonly sums: RunSums | null;
  readonly counts: FindingCounts | null;
};

export type Board = {
  readonly lines: readonly BoardLine[];
  /** Where the official approves time. */
  readonly time: readonly Authority[];
};

/** Every employer that the official may look at, with its latest run; what asks for most first. */
export async function readBoard(scope: Scope): Promise<Board> {
  const [ids, timeIds] = [grantedFor(scope, ['payroll', 'payroll-audit']), grantedFor(scope, ['payroll-time'])];
  const named = await authoritiesByIds(scope, [...new Set([...ids, ...timeIds])]);
  const authorities = ids.flatMap((id) => named.get(id) ?? []);
  const runs = await scope.read((tx) => latestRuns(tx, ids, 1));
  const [sums, counts] = await scope.read((tx) => pipelined([sumsOfRuns(tx, runs), countsOfRuns(tx, runs)]));
  const lines = authorities.map((authority): BoardLine => {
    const run = runs.find((one) => one.authority === authority.id) ?? null;
    return { authority, run, sums: sums.get(authority.id) ?? null, counts: counts.get(authority.id) ?? null };
  });
  return { lines: lines.toSorted(byWhatIsLeft), time: timeIds.flatMap((id) => named.get(id) ?? []) };
}

function byWhatIsLeft(a: BoardLine, b: BoardLine): number {
  const left = (b.counts?.left ?? 0) - (a.counts?.left ?? 0);
  const started = Number(b.run !== null) - Number(a.run !== null);
  return left || started || a.authority.name.localeCompare(b.authority.name, 'sv');
}

function grantedFor({ actor }: Scope, some: readonly Task[]): readonly AuthorityId[] {
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const granted = actor.grants.filter(({ tasks }) => tasks.some((task) => some.includes(task)));
  return [...new Set(granted.map(({ authority }) => authority))];
}

export type RunView = {
  readonly run: RunRow;
  readonly sums: RunSums;
  readonly counts: FindingCounts;
  readonly exceptions: readonly FoundRow[];
  readonly notices: readonly FoundRow[];
  readonly events: readonly RunEvent[];
  readonly projections: Awaited<ReturnType<typeof loadProjections>>;
};

/** @throws Refusal not-found, not-allowed */
export async function readRun(scope: Scope, authority: AuthorityId, id: string): Promise<RunView> {
  const permitted = await mayRead(scope, authority);
  const [run, sums, counts, exceptions, notices, events, projections] = await scope.read((tx) =>
    Promise.all([
      loadRun(tx, authority, id),
      sumsOfDrafts(tx, authority, id),
      countFindings(tx, authority, id),
      openFindings(tx, authority, id, { from: 5, to: 9 }, SHOWN),
      openFindings(tx, authority, id, { from: 0, to: 4 }, SHOWN),
      loadRunEvents(tx, authority, id),
      loadProjections(tx, authority, id),
    ]),
  );
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  const parties = [...exceptions, ...notices].map(({ party }) => party);
  await tellEmployees(scope, authority, parties, permitted);
  return { run, sums, counts, exceptions, notices, events, projections };
}

export type PayslipView = { readonly row: PayslipRow; readonly lines: readonly Line[] };

export type PersonView = {
  readonly employee: Employee;
  readonly facts: readonly Fact[];
  readonly shown: PayslipView | null;
  readonly findings: Awaited<ReturnType<typeof findingsOn>>;
  readonly months: readonly PayslipRow[];
};

async function employeeOf(scope: Scope, authority: AuthorityId, id: string): Promise<Employee> {
  const employee = await scope.read((tx) => loadEmployee(tx, authority, id));
  if (!employee) throw new Refusal('not-found', 'payroll.employee.not-found');
  return employee;
}

/** Payslips with their lines, in the order of the rows. */
export async function linesOf(scope: Scope, rows: readonly PayslipRow[]): Promise<readonly PayslipView[]> {
  const shapes = await shapesOf(scope, rows);
  return rows.map((row) => ({ row, lines: unpackLines(shapes, numbersOf(row.lines), { from: row.from, to: row.to }) }));
}

/** A person's month: of the run that is asked for, as a draft or as it was paid; without one the latest paid. */
export async function readPerson(
  scope: Scope,
  authority: AuthorityId,
  id: string,
  run: string | undefined,
): Promise<PersonView> {
  const { basis } = await mayRead(scope, authority);
  const employee = await employeeOf(scope, authority, id);
  const months = await scope.read((tx) => payslipsOf(tx, authority, id, 24));
  const paid = run === undefined ? months[0] : months.find((one) => one.run === run);
  const row = paid ?? (run === undefined ? undefined : await scope.read((tx) => loadDraft(tx, authority, run, id)));
  const [shown = null] = row ? await linesOf(scope, [row]) : [];
  const findings = row ? await scope.read((tx) => findingsOn(tx, authority, row.run, id)) : [];
  if (employee.party !== null) {
    const about = employee.party;
    await scope.write((tx) =>
      scope.audit(tx, { about, action: 'payroll.read', purpose: 'payroll.purpose.read', basis, authority }),
    );
  }
  return { employee, facts: unpackFacts(employee.facts), shown, findings, months };
}

/** The month of a run with another salary: calculated as the run does it, and nothing is stored. */
export async function whatIf(
  scope: Scope,
  engine: Engine,
  key: { readonly authority: AuthorityId; readonly employee: string; readonly run: string },
  said: { readonly monthly: number; readonly share: number },
): Promise<MadePayslip> {
  const permitted = await mayRead(scope, key.authority);
  const employee = await employeeOf(scope, key.authority, key.employee);
  await tellEmployees(scope, key.authority, [employee.party], permitted);
  const run = await scope.read((tx) => loadRun(tx, key.authority, key.run));
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  const months = await scope.read((tx) => payslipsOf(tx, key.authority, key.employee, 12));
  const facts = unpackFacts(employee.facts).map((fact) => (fact.kind === 'salary' ? { ...fact, body: said } : fact));
  const { from, to, paymentDate } = run;
  const year = months
    .filter((one) => one.paymentDate < paymentDate && one.paymentDate.slice(0, 4) === paymentDate.slice(0, 4))
    .map((one) => ({ paymentDate: one.paymentDate, gross: Number(one.gross) }));
  const { birthDate, country, seq } = employee;
  const terms = { month: { from, to }, paymentDate, rules: rulesDigest(engine.book), employer: {} };
  return makePayslip(engine, terms, { birthDate, country, seq, facts: packFacts(facts), before: null, year }, null);
}

export type OwnPay = {
  readonly payslips: readonly PayslipView[];
  readonly employees: readonly Employee[];
};

/** What a person is paid, by every employer here. */
export async function readOwnPay(scope: Scope): Promise<OwnPay> {
  await permit(scope, 'payroll.read-own', {});
  const party = scope.principal as PartyId; // a resident's scope has one, or permit has refused
  const [rows, employees] = await scope.read((tx) => Promise.all([ownPayslips(tx, party, 13), ownEmployee(tx, party)]));
  return { payslips: await linesOf(scope, rows), employees };
}

/** Hours that wait for their manager. */
export async function readOpenTime(scope: Scope, authority: AuthorityId): Promise<readonly Employee[]> {
  const permitted = await permit(scope, 'payroll.approve-time', { authority, task: 'payroll-time' });
  const employees = await scope.read((tx) => employeesWithOpenTime(tx, authority, SHOWN));
  const parties = employees.map(({ party }) => party);
  await tellEmployees(scope, authority, parties, permitted);
  return employees;
}
