import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { CaseKey } from './filed-case.ts';
import { listActions } from './store/action.ts';
import { findCase } from './store/case.ts';
import { deleteCase, dueForErasure, insertTombstone } from './store/retention.ts';

const BATCH = 200;

/** Told of each erasure: what, not whom. */
export type EraseLog = { info(facts: object, message: string): void };

/**
 * Removes the cases whose time has come, each whole and with its tombstone in one transaction. Run again, it goes on
 * where it was.
 * @returns how many were removed
 */
export async function eraseExpired(scope: Scope, log: EraseLog): Promise<number> {
  const today = scope.now.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
  let erased = 0;
  for (;;) {
    const due = await scope.read((tx) => dueForErasure(tx, today, BATCH));
    for (const key of due) {
      await eraseOne(scope, key, today);
      erased++;
      log.info({ authority: key.authority, case: key.case }, 'a case was erased by its rule of retention');
    }
    if (due.length < BATCH) return erased;
  }
}

async function eraseOne(scope: Scope, key: CaseKey, today: Temporal.PlainDate): Promise<void> {
  const permitted = await permit(scope, 'case.close', { authority: key.authority, case: key.case });
  const there = scope.reaching(permitted, { authorities: [key.authority] });
  await there.write(async (tx) => {
    const [filed, actions] = await Promise.all([findCase(tx, key), listActions(tx, key)]);
    const last = actions.findLast(({ act }) => act.kind === 'closed');
    if (!filed?.eraseOn || last?.act.kind !== 'closed') return;
    if (Temporal.PlainDate.compare(filed.eraseOn, today) > 0) return;
    const closedOn = last.at.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();
    await Promise.all([
      insertTombstone(tx, key, closedOn, last.act.rule, scope.now),
      deleteCase(tx, key, filed.parties),
    ]);
  });
}

/** Every night, when the day has begun in Sweden and on Åland. */
export function caseSchedules(log: EraseLog): readonly Schedule[] {
  return [
    { name: 'cases.erase-expired', cron: '15 1 * * *', run: async (scope) => void (await eraseExpired(scope, log)) },
  ];
}
