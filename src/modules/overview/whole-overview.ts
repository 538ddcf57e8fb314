import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Asked, type AskParts, askSources } from './ask-sources.ts';
import { foundIn } from './found.ts';
import { gather, type ShownItem } from './same-case.ts';

/** All that is known, when everybody has answered or been given up. */
export type WholeOverview = { readonly items: readonly ShownItem[]; readonly asked: readonly Asked[] };

/**
 * For whom the reader's overview is: themselves, or the one they act for.
 * @throws Refusal not-allowed
 */
export async function overviewOf(scope: Scope): Promise<PartyId> {
  await permit(scope, 'case.read-own', {});
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}

/** @throws Refusal not-allowed */
export async function wholeOverview(scope: Scope, parts: AskParts): Promise<WholeOverview> {
  const principal = await overviewOf(scope);
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
