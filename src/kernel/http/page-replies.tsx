import type { FastifyReply, FastifyRequest } from 'fastify';
import { Alert, renderAround, renderPage, renderPart, useTexts } from '../html/index.ts';
import type { PageContext } from '../html/page-context.ts';
import { texts } from '../html/texts/index.ts';
import type { App, PageOptions } from './app-types.ts';
import type { Csrf } from './csrf.ts';
import { navigationFor } from './navigation.ts';
import { sentInParts } from './sent-in-parts.ts';
import { wayBack } from './way-back.ts';

export type PageParts = { readonly csrf: Csrf; readonly development: boolean };

function readerOf(request: FastifyRequest): PageContext['reader'] {
  const { reader } = request;
  if (reader === null) return null;
  const { room } = request.routeOptions.config;
  const kind = room === 'official' ? 'official' : room === 'operator' ? 'operator' : 'person';
  return { name: reader.name, kind, assurance: reader.assurance };
}

function actingOf(request: FastifyRequest): PageContext['acting'] {
  const { reader, acting } = request;
  const { room } = request.routeOptions.config;
  if (!reader?.actingFor || room === 'official' || room === 'operator') return null;
  return { name: reader.actingFor.name, state: acting ?? 'aside' };
}

/** What is said in the place of the parts that a defect has kept from coming. */
function BrokenOff({ requestId }: { readonly requestId: string }) {
  const t = useTexts(texts).brokenOff;
  return (
    <Alert tone="danger" title={t.title}>
      <p>{t.text}</p>
      <p>{t.id(requestId)}</p>
    </Alert>
  );
}

/**
 * `reply.page(<X/>)` renders in the reader's language and with the authority's colours, `reply.pageInParts` sends a page
 * as its parts come; `reply.seeOther` ends a POST.
 */
export function pageReplies(app: App, { csrf, development }: PageParts): void {
  function contextOf(reply: FastifyReply, options: PageOptions): PageContext {
    const { request } = reply;
    if (options.status !== undefined) reply.status(options.status);
    return {
      language: request.language,
      path: wayBack(request),
      csrf: csrf.tokenFor(request),
      authority: options.authority === undefined ? request.brand : options.authority,
      reader: readerOf(request),
      acting: actingOf(request),
      navigation: navigationFor(request),
      requestId: request.id,
      development,
    };
  }
  app.decorateRequest('brand', null);
  app.decorateReply('page', function page(body, options = {}) {
    const html = renderPage(body, contextOf(this, options));
    // Bytes, since Fastify and Node would each walk through the text once more, for its length and to write it (8 %).
    return this.type('text/html; charset=utf-8').send(Buffer.from(html));
  });
  app.decorateReply('pageInParts', function pageInParts(body, parts, options = {}) {
    const { request } = this;
    const context = contextOf(this, options);
    const { before, after } = renderAround(body, context);
    const page = sentInParts({
      ...{ before, after, parts },
      render: (part) => renderPart(part, context),
      brokenOff(error) {
        request.log.error({ err: error }, 'a defect in a page that was being sent');
        return renderPart(<BrokenOff requestId={request.id} />, context);
      },
    });
    // A proxy that gathers the whole answer before it hands it on would undo all of this.
    return this.type('text/html; charset=utf-8').header('x-accel-buffering', 'no').send(page);
  });
  app.decorateReply('seeOther', function seeOther(url) {
    return this.redirect(url, 303);
  });
}
