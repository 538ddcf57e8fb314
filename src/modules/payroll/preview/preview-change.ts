import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Authority, authoritiesByIds, type Unit, unitsOf } from '../../directory/index.ts';
import { yearOf } from '../engine/day.ts';
import { sumOf } from '../engine/line.ts';
import { type Engine, makeEngine } from '../engine/payslip.ts';
import { unpackFacts } from '../facts/fact.ts';
import { grantedFor, mayRead } from '../may-read.ts';
import { employeeOf } from '../run/calculate.ts';
import { makePayslip, type PaidEmployee, type RunTerms } from '../run/make-payslip.ts';
import { latestRuns, type RunRow } from '../store/run.ts';
import { takeWork } from '../store/run-work.ts';
import { type SupposedChange, withFigure, withRaise } from './supposed-change.ts';

/** The latest runs of each employer that a change is tried on. */
const MONTHS = 3;
const BATCH = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** No payslip is by these rules, so everybody is taken. */
const BY_NONE = 'preview';

/** What a change does to one month of one employer; amounts in cent or öre. */
export type Effect = {
  readonly authority: Authority;
  readonly month: string;
  readonly people: number;
  readonly touched: number;
  readonly gross: number;
  readonly cost: number;
  readonly net: number;
  /** The same by unit, of those who are touched, by the name that the directory has for it; what costs most first. */
  readonly units: readonly UnitEffect[];
};

export type UnitEffect = { readonly unit: string; readonly touched: number; readonly total: number };

/**
 * Who is touched by a change and what it costs, on the real runs of every employer that the official may look at. Both
 * ways are calculated as a run does it; nothing is stored.
 * @throws Refusal invalid when the figure can not be so
 */
export async function previewChange(
  scope: Scope,
  engine: Engine,
  change: SupposedChange,
  of?: readonly AuthorityId[],
): Promise<readonly Effect[]> {
  const changed = engineAfter(engine, change);
  const ids = of ?? grantedFor(scope, ['payroll', 'payroll-audit']);
  for (const id of ids) await mayRead(scope, id);
  const [named, runs] = await Promise.all([
    authoritiesByIds(scope, ids),
    scope.read((tx) => latestRuns(tx, ids, MONTHS)),
  ]);
  const effects: Effect[] = [];
  for (const run of runs) {
    const authority = named.get(run.authority);
    if (!authority || run.state === 'cancelled' || run.to < change.from) continue;
    const { byUnit, ...sums } = await effectOn(scope, run, engine, changed, change);
    const units = unitsOfEffect(byUnit, await unitsOf(scope, authority.id));
    effects.push({ authority, month: run.from, ...sums, units });
  }
  return effects.toSorted(
    (a, b) => a.authority.name.localeCompare(b.authority.name, 'sv') || (a.month < b.month ? 1 : -1),
  );
}

function engineAfter(engine: Engine, change: SupposedChange): Engine {
  if (change.kind === 'raise') return engine;
  const book = withFigure(engine.book, change.key, change.value, change.from);
  if (!book) throw new Refusal('invalid', 'payroll.preview.figure');
  return makeEngine(book);
}

type Sums = Omit<Effect, 'authority' | 'month' | 'units'> & { readonly byUnit: Map<string, Omit<UnitEffect, 'unit'>> };

/** By the directory's names, where the contract names one of its units; else by the contract's own word. */
function unitsOfEffect(byUnit: Sums['byUnit'], units: readonly Unit[]): readonly UnitEffect[] {
  const named = [...byUnit].map(([word, sums]) => {
    const known = units.find(({ id, name }) => id === word || name.toLowerCase() === word.toLowerCase());
    return { unit: known?.name ?? word, ...sums };
  });
  return named.toSorted((a, b) => b.total - a.total || a.unit.localeCompare(b.unit, 'sv'));
}

async function effectOn(
  scope: Scope,
  run: RunRow,
  engine: Engine,
  changed: Engine,
  change: SupposedChange,
): Promise<Sums> {
  const { paymentDate, from, to } = run;
  const terms: RunTerms = { month: { from, to }, paymentDate, rules: BY_NONE, employer: {} };
  const sums = {
    people: 0,
    touched: 0,
    gross: 0,
    cost: 0,
    net: 0,
    byUnit: new Map<string, Omit<UnitEffect, 'unit'>>(),
  };
  for (let after = FIRST_ID; ; ) {
    const rows = await scope.read((tx) => takeWork(tx, batchOf(run, after)));
    const last = rows.at(-1);
    if (!last) return sums;
    after = last.id;
    for (const row of rows) add(sums, terms, employeeOf(row), engine, changed, change);
  }
}

function batchOf({ authority, id, only, paymentDate }: RunRow, after: string) {
  return {
    ...{ authority: authority as AuthorityId, run: id, rules: BY_NONE, paymentDate, only, after, most: BATCH },
    yearStart: `${yearOf(paymentDate)}-01-01`,
  };
}

function add(
  sums: { -readonly [K in keyof Sums]: Sums[K] },
  terms: RunTerms,
  employee: PaidEmployee,
  engine: Engine,
  changed: Engine,
  change: SupposedChange,
): void {
  const facts = change.kind === 'raise' ? withRaise(employee.facts, change.percent, change.from) : employee.facts;
  const alone = { ...employee, before: null };
  const { payslip: now } = makePayslip(engine, terms, alone, null);
  const { payslip: then } = makePayslip(changed, terms, { ...alone, facts }, null);
  const [gross, net] = [then.gross - now.gross, then.net - now.net];
  const cost = sumOf(then.employer) - sumOf(now.employer);
  sums.people++;
  if (gross !== 0 || net !== 0 || cost !== 0) {
    sums.touched++;
    const unit = unitIn(employee.facts);
    const { touched, total } = sums.byUnit.get(unit) ?? { touched: 0, total: 0 };
    sums.byUnit.set(unit, { touched: touched + 1, total: total + gross + cost });
  }
  sums.gross += gross;
  sums.net += net;
  sums.cost += cost;
}

/** The unit of somebody's latest contract, in its own word. */
function unitIn(facts: string): string {
  const contract = unpackFacts(facts).findLast((fact) => fact.kind === 'employment');
  return contract?.kind === 'employment' ? contract.body.unit : '';
}
