import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
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
import type { CaseSource, FoundCases } from './case-source.ts';

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

export type GuardedSource = Pick<CaseSource, 'id' | 'name' | 'kind' | 'rank'> & {
  /** Never throws and never takes longer than the timeout. */
  ask(scope: Scope, principal: PartyId): Promise<SourceAnswer<FoundCases>>;
};

/** What says that the source itself is ill, and not that it said something odd of one person. */
const illnesses: ReadonlySet<SourceFault> = new Set<SourceFault>(['down', 'slow', 'broken']);

function isIll(answer: unknown): boolean {
  const { state, fault } = answer as { state?: string; fault?: SourceFault };
  return state === 'failed' && fault !== undefined && illnesses.has(fault);
}

/** A source with a timeout, a breaker and a bulkhead of its own, the same for all who ask in this process. */
export function guarded(source: CaseSource, limits: GuardLimits = usualLimits): GuardedSource {
  const { id, name, kind, rank } = source;
  const policy = wrap(
    bulkhead(limits.atOnce),
    circuitBreaker(handleWhen((error) => !isRefusal(error)).orWhenResult(isIll), {
      halfOpenAfter: limits.restMs,
      breaker: new ConsecutiveBreaker(limits.failures),
    }),
    timeout(limits.timeout, { strategy: TimeoutStrategy.Aggressive, abortOnReturn: false }),
  );
  function failed(fault: SourceFault): SourceAnswer<FoundCases> {
    return { state: 'failed', source: id, fault, retry: true };
  }
  return {
    ...{ id, name, kind, rank },
    async ask(scope, principal) {
      try {
        return await policy.execute(({ signal }) => source.cases(scope, principal, { signal }));
      } catch (error) {
        // The reader may not: a mandate that does not cover it. Nothing is wrong with the source.
        if (isRefusal(error, 'not-allowed')) return { state: 'not-allowed', source: id };
        if (error instanceof TaskCancelledError) return failed('slow');
        if (error instanceof BrokenCircuitError || error instanceof BulkheadRejectedError) return failed('down');
        return failed('broken');
      }
    },
  };
}
