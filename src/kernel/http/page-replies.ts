import type { FastifyRequest } from 'fastify';
import { renderPage } from '../html/index.ts';
import type { PageContext } from '../html/page-context.ts';
import type { App } from './app-types.ts';
import type { Csrf } from './csrf.ts';
import { navigationFor } from './navigation.ts';
import { wayBack } from './way-back.ts';

export type PageParts = { readonly csrf: Csrf; readonly development: boolean };

function readerOf(request: FastifyRequest): PageContext['reader'] {
  const { reader } = request;
  if (reader === null) return null;
  const { room } = request.routeOptions.config;
  const kind = room === 'official' ? 'official' : room === 'operator' ? 'operator' : 'person';
  return { name: reader.name, kind, assurance: reader.assurance };
}

/** `reply.page(<X/>)` renders in the reader's language and with the authority's colours; `reply.seeOther` ends a POST. */
export function pageReplies(app: App, { csrf, development }: PageParts): void {
  app.decorateRequest('brand', null);
  app.decorateReply('page', function page(body, options = {}) {
    const { request } = this;
    if (options.status !== undefined) this.status(options.status);
    const html = renderPage(body, {
      language: request.language,
      path: wayBack(request),
      csrf: csrf.tokenFor(request),
      authority: options.authority === undefined ? request.brand : options.authority,
      reader: readerOf(request),
      navigation: navigationFor(request),
      requestId: request.id,
      development,
    });
    // Bytes, since Fastify and Node would each walk through the text once more, for its length and to write it (8 %).
    return this.type('text/html; charset=utf-8').send(Buffer.from(html));
  });
  app.decorateReply('seeOther', function seeOther(url) {
    return this.redirect(url, 303);
  });
}
