import type { Scope } from '../../kernel/scope.ts';
import type { Asked, AskParts } from './ask-sources.ts';
import type { GuardedSource } from './guard.ts';
import type { ShownItem } from './same-case.ts';
import { keyOf } from './view.ts';
import { overviewOf, wholeOverview } from './whole-overview.ts';

/** A case elsewhere, and how its source answered; none when the source has no such case of the reader's, or gave nothing. */
export type ReadOne = { readonly item?: ShownItem | undefined; readonly asked?: Asked | undefined };

/**
 * One case of a source elsewhere, by its name in our addresses. Which it is there is known from what the source said last;
 * then it alone is asked for, with its documents and parties where the source has them. Else all are asked for.
 * @throws Refusal not-allowed
 */
export async function readOne(scope: Scope, all: AskParts, source: GuardedSource, key: string): Promise<ReadOne> {
  const { principal, parts } = await overviewOf(scope, { ...all, sources: [source] });
  if (parts.sources.length === 0) return {};
  const known = source.askOne && (await parts.lastKnown.of(scope, principal, source.id).catch(() => null));
  const before = known?.found.items.find((item) => keyOf(item) === key);
  if (source.askOne && known && before) {
    const start = performance.now();
    const { answer, spared } = await source.askOne(scope, principal, before.id);
    const about = { source, spared, milliseconds: performance.now() - start };
    const only = (item: typeof before) => ({ items: [item], more: false, missing: [] });
    if (answer.state === 'answered') {
      const asked: Asked = { ...about, answer: { ...answer, value: only(answer.value) } };
      parts.noticed?.(asked);
      return { item: { ...answer.value, also: [] }, asked };
    }
    if (answer.state === 'failed') {
      const { fault } = answer;
      const old = { state: 'stale', value: only(before), asOf: known.asOf, source: source.id, fault } as const;
      const asked: Asked = { ...about, answer: old };
      parts.noticed?.(asked);
      return { item: { ...before, also: [] }, asked };
    }
  }
  const { items, asked } = await wholeOverview(scope, { ...all, sources: [source] });
  return { item: items.find((item) => keyOf(item) === key), asked: asked[0] };
}
