import type { JSX } from 'preact';
import type { Asked } from './ask-sources.ts';
import { foundIn } from './found.ts';
import type { SourceNames } from './pages/item-cards.tsx';
import { AskedSources, Late, Lists, Trouble, Waiting } from './pages/parts.tsx';
import { gather, type ShownItem } from './same-case.ts';
import type { View } from './view.ts';

export type PartsOf = {
  readonly sources: readonly Asked['source'][];
  /** Begins to ask; called when the head of the page has been sent. */
  readonly ask: () => AsyncIterable<Asked>;
  readonly view: View;
  /** How long, in milliseconds, the first lists wait for sources elsewhere, so that the quick ones stand in them. */
  readonly patience: number;
};

/**
 * The overview in the order in which it is sent: everybody who answers at once in lists by whose move it is, then each
 * late one under its own name, and at last who was asked and what they said.
 */
export async function* overviewParts({ sources, ask, view, patience }: PartsOf): AsyncGenerator<JSX.Element> {
  const names: SourceNames = new Map(sources.map(({ id, name }) => [id, name]));
  const ranks = new Map(sources.map(({ id, rank }) => [id, rank]));
  const rankOf = (source: string) => ranks.get(source) ?? Number.MAX_SAFE_INTEGER;
  const all: Asked[] = [];
  let shown: readonly ShownItem[] = [];

  const answers = ask()[Symbol.asyncIterator]();
  const { over, done } = timer(patience);
  let next = answers.next();
  for (;;) {
    const houseIsIn = sources.every(({ id, kind }) => kind !== 'house' || all.some(({ source }) => source.id === id));
    const answer = await (houseIsIn ? Promise.race([next, over]) : next);
    if (answer === null || answer.done) break;
    all.push(answer.value);
    next = answers.next();
  }
  done();

  const waiting = () => sources.filter(({ id }) => !all.some(({ source }) => source.id === id));
  const first = gather(
    [],
    all.flatMap((one) => foundIn(one)?.items ?? []),
    rankOf,
  );
  shown = first.items;
  const isPartial = waiting().length > 0 || all.some(({ answer }) => answer.state === 'failed');
  // Each piece is a write of its own, so what is known together is sent together.
  const rest = () => (waiting().length > 0 ? <Waiting sources={waiting()} /> : <AskedSources all={all} />);
  yield (
    <>
      {all.map((one) => (
        <Trouble key={one.source.id} asked={one} />
      ))}
      <Lists items={shown} view={view} names={names} isPartial={isPartial} />
      {rest()}
    </>
  );

  while (waiting().length > 0) {
    const answer = await next;
    if (answer.done) break;
    next = answers.next();
    all.push(answer.value);
    const { items, doubled } = gather(shown, foundIn(answer.value)?.items ?? [], rankOf);
    shown = [...shown, ...items];
    yield (
      <>
        <Late asked={answer.value} items={items} doubled={doubled} view={view} names={names} />
        {rest()}
      </>
    );
  }
}

/** `over` answers null when the time is up; `done` when nobody waits for it any more. */
function timer(milliseconds: number): { readonly over: Promise<null>; done(): void } {
  const { promise, resolve } = Promise.withResolvers<null>();
  const handle = setTimeout(() => resolve(null), milliseconds);
  return { over: promise, done: () => clearTimeout(handle) };
}
