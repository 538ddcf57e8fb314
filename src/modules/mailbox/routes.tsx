import type { FastifyRequest } from 'fastify';
import type { FileStore } from '../../kernel/files/index.ts';
import { downloadDisposition } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { readCursor } from './cursor.ts';
import type { CaseRef } from './message.ts';
import { openAttachment } from './open-attachment.ts';
import { openMessage, peekAtMessage } from './open-message.ts';
import { InboxPage, inboxHref } from './pages/inbox.tsx';
import { MessagePage } from './pages/message.tsx';
import { readInbox } from './read-inbox.ts';
import { Before, ById, ByNumber } from './schema.ts';

/** The reader's own mailbox: «Mina meddelanden». */
export async function mailboxRoutes(app: App, { files }: { readonly files: Pick<FileStore, 'open'> }): Promise<void> {
  const config = { room: 'resident' } as const;

  app.get(inboxHref, { config, schema: { querystring: Before } }, async (request, reply) => {
    const before = readCursor(request.query.fore);
    const { items, next } = await readInbox(request.scope, before);
    return reply.page(<InboxPage items={items} next={next} first={before === undefined} />);
  });

  app.get(`${inboxHref}/:message`, { config, schema: { params: ById } }, async (request, reply) => {
    const look = isReadByAPerson(request) ? openMessage : peekAtMessage;
    const { message, attachments } = await look(request.scope, request.params.message);
    const caseHref = message.caseRef && (await caseHrefOf(request.scope, message.caseRef));
    const payslipHref =
      message.payslip && (await payslipHrefOf(request.scope, message.sender.authority, message.payslip));
    return reply.page(<MessagePage {...{ message, attachments, caseHref, payslipHref }} />);
  });

  app.get(`${inboxHref}/:message/bilaga/:number`, { config, schema: { params: ByNumber } }, async (request, reply) => {
    const { message, number } = request.params;
    const { attachment, content, size } = await openAttachment(request.scope, files, message, number);
    return reply
      .type(attachment.mediaType)
      .header('content-length', size)
      .header('content-disposition', downloadDisposition(attachment.name))
      .send(content);
  });
}

/** A browser that fetches ahead, or a HEAD, has shown nobody anything: the message is not opened by it. */
function isReadByAPerson({ method, headers }: FastifyRequest): boolean {
  const purpose = `${headers['sec-purpose'] ?? ''} ${headers.purpose ?? ''}`;
  return method === 'GET' && !purpose.includes('prefetch');
}

async function caseHrefOf(scope: Scope, ref: CaseRef): Promise<string> {
  const { slug } = await authorityById(scope, ref.authority);
  return `/mina-sidor/arenden/${slug}/${ref.case}`;
}

/** Who sends a payslip is who pays it. */
async function payslipHrefOf(scope: Scope, employer: AuthorityId, run: string): Promise<string> {
  const { slug } = await authorityById(scope, employer);
  return `/mina-sidor/lon/${slug}/${run}`;
}
