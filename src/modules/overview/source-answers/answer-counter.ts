import type { Scope } from '../../../kernel/scope.ts';
import type { Asked } from '../ask-sources.ts';
import { noteAnswers } from '../store/source-answers.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Counts how sources answer, for the operator. */
export type AnswerCounter = {
  noticed(asked: Pick<Asked, 'source' | 'answer' | 'spared'>): void;
  /** Writes down what has been counted since the last time; by itself some seconds after an answer. */
  settle(): Promise<void>;
};

/** What a process that ends suddenly forgets; a write for each page would cost more than it tells. */
const GATHERED_MS = 5_000;

/** @param scopeOf a scope of the worker's, made when it is time to write */
export function answerCounter(scopeOf: () => Scope, gatheredMs = GATHERED_MS): AnswerCounter {
  let counted = new Map<string, Map<Outcome, number>>();
  let planned: NodeJS.Timeout | null = null;

  async function settle(): Promise<void> {
    if (planned) clearTimeout(planned);
    planned = null;
    const rows = [...counted].flatMap(([source, outcomes]) =>
      [...outcomes].map(([outcome, times]) => ({ source, outcome, times })),
    );
    counted = new Map();
    if (rows.length === 0) return;
    const scope = scopeOf();
    await scope.write((tx) => noteAnswers(tx, rows, scope.now));
  }
  return {
    noticed(asked) {
      const outcomes = counted.get(asked.source.id) ?? new Map<Outcome, number>();
      const outcome = outcomeOf(asked);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      counted.set(asked.source.id, outcomes);
      // A database that is away loses some counts, and no page.
      planned ??= setTimeout(() => settle().catch(() => undefined), gatheredMs).unref();
    },
    settle,
  };
}
