import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { eraseTips } from './store.ts';

/**
 * How long a tip and its attempts are kept since something last happened to it: long enough to answer somebody who says
 * that no tip came. Said on the operator's page; the only place where it is decided.
 */
export const TIP_DAYS = 90;

const BATCH = 5_000;

/** Every night; in batches, so that no night's work holds the table for long. */
export const eraseTipsSchedule: Schedule = {
  name: 'notifications.erase-tips',
  cron: '41 2 * * *',
  async run(scope) {
    const before = scope.now.subtract({ hours: 24 * TIP_DAYS });
    while ((await scope.write((tx) => eraseTips(tx, before, BATCH))) === BATCH);
  },
};
