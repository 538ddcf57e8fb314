import type { ApprovalId, AuthorityId } from '../../kernel/ids.ts';
import type { Request } from './approval.ts';

type About = { readonly authority: AuthorityId; readonly request: ApprovalId; readonly subject: Request['subject'] };

declare module '../../kernel/outbox.ts' {
  interface Events {
    'approvals.proposed': About;
    /** Enough pairs of eyes have seen it. */
    'approvals.approved': About;
    'approvals.refused': About;
    /** What was proposed has changed, or was taken back: an approval that had been given no longer stands. */
    'approvals.voided': About;
    'approvals.expired': About;
  }
}
