import type { Scope } from '../../../kernel/scope.ts';
import type { Asked } from '../ask-sources.ts';
import { noteAnswers } from '../store/source-answers.ts';
import { writeSoon } from '../write-soon.ts';
import { type AskedElsewhere, type Outcome, outcomeOf, outcomeOfAnswer } from './outcome.ts';

/** Counts how sources answer, for the operator. */
export type AnswerCounter = {
  noticed(asked: Pick<Asked, 'source' | 'answer' | 'spared'>): void;
  /** The same of a register that is no source of cases. */
  registerNoticed(asked: AskedElsewhere & { readonly source: { readonly id: string } }): void;
  /** Writes down what has been counted since the last time; by itself some seconds after an answer. */
  settle(): Promise<void>;
};

/** @param scopeOf a scope of the worker's, made when it is time to write */
export function answerCounter(scopeOf: () => Scope, gatheredMs?: number): AnswerCounter {
  let counted = new Map<string, Map<Outcome, number>>();

  const { stir, settle } = writeSoon(async () => {
    const rows = [...counted].flatMap(([source, outcomes]) =>
      [...outcomes].map(([outcome, times]) => ({ source, outcome, times })),
    );
    counted = new Map();
    if (rows.length === 0) return;
    const scope = scopeOf();
    await scope.write((tx) => noteAnswers(tx, rows, scope.now));
  }, gatheredMs);

  function count(source: string, outcome: Outcome): void {
    const outcomes = counted.get(source) ?? new Map<Outcome, number>();
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    counted.set(source, outcomes);
    stir();
  }
  return {
    noticed(asked) {
      count(asked.source.id, outcomeOf(asked));
      const odd = asked.answer.state === 'answered' ? (asked.answer.value.odd ?? []) : [];
      for (const fault of new Set(odd)) count(asked.source.id, fault);
    },
    registerNoticed: (asked) => count(asked.source.id, outcomeOfAnswer(asked)),
    settle,
  };
}
