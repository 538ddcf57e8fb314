import { renderDocument } from '../../../kernel/documents/index.ts';
import { downloadDisposition, type FileStore } from '../../../kernel/files/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Reveal } from '../../identity/index.ts';
import { filesOf, openCaseFile } from '../case-files.ts';
import { decisionDocument } from '../decision-letter.ts';
import { openHandledCase } from '../handled-case.ts';
import { HandledCasePage } from '../pages/handled-case.tsx';
import { QueuePage } from '../pages/queue.tsx';
import { RetentionPage } from '../pages/retention.tsx';
import { filterOf, queueViewIn } from '../queue-view.ts';
import { queueCursorIn, readDueForErasure, readQueue } from '../read-queue.ts';
import { revealApplicant } from '../reveal-applicant.ts';
import { ByCase, ByFile, HandledQuery, QueueQuery, Revealing } from '../schema.ts';
import { serviceOf } from '../service-of.ts';
import { officeAuthority, officeKey } from './office-key.ts';
import { decisionFileName, sendPdf } from './own.tsx';

export type OfficeParts = { readonly files: Pick<FileStore, 'open'>; readonly reveal: Reveal };

const SHOWN = 50;

/** What officials look at: the queue, a case, its papers. */
export async function officeRoutes(app: App, { files, reveal }: OfficeParts): Promise<void> {
  const config = { room: 'official' } as const;

  app.get('/handlaggning', { config, schema: { querystring: QueueQuery } }, async (request, reply) => {
    const { visa, myndighet = '', efter } = request.query;
    const view = queueViewIn(visa);
    const authority = myndighet === '' ? null : (await officeAuthority(request.scope, myndighet)).id;
    const queue = await readQueue(request.scope, { ...filterOf(view), authority }, SHOWN, queueCursorIn(efter));
    return reply.page(<QueuePage queue={queue} view={view} authority={myndighet} />);
  });

  app.get('/handlaggning/gallring', { config }, async (request, reply) => {
    return reply.page(<RetentionPage due={await readDueForErasure(request.scope)} />);
  });

  const place = '/handlaggning/:authority/:case';

  app.get(place, { config, schema: { params: ByCase, querystring: HandledQuery } }, async (request, reply) => {
    const view = await openHandledCase(request.scope, await officeKey(request.scope, request.params));
    const done = request.query.klart !== undefined;
    return reply.page(<HandledCasePage view={view} transaction={newId<string>()} done={done} />);
  });

  app.post(`${place}/personnummer`, { config, schema: { params: ByCase, body: Revealing } }, async (request, reply) => {
    const key = await officeKey(request.scope, request.params);
    const view = await openHandledCase(request.scope, key);
    const { value } = await revealApplicant(request.scope, reveal, key, request.body.purpose);
    reply.header('cache-control', 'no-store');
    const revealed = { number: value };
    return reply.page(<HandledCasePage view={view} transaction={newId<string>()} revealed={revealed} />);
  });

  app.get(`${place}/beslut.pdf`, { config, schema: { params: ByCase } }, async (request, reply) => {
    const key = await officeKey(request.scope, request.params);
    const { filed, state, authority, actions } = await openHandledCase(request.scope, key);
    const at = actions.find(({ act }) => act.kind === 'decided')?.at;
    if (!state.decision || !at) throw new Refusal('not-found', 'cases.not-found');
    const { language } = state.decision;
    const title = (await serviceOf(request.scope, filed, language)).words.of('title');
    const model = decisionDocument({ filed, decision: state.decision, title, authority, at });
    return sendPdf(reply, await renderDocument(model), decisionFileName(language, filed.diaryNumber));
  });

  app.get(`${place}/fil/:file`, { config, schema: { params: ByFile } }, async (request, reply) => {
    const key = await officeKey(request.scope, request.params);
    const { filed, actions } = await openHandledCase(request.scope, key);
    const { file, stream, size } = await openCaseFile(files, filesOf(filed.answers, actions), request.params.file);
    return reply
      .type(file.mediaType)
      .header('content-length', size)
      .header('content-disposition', downloadDisposition(file.name))
      .send(stream);
  });
}
