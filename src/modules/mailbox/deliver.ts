import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import type { Letter } from './message.ts';
import { insertAttachments, insertMessage } from './store/put-message.ts';
import { appendEvent } from './store.ts';

/**
 * Puts a message into a party's mailbox exactly once, however often the job that does it runs: by the message's id.
 * The files of its attachments already lie in the file store.
 * @param scope a worker's, with the party and the authority inside its fence
 * @returns `already-there` when an earlier run did it
 * @throws Refusal not-found when the authority is unknown
 */
export async function deliver(scope: Scope, letter: Letter): Promise<'delivered' | 'already-there'> {
  const sender = await authorityById(scope, letter.authority);
  return scope.write(async (tx) => {
    const isNew = await insertMessage(
      tx,
      letter,
      { authority: sender.id, name: sender.name, country: sender.country },
      scope.now,
    );
    if (!isNew) return 'already-there';
    await Promise.all([
      insertAttachments(tx, letter),
      appendEvent(tx, letter, { kind: 'delivered', at: scope.now }),
      scope.publish(tx, {
        kind: 'mailbox.delivered',
        parties: [letter.party],
        authorities: [letter.authority],
        message: letter.message,
      }),
    ]);
    return 'delivered';
  });
}
