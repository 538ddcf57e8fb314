import type { AktaSystem } from '../engine/agreement/akta-rules.ts';
import { FINE, type Rate, WHOLE } from '../engine/amount.ts';
import type { Day } from '../engine/day.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';

/** Full time a week in AKTA, minutes (jhl.fi, Työaika kunnissa; kt.fi, annex 18). Of the others no source was found. */
const fullWeek: Readonly<Partial<Record<AktaSystem, number>>> = {
  general: 2295,
  period: 2295,
  office: 2175,
  'annex-18': 2265,
};

/** Hundredths of full time that a schedule may differ by: weeks are planned in whole quarters of an hour. */
const LEEWAY = 20_000;

/** The first employment whose schedule is not the share of full time that it is paid for; both shares. */
export function shareDiffers(
  facts: readonly Fact[],
  day: Day,
): { readonly paid: Rate; readonly worked: Rate } | undefined {
  for (const schedule of facts) {
    if (schedule.kind !== 'schedule' || !isValidIn(schedule, day, day)) continue;
    const { employment } = schedule;
    const isHeld = (one: Fact) => one.employment === employment && isValidIn(one, day, day);
    const post = facts.findLast((one) => one.kind === 'employment' && isHeld(one));
    const salary = facts.findLast((one) => one.kind === 'salary' && isHeld(one));
    if (post?.kind !== 'employment' || salary?.kind !== 'salary' || salary.body.hour !== undefined) continue;
    const minutes = fullWeek[post.body.system ?? 'general'];
    if (minutes === undefined) continue;
    const hours = schedule.body.hours.reduce((sum, one) => sum + one, 0);
    const worked = Math.round((hours * 60 * WHOLE) / (minutes * FINE));
    if (Math.abs(worked - salary.body.share) > LEEWAY) return { paid: salary.body.share, worked };
  }
  return undefined;
}
