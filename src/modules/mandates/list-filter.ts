import { isUuid, type PartyId } from '../../kernel/ids.ts';

export const directions = ['getts', 'fatts'] as const;
/** Which side of them the reader is on. */
export type Direction = (typeof directions)[number];

/** How they stand, as people look for them. */
export const standings = ['vantar', 'galler', 'kommande', 'vilar', 'slut'] as const;
export type StandingGroup = (typeof standings)[number];

/** Which of one's mandates are looked for; null is all. */
export type ListFilter = {
  readonly direction: Direction | null;
  readonly standing: StandingGroup | null;
  readonly authority: number | null;
  readonly person: PartyId | null;
  /** A part of a name, or of what it is for; in small letters. */
  readonly search: string;
};

export const everything: ListFilter = {
  ...{ direction: null, standing: null, authority: null, person: null, search: '' },
};

export type FilterQuery = Readonly<Partial<Record<'visa' | 'lage' | 'myndighet' | 'person' | 'sok', string>>>;

/** What no filter can be is no filter. */
export function filterIn({ visa, lage, myndighet, person, sok }: FilterQuery): ListFilter {
  const authority = /^\d{1,9}$/.test(myndighet ?? '') ? Number(myndighet) : null;
  return {
    direction: directions.find((one) => one === visa) ?? null,
    standing: standings.find((one) => one === lage) ?? null,
    ...{ authority, person: isUuid(person ?? '') ? (person as PartyId) : null },
    search: (sok ?? '').trim().toLowerCase(),
  };
}

/** The filter as an address says it: `?visa=getts&sok=erik`, or nothing. */
export function queryOf(
  { direction, standing, authority, person, search }: ListFilter,
  more: Readonly<Record<string, string>> = {},
): string {
  const all = {
    visa: direction,
    lage: standing,
    myndighet: authority?.toString(),
    person,
    sok: search || null,
    ...more,
  };
  const said = Object.entries(all).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}
