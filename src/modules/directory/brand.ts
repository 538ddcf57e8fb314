import type { PageAuthority } from '../../kernel/html/index.ts';
import type { Authority } from './authority.ts';

/** What every page in an authority's rooms wears: `request.brand = brandOf(authority)`. */
export function brandOf(authority: Authority): PageAuthority {
  return {
    slug: authority.slug,
    name: authority.name,
    // the revision changes with the colour, so the sheet may be kept for a year
    themeHref: authority.accent === null ? null : `/tema/${authority.slug}.css?v=${authority.revision}`,
    contact: authority.contact,
    ...(authority.hostName !== null && { homeHref: `https://${authority.hostName}/` }),
  };
}
