import { keptFor } from '../../kernel/kept.ts';
import { byUrgency, type OverviewItem } from './item.ts';

/** Which rule said that two are the same case. */
export type SameCaseRule = 'named' | 'reference';

/** An item on the page, and where else the same case was found. */
export type ShownItem = OverviewItem & {
  readonly also: readonly { readonly source: string; readonly rule: SameCaseRule }[];
};

/** A case that is shown already, in the words of another source. */
export type Doubled = { readonly item: OverviewItem; readonly shownAs: string; readonly rule: SameCaseRule };

export type Gathered = { readonly items: readonly ShownItem[]; readonly doubled: readonly Doubled[] };

function ownName({ source, id }: OverviewItem): string {
  return `${source}:${id}`;
}

/** A number without the spaces, dashes and slashes that every system sets differently. */
function plainReference(text: string): string {
  return text.toUpperCase().replaceAll(/[\s\-–/.:]/g, '');
}

function plainName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\b(kommun|stad|kommunen|municipality|kunta|kaupunki|city)\b/g, '')
    .replaceAll(/[^\p{L}\d]/gu, '');
}

/** The same few authorities stand on everybody's page, and to make a name plain takes longer than the rest. */
const plainNames = keptFor<string, string>(3_600_000, 1_000);

/** What an item is known again by: the names it has anywhere, and whose number it has. */
type Signs = { readonly names: readonly string[]; readonly number: string | null };

/** Each item is compared with many, and its number and authority are read once (2 % of a page's time otherwise). */
const known = new WeakMap<OverviewItem, Signs>();

function signsOf(item: OverviewItem): Signs {
  const before = known.get(item);
  if (before) return before;
  const { authority, reference, sameAs } = item;
  const plain = plainNames.get(authority) ?? plainNames.keep(authority, plainName(authority));
  const signs = {
    names: [ownName(item), ...sameAs],
    number: reference && `${plain} ${plainReference(reference)}`,
  };
  known.set(item, signs);
  return signs;
}

/**
 * Whether two items of different sources are the same case: when one is named by the other, or both have a third name in
 * common; or when the same authority gave both the same number.
 */
export function sameCase(one: OverviewItem, other: OverviewItem): SameCaseRule | null {
  if (one.source === other.source) return null;
  const [mine, theirs] = [signsOf(one), signsOf(other)];
  if (mine.names.some((name) => theirs.names.includes(name))) return 'named';
  return mine.number !== null && mine.number === theirs.number ? 'reference' : null;
}

/**
 * What is new among what was found, each case once, in the order to show it; and what is shown already.
 * @param shown what stands on the page: it can not be taken back
 * @param rankOf of the same case in two sources the lower rank is shown
 */
export function gather(
  shown: readonly ShownItem[],
  found: readonly OverviewItem[],
  rankOf: (source: string) => number,
): Gathered {
  const items: ShownItem[] = [];
  const doubled: Doubled[] = [];
  for (const item of [...found].sort((a, b) => rankOf(a.source) - rankOf(b.source))) {
    const before = shown.find((one) => sameCase(one, item) !== null);
    if (before) {
      doubled.push({ item, shownAs: before.title, rule: sameCase(before, item) ?? 'named' });
      continue;
    }
    const index = items.findIndex((one) => sameCase(one, item) !== null);
    const twin = items[index];
    if (twin) {
      const rule = sameCase(twin, item) ?? 'named';
      items[index] = { ...united(twin, item), also: [...twin.also, { source: item.source, rule }] };
    } else items.push({ ...item, also: [] });
  }
  return { items: items.sort(byUrgency), doubled };
}

/** What the better source does not know, the other may: when to act, what happened. */
function united(better: ShownItem, other: OverviewItem): ShownItem {
  const seen = new Set(better.events.map(({ at, words }) => `${at} ${words}`));
  const events = [...better.events, ...other.events.filter(({ at, words }) => !seen.has(`${at} ${words}`))];
  return {
    ...better,
    sameAs: [...new Set([...better.sameAs, ownName(other), ...other.sameAs])],
    deadline: better.deadline ?? other.deadline,
    nextStep: better.nextStep ?? other.nextStep,
    documents: better.documents.length > 0 ? better.documents : other.documents,
    events: events.sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
