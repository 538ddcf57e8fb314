import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { holdSigning } from './own-signing.ts';
import { standingAt } from './signing.ts';
import { forgetAttempts } from './store/attempts.ts';
import { loadDue } from './store/due.ts';

const AT_A_TIME = 100;

/** Tells those who wait that a deadline has passed; the pages have said so since that moment. */
async function expireSignings(scope: Scope): Promise<void> {
  const permitted = await permit(scope, 'signing.withdraw', {});
  const due = await scope.read((tx) => loadDue(tx, scope.now, AT_A_TIME));
  for (const { id, parties } of due) {
    const concerned = scope.reaching(permitted, { parties });
    await concerned.write(async (tx) => {
      const { kept, events } = await holdSigning(tx, id);
      const isOver = events.some(({ kind }) => kind !== 'requested' && kind !== 'signed');
      if (isOver || standingAt(kept.signing, events, scope.now).state !== 'expired') return; // ended meanwhile
      await append(tx, concerned, kept, events, { kind: 'expired', at: scope.now });
    });
  }
}

export const expireSchedule: Schedule = {
  name: 'signing.expire',
  cron: '*/5 * * * *',
  run: async (scope) => {
    await expireSignings(scope);
    await scope.write((tx) => forgetAttempts(tx, scope.now));
  },
};
