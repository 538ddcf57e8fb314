import type { Action, Basis } from '../../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Period } from '../engine/day.ts';
import { assertShownRight } from '../parallel/parallel-run.ts';
import { isPaidBy } from '../store/facts.ts';
import { countFindings, heldByOfficer } from '../store/findings.ts';
import {
  appendRunEvent,
  askToStop,
  countOutdated,
  digestOfDrafts,
  insertOpening,
  insertRun,
  loadRun,
  loadRunEvents,
  type RunChange,
  type RunRow,
} from '../store/run.ts';
import { countEmployees } from '../store/run-work.ts';
import type { RunEvent, RunEventKind, RunKind, RunState } from './run.ts';
import './run-events.ts';

/** From which states each act may be done; the compiler asks for every one that a person does. */
const from = {
  'calculation-asked': ['open', 'stopped', 'calculated'],
  checked: ['calculated'],
  'sent-back': ['checked'],
  released: ['checked'],
  closed: ['posted'],
  cancelled: ['open', 'stopped', 'calculated', 'checked'],
} as const satisfies Partial<Record<RunEventKind, readonly RunState[]>>;
type Act = keyof typeof from;

export type RunKey = { readonly authority: AuthorityId; readonly run: string };

/** @throws Refusal not-found */
async function runOf(scope: Scope, { authority, run }: RunKey): Promise<RunRow> {
  const found = await scope.read((tx) => loadRun(tx, authority, run));
  if (!found) throw new Refusal('not-found', 'payroll.run.not-found');
  return found;
}

/** Opens the payment of a month, or one beside it to those whom something is due (final pay, an advance, a mistake). */
export async function openRun(
  scope: Scope,
  authority: AuthorityId,
  terms: {
    readonly kind: RunKind;
    readonly month: Period;
    readonly paymentDate: string;
    readonly only?: readonly string[];
  },
): Promise<string> {
  const { basis } = await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  const id = newId<string>();
  const { kind, month, paymentDate, only = null } = terms;
  await scope.write(async (tx) => {
    const total = await countEmployees(tx, authority, only);
    await insertRun(tx, { authority, id, kind, ...month, paymentDate, only, total }, scope.now);
    await insertOpening(tx, { authority, id }, eventOf(scope, 'opened', basis));
  });
  return id;
}

/** Has the drafts made by a job; what is up to date already is not made again. */
export async function askCalculation(scope: Scope, key: RunKey): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'calculation-asked', 'payroll.run');
  await scope.write(async (tx) => {
    const todo = await countOutdated(tx, run);
    const change: RunChange = { state: 'calculating', digest: null, progress: { done: 0, total: todo } };
    await appendRunEvent(tx, run, eventOf(scope, 'calculation-asked', basis), change);
    await scope.publish(tx, { kind: 'payroll.calculation-asked', authorities: [key.authority], parties: [], ...key });
  });
}

/** Stops a calculation after the batch that it is at; asked again it goes on from there. */
export async function stopCalculation(scope: Scope, { authority, run }: RunKey): Promise<void> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  await scope.write((tx) => askToStop(tx, authority, run));
}

/**
 * Says that a run is right: by somebody else than who had it calculated, when nothing is left to answer and no fact has
 * come since. What was checked is kept as a digest.
 */
export async function checkRun(scope: Scope, key: RunKey): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'checked', 'payroll.check');
  await assertNotBy(scope, key, ['calculation-asked']);
  await scope.write(async (tx) => {
    const [counts, outdated] = await Promise.all([countFindings(tx, key.authority, key.run), countOutdated(tx, run)]);
    if (outdated > 0) throw new Refusal('conflict', 'payroll.run.outdated', { count: outdated });
    if (counts.left > 0) throw new Refusal('conflict', 'payroll.run.findings-left', { count: counts.left });
    await heldByOfficer(tx, key.authority, key.run);
    const digest = await digestOfDrafts(tx, key.authority, key.run);
    await appendRunEvent(tx, run, eventOf(scope, 'checked', basis, { digest }), { state: 'checked', digest });
  });
}

/** Gives a checked run back to be calculated again. */
export async function sendBack(scope: Scope, key: RunKey, why: string): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'sent-back', 'payroll.release');
  await scope.write((tx) =>
    appendRunEvent(tx, run, eventOf(scope, 'sent-back', basis, { why }), { state: 'calculated', digest: null }),
  );
}

/** Releases exactly what was checked: by a third person, of the municipality itself. */
export async function releaseRun(scope: Scope, key: RunKey): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'released', 'payroll.release');
  await assertShownRight(scope, key.authority);
  await assertNotBy(scope, key, ['calculation-asked', 'checked']);
  await scope.write(async (tx) => {
    const digest = await digestOfDrafts(tx, key.authority, key.run);
    if (digest !== run.digest) throw new Refusal('conflict', 'payroll.run.not-what-was-checked');
    await appendRunEvent(tx, run, eventOf(scope, 'released', basis, { digest }), { state: 'released' });
    await scope.publish(tx, { kind: 'payroll.released', authorities: [key.authority], parties: [], ...key });
  });
}

/** Ends a run that is paid and booked. */
export async function closeRun(scope: Scope, key: RunKey): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'closed', 'payroll.run');
  await scope.write((tx) => appendRunEvent(tx, run, eventOf(scope, 'closed', basis), { state: 'closed' }));
}

/** Takes back a run that nothing has been paid from; the month can be opened again. */
export async function cancelRun(scope: Scope, key: RunKey): Promise<void> {
  const run = await runOf(scope, key);
  const basis = await allowed(scope, run, 'cancelled', 'payroll.run');
  await scope.write((tx) => appendRunEvent(tx, run, eventOf(scope, 'cancelled', basis), { state: 'cancelled' }));
}

/** The right, the state, and that nobody calculates or checks a run that pays themselves. */
async function allowed(scope: Scope, run: RunRow, act: Act, action: Action): Promise<readonly Basis[]> {
  const { authority } = run;
  const party = partyOf(scope);
  const own =
    party !== null && action !== 'payroll.release' && (await scope.read((tx) => isPaidBy(tx, authority, party)));
  const { basis } = await permit(scope, action, { authority, task: 'payroll', parties: own && party ? [party] : [] });
  const states: readonly RunState[] = from[act];
  if (!states.includes(run.state)) throw new Refusal('conflict', `payroll.run.not-${act}`);
  return basis;
}

/** @throws Refusal not-allowed when the actor did one of these acts on the run as it stands */
async function assertNotBy(scope: Scope, key: RunKey, kinds: readonly RunEventKind[]): Promise<void> {
  const party = partyOf(scope);
  const events = await scope.read((tx) => loadRunEvents(tx, key.authority, key.run));
  const mine = kinds.some((kind) => events.findLast((event) => event.kind === kind)?.by === party && party !== null);
  if (mine) throw new Refusal('not-allowed', 'payroll.run.same-person');
}

function partyOf({ actor }: Scope): PartyId | null {
  return actor.kind === 'official' || actor.kind === 'person' ? actor.party : null;
}

function eventOf(scope: Scope, kind: RunEventKind, basis: readonly Basis[], body: RunEvent['body'] = {}): RunEvent {
  const byName = scope.actor.kind === 'official' || scope.actor.kind === 'person' ? scope.actor.name : null;
  return { kind, at: scope.now, by: partyOf(scope), byName, basis, body };
}
