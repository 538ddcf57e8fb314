import type { Task } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type KeptAccount, loadAccountChanges } from './store/accounts.ts';

/** Where a person's account stands: for two pairs of eyes, and then for its day. */
export type AccountStanding = 'awaits' | 'waits-a-day' | 'stands' | 'refused';

export type AccountChangeLine = {
  readonly id: string;
  readonly party: PartyId;
  /** Enough of it for who knows it to see which it is. */
  readonly hint: string;
  /** It stands instead of another. */
  readonly changes: boolean;
  readonly madeAt: Temporal.Instant;
  readonly standing: AccountStanding;
  /** The first day on which money may leave for it. */
  readonly payableFrom: Temporal.PlainDate | null;
  readonly request: ApprovalId;
};

const DAYS = 90;
const MOST = 200;

/**
 * Accounts that have been proposed at an authority lately, newest first. The caller names the persons, and tells them
 * that somebody has looked.
 * @throws Refusal not-allowed
 */
export async function accountChanges(
  scope: Scope,
  authority: AuthorityId,
  task: Task,
): Promise<readonly AccountChangeLine[]> {
  await permit(scope, 'payment.read', { authority, task });
  const since = scope.now.subtract({ hours: 24 * DAYS });
  const kept = await scope.read((tx) => loadAccountChanges(tx, authority, task, since, MOST));
  return kept.map((one) => ({
    ...{ id: one.id, party: one.party, hint: one.hint, changes: one.changes, madeAt: one.madeAt },
    ...{ standing: standingOf(one, scope.now), payableFrom: one.payableFrom, request: one.request },
  }));
}

function standingOf({ state, payableFrom, scheme }: KeptAccount, now: Temporal.Instant): AccountStanding {
  if (state === 'refused') return 'refused';
  if (payableFrom === null) return 'awaits';
  const today = dateIn(scheme === 'sepa' ? 'FI' : 'SE', now);
  return Temporal.PlainDate.compare(payableFrom, today) > 0 ? 'waits-a-day' : 'stands';
}
