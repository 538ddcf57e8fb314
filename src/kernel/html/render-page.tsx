import { type ComponentChild, h, type JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { CurrentPage, type PageContext } from './page-context.ts';

/** The whole document, for `reply.page`: an element that is a `<Page>`, rendered for this request. */
export function renderPage(page: JSX.Element, context: PageContext): string {
  return `<!doctype html>${renderPart(page, context)}`;
}

/** A part without its document: what a script asks for, and what tests look at. */
export function renderPart(part: ComponentChild, context: PageContext): string {
  return render(h(CurrentPage.Provider, { value: context }, part));
}
