import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel';
import type { SourceAnswer, SourceFault } from '../kernel/source-answer.ts';

/** How an asking went, for whoever counts it; `spared` is that it was not even asked. */
export type RegisterAsked = {
  readonly source: { readonly id: string };
  readonly answer: SourceAnswer<unknown>;
  readonly spared: 'resting' | 'crowded' | null;
};

/** Why an answer can not be used; thrown where it is read, and caught where the register answers. */
export class UnusableAnswer extends Error {
  readonly fault: SourceFault | 'not-allowed';
  constructor(fault: SourceFault | 'not-allowed') {
    super(fault);
    this.fault = fault;
  }
}

export type GuardedRegister = {
  /** Never throws for what the register does, and never takes longer than the timeout. */
  ask<T>(work: (signal: AbortSignal) => Promise<T | null>): Promise<SourceAnswer<T>>;
  /** As this process knows it. */
  breaker(): 'closed' | 'open' | 'half-open';
};

/** All that one question needs: a token, keys, every page. A page of ours that waits for it still comes within a second. */
const TIMEOUT_MS = 900;
const AT_ONCE = 64;
const FAILURES_BEFORE_REST = 5;
const REST_MS = 5_000;

const states = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Isolated]: 'open',
} as const satisfies Record<CircuitState, 'closed' | 'open' | 'half-open'>;

/** Faults that say that the register itself is unwell; a strange answer about one person does not. */
function isUnwell(answer: unknown): boolean {
  const { state, fault } = answer as { state?: string; fault?: SourceFault };
  return state === 'failed' && (fault === 'down' || fault === 'slow');
}

/**
 * One register with a timeout, a breaker and a bulkhead, the same for all who ask in this process.
 * @param patience how long one question may take, in milliseconds
 */
export function guardedRegister(
  id: string,
  told: (asked: RegisterAsked) => void,
  patience = TIMEOUT_MS,
): GuardedRegister {
  const breaker = circuitBreaker(handleWhenResult(isUnwell), {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST),
  });
  const policy = wrap(bulkhead(AT_ONCE), breaker);

  function failed(fault: SourceFault): SourceAnswer<never> {
    return { state: 'failed', source: id, fault, retry: fault === 'down' || fault === 'slow' };
  }

  async function answerOf<T>(work: (signal: AbortSignal) => Promise<T | null>): Promise<SourceAnswer<T>> {
    const asOf = Temporal.Now.instant();
    try {
      const value = await work(AbortSignal.timeout(patience));
      return value === null ? { state: 'nothing', asOf } : { state: 'answered', value, asOf };
    } catch (error) {
      if (!(error instanceof UnusableAnswer)) throw error;
      return error.fault === 'not-allowed' ? { state: 'not-allowed', source: id } : failed(error.fault);
    }
  }

  async function guarded<T>(work: (signal: AbortSignal) => Promise<T | null>) {
    try {
      return { answer: await policy.execute(() => answerOf(work)), spared: null };
    } catch (error) {
      if (error instanceof BrokenCircuitError) return { answer: failed('down'), spared: 'resting' as const };
      if (error instanceof BulkheadRejectedError) return { answer: failed('slow'), spared: 'crowded' as const };
      throw error;
    }
  }
  return {
    breaker: () => states[breaker.state],
    async ask(work) {
      const { answer, spared } = await guarded(work);
      told({ source: { id }, answer, spared });
      return answer;
    },
  };
}
