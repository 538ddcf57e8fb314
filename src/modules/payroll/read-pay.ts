import { pipelined } from '../../kernel/database/pipelined.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authoritiesByIds } from '../directory/index.ts';
import type { Line } from './engine/line.ts';
import { asShown, grantedFor, mayRead, tellEmployees } from './may-read.ts';
import { numbersOf, unpackLines } from './run/packed-lines.ts';
import type { RunEvent } from './run/run.ts';
import { shapesOf } from './run/run-jobs.ts';
import { type Employee, ownEmployee } from './store/facts.ts';
import { countFindings, countsOfRuns, type FindingCounts, type FoundRow, openFindings } from './store/findings.ts';
import { loadProjections, ownPayslips, type PayslipRow } from './store/payslips.ts';
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
/** Runs of an employer among which the month's own, and those beside it that are under way, are looked for. */
const LATEST = 30;

export type BoardLine = {
  readonly authority: Authority;
  readonly run: RunRow | null;
  readonly sums: RunSums | null;
  readonly counts: FindingCounts | null;
  /** Runs beside the month that are not over. */
  readonly beside: readonly RunRow[];
  /** An auditor only looks. */
  readonly mayHandle: boolean;
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
  const latest = await scope.read((tx) => latestRuns(tx, ids, LATEST));
  const runs = ids.flatMap((id) => latest.find((one) => one.authority === id && one.kind === 'regular') ?? []);
  const handled = new Set(grantedFor(scope, ['payroll']));
  const [sums, counts] = await scope.read((tx) => pipelined([sumsOfRuns(tx, runs), countsOfRuns(tx, runs)]));
  const lines = authorities.map((authority): BoardLine => {
    const run = runs.find((one) => one.authority === authority.id) ?? null;
    const beside = latest.filter((one) => one.authority === authority.id && one.kind !== 'regular' && !isOver(one));
    return {
      ...{ authority, run, sums: sums.get(authority.id) ?? null, counts: counts.get(authority.id) ?? null, beside },
      mayHandle: handled.has(authority.id),
    };
  });
  return { lines: lines.toSorted(byWhatIsLeft), time: timeIds.flatMap((id) => named.get(id) ?? []) };
}

function isOver({ state }: RunRow): boolean {
  return state === 'closed' || state === 'cancelled';
}

function byWhatIsLeft(a: BoardLine, b: BoardLine): number {
  const left = (b.counts?.left ?? 0) - (a.counts?.left ?? 0);
  const started = Number(b.run !== null) - Number(a.run !== null);
  return left || started || a.authority.name.localeCompare(b.authority.name, 'sv');
}

export type RunView = {
  readonly run: RunRow;
  readonly sums: RunSums;
  readonly counts: FindingCounts;
  readonly exceptions: readonly FoundRow[];
  readonly notices: readonly FoundRow[];
  readonly events: readonly RunEvent[];
  readonly projections: Awaited<ReturnType<typeof loadProjections>>;
  /** An auditor only looks. */
  readonly mayHandle: boolean;
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
  const mayHandle = grantedFor(scope, ['payroll']).includes(authority);
  const [left, noticed] = await Promise.all([asShown(scope, exceptions), asShown(scope, notices)]);
  return { run, sums, counts, exceptions: left, notices: noticed, events, projections, mayHandle };
}

export type PayslipView = { readonly row: PayslipRow; readonly lines: readonly Line[] };

/** Payslips with their lines, in the order of the rows. */
export async function linesOf(scope: Scope, rows: readonly PayslipRow[]): Promise<readonly PayslipView[]> {
  const shapes = await shapesOf(scope, rows);
  return rows.map((row) => ({ row, lines: unpackLines(shapes, numbersOf(row.lines), { from: row.from, to: row.to }) }));
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
