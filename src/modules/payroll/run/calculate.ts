import { hash } from 'node:crypto';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Country } from '../engine/codes.ts';
import { type Day, yearOf } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';
import { sumOf } from '../engine/line.ts';
import type { Engine } from '../engine/payslip.ts';
import {
  type DraftColumns,
  type FindingRow,
  type HistoryRow,
  loadHistory,
  loadShapes,
  noteProgress,
  takeWork,
  type WorkRow,
  type WorkState,
  writeDrafts,
  writeFindings,
  writeShapes,
} from '../store/run-work.ts';
import { risks } from './checks.ts';
import { type History, makePayslip, needsHistory, type PaidEmployee, type RunTerms } from './make-payslip.ts';
import { reachBack } from './month-before.ts';
import { keepShape, noShapes, numbersOf, packLines, type Shapes, unpackLines } from './packed-lines.ts';

const BATCH = 1000;
/** Batches that are being written while the next is read and calculated: the database has a core of its own. */
const UNDER_WAY = 2;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export type Calculation = {
  readonly authority: AuthorityId;
  readonly run: string;
  readonly only: readonly string[] | null;
  readonly terms: RunTerms;
};

/** What a process keeps from one calculation to the next. */
export type Calculator = { readonly engine: Engine; readonly shapes: Shapes };

export async function makeCalculator(scope: Scope, engine: Engine): Promise<Calculator> {
  const calculator = { engine, shapes: noShapes() };
  await refreshShapes(scope, calculator.shapes);
  return calculator;
}

async function refreshShapes(scope: Scope, shapes: Shapes): Promise<void> {
  for (const { id, body } of await scope.read((tx) => loadShapes(tx))) keepShape(shapes, Number(id), body);
}

export type Outcome = { readonly made: number; readonly stopped: boolean };

/**
 * Makes the drafts that are missing or out of date, in batches that are committed each by itself: stopped or killed
 * anywhere, it goes on where it was, and what is made twice is the same.
 */
export async function calculateDrafts(scope: Scope, calculator: Calculator, of: Calculation): Promise<Outcome> {
  const writing = new Set<Promise<void>>();
  let failed: unknown;
  let stopped = false;
  let made = 0;
  try {
    for await (const { rows, employees, history } of batchesOf(scope, of)) {
      if (stopped || failed) break;
      const histories = await historiesOf(scope, calculator, await history);
      const written = columnsOf(calculator, of, rows, employees, histories);
      made += rows.length;
      while (writing.size >= UNDER_WAY) await Promise.race(writing);
      const one = writeBatch(scope, calculator, of, written)
        .then((state) => {
          if (state?.stop_asked) stopped = true;
        })
        .catch((error: unknown) => {
          failed ??= error;
        })
        .finally(() => writing.delete(one));
      writing.add(one);
    }
  } finally {
    await Promise.all(writing);
  }
  if (failed) throw failed;
  return { made, stopped };
}

type Written = { readonly made: number; readonly drafts: DraftColumns; readonly findings: readonly FindingRow[] };

async function writeBatch(
  scope: Scope,
  { shapes }: Calculator,
  { authority, run, terms }: Calculation,
  { made, drafts, findings }: Written,
): Promise<WorkState | undefined> {
  const fresh = new Map(shapes.fresh);
  const [state] = await scope.write((tx) =>
    Promise.all([
      noteProgress(tx, authority, run, made),
      writeShapes(tx, fresh),
      writeDrafts(tx, authority, run, terms.rules, drafts),
      writeFindings(tx, authority, run, drafts.employees, findings),
    ]),
  );
  for (const id of fresh.keys()) shapes.fresh.delete(id);
  return state;
}

type Batch = {
  readonly rows: readonly WorkRow[];
  readonly employees: readonly PaidEmployee[];
  readonly history: Promise<readonly HistoryRow[]>;
};

/** Each batch is given when the next one and its history have been asked for: the database reads while we calculate. */
async function* batchesOf(scope: Scope, of: Calculation): AsyncGenerator<Batch> {
  let rows = await readRows(scope, of, FIRST_ID);
  let ready: Batch | undefined;
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    const reading = readRows(scope, of, last.id);
    const employees = rows.map(employeeOf);
    const batch = { rows, employees, history: historyOf(scope, of, rows, employees) };
    for (const asked of [reading, batch.history]) asked.catch(() => undefined); // each is awaited at its turn
    if (ready) yield ready;
    ready = batch;
    rows = await reading;
  }
  if (ready) yield ready;
}

function readRows(scope: Scope, { authority, run, only, terms }: Calculation, after: string) {
  const { rules, paymentDate } = terms;
  const yearStart = `${yearOf(paymentDate)}-01-01`;
  return scope.read((tx) => takeWork(tx, { authority, run, only, after, most: BATCH, rules, paymentDate, yearStart }));
}

/** An employee as a run reads them. */
export function employeeOf(row: WorkRow): PaidEmployee {
  const { born, country, seq, facts, year } = row;
  return {
    ...{ birthDate: born, country: country as Country, seq, facts, before: beforeOf(row) },
    year: year === null ? [] : year.split(',').map(paymentOf),
  };
}

function paymentOf(text: string): { readonly paymentDate: Day; readonly gross: number } {
  return { paymentDate: text.slice(0, 10), gross: Number(text.slice(11)) };
}

function beforeOf(row: WorkRow): PaidEmployee['before'] {
  if (row.before_seq === null) return null;
  return {
    factsSeq: row.before_seq,
    rules: row.before_rules ?? '',
    month: { from: row.before_from ?? '', to: row.before_to ?? '' },
    totals: numbersOf(row.before_totals ?? '{}'),
    gross: Number(row.before_gross),
    net: Number(row.before_net),
  };
}

/** What the ledger has paid those whose earlier months must be looked at again. */
async function historyOf(
  scope: Scope,
  { authority, terms }: Calculation,
  rows: readonly WorkRow[],
  employees: readonly PaidEmployee[],
): Promise<readonly HistoryRow[]> {
  const wanted = rows.filter((_row, n) => needsHistory(employees[n] as PaidEmployee, terms)).map(({ id }) => id);
  if (wanted.length === 0) return [];
  return scope.read((tx) => loadHistory(tx, authority, wanted, reachBack(terms.month)));
}

/** Another process may have made shapes that this one has not met: then they are read once. */
async function historiesOf(
  scope: Scope,
  { shapes }: Calculator,
  paid: readonly HistoryRow[],
): Promise<ReadonlyMap<string, History>> {
  try {
    return unpackAll(shapes, paid);
  } catch {
    await refreshShapes(scope, shapes);
    return unpackAll(shapes, paid);
  }
}

function unpackAll(shapes: Shapes, paid: readonly HistoryRow[]): ReadonlyMap<string, History> {
  const histories = new Map<string, { first: Day; lines: Line[] }>();
  for (const { id, from, to, lines } of paid) {
    const unpacked = unpackLines(shapes, numbersOf(lines), { from, to }, 'pay');
    const history = histories.get(id);
    if (history === undefined) histories.set(id, { first: from, lines: unpacked });
    else for (const line of unpacked) history.lines.push(line);
  }
  return histories;
}

function columnsOf(
  { engine, shapes }: Calculator,
  { terms }: Calculation,
  rows: readonly WorkRow[],
  employees: readonly PaidEmployee[],
  histories: ReadonlyMap<string, History>,
): Written {
  const columns: Record<keyof DraftColumns, string[]> = {
    ...{ employees: [], parties: [], seqs: [], held: [], gross: [], net: [], cost: [], totals: [], lines: [] },
  };
  const findings: FindingRow[] = [];
  rows.forEach(({ id, party, seq }, n) => {
    const made = makePayslip(engine, terms, employees[n] as PaidEmployee, histories.get(id) ?? null);
    const { payslip, held } = made;
    columns.employees.push(id);
    columns.parties.push(party ?? 'NULL');
    columns.seqs.push(String(seq));
    columns.held.push(held ?? 'NULL');
    columns.gross.push(String(payslip.gross));
    columns.net.push(String(payslip.net));
    columns.cost.push(String(sumOf(payslip.employer)));
    columns.totals.push(`"{${made.totals.join()}}"`);
    columns.lines.push(`"${packLines(shapes, [...payslip.lines, ...payslip.employer], terms.month)}"`);
    for (const { kind, cause, detail } of made.findings) {
      const text = JSON.stringify(detail);
      const digest = hash('sha256', `${kind}${text}`).slice(0, 16);
      findings.push({ employee: id, kind, risk: risks[kind], cause, detail, digest });
    }
  });
  const drafts = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, `{${values.join()}}`]),
  ) as DraftColumns;
  return { made: rows.length, drafts, findings };
}
