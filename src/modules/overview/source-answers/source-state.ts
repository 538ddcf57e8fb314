import type { InEach } from '../../../kernel/texts.ts';
import type { Breaker, GuardedSource } from '../guard.ts';
import type { OutcomeCount } from '../store/source-answers.ts';
import { isGood, type Outcome } from './outcome.ts';

/** How one source stands, for the operator. */
export type SourceState = {
  readonly id: string;
  readonly name: InEach<string>;
  readonly breaker: Breaker;
  readonly standing: 'quiet' | 'answers' | 'fails';
  /** Lately, the most frequent first. */
  readonly good: readonly OutcomeCount[];
  readonly faults: readonly OutcomeCount[];
  readonly lastGood: Temporal.Instant | null;
  readonly lastFault: { readonly at: Temporal.Instant; readonly outcome: Outcome } | null;
};

/** All sources that are joined, and what has been counted of each. */
export function sourceStates(
  sources: readonly Pick<GuardedSource, 'id' | 'name' | 'breaker'>[],
  counts: readonly OutcomeCount[],
): readonly SourceState[] {
  return sources.map(({ id, name, breaker }) => {
    const [good, faults] = [true, false].map((wanted) =>
      counts
        .filter(({ source, outcome }) => source === id && outcome !== 'not-asked' && isGood[outcome] === wanted)
        .sort((one, other) => other.times - one.times),
    ) as [OutcomeCount[], OutcomeCount[]];
    const [lastGood, lastFault] = [latest(good), latest(faults)];
    return {
      ...{ id, name, breaker: breaker() },
      standing: standing(lastGood, lastFault),
      good: good.filter(({ times }) => times > 0),
      faults: faults.filter(({ times }) => times > 0),
      lastGood: lastGood?.lastAt ?? null,
      lastFault: lastFault && { at: lastFault.lastAt, outcome: lastFault.outcome },
    };
  });
}

function latest(counts: readonly OutcomeCount[]): OutcomeCount | null {
  return counts.toSorted((one, other) => Temporal.Instant.compare(other.lastAt, one.lastAt))[0] ?? null;
}

function standing(good: OutcomeCount | null, fault: OutcomeCount | null): SourceState['standing'] {
  if (fault && (!good || Temporal.Instant.compare(fault.lastAt, good.lastAt) > 0)) return 'fails';
  return good ? 'answers' : 'quiet';
}
