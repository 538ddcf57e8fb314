import type { LineCode } from '../engine/codes.ts';

export const notCompared = 'none';
export const differenceClasses = ['old-wrong', 'new-wrong', 'accepted'] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/** What the old system paid somebody under one of its codes. */
export type OldLine = { readonly number: string; readonly oldCode: string; readonly amount: number };
export type NewLine = { readonly number: string; readonly code: LineCode; readonly amount: number };
export type CodeMap = ReadonlyMap<string, string>;

/** One person's one code, where the two systems do not say the same. */
export type Difference = {
  readonly number: string;
  /** Ours, or the old one's own where nobody has said what it is. */
  readonly code: string;
  readonly mapped: boolean;
  readonly old: number;
  readonly now: number;
};

/**
 * The two systems held beside each other, person by person and code by code. Several old codes may be one of ours: they
 * are summed. An old code that nobody has mapped is a difference by itself, never left out.
 */
export function compareSystems(
  old: readonly OldLine[],
  now: readonly NewLine[],
  map: CodeMap,
): { readonly equal: number; readonly differences: readonly Difference[] } {
  const pairs = new Map<string, { number: string; code: string; mapped: boolean; old: number; now: number }>();
  const pairOf = (number: string, code: string, mapped: boolean) => {
    const key = JSON.stringify([number, code, mapped]);
    let pair = pairs.get(key);
    if (!pair) {
      pair = { number, code, mapped, old: 0, now: 0 };
      pairs.set(key, pair);
    }
    return pair;
  };
  for (const { number, oldCode, amount } of old) {
    const code = map.get(oldCode);
    if (code === notCompared) continue;
    pairOf(number, code ?? oldCode, code !== undefined).old += amount;
  }
  for (const { number, code, amount } of now) pairOf(number, code, true).now += amount;
  const all = [...pairs.values()];
  const differences = all.filter((pair) => !pair.mapped || pair.old !== pair.now);
  return { equal: all.length - differences.length, differences };
}
