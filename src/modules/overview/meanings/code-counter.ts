import { type AuthorityId, isUuid } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { CaseSource } from '../case-source.ts';
import type { OverviewItem } from '../item.ts';
import { type CodeSeen, noteCodes } from '../store/meanings.ts';
import { writeSoon } from '../write-soon.ts';

/** Counts with which codes a source answers, never about whom, for who says what they mean. */
export type CodeCounter = {
  noticed(source: Pick<CaseSource, 'id' | 'keeper'>, items: readonly OverviewItem[]): void;
  /** Writes down what has been counted since the last time; by itself some seconds after an answer. */
  settle(): Promise<void>;
};

const LONGEST = 200;
/** A system that answers with a new code each time does not fill our tables. */
const DISTINCT = 200;
/** What looks like an identity number: a source that puts somebody's where a code belongs does not get it kept. */
const numberLike = /\d{6,8}[-+A-FU-Y]?\d{3}[\dA-Z]/i;

/** Stands for a code that is not kept. */
export const hiddenCode = '•';

/** A code as it may be counted and shown; of what may be somebody's number, only that it was there. */
export function countable(code: string | null): string {
  if (code === null) return '';
  const plain = code.trim().slice(0, LONGEST);
  return numberLike.test(plain) && !isUuid(plain) ? hiddenCode : plain;
}

/** @param scopeOf a scope of the worker's behind one authority, made when it is time to write */
export function codeCounter(scopeOf: (authority: AuthorityId) => Scope, gatheredMs?: number): CodeCounter {
  let counted = new Map<AuthorityId, Map<string, CodeSeen>>();

  const { stir, settle } = writeSoon(async () => {
    const taken = counted;
    counted = new Map();
    for (const [authority, seen] of taken) {
      const scope = scopeOf(authority);
      await scope.write((tx) => noteCodes(tx, authority, [...seen.values()], scope.now));
    }
  }, gatheredMs);
  return {
    noticed({ id: source, keeper }, items) {
      if (keeper === undefined) return;
      const seen = counted.get(keeper) ?? new Map<string, CodeSeen>();
      counted.set(keeper, seen);
      for (const { codes, ball, status } of items) {
        if (!codes) continue;
        const one = { source, status: countable(codes.status), type: countable(codes.type), ball };
        const key = JSON.stringify(one);
        const before = seen.get(key);
        if (!before && seen.size >= DISTINCT) continue;
        seen.set(key, { ...one, words: status.words.slice(0, LONGEST), times: (before?.times ?? 0) + 1 });
      }
      if (seen.size > 0) stir();
    },
    settle,
  };
}
