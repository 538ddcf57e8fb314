import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { authorityById } from '../../directory/index.ts';
import { send } from '../../exchange/index.ts';
import { monthAround } from '../engine/day.ts';
import type { RunKey } from '../run/handle-run.ts';
import { employeeByNumber } from '../store/facts.ts';
import {
  appendTerms,
  entriesAbout,
  insertReport,
  loadReport,
  loadTerms,
  type NewReport,
  type ReportKey,
  setHandedOver,
} from '../store/reports.ts';
import { loadRun } from '../store/run.ts';
import '../run/run-events.ts';
import { type KeptReport, reportKinds, type WholeKind } from './report.ts';
import type { ReportTerms } from './terms.ts';

/** Who may have reports made and send them: an officer of the employer's pay. */
async function officer(
  scope: Scope,
  authority: AuthorityId,
  parties: readonly PartyId[] = [],
): Promise<{ party: PartyId; name: string }> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  return actor;
}

/** Keeps what the employer reports under. @throws Refusal conflict when somebody else changed it meanwhile */
export async function saveTerms(scope: Scope, authority: AuthorityId, seq: number, terms: ReportTerms): Promise<void> {
  const { party, name } = await officer(scope, authority);
  await scope.write((tx) => appendTerms(tx, authority, { seq: seq + 1, terms, at: scope.now, byName: name }, party));
}

/**
 * Has a report made of a run in the ledger, or of the month that it paid in, by a job.
 * @throws Refusal not-found, not-allowed, conflict when the run is not in the ledger or the country has no such report
 */
export async function askReport(scope: Scope, key: RunKey, kind: WholeKind): Promise<void> {
  const by = await officer(scope, key.authority);
  await makeOf(scope, key, by, { kind, employee: null, reason: null });
}

/**
 * Has a person's report of a run taken out of the Incomes Register: what was reported and never paid, or not to them.
 * @throws Refusal not-found, not-allowed (also for one's own), invalid without a reason, conflict when nothing is there
 */
export async function askCancelling(
  scope: Scope,
  key: RunKey,
  said: { readonly number: string; readonly reason: string },
): Promise<void> {
  const { authority, run } = key;
  await officer(scope, authority);
  const employee = await scope.write((tx) => employeeByNumber(tx, authority, said.number.trim())); // it locks the row
  if (!employee) throw new Refusal('conflict', 'payroll.report.not-reported');
  const by = await officer(scope, authority, employee.party ? [employee.party] : []);
  const reason = said.reason.trim();
  if (reason === '') throw new Refusal('invalid', 'payroll.report.reason-missing');
  const reported = await scope.read((tx) => entriesAbout(tx, authority, `run ${run}`));
  if (!reported.some((entry) => entry.employee === employee.id && !entry.removed))
    throw new Refusal('conflict', 'payroll.report.not-reported');
  await makeOf(scope, key, by, { kind: 'incomes-register-cancel', employee: employee.id, reason });
}

async function makeOf(
  scope: Scope,
  { authority, run: id }: RunKey,
  { party, name }: { readonly party: PartyId; readonly name: string },
  asked: Pick<NewReport, 'kind' | 'employee' | 'reason'>,
): Promise<void> {
  const [run, employer] = await Promise.all([
    scope.read((tx) => loadRun(tx, authority, id)),
    authorityById(scope, authority),
  ]);
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  const { of, country } = reportKinds[asked.kind];
  const isInLedger = run.state === 'posted' || run.state === 'closed';
  if (!isInLedger || (country !== null && country !== employer.country))
    throw new Refusal('conflict', 'payroll.report.not-of-this');
  const report = newId<string>();
  await scope.write(async (tx) => {
    await insertReport(tx, {
      ...{ ...asked, authority, report, run: of === 'run' ? id : null, period: monthAround(run.paymentDate).from },
      ...{ at: scope.now, by: party, byName: name },
    });
    await scope.publish(tx, { kind: 'payroll.report-asked', authorities: [authority], parties: [], authority, report });
  });
}

async function madeReport(scope: Scope, key: ReportKey): Promise<KeptReport> {
  const report = await scope.read((tx) => loadReport(tx, key));
  if (!report) throw new Refusal('not-found', 'payroll.report.not-found');
  return report;
}

/** Sends a made report to one whom the employer sends files to; what it says is reported from then on. */
export async function sendReport(scope: Scope, key: ReportKey, destination: string): Promise<void> {
  const { name: byName } = await officer(scope, key.authority);
  const { name, sha256, size, kind } = await madeReport(scope, key);
  if (name === null || sha256 === null || size === null) throw new Refusal('conflict', 'payroll.report.not-made');
  await scope.write(async (tx) => {
    const order = { authority: key.authority, destination, name, kind: `payroll.${kind}`, subject: key.report };
    const { delivery } = await send(tx, scope, { ...order, content: sha256, size });
    const isFirst = await setHandedOver(tx, key, { at: scope.now, byName, destination, delivery });
    if (!isFirst) throw new Refusal('conflict', 'payroll.report.handed-over');
  });
}

/** Notes that a report was handed over in another way, such as by hand in the receiver's own service. */
export async function noteHandedOver(scope: Scope, key: ReportKey): Promise<void> {
  const { name: byName } = await officer(scope, key.authority);
  await madeReport(scope, key);
  const handed = { at: scope.now, byName, destination: null, delivery: null };
  if (!(await scope.write((tx) => setHandedOver(tx, key, handed))))
    throw new Refusal('conflict', 'payroll.report.handed-over');
}

/** What the employer reports under now, with the number that a change must name. */
export async function termsOf(scope: Scope, authority: AuthorityId) {
  await officer(scope, authority);
  return (await scope.read((tx) => loadTerms(tx, authority, 1)))[0];
}
