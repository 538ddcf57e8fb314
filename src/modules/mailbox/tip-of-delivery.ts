import { derivedId, type EventId, type PartyId } from '../../kernel/ids.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SendTip } from '../notifications/index.ts';
import { loadMessage } from './store.ts';

/** The address that the person has shown to be their own; null when they have none and look by themselves. */
export type VerifiedEmail = (scope: Scope, party: PartyId) => Promise<string | null>;

export type TipParts = { readonly verifiedEmail: VerifiedEmail; readonly sendTip: SendTip };

/**
 * When a message has come, the person is told by e-mail that something has come and from whom, never what. The tip's id
 * follows from the message, so that however often this runs it is one tip.
 */
export function mailboxSubscriptions({ verifiedEmail, sendTip }: TipParts): readonly Subscription[] {
  return [
    on('mailbox.delivered', 'mailbox.tip', async (scope, event) => {
      const {
        parties: [party],
        message,
      } = event;
      if (!party) return;
      const [address, found] = await Promise.all([
        verifiedEmail(scope, party),
        scope.read((tx) => loadMessage(tx, { party, message })),
      ]);
      if (address === null || !found) return;
      await sendTip(scope, {
        tip: derivedId<EventId>('mailbox.tip', message),
        authority: found.sender.authority,
        channel: 'email',
        address,
        language: found.language,
        senderName: found.sender.name,
        kind: 'new-message',
        event,
      });
    }),
  ];
}
