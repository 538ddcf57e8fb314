import { h, type JSX } from 'preact';
import type { PageContext } from './page-context.ts';
import { renderPage } from './render-page.ts';

const PLACE = 'al-later';
const MARK = `<${PLACE}></${PLACE}>`;

/** Where in a page that is sent in parts the later ones go, each below the one before. */
export function Later() {
  return h(PLACE, {});
}

/**
 * The document before and after its `<Later>`. No text that somebody has written can be taken for the place: every `<`
 * in one is escaped.
 */
export function renderAround(
  page: JSX.Element,
  context: PageContext,
): { readonly before: string; readonly after: string } {
  const [before, after, more] = renderPage(page, context).split(MARK);
  if (before === undefined || after === undefined || more !== undefined) {
    throw new Error('a page that is sent in parts has one <Later>');
  }
  return { before, after };
}
