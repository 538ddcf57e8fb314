import type { ComponentChild, JSX } from 'preact';
import { type PageContext, withPage } from './page-context.ts';
import { renderHtml } from './render-html.ts';

/** The whole document, for `reply.page`: an element that is a `<Page>`, rendered for this request. */
export function renderPage(page: JSX.Element, context: PageContext): string {
  return `<!doctype html>${renderPart(page, context)}`;
}

/** A part without its document: what a script asks for, and what tests look at. */
export function renderPart(part: ComponentChild, context: PageContext): string {
  return withPage(context, () => renderHtml(part));
}
