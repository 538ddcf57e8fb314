import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import {
  type AuthorityId,
  type CaseId,
  type FileDigest,
  type MessageId,
  newId,
  type PartyId,
} from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { deliver } from './deliver.ts';
import type { Letter } from './message.ts';

const db = database();
const sottunga = 2480766 as AuthorityId;

function worker(...parties: PartyId[]): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties },
  });
}

function letter(over: Partial<Letter> = {}): Letter {
  return {
    message: newId<MessageId>(),
    party: newId<PartyId>(),
    authority: sottunga,
    kind: 'decision',
    language: 'sv',
    subject: 'Beslut om barnomsorgsplats',
    body: 'Ansökan beviljas.',
    ...over,
  };
}

test('a message delivered again, and twice at once, lies there once, with one event and one thing told', async () => {
  const sent = letter({
    caseRef: { authority: sottunga, case: newId<CaseId>(), number: 'SOT 2026/14' },
    attachments: [{ file: 'a'.repeat(64) as FileDigest, name: 'Beslut.pdf', mediaType: 'application/pdf' }],
  });
  const at = worker(sent.party);
  const first = await Promise.all([deliver(at, sent), deliver(at, sent)]);
  expect(first.toSorted()).toEqual(['already-there', 'delivered']);
  expect(await deliver(at, { ...sent, subject: 'Något annat' })).toBe('already-there');

  const [row] = await db.sql('select * from mailbox.message where message_id = $1', [sent.message]);
  expect(row).toMatchObject({
    party_id: sent.party,
    authority_id: sottunga,
    sender_country: 'AX',
    subject: sent.subject,
    case_number: 'SOT 2026/14',
    attachments: 1,
    opened_at: null,
  });
  expect(await db.sql('select kind, seq from mailbox.message_event where message_id = $1', [sent.message])).toEqual([
    { kind: 'delivered', seq: 1 },
  ]);
  expect(await db.sql(`select kind, body from kernel.outbox where body->>'message' = $1`, [sent.message])).toEqual([
    { kind: 'mailbox.delivered', body: { parties: [sent.party], authorities: [sottunga], message: sent.message } },
  ]);
});

test('a delivery that breaks half way leaves nothing, and can be done again', async () => {
  const good = letter();
  const broken = { ...good, attachments: [{ file: 'x' as FileDigest, name: 'x.pdf', mediaType: 'application/pdf' }] };
  await expect(deliver(worker(good.party), broken)).rejects.toThrow('attachment_digest_check');
  expect(await db.sql('select from mailbox.message where message_id = $1', [good.message])).toEqual([]);
  expect(await deliver(worker(good.party), good)).toBe('delivered');
});

test('a job delivers only to the parties of its own event', async () => {
  await expect(deliver(worker(newId<PartyId>()), letter())).rejects.toThrow('row-level security');
});

test('an authority that is not known sends nothing', async () => {
  const sent = letter({ authority: 7529999 as AuthorityId });
  await expect(deliver(worker(sent.party), sent)).rejects.toThrow('not-found: directory.authority.unknown');
});
