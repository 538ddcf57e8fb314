import type { Readable } from 'node:stream';
import type { FileStore } from '../../../kernel/files/index.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type Destination, type KeptDelivery, loadDelivery, loadDestinations } from '../../exchange/index.ts';
import { monthAround } from '../engine/day.ts';
import { mayRead, tellEmployees } from '../may-read.ts';
import { loadEmployees } from '../store/facts.ts';
import { payslipsIn, payslipsPaid } from '../store/payslips.ts';
import { entriesAbout, loadReport, type ReportKey, reportsOf } from '../store/reports.ts';
import { loadRun, type RunRow } from '../store/run.ts';
import { type KeptReport, reportKinds } from './report.ts';

export type SeenReport = { readonly report: KeptReport; readonly delivery: KeptDelivery | null };

/** Whether what the ledger holds has been reported: persons in each, and whether the last deliveries arrived whole. */
export type Reconciled = {
  readonly paid: number;
  readonly reported: number;
  /** Reported, and taken out again. */
  readonly cancelled: number;
  readonly arrived: boolean;
};

export type ReportsView = {
  readonly run: RunRow;
  readonly reports: readonly SeenReport[];
  readonly destinations: readonly Destination[];
  readonly reconciled: Reconciled;
  /** Whether the reader may have reports made and hand them over; an auditor reads. */
  readonly mayHandle: boolean;
};

/** The reports of a run and of its month, where they have gone, and whether all that was paid is reported. */
export async function readReports(scope: Scope, authority: AuthorityId, id: string): Promise<ReportsView> {
  await mayRead(scope, authority);
  const handling = await scope.mayAct('payroll.run', { authority, task: 'payroll' });
  const run = await scope.read((tx) => loadRun(tx, authority, id));
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  const period = monthAround(run.paymentDate).from;
  const [kept, destinations, payslips, entries] = await scope.read((tx) =>
    Promise.all([
      reportsOf(tx, authority, id, period),
      loadDestinations(tx, authority),
      payslipsIn(tx, authority, id),
      entriesAbout(tx, authority, `run ${id}`),
    ]),
  );
  const agi = await scope.read((tx) => entriesAbout(tx, authority, `agi ${period.slice(0, 7).replace('-', '')}`));
  const reports = await Promise.all(
    kept.map(async (report): Promise<SeenReport> => {
      const { delivery } = report;
      return {
        report,
        delivery: delivery === null ? null : await scope.read((tx) => loadDelivery(tx, { authority, delivery })),
      };
    }),
  );
  const reported = new Set([...entries, ...agi].flatMap((entry) => (entry.removed ? [] : [entry.employee])));
  return {
    ...{ run, reports, destinations, mayHandle: handling.decision === 'yes' },
    reconciled: {
      paid: payslips.length,
      reported: payslips.filter(({ employee }) => reported.has(employee)).length,
      cancelled: entries.filter(({ removed }) => removed).length,
      arrived: reports.every(({ report, delivery }) => delivery === null || hasArrived(report, delivery)),
    },
  };
}

/** What they had when it was looked at is what was made. */
function hasArrived({ sha256 }: KeptReport, { state, receipt }: KeptDelivery): boolean {
  return state === 'delivered' && receipt?.sha256 === sha256;
}

export type OpenedReport = { readonly name: string; readonly content: Readable; readonly size: number };

/**
 * The file of a report. Where a person with protected identity stands in it, for those with that right only; everyone
 * whom it names finds in their log that it was opened.
 */
export async function openReport(scope: Scope, files: Pick<FileStore, 'open'>, key: ReportKey): Promise<OpenedReport> {
  const { authority } = key;
  const permitted = await mayRead(scope, authority);
  const report = await scope.read((tx) => loadReport(tx, key));
  if (!report?.sha256 || report.name === null) throw new Refusal('not-found', 'payroll.report.not-found');
  if (report.namesProtected)
    await permit(scope, 'identity.reveal', { authority, task: 'payroll', unit: null, protected: true, parties: [] });
  if (reportKinds[report.kind].names) {
    await tellEmployees(scope, authority, await partiesIn(scope, authority, report), permitted);
  }
  const { stream, size } = await files.open(report.sha256);
  return { name: report.name, content: stream, size };
}

async function partiesIn(
  scope: Scope,
  authority: AuthorityId,
  { run, period }: KeptReport,
): Promise<readonly (PartyId | null)[]> {
  const month = monthAround(period);
  const rows = await scope.read((tx) =>
    run === null ? payslipsPaid(tx, authority, month.from, month.to) : payslipsIn(tx, authority, run),
  );
  const ids = [...new Set(rows.map(({ employee }) => employee))];
  return (await scope.read((tx) => loadEmployees(tx, authority, ids))).map(({ party }) => party);
}
