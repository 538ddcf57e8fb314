import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { stateAt } from './approval.ts';
import { loadDue } from './store/due.ts';
import { loadRequest } from './store/requests.ts';

const AT_A_TIME = 100;

/** Tells that a deadline has passed; the pages have said so since that moment. */
async function expireRequests(scope: Scope): Promise<void> {
  const permitted = await permit(scope, 'approval.read', {});
  for (const { authority, id } of await scope.read((tx) => loadDue(tx, scope.now, AT_A_TIME))) {
    const concerned = scope.reaching(permitted, { authorities: [authority] });
    await concerned.write(async (tx) => {
      const found = await loadRequest(tx, authority, id);
      if (found?.state !== 'open' || stateAt(found, scope.now) !== 'expired') return; // ended meanwhile
      const act = { kind: 'expired', at: scope.now, by: null, standsInFor: null, releasing: false, reason: null };
      await append(tx, concerned, found, {
        act: { ...act, kind: 'expired' },
        state: 'expired',
        basis: permitted.basis,
      });
    });
  }
}

export const expireSchedule: Schedule = { name: 'approvals.expire', cron: '*/5 * * * *', run: expireRequests };
