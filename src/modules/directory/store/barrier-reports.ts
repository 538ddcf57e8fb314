import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';

/** What somebody could not use, and where. */
export type BarrierReport = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly page: string;
  readonly body: string;
};

export async function insertBarrierReport(tx: Tx, authority: AuthorityId, report: BarrierReport): Promise<void> {
  await tx
    .insertInto('directory.barrier_report')
    .values({
      authority_id: authority,
      report_id: report.id,
      at: report.at,
      page: report.page,
      body: report.body,
    })
    .execute();
}

/** The latest hundred: they are taken away when dealt with. */
export async function loadBarrierReports(tx: Tx, authority: AuthorityId): Promise<BarrierReport[]> {
  const rows = await tx
    .selectFrom('directory.barrier_report')
    .select(['report_id', 'at', 'page', 'body'])
    .where('authority_id', '=', authority)
    .orderBy('report_id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ report_id, ...report }) => ({ id: report_id, ...report }));
}

export async function deleteBarrierReport(tx: Tx, authority: AuthorityId, report: string): Promise<void> {
  await tx
    .deleteFrom('directory.barrier_report')
    .where('authority_id', '=', authority)
    .where('report_id', '=', report)
    .execute();
}
