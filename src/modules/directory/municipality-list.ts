import type { Authority } from './authority.ts';

/** A part of a list in alphabetical order, and where the parts beside it begin. */
export type Part = {
  readonly rows: readonly Authority[];
  readonly total: number;
  /** The slug that the part before begins with. */
  readonly previous?: string;
  readonly next?: string;
};

/** As it is looked up: `Malmo` finds Malmö. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Those whose name or code begins with the query, then those that hold it; each group keeps its order. */
export function matching(municipalities: readonly Authority[], query: string): readonly Authority[] {
  const wanted = folded(query);
  if (wanted === '') return municipalities;
  const begins = municipalities.filter((one) => folded(one.name).startsWith(wanted) || one.code?.startsWith(wanted));
  const holds = municipalities.filter((one) => !begins.includes(one) && folded(one.name).includes(wanted));
  return [...begins, ...holds];
}

/** `size` of them from the one with that slug on; from the first when it is not among them. */
export function partFrom(municipalities: readonly Authority[], slug: string | undefined, size: number): Part {
  const at = Math.max(
    0,
    municipalities.findIndex((one) => one.slug === slug),
  );
  const previous = at > 0 ? municipalities[Math.max(0, at - size)]?.slug : undefined;
  const next = municipalities[at + size]?.slug;
  return {
    rows: municipalities.slice(at, at + size),
    total: municipalities.length,
    ...(previous !== undefined && { previous }),
    ...(next !== undefined && { next }),
  };
}
