import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type ForReader, loadTrail, type TrailLine } from './store/trail.ts';

/** The next page begins after `next`; null at the end. */
export type Trail = { readonly lines: readonly TrailLine[]; readonly next: string | null };

const PAGE = 50;

/**
 * Who has seen or done what about me, newest first.
 * @param before the last line of the page before
 * @param only what others have done in my name alone
 */
export async function ownTrail(scope: Scope, before: string | null, only?: ForReader): Promise<Trail> {
  await permit(scope, 'audit.read-own', {});
  const { principal } = scope;
  if (principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const lines = await scope.read((tx) => loadTrail(tx, principal, before, PAGE + 1, only));
  const more = lines.length > PAGE;
  const page = lines.slice(0, PAGE);
  return { lines: page, next: more ? (page.at(-1)?.id ?? null) : null };
}

/**
 * What has been done in a party's name by one right, newest first. Asked by a use case that has its own permit, about a
 * party of its scope.
 */
export async function usesOfRight(
  scope: Scope,
  party: PartyId,
  right: string,
  most: number,
): Promise<readonly TrailLine[]> {
  return scope.read((tx) => loadTrail(tx, party, null, most, { right }));
}
