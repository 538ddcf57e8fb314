import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { placeOf, usesOfRight } from '../identity/index.ts';
import type { Mandate } from './mandate.ts';
import type { Use } from './pages/uses.tsx';

const SHOWN = 10;

/**
 * What has lately been done by a mandate, for its grantor; null for anybody else, whose business it is not. Who did it is
 * called what the mandate calls them when their own name is protected.
 */
export async function usesFor(scope: Scope, mandate: Mandate): Promise<readonly Use[] | null> {
  const reader = scope.principal;
  const { grantors, holders } = mandate.terms;
  if (reader === null || !grantors.some(({ party }) => party === reader)) return null;
  const lines = await usesOfRight(scope, reader, mandate.id, SHOWN);
  const authorities = await authoritiesByIds(
    scope,
    lines.flatMap(({ authority }) => authority ?? []),
  );
  const slugs = new Map([...authorities].map(([id, { slug }]) => [id, slug]));
  const called = (party: PartyId | null) => holders.find((one) => one.party === party)?.name ?? '';
  return lines.map((line) => ({
    ...{ id: line.id, at: line.at, action: line.action },
    by: line.actorName || called(line.actorParty),
    place: placeOf(line, slugs),
  }));
}
