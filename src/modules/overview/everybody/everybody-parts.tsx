import type { JSX } from 'preact';
import { isRefusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { asTheyCome } from '../as-they-come.ts';
import type { AskParts } from '../ask-sources.ts';
import { isInView, type View } from '../view.ts';
import { wholeOverview } from '../whole-overview.ts';
import { PersonSection } from './page.tsx';
import type { Somebody, Theirs } from './people.ts';

export type EverybodyParts = {
  readonly people: readonly Somebody[];
  readonly scopeOf: (who: Somebody) => Scope;
  readonly parts: AskParts;
  readonly view: View;
  /** Told of a defect; the others' sections live. */
  readonly failed: (error: unknown) => void;
};

/** So many people's sources are asked at the same time, that one reader does not take the whole house. */
const AT_ONCE = 3;

/** One section for each person, as they are answered; each asked behind their own fence and gathered by itself. */
export async function* everybodyParts({
  people,
  scopeOf,
  parts,
  view,
  failed,
}: EverybodyParts): AsyncGenerator<JSX.Element> {
  const lanes: Promise<unknown>[] = Array.from({ length: AT_ONCE }, async () => undefined);
  const asked = people.map((who, index) => {
    const theirs = (lanes[index % AT_ONCE] ?? Promise.resolve()).then(() => askFor(who));
    lanes[index % AT_ONCE] = theirs;
    return theirs;
  });
  async function askFor(who: Somebody): Promise<Theirs> {
    try {
      const { items, asked: sources } = await wholeOverview(scopeOf(who), parts);
      return { who, whole: { asked: sources, items: items.filter((item) => isInView(item, view)) } };
    } catch (error) {
      if (!isRefusal(error)) failed(error);
      return { who, whole: null };
    }
  }
  for await (const theirs of asTheyCome(asked)) yield <PersonSection {...theirs} view={view} />;
}
