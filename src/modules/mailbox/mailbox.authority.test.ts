import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import type { FileStore } from '../../kernel/files/index.ts';
import { type AuthorityId, type FileDigest, type MessageId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { unreadCount } from './count-unread.ts';
import { deliver } from './deliver.ts';
import { messageAvailable } from './delivery-of.ts';
import type { Letter } from './message.ts';
import { openAttachment } from './open-attachment.ts';
import { openMessage } from './open-message.ts';
import { readInbox } from './read-inbox.ts';
import { appendEvent, countUnread, loadAttachments, loadInbox, loadMessage, showAsOpened } from './store.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const anna = newId<PartyId>();
const erik = newId<PartyId>();
const message = newId<MessageId>();
const noFile: Pick<FileStore, 'open'> = { open: () => Promise.reject(new Error('a file was opened')) };

function person(party: PartyId, principal = party): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    principal,
    room: 'resident',
    fence: { authorities: [], parties: [principal] },
  });
}

function official(authority: AuthorityId, principal: PartyId | null = null): Scope {
  const grant: RoleGrant = {
    ...{ id: 'g', role: 'case-officer', employer: authority, authority, unit: null },
    ...{ tasks: ['child-care'], rights: [], agreement: null },
  };
  return db.scopes({
    actor: { kind: 'official', party: erik, name: '', assurance: 'high', session: 's', grants: [grant] },
    principal,
    room: 'official',
    fence: { authorities: [authority], parties: [] },
  });
}

beforeAll(async () => {
  const worker = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [anna] },
  });
  await deliver(worker, {
    ...{ message, party: anna, authority: sottunga, kind: 'decision', language: 'sv' },
    ...{ subject: 'Beslut', body: 'Ansökan beviljas.' },
    attachments: [{ file: 'a'.repeat(64) as FileDigest, name: 'Beslut.pdf', mediaType: 'application/pdf' }],
  });
});

describe('another person', () => {
  test('sees nothing in their own list', async () => {
    expect((await readInbox(person(erik), undefined)).items).toEqual([]);
    expect(await unreadCount(person(erik))).toBe(0);
  });

  test('gets the same answer for another’s message as for one that is not there', async () => {
    for (const id of [message, newId<MessageId>(), 'nonsense']) {
      await expect(openMessage(person(erik), id)).rejects.toThrow('not-found: mailbox.message.not-found');
      await expect(openAttachment(person(erik), noFile, id, '1')).rejects.toThrow(
        'not-found: mailbox.message.not-found',
      );
    }
  });

  test('does not come in by saying that they act for her', async () => {
    await expect(readInbox(person(erik, anna), undefined)).rejects.toThrow('not-allowed: kernel.authority.no');
    await expect(openMessage(person(erik, anna), message)).rejects.toThrow('not-allowed: kernel.authority.no');
    await expect(unreadCount(person(erik, anna))).rejects.toThrow('not-allowed: kernel.authority.no');
  });

  test('finds nothing behind the fence, whichever statement names her', async () => {
    const key = { party: anna, message };
    await person(erik).read(async (tx) => {
      expect(await loadInbox(tx, anna, undefined, 10)).toEqual([]);
      expect(await loadMessage(tx, key)).toBeUndefined();
      expect(await loadAttachments(tx, key)).toEqual([]);
      expect(await countUnread(tx, anna, 10)).toBe(0);
    });
    await person(erik).write((tx) => showAsOpened(tx, key, Temporal.Now.instant()));
    const opened = { kind: 'opened', at: Temporal.Now.instant(), by: erik } as const;
    await expect(person(erik).write((tx) => appendEvent(tx, key, opened))).rejects.toThrow('row-level security');
    expect(await unreadCount(person(anna))).toBe(1);
  });
});

describe('who is not signed in', () => {
  test('is refused', async () => {
    const nobody = db.scopes({
      actor: { kind: 'anonymous' },
      room: 'resident',
      fence: { authorities: [], parties: [] },
    });
    await expect(readInbox(nobody, undefined)).rejects.toThrow('not-allowed');
  });
});

describe('an official', () => {
  test('reads nobody’s mailbox, not even of what their own office sent', async () => {
    for (const scope of [official(sottunga), official(sottunga, anna)]) {
      await expect(readInbox(scope, undefined)).rejects.toThrow('not-allowed');
      await expect(openMessage(scope, message)).rejects.toThrow('not-allowed');
    }
    const key = { party: anna, message };
    await expect(official(sottunga).read((tx) => loadMessage(tx, key))).rejects.toThrow('permission denied');
    await expect(official(sottunga).read((tx) => loadAttachments(tx, key))).rejects.toThrow('permission denied');
  });

  test('of another authority does not learn that it was sent', async () => {
    const about = { authority: sottunga, party: anna, message };
    expect(await messageAvailable(official(kokar), about)).toBe(false);
    expect(await messageAvailable(official(sottunga), about)).toBe(true);
  });

  test('and a resident can put nothing into a mailbox', async () => {
    const letter: Letter = {
      ...{ message: newId<MessageId>(), party: anna, authority: sottunga, kind: 'information', language: 'sv' },
      ...{ subject: 'Hej', body: 'Hej' },
    };
    await expect(deliver(official(sottunga), letter)).rejects.toThrow('permission denied');
    await expect(deliver(person(anna), letter)).rejects.toThrow('permission denied');
  });
});
