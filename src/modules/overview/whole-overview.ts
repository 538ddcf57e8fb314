import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Asked, type AskParts, askSources } from './ask-sources.ts';
import { foundIn } from './found.ts';
import { gather, type ShownItem } from './same-case.ts';

/** All that is known, when everybody has answered or been given up. */
export type WholeOverview = { readonly items: readonly ShownItem[]; readonly asked: readonly Asked[] };

/**
 * For whom the reader's overview is: themselves, or the one they act for. Who acts by a mandate for some of it sees what
 * our own rooms have of that; what others say can not be told apart by it, so they are not asked.
 * @throws Refusal not-allowed
 */
export async function overviewOf<Parts extends AskParts>(
  scope: Scope,
  parts: Parts,
): Promise<{ readonly principal: PartyId; readonly parts: Parts }> {
  const { extent } = await permit(scope, 'case.read-own', {});
  const { principal } = scope;
  if (principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  if (extent === 'whole') return { principal, parts };
  return { principal, parts: { ...parts, sources: parts.sources.filter(({ kind }) => kind === 'house') } };
}

/** @throws Refusal not-allowed */
export async function wholeOverview(scope: Scope, all: AskParts): Promise<WholeOverview> {
  const { principal, parts } = await overviewOf(scope, all);
  const asked: Asked[] = [];
  for await (const one of askSources(scope, principal, parts)) asked.push(one);
  const ranks = new Map(parts.sources.map(({ id, rank }) => [id, rank]));
  const { items } = gather(
    [],
    asked.flatMap((one) => foundIn(one)?.items ?? []),
    (source) => ranks.get(source) ?? Number.MAX_SAFE_INTEGER,
  );
  return { items, asked };
}
