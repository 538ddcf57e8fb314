import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { eraseDraftsLeftAlone } from './store/drafts.ts';

/** Said on the privacy notice and on each draft's page. */
export const DRAFT_DAYS = 90;

/** Every night, what nobody has touched for that long; also what was left of drafts that were sent. */
export const eraseDraftsSchedule: Schedule = {
  name: 'services.erase-drafts',
  cron: '17 2 * * *',
  run: async (scope) => {
    await scope.write((tx) => eraseDraftsLeftAlone(tx, scope.now.subtract({ hours: 24 * DRAFT_DAYS })));
  },
};
