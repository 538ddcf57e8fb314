import { isUuid, type MessageId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { admit, permit, type Scope } from '../../kernel/scope.ts';
import type { Message, NumberedAttachment } from './message.ts';
import { appendEvent, loadAttachments, loadMessage, showAsOpened } from './store.ts';

export type OpenedMessage = { readonly message: Message; readonly attachments: readonly NumberedAttachment[] };

/**
 * A message to be read. The first time, it is remembered and told that it was opened.
 * @throws Refusal not-allowed; not-found alike for another's message and for one that is not there
 */
export async function openMessage(scope: Scope, id: string): Promise<OpenedMessage> {
  const party = await whose(scope);
  const found = await findMessage(scope, party, id);
  if (found.message.openedAt === null) await rememberOpening(scope, party, found.message);
  return found;
}

/** The message without a trace: for a browser that looks ahead, before anybody reads. */
export async function peekAtMessage(scope: Scope, id: string): Promise<OpenedMessage> {
  return findMessage(scope, await whose(scope), id);
}

/** @throws Refusal not-allowed when nobody is represented */
async function whose(scope: Scope): Promise<PartyId> {
  await admit(scope, 'mailbox.read');
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}

async function findMessage(scope: Scope, party: PartyId, id: string): Promise<OpenedMessage> {
  if (!isUuid(id)) throw notFound();
  const key = { party, message: id as MessageId };
  const [message, attachments] = await scope.read((tx) =>
    Promise.all([loadMessage(tx, key), loadAttachments(tx, key)]),
  );
  if (!message) throw notFound();
  const { caseRef, sender } = message;
  await permit(scope, 'mailbox.read', {
    authority: sender.authority,
    ...(caseRef && { case: caseRef.case }),
    message: message.id,
  });
  return { message, attachments };
}

async function rememberOpening(scope: Scope, party: PartyId, message: Message): Promise<void> {
  const by = scope.actor.kind === 'person' ? scope.actor.party : party;
  await scope.write(async (tx) => {
    const key = { party, message: message.id };
    const isFirst = await appendEvent(tx, key, { kind: 'opened', at: scope.now, by });
    if (!isFirst) return; // in another window at the same moment
    await Promise.all([
      showAsOpened(tx, key, scope.now),
      scope.publish(tx, {
        kind: 'mailbox.opened',
        parties: [party],
        authorities: [message.sender.authority],
        message: message.id,
      }),
    ]);
  });
}

export function notFound(): Refusal {
  return new Refusal('not-found', 'mailbox.message.not-found');
}
