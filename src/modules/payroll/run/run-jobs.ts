import type { AuthorityId } from '../../../kernel/ids.ts';
import { on, type Subscription } from '../../../kernel/jobs/subscription.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Engine } from '../engine/payslip.ts';
import { dropDraftsBeside } from '../store/beside.ts';
import { loadShapesOf, payslipsIn, writeProjections } from '../store/payslips.ts';
import { appendRunEvent, loadRun, moveToLedger } from '../store/run.ts';
import { writeCrossFindings } from '../store/run-work.ts';
import { type Calculator, calculateDrafts, makeCalculator } from './calculate.ts';
import { FIRST_SHAPE, keepShape, noShapes, numbersOf, type Shapes } from './packed-lines.ts';
import { rulesDigest } from './rules-digest.ts';
import type { RunEvent } from './run.ts';
import './run-events.ts';
import { projectionsOf } from './vouchers.ts';

/** The jobs of a run: its drafts are made, and what was released is put into the ledger. Each may be killed anywhere. */
export function runSubscriptions(engine: Engine): readonly Subscription[] {
  const rules = rulesDigest(engine.book);
  let kept: Promise<Calculator> | undefined;
  return [
    on('payroll.calculation-asked', 'payroll.calculate', async (scope, { authority, run }) => {
      kept ??= makeCalculator(scope, engine).catch((error: unknown) => {
        kept = undefined; // the next one asks again
        throw error;
      });
      await calculateRun(scope, await kept, rules, authority, run);
    }),
    on('payroll.released', 'payroll.post', (scope, { authority, run }) => postRun(scope, authority, run)),
  ];
}

async function calculateRun(
  scope: Scope,
  calculator: Calculator,
  rules: string,
  authority: AuthorityId,
  id: string,
): Promise<void> {
  const run = await scope.read((tx) => loadRun(tx, authority, id));
  if (run?.state !== 'calculating') return;
  const { only, paymentDate, from, to } = run;
  const terms = {
    month: { from, to },
    paymentDate,
    rules,
    employer: {},
    advance: run.kind === 'advance',
    beside: run.kind !== 'regular',
  };
  const { stopped, made } = await calculateDrafts(scope, calculator, { authority, run: id, only, terms });
  await scope.write(async (tx) => {
    await writeCrossFindings(tx, authority, id);
    const now = await loadRun(tx, authority, id);
    if (!now) return;
    const kind = stopped ? 'stopped' : 'calculated';
    await appendRunEvent(tx, now, bySystem(scope, kind, { made }), { state: kind, rules });
  });
}

async function postRun(scope: Scope, authority: AuthorityId, id: string): Promise<void> {
  const run = await scope.read((tx) => loadRun(tx, authority, id));
  if (run?.state !== 'released') return;
  await scope.write(async (tx) => {
    await moveToLedger(tx, run, scope.now);
    await dropDraftsBeside(tx, run);
  });
  const payslips = await scope.read((tx) => payslipsIn(tx, authority, id));
  const shapes = await shapesOf(scope, payslips);
  const projections = projectionsOf(payslips, shapes);
  await scope.write(async (tx) => {
    await writeProjections(tx, authority, id, projections, scope.now);
    await appendRunEvent(tx, run, bySystem(scope, 'posted', { payslips: payslips.length }), { state: 'posted' });
    await scope.publish(tx, { kind: 'payroll.posted', authorities: [authority], parties: [], authority, run: id });
  });
}

/** The shapes that some stored lines name. */
export async function shapesOf(scope: Scope, rows: readonly { readonly lines: string }[]): Promise<Shapes> {
  const ids = new Set<number>();
  for (const { lines } of rows) for (const number of numbersOf(lines)) if (number >= FIRST_SHAPE) ids.add(number);
  const shapes = noShapes();
  for (const { id, body } of await scope.read((tx) => loadShapesOf(tx, [...ids]))) keepShape(shapes, Number(id), body);
  return shapes;
}

function bySystem(scope: Scope, kind: RunEvent['kind'], body: RunEvent['body']): RunEvent {
  return { kind, at: scope.now, by: null, byName: null, basis: [], body };
}
