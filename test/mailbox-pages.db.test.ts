import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, type CaseId, type MessageId, newId, type PartyId } from '../src/kernel/ids.ts';
import { deliver, mailboxApiRoutes, mailboxRoutes, refusalTexts } from '../src/modules/mailbox/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { database } from './database.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const anna = newId<PartyId>();
const erik = newId<PartyId>();
const caseId = newId<CaseId>();
let app: App;
let folder: string;
let message: MessageId;

/** Whose name the cookie says: the subject here is the mailbox, not the sign-in. */
function sessionOf(token: string): SessionFacts | null {
  const party = { anna, erik }[token];
  if (!party) return null;
  return { session: token, party, name: token, assurance: 'low', language: 'sv', grants: [] };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailbox-'));
  const files = makeFileStore(folder);
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [(room) => mailboxRoutes(room, { files }), mailboxApiRoutes],
    },
  );
  message = await send(anna, 'Beslut om <b>barnomsorg</b> & annat');
  for (let n = 0; n < 51; n++) await send(erik, `Nummer ${n}`);

  async function send(party: PartyId, subject: string): Promise<MessageId> {
    const id = newId<MessageId>();
    const { digest } = await files.put(Buffer.from('%PDF-1.7'), 'application/pdf');
    const worker = db.scopes({
      actor: { kind: 'system', name: 'test' },
      room: 'worker',
      fence: { authorities: [sottunga], parties: [party] },
    });
    await deliver(worker, {
      ...{ message: id, party, authority: sottunga, kind: 'decision', language: 'sv', subject },
      body: 'Ansökan beviljas.\n\n<script>alert(1)</script>',
      caseRef: { authority: sottunga, case: caseId, number: 'SOT 2026/14' },
      attachments: [{ file: digest, name: 'Beslut på plats.pdf', mediaType: 'application/pdf' }],
    });
    return id;
  }
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

type Options = { readonly headers?: Record<string, string>; readonly method?: 'GET' | 'HEAD' };

async function visit(who: string, url: string, { headers = {}, method = 'GET' }: Options = {}) {
  return app.inject({ method, url, headers, cookies: { session: who } });
}

const unread = async (who: string) => (await visit(who, '/api/v1/mailbox/unread')).json().unread;

describe('the pages', () => {
  test('a browser that looks ahead, and a HEAD, leave the message unread; a reader opens it', async () => {
    const url = `/mina-sidor/meddelanden/${message}`;
    await visit('anna', url, { headers: { 'sec-purpose': 'prefetch;prerender' } });
    await visit('anna', url, { method: 'HEAD' });
    expect(await unread('anna')).toBe(1);
    expect((await visit('anna', '/mina-sidor/meddelanden')).body).toContain('al-card--unread');
    await visit('anna', url);
    expect(await unread('anna')).toBe(0);
    expect((await visit('anna', '/mina-sidor/meddelanden')).body).not.toContain('al-card--unread');
  });

  test('a message is shown as its text, with its sender, its case and its attachment', async () => {
    const { body, statusCode } = await visit('anna', `/mina-sidor/meddelanden/${message}`);
    expect(statusCode).toBe(200);
    expect(body).toContain('Beslut om &lt;b>barnomsorg&lt;/b> &amp; annat');
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body).not.toContain('<script>alert');
    expect(body).toContain('Sottunga');
    expect(body).toContain(`href="/mina-sidor/arenden/sottunga/${caseId}"`);
    expect(body).toContain(`/mina-sidor/meddelanden/${message}/bilaga/1`);
  });

  test('an attachment is saved under its own name, as what it is', async () => {
    const answer = await visit('anna', `/mina-sidor/meddelanden/${message}/bilaga/1`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '8',
      'content-disposition': `attachment; filename="Beslut pa plats.pdf"; filename*=UTF-8''Beslut%20p%C3%A5%20plats.pdf`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.body).toBe('%PDF-1.7');
  });

  test('another’s message, one that is not there and nonsense are the same 404', async () => {
    const bodies = new Set<string>();
    for (const id of [message, newId<MessageId>(), 'nonsense']) {
      for (const url of [`/mina-sidor/meddelanden/${id}`, `/mina-sidor/meddelanden/${id}/bilaga/1`]) {
        const answer = await visit('erik', url);
        expect(answer.statusCode).toBe(404);
        const ids = new RegExp(`${url}|${encodeURIComponent(url)}|[0-9a-f]{8}-[0-9a-f-]{27}`, 'g');
        bodies.add(answer.body.replace(ids, '').replace(/name="_csrf" value="[^"]*"/g, ''));
      }
    }
    expect(bodies.size).toBe(1);
    expect((await visit('anna', `/mina-sidor/meddelanden/${message}/bilaga/2`)).statusCode).toBe(404);
  });

  test('the list goes on where it ended, and no further', async () => {
    const first = await visit('erik', '/mina-sidor/meddelanden');
    expect(first.body.match(/class="al-card /g)?.length ?? 0).toBe(50);
    const next = /href="(\/mina-sidor\/meddelanden\?fore=[^"]+)"/.exec(first.body)?.[1] ?? '';
    const second = await visit('erik', next);
    expect(second.body).toContain('Nummer 0');
    expect(second.body).not.toContain('?fore=');
  });

  test('who is not signed in is sent to sign in, and comes back', async () => {
    const answer = await app.inject('/mina-sidor/meddelanden');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/logga-in?till=%2Fmina-sidor%2Fmeddelanden');
  });
});

describe('the JSON beside them', () => {
  test('gives the list and the message', async () => {
    const list = (await visit('anna', '/api/v1/mailbox/messages')).json();
    expect(list).toMatchObject({ messages: [{ id: message, kind: 'decision' }], next: null });
    const one = (await visit('anna', `/api/v1/mailbox/messages/${message}`)).json();
    expect(one).toMatchObject({
      case: { authority: sottunga, id: caseId, number: 'SOT 2026/14' },
      attachments: [{ name: 'Beslut på plats.pdf', href: `/mina-sidor/meddelanden/${message}/bilaga/1` }],
    });
    expect((await visit('erik', '/api/v1/mailbox/messages')).json().messages).toHaveLength(50);
  });

  test('answers another’s message with a problem document, and a stranger with 401', async () => {
    const answer = await visit('erik', `/api/v1/mailbox/messages/${message}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect((await app.inject('/api/v1/mailbox/messages')).statusCode).toBe(401);
  });
});
