import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import { asTheyCome } from './as-they-come.ts';
import type { FoundCases } from './case-source.ts';
import type { Guarded, GuardedSource } from './guard.ts';
import type { Known, LastKnown } from './last-known.ts';

/** What one source said, and how long that took. */
export type Asked = {
  readonly source: Pick<GuardedSource, 'id' | 'name' | 'kind' | 'rank'>;
  readonly answer: SourceAnswer<FoundCases>;
  /** Why it was not even asked; what it said before may be shown. */
  readonly spared: Guarded['spared'];
  readonly milliseconds: number;
};

export type AskParts = {
  readonly sources: readonly GuardedSource[];
  readonly lastKnown: LastKnown;
  /** Told of each answer after it has been given; what it does delays nobody. */
  readonly noticed?: (asked: Asked) => void;
};

const nothing: FoundCases = { items: [], more: false, missing: [] };

/**
 * Asks all sources at once and answers in the order in which they do. No database connection is held meanwhile. A source
 * that fails gives what it said before; what fails is never kept.
 */
export function askSources(scope: Scope, principal: PartyId, parts: AskParts): AsyncGenerator<Asked> {
  const known = new Map<string, Known>();
  const asked = parts.sources.map((source) => askOne(scope, principal, source, parts, known));
  // Kept when all have answered, in one statement, whoever still reads the page; a database that is away loses a copy.
  Promise.all(asked)
    .then(() => parts.lastKnown.keep(scope, principal, known))
    .catch(() => undefined);
  return asTheyCome(asked);
}

async function askOne(
  scope: Scope,
  principal: PartyId,
  source: GuardedSource,
  parts: AskParts,
  known: Map<string, Known>,
): Promise<Asked> {
  const start = performance.now();
  const { answer: given, spared } = await source.ask(scope, principal);
  const milliseconds = performance.now() - start;
  const asked: Asked = { source, answer: given, spared, milliseconds };
  if (source.kind === 'house') return asked;
  parts.noticed?.(asked);
  if (given.state === 'failed') {
    const before = await parts.lastKnown.of(scope, principal, source.id).catch(() => null);
    if (!before) return asked;
    const { found: value, asOf } = before;
    return { ...asked, answer: { state: 'stale', value, asOf, source: source.id, fault: given.fault } };
  }
  if (given.state === 'answered' || given.state === 'nothing') {
    const found = given.state === 'answered' ? given.value : nothing;
    // Half an answer does not take the place of a whole one.
    if (found.missing.length === 0) known.set(source.id, { found, asOf: given.asOf });
  }
  return asked;
}
