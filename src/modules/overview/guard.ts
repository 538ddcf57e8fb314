import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import type { PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import type { AskOptions, CaseSource, FoundCases } from './case-source.ts';
import type { OverviewItem } from './item.ts';

export type GuardLimits = {
  /** Milliseconds; who has not answered by then is slow. */
  readonly timeout: number;
  /** How many questions one source gets at once; more are refused, so that one slow source can not hold the house. */
  readonly atOnce: number;
  /** So many failures in a row and it is left alone for a while. */
  readonly failures: number;
  readonly restMs: number;
};

const usualLimits: GuardLimits = { timeout: 4_000, atOnce: 256, failures: 8, restMs: 5_000 };

/** Whether it is asked, left alone for a while, or being tried again. */
export type Breaker = 'closed' | 'open' | 'half-open';

export type Guarded<T = FoundCases> = {
  readonly answer: SourceAnswer<T>;
  /** Why it was not even asked: its breaker is open, or too many ask it at once. */
  readonly spared: 'resting' | 'crowded' | null;
};

export type GuardedSource = Pick<CaseSource, 'id' | 'name' | 'kind' | 'rank' | 'keeper'> & {
  /** Never throws and never takes longer than the timeout. */
  ask(scope: Scope, principal: PartyId): Promise<Guarded>;
  /** One case by its id there, of a source that can be asked for one. */
  readonly askOne: ((scope: Scope, principal: PartyId, id: string) => Promise<Guarded<OverviewItem>>) | null;
  /** As this process knows it. */
  breaker(): Breaker;
};

const breakerOf = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const satisfies Record<CircuitState, Breaker>;

/** What says that the source itself is ill, and not that it said something odd of one person. */
const illnesses: ReadonlySet<SourceFault> = new Set<SourceFault>(['down', 'slow', 'broken']);

function isIll(answer: unknown): boolean {
  const { state, fault } = answer as { state?: string; fault?: SourceFault };
  return state === 'failed' && fault !== undefined && illnesses.has(fault);
}

/** A source with a timeout, a breaker and a bulkhead of its own, the same for all who ask in this process. */
export function guarded(source: CaseSource, limits: GuardLimits = usualLimits): GuardedSource {
  const { id, name, kind, rank, keeper } = source;
  const breaker = circuitBreaker(handleWhen((error) => !isRefusal(error)).orWhenResult(isIll), {
    halfOpenAfter: limits.restMs,
    breaker: new ConsecutiveBreaker(limits.failures),
  });
  const policy = wrap(
    bulkhead(limits.atOnce),
    breaker,
    timeout(limits.timeout, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );
  function failed(fault: SourceFault, spared: Guarded['spared'] = null): Guarded<never> {
    return { answer: { state: 'failed', source: id, fault, retry: true }, spared };
  }
  async function through<T>(work: (options: AskOptions) => Promise<SourceAnswer<T>>): Promise<Guarded<T>> {
    try {
      return { answer: await policy.execute(({ signal }) => work({ signal })), spared: null };
    } catch (error) {
      // The reader may not: a mandate that does not cover it. Nothing is wrong with the source.
      if (isRefusal(error, 'not-allowed')) {
        return { answer: { state: 'not-allowed', source: id }, spared: null };
      }
      if (error instanceof TaskCancelledError) return failed('slow');
      if (error instanceof BrokenCircuitError) return failed('down', 'resting');
      if (error instanceof BulkheadRejectedError) return failed('down', 'crowded');
      return failed('broken');
    }
  }
  const { one } = source;
  return {
    ...{ id, name, kind, rank },
    ...(keeper === undefined ? {} : { keeper }),
    breaker: () => breakerOf[breaker.state],
    ask: (scope, principal) => through((options) => source.cases(scope, principal, options)),
    askOne: one ? (scope, principal, caseId) => through((options) => one(scope, principal, caseId, options)) : null,
  };
}
