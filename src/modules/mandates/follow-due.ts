import type { Schedule } from '../../kernel/jobs/subscription.ts';
import { permit } from '../../kernel/scope.ts';
import { type FollowParts, followPrincipals, numbered } from './follow-registers.ts';
import { forgetElsewhere } from './store/elsewhere.ts';
import { loadPrincipalsDue } from './store/register-rights.ts';

/** Who acts is asked about while they do; the job is for mandates and rights that nobody uses just now. */
const HOURS = 6;
const BATCH = 200;
/** Whom a register of mandates has not named to anybody for so long is not asked about any more. */
const FORGOTTEN_AFTER_DAYS = 365;

/** Asks the registers anew of everybody for whom somebody may act. */
export function followSchedule(parts: FollowParts): Schedule {
  return {
    name: 'mandates.follow-registers',
    cron: '*/10 * * * *',
    async run(scope) {
      const permitted = await permit(scope, 'party.represent', {});
      await scope.write((tx) => forgetElsewhere(tx, scope.now.subtract({ hours: 24 * FORGOTTEN_AFTER_DAYS })));
      const before = scope.now.subtract({ hours: HOURS });
      const parties = await scope.read((tx) => loadPrincipalsDue(tx, before, BATCH));
      const there = scope.reaching(permitted, { parties });
      await followPrincipals(there, parts, await numbered(there, parts, parties), { traced: false });
    },
  };
}
