import type { Fine } from '../amount.ts';
import type { Day } from '../day.ts';

/** Hours of a kind on a day, from the schedule (`aktaHours`) or a time report; `to`: reported together until that day. */
export type Hours<K extends string> = {
  readonly kind: K;
  readonly on: Day;
  readonly to?: Day | undefined;
  readonly hours: Fine;
};

/** Hours that are paid alike, as one line: `at` is what they are paid by, the days are those they were worked on. */
export type PaidAlike<K extends string, A> = {
  readonly kind: K;
  readonly at: A;
  hours: Fine;
  from: Day;
  to: Day;
};

/** Hours summed into those that are paid alike, in whatever order they came. */
export function sumAlike<K extends string, A>(
  all: readonly Hours<K>[],
  at: (on: Day) => A,
): readonly PaidAlike<K, A>[] {
  const sums: PaidAlike<K, A>[] = [];
  for (const { kind, on, to = on, hours } of all) {
    const by = at(on);
    const found = alike(sums, kind, by);
    if (found === undefined) sums.push({ kind, at: by, hours, from: on, to });
    else {
      found.hours += hours;
      if (on < found.from) found.from = on;
      if (to > found.to) found.to = to;
    }
  }
  return sums;
}

function alike<K extends string, A>(sums: readonly PaidAlike<K, A>[], kind: K, at: A): PaidAlike<K, A> | undefined {
  for (const sum of sums) if (sum.kind === kind && sum.at === at) return sum;
  return undefined;
}
