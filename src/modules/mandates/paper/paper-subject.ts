import type { Task } from '../../../kernel/authority.ts';
import type { AuthorityId, MandateId } from '../../../kernel/ids.ts';

/** Whose work it is to take in mandates on paper. */
export const PAPER_TASK: Task = 'administration';
/** What it is to `approvals`. */
export const PAPER_SUBJECT = 'paper-mandate';

export const papersHref = '/handlaggning/fullmakter';

export function paperHref({ authority, mandate }: { readonly authority: AuthorityId; readonly mandate: MandateId }) {
  return `${papersHref}/${authority}/${mandate}`;
}
