import { Readable } from 'node:stream';
import { turn } from './turns.ts';

export type Pieces<Part> = {
  readonly before: string;
  readonly after: string;
  readonly parts: AsyncIterable<Part>;
  readonly render: (part: Part) => string;
  /** What is sent in the place of the parts that an error has kept from coming. */
  readonly brokenOff: (error: unknown) => string;
};

/**
 * A page as its parts come. What goes before them is on its way before the first is begun, since what they do first is
 * the reader's first byte; and they wait their turn, so that it is everybody's first byte. A part that is the last leaves
 * in one write with the end. A reader who goes away ends the parts too.
 */
export function sentInParts<Part>({ before, after, parts, render, brokenOff }: Pieces<Part>): Readable {
  const iterator = parts[Symbol.asyncIterator]();
  let isGone = false;
  const page = new Readable({
    read: () => undefined, // pushed as it comes: a page is no larger than what would be kept anyway
    destroy: (error, done) => {
      isGone = true;
      Promise.resolve(iterator.return?.()).then(
        () => done(error),
        () => done(error),
      );
    },
  });
  page.push(before);

  async function sendParts(): Promise<string> {
    await turn('ask');
    let next = iterator.next();
    for (;;) {
      const part = await next;
      if (part.done || isGone) return '';
      await turn('show');
      const html = render(part.value);
      next = iterator.next();
      if (await endsNow(next)) return html;
      page.push(html);
    }
  }
  sendParts()
    .catch(brokenOff)
    .then((last) => {
      if (isGone) return;
      page.push(`${last}${after}`);
      page.push(null);
    });
  return page;
}

/** Whether it is known already that nothing more comes. */
async function endsNow(next: Promise<IteratorResult<unknown>>): Promise<boolean> {
  const soon = new Promise<null>((resolve) => setImmediate(resolve, null));
  const known = await Promise.race([next.catch(() => null), soon]);
  return known?.done ?? false;
}
