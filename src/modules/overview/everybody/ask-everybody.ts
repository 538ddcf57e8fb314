import { isRefusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { AskParts } from '../ask-sources.ts';
import { isInView, type View } from '../view.ts';
import { wholeOverview } from '../whole-overview.ts';
import type { Somebody, Theirs } from './people.ts';

export type EverybodyParts = {
  readonly people: readonly Somebody[];
  readonly scopeOf: (who: Somebody) => Scope;
  readonly parts: AskParts;
  readonly view: View;
  /** Told of a defect; the others' cases are there. */
  readonly failed: (error: unknown) => void;
};

/** So many people's sources are asked at the same time, that one reader does not take the whole house. */
const AT_ONCE = 3;

/** Each person's cases, asked behind their own fence and gathered by themselves; in the order of the people. */
export function askEverybody({ people, scopeOf, parts, view, failed }: EverybodyParts): readonly Promise<Theirs>[] {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, async () => undefined);
  async function askFor(who: Somebody): Promise<Theirs> {
    try {
      const { items, asked } = await wholeOverview(scopeOf(who), parts);
      return { who, whole: { asked, items: items.filter((item) => isInView(item, view)) } };
    } catch (error) {
      if (!isRefusal(error)) failed(error);
      return { who, whole: null };
    }
  }
  return people.map((who, index) => {
    const theirs = (lanes[index % AT_ONCE] ?? Promise.resolve()).then(() => askFor(who));
    lanes[index % AT_ONCE] = theirs;
    return theirs;
  });
}
