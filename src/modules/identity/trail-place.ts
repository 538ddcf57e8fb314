import type { AuthorityId } from '../../kernel/ids.ts';
import type { TrailLine } from './store/trail.ts';

/** Where what was looked at, or changed, can be seen by the one it concerns. */
export type TrailPlace = { readonly kind: 'case' | 'message' | 'mandate' | 'signing'; readonly href: string };

/** Null when the line is about nothing that has a page. @param slugs of the authorities in the lines */
export function placeOf(
  { resource, authority }: Pick<TrailLine, 'resource' | 'authority'>,
  slugs: ReadonlyMap<AuthorityId, string>,
): TrailPlace | null {
  const { case: id, message, mandate, signing } = resource;
  const slug = authority === null ? undefined : slugs.get(authority);
  if (message !== undefined) return { kind: 'message', href: `/mina-sidor/meddelanden/${message}` };
  if (id !== undefined && slug !== undefined) return { kind: 'case', href: `/mina-sidor/arenden/${slug}/${id}` };
  if (mandate !== undefined) return { kind: 'mandate', href: `/mina-sidor/fullmakter/${mandate}` };
  return signing === undefined ? null : { kind: 'signing', href: `/mina-sidor/signera/${signing}` };
}
