import type { Fine } from '../amount.ts';
import type { Day, Period } from '../day.ts';

/** Hours of a kind on a day, from the schedule (`aktaHours`) or from a time report. */
export type Hours<K extends string> = { readonly kind: K; readonly on: Day; readonly hours: Fine };

/** Hours that are paid alike, as one line. */
export type PaidAlike<K extends string> = { readonly kind: K; hours: Fine; period: Period; readonly at: unknown };

/**
 * Hours summed into those that are paid alike (`at` is what they are paid by), in whatever order they came.
 */
export function sumAlike<K extends string, A>(
  all: readonly Hours<K>[],
  at: (on: Day) => A,
): readonly (PaidAlike<K> & { readonly at: A })[] {
  const sums: (PaidAlike<K> & { readonly at: A })[] = [];
  for (const { kind, on, hours } of all) {
    const by = at(on);
    const found = sums.find((sum) => sum.kind === kind && sum.at === by);
    if (!found) sums.push({ kind, hours, period: { from: on, to: on }, at: by });
    else {
      found.hours += hours;
      if (on < found.period.from || on > found.period.to) {
        found.period = {
          from: on < found.period.from ? on : found.period.from,
          to: on > found.period.to ? on : found.period.to,
        };
      }
    }
  }
  return sums;
}
