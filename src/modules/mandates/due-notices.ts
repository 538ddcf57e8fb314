import './events.ts';
import type { MandateId } from '../../kernel/ids.ts';
import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { stateAt } from './mandate.ts';
import { warningAt } from './notices.ts';
import { type ClockNotice, loadDueNotices, planNotice, takeNotice } from './store/due-notices.ts';
import { loadMandate } from './store.ts';

const AT_A_TIME = 200;

/** From the day that it stands, the clock knows when it has something to tell. */
export async function planNotices(scope: Scope, { mandate: id }: { readonly mandate: MandateId }): Promise<void> {
  const { parties } = scope.fence;
  await scope.write(async (tx) => {
    const terms = (await loadMandate(tx, id))?.mandate.terms;
    if (!terms) return;
    const warning = warningAt(terms);
    if (warning && Temporal.Instant.compare(warning, scope.now) > 0) {
      await planNotice(tx, { mandate: id, kind: 'expiring', parties }, warning);
    }
    await planNotice(tx, { mandate: id, kind: 'expired', parties }, terms.until);
  });
}

/** In which states it is still true, and still news. */
const holds: Readonly<Record<ClockNotice, readonly string[]>> = {
  expiring: ['upcoming', 'active', 'suspended'],
  expired: ['expired'],
};

/**
 * Tells of mandates that soon end, and of those that have: each once, since what is due is taken away in the transaction
 * that says so.
 */
export async function tellDue(scope: Scope): Promise<void> {
  const permitted = await permit(scope, 'mandate.read-own', {});
  const due = await scope.read((tx) => loadDueNotices(tx, scope.now, AT_A_TIME));
  for (const { mandate: id, kind, parties } of due) {
    const there = scope.reaching(permitted, { parties });
    await there.write(async (tx) => {
      if (!(await takeNotice(tx, { mandate: id, kind }))) return;
      const mandate = (await loadMandate(tx, id))?.mandate;
      if (!mandate || !holds[kind].includes(stateAt(mandate, scope.now))) return; // revoked or replaced meanwhile
      await there.publish(tx, { kind: `mandate.${kind}`, authorities: [], parties, mandate: id, seq: mandate.seq });
    });
  }
}

export const dueNoticesSchedule: Schedule = { name: 'mandates.due-notices', cron: '7,37 * * * *', run: tellDue };
