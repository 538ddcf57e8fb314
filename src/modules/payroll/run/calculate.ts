import { hash } from 'node:crypto';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Country } from '../engine/codes.ts';
import { type Day, type Period, yearOf } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';
import { sumOf } from '../engine/line.ts';
import type { Engine } from '../engine/payslip.ts';
import {
  type DraftColumns,
  type FindingRow,
  loadHistory,
  loadShapes,
  noteProgress,
  takeWork,
  type WorkRow,
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
  const { authority, run, only, terms } = of;
  const writing = new Set<Promise<void>>();
  let failed: unknown;
  let stopped = false;
  let made = 0;
  let after = FIRST_ID;
  const batch = (from: string) => ({
    ...{ authority, run, only, after: from, most: BATCH, rules: terms.rules, paymentDate: terms.paymentDate },
    yearStart: `${yearOf(terms.paymentDate)}-01-01`,
  });
  let reading = scope.read((tx) => takeWork(tx, batch(after)));
  for (;;) {
    const rows = await reading;
    const last = rows.at(-1);
    if (!last || stopped || failed) break;
    after = last.id;
    const employees = rows.map(employeeOf);
    reading = scope.read((tx) => takeWork(tx, batch(after)));
    reading.catch(() => undefined); // awaited at the next turn
    const histories = await historiesOf(scope, calculator, of, rows, employees);
    const written = columnsOf(calculator, of, rows, employees, histories);
    made += rows.length;
    while (writing.size >= UNDER_WAY) await Promise.race(writing);
    const fresh = new Map(calculator.shapes.fresh);
    const one = scope
      .write(async (tx) => {
        const [state] = await Promise.all([
          noteProgress(tx, authority, run, rows.length),
          writeShapes(tx, fresh),
          writeDrafts(tx, authority, run, terms.rules, written.drafts),
          writeFindings(tx, authority, run, written.drafts.employees, written.findings),
        ]);
        if (state?.stop_asked) stopped = true;
      })
      .then(() => {
        for (const id of fresh.keys()) calculator.shapes.fresh.delete(id);
      })
      .catch((error: unknown) => {
        failed ??= error;
      })
      .finally(() => writing.delete(one));
    writing.add(one);
  }
  await Promise.all([...writing, reading.catch(() => undefined)]);
  if (failed) throw failed;
  return { made, stopped };
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
async function historiesOf(
  scope: Scope,
  calculator: Calculator,
  { authority, terms }: Calculation,
  rows: readonly WorkRow[],
  employees: readonly PaidEmployee[],
): Promise<ReadonlyMap<string, History>> {
  const wanted = rows.filter((_row, n) => needsHistory(employees[n] as PaidEmployee, terms)).map(({ id }) => id);
  if (wanted.length === 0) return new Map();
  const start = reachBack(terms.month);
  const found = await scope.read((tx) => loadHistory(tx, authority, wanted, start, terms.paymentDate));
  const paid = found.map(({ id, from, to, lines }) => ({ id, month: { from, to }, packed: numbersOf(lines) }));
  const unpacked = await unpackAll(scope, calculator.shapes, paid);
  const histories = new Map<string, { first: Day; lines: Line[] }>();
  paid.forEach(({ id, month }, n) => {
    const history = histories.get(id) ?? { first: month.from, lines: [] };
    history.lines.push(...(unpacked[n] ?? []));
    histories.set(id, history);
  });
  return histories;
}

/** Another process may have made shapes that this one has not met: then they are read once. */
async function unpackAll(
  scope: Scope,
  shapes: Shapes,
  paid: readonly { readonly month: Period; readonly packed: readonly number[] }[],
): Promise<readonly (readonly Line[])[]> {
  try {
    return paid.map(({ month, packed }) => unpackLines(shapes, packed, month));
  } catch {
    await refreshShapes(scope, shapes);
    return paid.map(({ month, packed }) => unpackLines(shapes, packed, month));
  }
}

function columnsOf(
  { engine, shapes }: Calculator,
  { terms }: Calculation,
  rows: readonly WorkRow[],
  employees: readonly PaidEmployee[],
  histories: ReadonlyMap<string, History>,
): { readonly drafts: DraftColumns; readonly findings: FindingRow[] } {
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
  return { drafts, findings };
}
