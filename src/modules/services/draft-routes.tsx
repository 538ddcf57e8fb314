import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadDisposition, type FileIntake, type FileStore } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { FileDigest } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { successorsOf } from '../directory/index.ts';
import type { AsksCustody } from './ask-custody.ts';
import { askOfApplicant, saidIn } from './ask-register.ts';
import { adoptedService } from './catalogue.ts';
import { waitingAt } from './cosigning.ts';
import { pageOf } from './draft.ts';
import { type At, cosignersOf, fillOf, isFromSummary, staleOf, summaryOf, waitingOf } from './draft-views.ts';

import type { DefinitionPage } from './format/definition.ts';
import type { FileAnswer } from './format/fields/file.ts';
import { draftHref, openDraft, removeDraft, startDraft } from './open-draft.ts';
import { firstPageToMend } from './page-errors.ts';
import { FillPage } from './pages/fill.tsx';
import { SummaryPage } from './pages/summary.tsx';
import { WaitingPage } from './pages/waiting.tsx';
import { isPrefilled } from './prefill.ts';
import { authorityOf } from './public-routes.tsx';
import { reopenDraft } from './reopen-draft.ts';
import { type Saved, savePage } from './save-page.ts';
import { DraftParams, FileParams, PageBody, PageParams, PageQuery, ServiceParams, SummaryQuery } from './schema.ts';
import { takeFiles } from './take-files.ts';

export type DraftRouteParts = AsksCustody & {
  readonly intake: FileIntake;
  readonly files: Pick<FileStore, 'open'>;
};

type Place = { readonly authority: string; readonly service: string; readonly draft: string };

/** Filling in, one page at a time; everything here is the signed-in person's own. */
export async function draftRoutes(app: App, parts: DraftRouteParts): Promise<void> {
  const { intake, files } = parts;
  const config = { room: 'resident' } as const;
  const start = '/:authority/tjanster/:service/ansok';
  const draft = `${start}/:draft`;

  app.post(start, { config, schema: { params: ServiceParams } }, async (request, reply) => {
    const authority = await authorityOf(request, request.params.authority);
    // what was begun before is sent where it was begun; nothing new begins at an authority that others have succeeded
    const gone = await successorsOf(request.scope, authority);
    if (gone) return reply.seeOther(`/${authority.slug}/tjanster/${request.params.service}`);
    const adopted = await adoptedService(request.scope, authority.id, request.params.service);
    const id = await startDraft(request.scope, adopted);
    return reply.seeOther(`${draftHref(authority.slug, adopted.slug, id)}/${adopted.definition.pages[0]?.id}`);
  });

  app.get(draft, { config, schema: { params: DraftParams } }, async (request, reply) => {
    const at = await placeOf(request, request.params);
    const waiting = waitingAt(at.draft.cosigning, request.scope.now);
    if (waiting) return reply.page(<WaitingPage {...(await waitingOf(request, at, waiting))} />);
    const page = firstPageToMend(at.draft, at.evaluation, at.adopted.definition.pages);
    return reply.seeOther(`${at.href}/${page ?? 'sammanfattning'}`);
  });

  app.post(`${draft}/ta-bort`, { config, schema: { params: DraftParams } }, async (request, reply) => {
    const { params, scope } = request;
    const authority = await authorityOf(request, params.authority);
    await removeDraft(scope, authority, params.service, params.draft);
    return reply.seeOther(`/${authority.slug}/tjanster/${params.service}?borttagen=ja`);
  });

  app.post(`${draft}/oppna`, { config, schema: { params: DraftParams } }, async (request, reply) => {
    const at = await placeOf(request, request.params);
    await reopenDraft(request.scope, at.adopted, at.draft);
    return reply.seeOther(at.href);
  });

  app.get(`${draft}/fil/:file`, { config, schema: { params: FileParams } }, async (request, reply) => {
    const { draft: found } = await placeOf(request, request.params);
    const file = Object.values(found.answers)
      .flatMap(filesIn)
      .find((one) => one.file === request.params.file);
    if (!file) throw new Refusal('not-found', 'services.draft.unknown');
    const { stream, size } = await files.open(file.file as FileDigest); // it came from the intake
    return reply
      .type(file.mediaType)
      .header('content-length', size)
      .header('content-disposition', downloadDisposition(file.name))
      .send(stream);
  });

  app.get(
    `${draft}/sammanfattning`,
    { config, schema: { params: DraftParams, querystring: SummaryQuery } },
    async (request, reply) => {
      const at = await placeOf(request, request.params);
      if (waitingAt(at.draft.cosigning, request.scope.now)) return reply.seeOther(at.href);
      const summary = summaryOf(request, at);
      const cosigners = summary.toMend.length > 0 ? null : await cosignersOf(request, at, parts);
      return reply.page(<SummaryPage {...summary} cosigners={cosigners} changed={request.query.andrad === 'ja'} />);
    },
  );

  app.get(
    `${draft}/:page`,
    { config, schema: { params: PageParams, querystring: PageQuery } },
    async (request, reply) => {
      const at = await placeOf(request, request.params);
      const page = pageOnPath(at, request.params.page);
      if (!page || waitingAt(at.draft.cosigning, request.scope.now)) return reply.seeOther(at.href);
      const said = isPrefilled(page) ? await askOfApplicant(request.scope, parts) : undefined;
      return reply.page(<FillPage {...fillOf(request, at, page, request.query.fel === 'ja', said)} />);
    },
  );

  app.post(
    `${draft}/:page`,
    { config, schema: { params: PageParams, querystring: PageQuery, body: PageBody } },
    async (request, reply) => {
      const { scope, params, body } = request;
      const at = await placeOf(request, params);
      const page = pageOnPath(at, params.page);
      if (!page) return reply.seeOther(at.href);
      const taken = await takeFiles(intake, page, request.uploads);
      const said = isPrefilled(page) ? saidIn(await askOfApplicant(scope, parts), at.country) : null;
      const saved = await savePage(scope, at.authority, at, page, body, taken, said);
      return answer(request, reply, at, page, saved);
    },
  );
}

async function placeOf(request: FastifyRequest, place: Place): Promise<At> {
  const authority = await authorityOf(request, place.authority);
  const open = await openDraft(request.scope, authority, place.service, place.draft);
  return { ...open, authority, href: draftHref(authority.slug, open.adopted.slug, open.draft.id) };
}

function pageOnPath({ evaluation, adopted }: At, id: string): DefinitionPage | undefined {
  return evaluation.pages.includes(id) ? pageOf(adopted.definition, id) : undefined;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  at: At,
  page: DefinitionPage,
  saved: Saved,
): FastifyReply {
  const fromSummary = isFromSummary(request);
  switch (saved.kind) {
    case 'saved':
      return reply.seeOther(`/${at.authority.slug}/tjanster/${at.adopted.slug}?sparad=ja`);
    case 'on':
      return reply.seeOther(`${at.href}/${fromSummary ? 'sammanfattning' : (saved.page ?? 'sammanfattning')}`);
    case 'again': {
      const query = new URLSearchParams({ ...(saved.errors && { fel: 'ja' }), ...(fromSummary && { andra: 'ja' }) });
      const anchor = saved.at === null ? '' : `#${saved.at}`;
      return reply.seeOther(`${at.href}/${page.id}${query.size > 0 ? `?${query}` : ''}${anchor}`);
    }
    case 'stale': {
      const fill = fillOf(request, { ...at, ...saved.open }, page, false);
      return reply.page(<FillPage {...fill} {...staleOf(request, at, page, saved)} />, { status: 409 });
    }
  }
}

function filesIn(answer: unknown): readonly FileAnswer[] {
  return Array.isArray(answer) ? answer.filter((one) => typeof one?.file === 'string') : [];
}
