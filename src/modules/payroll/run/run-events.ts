import type { AuthorityId } from '../../../kernel/ids.ts';

declare module '../../../kernel/outbox.ts' {
  interface Events {
    /** The drafts of a run are to be made, or made again. */
    'payroll.calculation-asked': { readonly authority: AuthorityId; readonly run: string };
    /** A run was released in its municipality: it goes into the ledger. */
    'payroll.released': { readonly authority: AuthorityId; readonly run: string };
    /** A released run is in the ledger: what is made of it for others can be made. */
    'payroll.posted': { readonly authority: AuthorityId; readonly run: string };
    /** `parties` are paid by a run in the ledger, and are to have their payslips. */
    'payroll.payslips-ready': { readonly authority: AuthorityId; readonly run: string };
    /** A report of what is in the ledger is to be made. */
    'payroll.report-asked': { readonly authority: AuthorityId; readonly report: string };
  }
}
