import type { App } from '../../kernel/http/app-types.ts';
import { unreadCount } from './count-unread.ts';
import { readCursor } from './cursor.ts';
import type { Item } from './message.ts';
import { openMessage } from './open-message.ts';
import { readInbox } from './read-inbox.ts';
import { ApiBefore, ById, InboxAnswer, MessageAnswer, UnreadAnswer } from './schema.ts';

/** The same mailbox as JSON. */
export async function mailboxApiRoutes(app: App): Promise<void> {
  const config = { room: 'resident' } as const;
  const tags = ['mailbox'];

  app.get(
    '/api/v1/mailbox/messages',
    {
      config,
      schema: { tags, summary: 'My messages, newest first', querystring: ApiBefore, response: { 200: InboxAnswer } },
    },
    async (request) => {
      const { items, next } = await readInbox(request.scope, readCursor(request.query.before));
      return { messages: items.map(itemAnswer), next };
    },
  );

  app.get(
    '/api/v1/mailbox/messages/:message',
    {
      config,
      schema: { tags, summary: 'One message; it counts as opened', params: ById, response: { 200: MessageAnswer } },
    },
    async (request) => {
      const { message, attachments } = await openMessage(request.scope, request.params.message);
      const { caseRef } = message;
      return {
        ...itemAnswer(message),
        body: message.body,
        case: caseRef && { authority: caseRef.authority, id: caseRef.case, number: caseRef.number ?? null },
        mandate: message.mandate,
        payslip: message.payslip,
        attachments: attachments.map(({ number, name, mediaType }) => ({
          name,
          mediaType,
          href: `/mina-sidor/meddelanden/${message.id}/bilaga/${number}`,
        })),
      };
    },
  );

  app.get(
    '/api/v1/mailbox/unread',
    { config, schema: { tags, summary: 'How many messages I have not opened', response: { 200: UnreadAnswer } } },
    async (request) => ({ unread: await unreadCount(request.scope) }),
  );
}

function itemAnswer(item: Item<string | Temporal.Instant>) {
  return {
    id: item.id,
    sender: { authority: item.sender.authority, name: item.sender.name },
    kind: item.kind,
    language: item.language,
    subject: item.subject,
    deliveredAt: item.deliveredAt.toString(),
    openedAt: item.openedAt?.toString() ?? null,
  };
}
