import type { FastifyReply, FastifyRequest } from 'fastify';
import { downloadDisposition, type FileIntake, type FileStore } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { FileDigest } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import { type Authority, successorsOf } from '../directory/index.ts';
import { wordsFor } from './adoption.ts';
import { type AsksRegister, askOfApplicant, saidIn } from './ask-register.ts';
import { adoptedService } from './catalogue.ts';
import { type Draft, pageOf } from './draft.ts';
import { replyDaysOf } from './facts.ts';
import { familyView, firstFilled, registeredPaths } from './family-view.ts';
import { errorsOf } from './fault-text.ts';
import type { DefinitionPage } from './format/definition.ts';
import type { FileAnswer } from './format/fields/file.ts';
import { readable } from './format/readable.ts';
import { draftHref, type OpenDraft, openDraft, removeDraft, startDraft } from './open-draft.ts';
import { firstPageToMend, pageErrors } from './page-errors.ts';
import { FillPage, type FillProps } from './pages/fill.tsx';
import { SummaryPage } from './pages/summary.tsx';
import { isPrefilled } from './prefill.ts';
import { authorityOf } from './public-routes.tsx';
import { type Saved, savePage } from './save-page.ts';
import { DraftParams, FileParams, PageBody, PageParams, PageQuery, ServiceParams, SummaryQuery } from './schema.ts';
import { takeFiles } from './take-files.ts';

export type DraftRouteParts = AsksRegister & {
  readonly intake: FileIntake;
  readonly files: Pick<FileStore, 'open'>;
};

type Place = { readonly authority: string; readonly service: string; readonly draft: string };
type At = OpenDraft & { readonly authority: Authority; readonly href: string };

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
    const page = firstPageToMend(at.draft, at.evaluation, at.adopted.definition.pages);
    return reply.seeOther(`${at.href}/${page ?? 'sammanfattning'}`);
  });

  app.post(`${draft}/ta-bort`, { config, schema: { params: DraftParams } }, async (request, reply) => {
    const { params, scope } = request;
    const authority = await authorityOf(request, params.authority);
    await removeDraft(scope, authority, params.service, params.draft);
    return reply.seeOther(`/${authority.slug}/tjanster/${params.service}?borttagen=ja`);
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
      return reply.page(<SummaryPage {...summaryOf(request, at)} changed={request.query.andrad === 'ja'} />);
    },
  );

  app.get(
    `${draft}/:page`,
    { config, schema: { params: PageParams, querystring: PageQuery } },
    async (request, reply) => {
      const at = await placeOf(request, request.params);
      const page = pageOnPath(at, request.params.page);
      if (!page) return reply.seeOther(at.href);
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

function isFromSummary(request: FastifyRequest): boolean {
  return (request.query as { readonly andra?: string }).andra === 'ja'; // its schema has checked it
}

function fillOf(
  request: FastifyRequest,
  at: At,
  page: DefinitionPage,
  showErrors: boolean,
  asked?: SourceAnswer<RegisteredPerson>,
): FillProps {
  const { draft, adopted, evaluation, country } = at;
  const words = wordsFor(adopted, request.language);
  const place = evaluation.pages.indexOf(page.id);
  const before = evaluation.pages[place - 1];
  const fromSummary = isFromSummary(request);
  const faults = showErrors ? pageErrors(draft, evaluation, page) : [];
  const refused = (draft.typed.files ?? []).filter(({ field }) => page.fields.some(({ id }) => id === field));
  const errors = errorsOf(faults, refused, { definition: adopted.definition, words, country });
  const said = asked ? saidIn(asked, country) : null;
  const given = { ...(said && firstFilled(page, draft, said)), ...draft.answers };
  const answers = { ...given, ...calculated(page, evaluation.answers) };
  return {
    page,
    answers,
    visible: evaluation.visible,
    filling: {
      ...{ words, country, controls: draft.typed.controls ?? {}, errors, fileHref: `${at.href}/fil` },
      registered: registeredPaths(page, answers),
    },
    family: asked && familyView(page, answers, asked, said),
    seq: draft.seq,
    step: { current: place + 1, total: evaluation.pages.length + 1 },
    action: `${at.href}/${page.id}${fromSummary ? '?andra=ja' : ''}`,
    contact: at.authority.contact,
    backHref: fromSummary
      ? `${at.href}/sammanfattning`
      : before
        ? `${at.href}/${before}`
        : `/${at.authority.slug}/tjanster/${adopted.slug}`,
  };
}

function calculated(page: DefinitionPage, answers: Draft['answers']): Draft['answers'] {
  const own = page.fields.filter(({ value }) => value !== undefined).map(({ id }) => [id, answers[id]] as const);
  return Object.fromEntries(own);
}

/** The form as it was sent, and beside it what is saved now. */
function staleOf(
  request: FastifyRequest,
  at: At,
  page: DefinitionPage,
  { open, shown, fields }: Extract<Saved, { kind: 'stale' }>,
): Partial<FillProps> {
  const words = wordsFor(open.adopted, request.language);
  const { country, evaluation } = open;
  const sections = readable(open.adopted.definition, evaluation.answers, {
    words,
    country,
    visible: evaluation.visible,
  });
  const rows = sections
    .filter((section) => section.page === page.id)
    .flatMap((section) =>
      section.rows
        .filter(({ path }) => fields.includes(path.split('.')[0] ?? path))
        .map(({ path, label, value }) => ({ label: path.includes('.') ? `${section.title}: ${label}` : label, value })),
    );
  return {
    answers: { ...shown.answers, ...calculated(page, evaluation.answers) },
    filling: {
      words,
      country,
      controls: shown.typed.controls ?? {},
      errors: [],
      fileHref: `${at.href}/fil`,
      registered: new Map(),
    },
    seq: open.draft.seq,
    stale: { rows, loadHref: `${at.href}/${page.id}` },
  };
}

function summaryOf(request: FastifyRequest, at: At) {
  const { draft, adopted, evaluation, country, authority, href } = at;
  const words = wordsFor(adopted, request.language);
  const toMend = evaluation.pages.flatMap((id) => {
    const page = pageOf(adopted.definition, id);
    const ready =
      !page || pageErrors({ ...draft, typed: { ...draft.typed, fresh: [] } }, evaluation, page).length === 0;
    return ready ? [] : [{ href: `${href}/${id}?fel=ja&andra=ja`, title: words.of(`page.${id}`) }];
  });
  return {
    title: words.of('title'),
    authorityName: authority.name,
    contact: authority.contact,
    replyDays: replyDaysOf(adopted, at.today),
    sections: readable(adopted.definition, evaluation.answers, { words, country, visible: evaluation.visible }),
    toMend,
    steps: evaluation.pages.length + 1,
    seq: draft.seq,
    draftHref: href,
    backHref: `${href}/${evaluation.pages.at(-1)}`,
  };
}

function filesIn(answer: unknown): readonly FileAnswer[] {
  return Array.isArray(answer) ? answer.filter((one) => typeof one?.file === 'string') : [];
}
