import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { listAllMeanings } from '../store/meanings.ts';
import { type Meanings, meaningsOn, type Said } from './meaning.ts';

/** What the codes of a source mean today; known for a moment, so that a page does not ask once for each source. */
export type KnownMeanings = (scope: Scope, source: string) => Promise<Meanings>;

/** What an administrator has just said is seen by all within so long. */
const FRESH_MS = 5_000;
const none: Meanings = { status: new Map(), type: new Map() };

export function knownMeanings(freshMs = FRESH_MS): KnownMeanings {
  let known: { readonly said: Promise<readonly Said[]>; readonly until: number } | null = null;
  return async (scope, source) => {
    const now = performance.now();
    if (known === null || known.until <= now) {
      known = { said: scope.read((tx) => listAllMeanings(tx)), until: now + freshMs };
    }
    const asked = known;
    try {
      return meaningsOn(await asked.said, source, dateIn('SE', scope.now));
    } catch {
      if (known === asked) known = null;
      return none; // the source's own words are better than no case
    }
  };
}
