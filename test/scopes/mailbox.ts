import { derivedId, type MessageId } from '../../src/kernel/ids.ts';
import type { Letter } from '../../src/modules/mailbox/message.ts';
import * as put from '../../src/modules/mailbox/store/put-message.ts';
import * as mailbox from '../../src/modules/mailbox/store.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { digest, now, type World } from './worlds.ts';

const own = { resident: 'party' } as const;
const ownAndJobs = { resident: 'party', worker: 'party' } as const;
const jobs = { worker: 'party' } as const;
const key = (w: World) => ({ party: w.party, message: w.message });

function letter(w: World, message: MessageId): Letter {
  return {
    ...{ message, party: w.party, authority: w.authority, kind: 'information', language: 'sv', subject: 'x' },
    ...{ body: 'x', attachments: [{ file: digest, name: 'x.pdf', mediaType: 'application/pdf' }] },
  };
}

const putStatements: StatementsOf<typeof put> = {
  insertMessage: fenced(jobs, (tx, w) =>
    put.insertMessage(
      tx,
      letter(w, derivedId('new message')),
      { authority: w.authority, name: 'x', country: 'AX' },
      now,
    ),
  ),
  insertAttachments: fenced(
    jobs,
    (tx, w) => put.insertAttachments(tx, letter(w, w.message)),
    'delete from mailbox.attachment using mailbox.message m where m.message_id = attachment.message_id and authority_id = $1',
  ),
};

const statements: StatementsOf<typeof mailbox> = {
  appendEvent: fenced(ownAndJobs, (tx, w) => mailbox.appendEvent(tx, key(w), { kind: 'opened', at: now, by: w.party })),
  showAsOpened: fenced(own, (tx, w) => mailbox.showAsOpened(tx, key(w), now)),
  loadInbox: fenced(ownAndJobs, (tx, w) => mailbox.loadInbox(tx, w.party, undefined, 10)),
  loadWanting: fenced(ownAndJobs, (tx, w) => mailbox.loadWanting(tx, w.party, 10)),
  loadMessage: fenced(ownAndJobs, (tx, w) => mailbox.loadMessage(tx, key(w))),
  loadAttachments: fenced(
    ownAndJobs,
    (tx, w) => mailbox.loadAttachments(tx, key(w)),
    `insert into mailbox.attachment select party_id, message_id, 1, repeat('a', 64), 'x', 'application/pdf'
      from mailbox.message where authority_id = $1 on conflict do nothing`,
  ),
  // The sender may know whether what it has sent has been opened.
  countUnread: fenced({ official: 'authority', ...ownAndJobs }, (tx, w) => mailbox.countUnread(tx, w.party, 10)),
  loadDelivery: fenced({ official: 'authority', ...ownAndJobs }, (tx, w) =>
    mailbox.loadDelivery(tx, w.authority, key(w)),
  ),
  namedFiles: past(['worker'], 'says only which of the given contents somebody names', (tx) =>
    mailbox.namedFiles(tx, [digest]),
  ),
};

export const mailboxStatements = {
  'mailbox/store/put-message.ts': putStatements,
  'mailbox/store.ts': statements,
};
