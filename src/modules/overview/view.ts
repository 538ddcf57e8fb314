import { derivedId } from '../../kernel/ids.ts';
import { type Ball, balls, type OverviewItem } from './item.ts';

/** What of the overview somebody wants to see. */
export type View = { readonly ball: Ball | null; readonly search: string };

/** From the page's address; what is none of ours is everything. */
export function viewOf({ visa, sok }: { readonly visa?: string; readonly sok?: string }): View {
  return { ball: balls.find((ball) => ballSlugs[ball] === visa) ?? null, search: (sok ?? '').trim() };
}

export const ballSlugs = { me: 'min-tur', them: 'hos-andra', done: 'avslutade' } as const satisfies Record<
  Ball,
  string
>;

/** As the end of an address; nothing when everything is wanted. */
export function hrefOf({ ball, search }: View): string {
  const query = new URLSearchParams({
    ...(ball ? { visa: ballSlugs[ball] } : {}),
    ...(search ? { sok: search } : {}),
  }).toString();
  return query === '' ? '' : `?${query}`;
}

/** Each word that is searched for must stand somewhere in what is shown of the case. */
export function isInView(item: OverviewItem, { ball, search }: View): boolean {
  if (ball !== null && item.ball !== ball) return false;
  if (search === '') return true;
  const { title, kind, authority, reference, status, nextStep, parties } = item;
  const shown = [title, kind ?? '', authority, reference ?? '', status.words, nextStep ?? '', ...parties]
    .join(' ')
    .toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

/** The name of a case in our addresses: another's own id may be anything, an identity number too. */
export function keyOf({ source, id }: Pick<OverviewItem, 'source' | 'id'>): string {
  return derivedId('overview', source, id);
}

/** Where a case is read: our own page of it, or the page of what another source tells. */
export function pageOf(item: OverviewItem): string {
  const isOurs = item.href?.startsWith('/') ?? false;
  return isOurs && item.href !== null ? item.href : `/mina-sidor/oversikt/${item.source}/${keyOf(item)}`;
}
