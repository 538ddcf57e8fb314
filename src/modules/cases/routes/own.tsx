import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderDocument } from '../../../kernel/documents/index.ts';
import { downloadDisposition, type FileIntake, type FileStore, safeFileName } from '../../../kernel/files/index.ts';
import type { FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { newId } from '../../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import type { Language } from '../../../kernel/texts.ts';
import { brandOf } from '../../directory/index.ts';
import { unreadCount, unreadMost } from '../../mailbox/index.ts';
import { ownDrafts } from '../../services/index.ts';
import { openSignings } from '../../signing/index.ts';
import { filesOf, openCaseFile } from '../case-files.ts';
import { completeCase, ownCase } from '../complete.ts';
import { decisionDocument } from '../decision-letter.ts';
import { type OwnCaseView, viewOwnCase } from '../own-case-view.ts';
import { ownCursorIn, readOwnCases } from '../own-cases.ts';
import { CompletePage } from '../pages/complete.tsx';
import { HomePage } from '../pages/home.tsx';
import { OwnCasePage } from '../pages/own-case.tsx';
import { OwnCasesPage } from '../pages/own-cases.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { type Receipt, receiptDocument } from '../receipt.ts';
import { relatedCases } from '../related-cases.ts';
import { ByCase, ByFile, COMPLETION_MOST, Completing, OwnList } from '../schema.ts';
import { serviceOf } from '../service-of.ts';
import { takeCompletion } from '../take-completion.ts';
import { texts } from '../texts/index.ts';
import { dayAt } from '../zone.ts';

export type OwnParts = { readonly files: Pick<FileStore, 'open'>; readonly intake: FileIntake };

const SHOWN_AT_HOME = 5;
const SHOWN_IN_LIST = 20;

/** The person's own pages: what waits for them, their cases, receipts, decisions and answers. */
export async function ownRoutes(app: App, { files, intake }: OwnParts): Promise<void> {
  const config = { room: 'resident' } as const;

  app.get('/mina-sidor', { config }, async (request, reply) => {
    const { scope } = request;
    const none = { cases: [], next: null };
    const [{ cases, next }, waiting, drafts, unread, { mine }] = await Promise.all([
      asFarAsMay(readOwnCases(scope, { most: SHOWN_AT_HOME }), none),
      asFarAsMay(readOwnCases(scope, { most: SHOWN_IN_LIST, waitingOnly: true }), none),
      ownDrafts(scope),
      asFarAsMay(unreadCount(scope), 0),
      asFarAsMay(openSignings(scope), { mine: [], others: [] }),
    ]);
    const begun = drafts.map(({ href, title, authority, changedAt, signBy, cameBack }) => ({
      ...{ href, title, authorityName: authority.name, cameBack },
      signBy: signBy && dayAt({ country: 'SE' }, signBy.subtract({ seconds: 1 })),
      savedOn: dayAt({ country: 'SE' }, changedAt),
    }));
    return reply.page(
      <HomePage
        signatures={mine.map(({ id, title, deadline }) => ({
          href: `/mina-sidor/signera/${id}`,
          title: title[request.language],
          by: dayAt({ country: 'SE' }, deadline),
        }))}
        cases={cases}
        hasMore={next !== null}
        waiting={waiting.cases}
        drafts={begun}
        unread={unread}
        unreadMost={unreadMost}
      />,
    );
  });

  app.get('/mina-sidor/arenden', { config, schema: { querystring: OwnList } }, async (request, reply) => {
    const list = await readOwnCases(request.scope, {
      most: SHOWN_IN_LIST,
      beyond: ownCursorIn(request.query.efter),
    });
    return reply.page(<OwnCasesPage {...list} />);
  });

  const place = '/mina-sidor/arenden/:authority/:case';

  app.get(place, { config, schema: { params: ByCase } }, async (request, reply) => {
    const view = await viewOwnCase(request.scope, request.params);
    const related = await relatedCases(request.scope, view);
    return reply.page(<OwnCasePage view={view} related={related} brand={brandOf(view.authority)} />);
  });

  app.get(`${place}/kvitto`, { config, schema: { params: ByCase } }, async (request, reply) => {
    const view = await viewOwnCase(request.scope, request.params);
    const caseHref = `/mina-sidor/arenden/${view.authority.slug}/${view.filed.case}`;
    const receipt = receiptOf(view, nameOf(request));
    return reply.page(<ReceiptPage receipt={receipt} brand={brandOf(view.authority)} caseHref={caseHref} />);
  });

  app.get(`${place}/kvitto.pdf`, { config, schema: { params: ByCase } }, async (request, reply) => {
    const view = await viewOwnCase(request.scope, request.params);
    const { language } = request;
    const content = await renderDocument(receiptDocument(receiptOf(view, nameOf(request)), language));
    return sendPdf(reply, content, `${texts[language].receipt.documentTitle} ${view.filed.diaryNumber}`);
  });

  app.get(`${place}/beslut.pdf`, { config, schema: { params: ByCase } }, async (request, reply) => {
    const { authority, filed, state, actions } = await ownCase(request.scope, request.params);
    const at = actions.find(({ act }) => act.kind === 'decided')?.at;
    if (!state.decision || !at) throw new Refusal('not-found', 'cases.not-found');
    const { language } = state.decision;
    const title = (await serviceOf(request.scope, filed, language)).words.of('title');
    const model = decisionDocument({ filed, decision: state.decision, title, authority, at });
    return sendPdf(reply, await renderDocument(model), decisionFileName(language, filed.diaryNumber));
  });

  app.get(`${place}/fil/:file`, { config, schema: { params: ByFile } }, async (request, reply) => {
    const { filed, actions } = await ownCase(request.scope, request.params);
    const { file, stream, size } = await openCaseFile(files, filesOf(filed.answers, actions), request.params.file);
    return reply
      .type(file.mediaType)
      .header('content-length', size)
      .header('content-disposition', downloadDisposition(file.name))
      .send(stream);
  });

  app.get(`${place}/komplettera`, { config, schema: { params: ByCase } }, async (request, reply) => {
    const view = await viewOwnCase(request.scope, request.params);
    return reply.page(completePage(view, '', newId<string>(), []));
  });

  app.post(
    `${place}/komplettera`,
    { config: { ...config, rateLimit: limits.posting }, schema: { params: ByCase, body: Completing } },
    async (request, reply) => {
      const { text, transaction } = request.body;
      const view = await viewOwnCase(request.scope, request.params);
      const t = texts[request.language].complete;
      const { taken, errors } = await takeCompletion(intake, request.uploads, request.language);
      const written = text.trim().replace(/\r\n?/g, '\n');
      if (written === '' && request.uploads.length === 0) errors.push({ field: 'text', text: t.missing });
      if (written.length > COMPLETION_MOST) errors.push({ field: 'text', text: t.tooLong(COMPLETION_MOST) });
      if (errors.length > 0) return reply.page(completePage(view, text, transaction, errors), { status: 422 });
      await completeCase(request.scope, request.params, { text: written, files: taken, transaction });
      return reply.seeOther(`/mina-sidor/arenden/${view.authority.slug}/${view.filed.case}`);
    },
  );
}

/** Who acts for another by a narrow mandate sees of their home what it is for, and nothing in place of the rest. */
async function asFarAsMay<T>(asked: Promise<T>, none: T): Promise<T> {
  return asked.catch((error) => {
    if (isRefusal(error, 'not-allowed')) return none;
    throw error;
  });
}

/** @throws Refusal conflict when nothing is asked */
function completePage(view: OwnCaseView, text: string, transaction: string, errors: readonly FieldError[]) {
  const { authority, filed, state, title } = view;
  if (!state.question) throw new Refusal('conflict', 'cases.nothing-asked');
  return (
    <CompletePage
      href={`/mina-sidor/arenden/${authority.slug}/${filed.case}`}
      brand={brandOf(authority)}
      title={title}
      question={state.question.text}
      text={text}
      transaction={transaction}
      errors={errors}
    />
  );
}

/** In whose name the pages are. */
function nameOf({ reader }: FastifyRequest): string {
  return reader?.actingFor?.name ?? reader?.name ?? '';
}

function receiptOf({ authority, filed, title, answers, actions }: OwnCaseView, name: string): Receipt {
  const [first] = actions;
  const promised = first?.act.kind === 'filed' ? Temporal.PlainDate.from(first.act.dueOn) : filed.dueOn;
  const { diaryNumber, filedAt, answersSha256 } = filed;
  return { authority, diaryNumber, title, name, filedAt, dueOn: promised, answers, answersSha256 };
}

export function decisionFileName(language: Language, diaryNumber: string): string {
  return `${texts[language].letter.decisionFile} ${diaryNumber}`;
}

export function sendPdf(reply: FastifyReply, content: Buffer, name: string): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', downloadDisposition(safeFileName(`${name}.pdf`, 'application/pdf')))
    .send(content);
}
