import type { Reach } from '../../../kernel/authority.ts';
import type { AuthorityId, ServiceId } from '../../../kernel/ids.ts';

// What a mandate is for, as one authority's systems write it: Mina ombud's `kod`, which each third party makes its own.
// No space may stand in one, so what people have named (a property) is percent-encoded.

/** What a mandate of this reach is called at the authority; null when it is for nothing there. */
export function codeAt(authority: AuthorityId, reach: Reach): string | null {
  if (reach.kind === 'everything') return 'allt';
  if (reach.authority !== null && reach.authority !== authority) return null;
  switch (reach.kind) {
    case 'authority':
      return 'allt';
    case 'mail':
      return 'post';
    case 'service':
      return `tjanst:${encodeURIComponent(reach.service)}`;
    case 'case':
      return `arende:${encodeURIComponent(reach.case)}`;
    case 'property':
      return `fastighet:${encodeURIComponent(reach.property)}`;
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return null;
  }
}

/** What is asked for by a code; null for one that is none of ours. */
export function reachOf(authority: AuthorityId, code: string): Reach | null {
  if (code === 'allt') return { kind: 'authority', authority };
  if (code === 'post') return { kind: 'mail', authority };
  const [kind, ...rest] = code.split(':');
  const named = decoded(rest.join(':'));
  if (named === null) return null;
  if (kind === 'tjanst') return { kind: 'service', authority, service: named as ServiceId };
  if (kind === 'arende') return { kind: 'case', authority, case: named };
  return kind === 'fastighet' ? { kind: 'property', authority, property: named } : null;
}
