import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, type EventId, type MessageId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Tip } from '../notifications/index.ts';
import { deliver } from './deliver.ts';
import { mailboxSubscriptions } from './tip-of-delivery.ts';

const db = database();
const sottunga = 2480766 as AuthorityId;

async function delivered(address: string | null): Promise<Tip[]> {
  const [party, message] = [newId<PartyId>(), newId<MessageId>()];
  const scope = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [party] },
  });
  await deliver(scope, {
    ...{ message, party, authority: sottunga, kind: 'decision', language: 'fi' },
    ...{ subject: 'Päätös päivähoitopaikasta', body: 'Hakemus hyväksytään.' },
  });
  const tips: Tip[] = [];
  const [subscription] = mailboxSubscriptions({
    verifiedEmail: async (_scope, asked) => (asked === party ? address : 'someone@else.example'),
    sendTip: async (_scope, tip) => {
      tips.push(tip);
      return 'accepted';
    },
  });
  const event = { kind: 'mailbox.delivered', parties: [party], authorities: [sottunga], message } as const;
  for (const attempt of [1, 2]) {
    await subscription?.handle(scope, event, { event: newId<EventId>(), attempt, lastAttempt: false });
  }
  return tips;
}

test('a tip says from whom, in the language of the message, and nothing of what; run again it is the same tip', async () => {
  const [first, second] = await delivered('anna@example.org');
  expect(first).toMatchObject({
    kind: 'new-message',
    address: 'anna@example.org',
    language: 'fi',
    authority: sottunga,
    senderName: expect.stringContaining('Sottunga'),
  });
  expect(JSON.stringify(first)).not.toMatch(/Päätös|Hakemus|decision/);
  expect(second?.tip).toBe(first?.tip);
});

test('who has no verified address gets no tip', async () => {
  expect(await delivered(null)).toEqual([]);
});
