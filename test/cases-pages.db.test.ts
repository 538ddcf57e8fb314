import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { fileRefusalTexts, makeFileIntake, makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { type EventId, newId } from '../src/kernel/ids.ts';
import { casesRoutes, refusalTexts, subscriptions } from '../src/modules/cases/index.ts';
import { caseWorld, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';

const world = caseWorld();
const { anna, erik, karin } = world;
let app: App;
let folder: string;
let deliver: (kind: string, id: string, seq: number) => Promise<void>;

const people = { anna, erik, karin, siv: world.siv } as const;

/** Whose name the cookie says: the subject here is the cases, not the sign-in. */
function sessionOf(token: string): SessionFacts | null {
  const person = Object.entries(people).find(([name]) => name === token)?.[1];
  if (!person) return null;
  const grant: RoleGrant = {
    ...{ id: newId(), role: 'case-officer', employer: sottunga, authority: sottunga, unit: null },
    ...{ tasks: ['dialogue'], rights: [], agreement: null },
  };
  const grants = token === 'karin' ? [grant] : [];
  return { session: token, ...person, assurance: 'high', language: 'sv', grants };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-pages-'));
  const files = makeFileStore(folder);
  const reveal = async () => ({
    kind: 'personbeteckning' as const,
    ...{ country: 'FI' as const, value: '010190-900P', isTest: true, born: Temporal.PlainDate.from('1990-01-01') },
  });
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...fileRefusalTexts, ...refusalTexts },
      healthPool: world.db.pools.resident,
      routes: [
        (room) =>
          casesRoutes(room, {
            makeScope: world.db.scopes,
            files,
            intake: makeFileIntake(files),
            reveal,
            cosigning: noRegisters,
          }),
      ],
    },
  );
  deliver = async (kind, id, seq) => {
    const handler = subscriptions({ ...noRegisters, files, baseUrl: '' }).find((one) => one.kind === kind);
    const event = { kind, authorities: [sottunga], parties: [anna.party], authority: sottunga, case: id, seq };
    const run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };
    await handler?.handle(world.worker([anna.party]), event as never, run);
  };
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function visit(who: string, url: string) {
  return app.inject({ method: 'GET', url, cookies: { session: who } });
}

/** The hidden fields of a form on a page, and what is typed. */
async function send(who: string, page: string, action: string, typed: Record<string, string>) {
  const { body } = await visit(who, page);
  const [, form = ''] = body.split(`action="${action}"`);
  const hidden = Object.fromEntries(
    [...(form.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
  return post(who, action, { ...hidden, ...typed });
}

async function post(who: string, url: string, fields: Record<string, string>) {
  return app.inject({
    ...{ method: 'POST', url, cookies: { session: who } },
    ...{
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    },
  });
}

async function csrf(who: string): Promise<string> {
  const { body } = await visit(who, '/handlaggning');
  const page = body.includes('_csrf') ? body : (await visit(who, '/mina-sidor')).body;
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

async function file(): Promise<string> {
  const draft = await world.draft(anna);
  const sent = await post('anna', `/sottunga/tjanster/forslag/ansok/${draft}/skicka`, {
    seq: '3',
    _csrf: await csrf('anna'),
  });
  expect(sent.statusCode).toBe(303);
  return /arenden\/sottunga\/([0-9a-f-]{36})\/kvitto/.exec(sent.headers.location ?? '')?.[1] ?? '';
}

test('what was sent has a receipt, as a page and as a PDF, and stands in the person\u2019s lists', async () => {
  const id = await file();
  const receipt = await visit('anna', `/mina-sidor/arenden/sottunga/${id}/kvitto`);
  expect(receipt.statusCode).toBe(200);
  expect(receipt.body).toMatch(/SOT \d{4}-\d{4}/);
  expect(receipt.body).toContain('En bänk vid bryggan');
  expect(receipt.body).toContain('Frågor?'); // and where to turn
  const pdf = await visit('anna', `/mina-sidor/arenden/sottunga/${id}/kvitto.pdf`);
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.body.startsWith('%PDF-1.7')).toBe(true);
  for (const list of ['/mina-sidor', '/mina-sidor/arenden']) {
    expect((await visit('anna', list)).body).toContain(`/mina-sidor/arenden/sottunga/${id}`);
  }
});

test('an official decides from the page, the person reads it, and the case is closed', async () => {
  const id = await file();
  const desk = `/handlaggning/sottunga/${id}`;
  expect((await visit('karin', '/handlaggning')).body).toContain(desk);
  expect((await visit('karin', desk)).body).toContain('Anna Öhman');

  const taken = await send('karin', desk, `${desk}/tilldela`, {});
  expect(taken.headers.location).toBe(`${desk}?klart=ja`);
  const decided = await send('karin', desk, `${desk}/beslut`, { decision: 'yes', reasons: 'Vi bygger den i vår.' });
  expect(decided.headers.location).toBe(`${desk}?klart=ja`);
  await deliver('case.decided', id, 3);

  expect((await visit('karin', desk)).body).toContain('är inte öppnat än');
  const own = await visit('anna', `/mina-sidor/arenden/sottunga/${id}`);
  expect(own.body).toContain('Vi gör så');
  expect(own.body).toContain('Vi bygger den i vår.');
  const letter = await visit('anna', `/mina-sidor/arenden/sottunga/${id}/beslut.pdf`);
  expect(letter.body.startsWith('%PDF-1.7')).toBe(true);
  expect((await visit('anna', '/mina-sidor')).body).toContain('oläst');

  const closed = await send('karin', desk, `${desk}/avsluta`, {});
  expect(closed.headers.location).toBe(`${desk}?klart=ja`);
  expect((await visit('karin', '/handlaggning?visa=avslutade')).body).toContain(desk);
});

test('a question is answered on the person\u2019s page, with a file that is refused by name when it is wrong', async () => {
  const id = await file();
  const desk = `/handlaggning/sottunga/${id}`;
  const day = Temporal.Now.plainDateISO().add({ days: 10 });
  const asked = await send('karin', desk, `${desk}/fraga`, {
    question: 'Vilken brygga?',
    ...{ 'answerBy-day': `${day.day}`, 'answerBy-month': `${day.month}`, 'answerBy-year': `${day.year}` },
  });
  expect(asked.statusCode).toBe(303);

  const form = `/mina-sidor/arenden/sottunga/${id}/komplettera`;
  const { body } = await visit('anna', form);
  expect(body).toContain('Vilken brygga?');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(body)?.[1] ?? '';
  const answer = (text: string, name: string, content: BlobPart) => {
    const parts = new FormData();
    parts.set('_csrf', hidden('_csrf'));
    parts.set('transaction', hidden('transaction'));
    parts.set('text', text);
    parts.set('files', new File([content], name));
    return app.inject({ method: 'POST', url: form, cookies: { session: 'anna' }, payload: parts as never });
  };

  const refused = await answer('Den norra.', 'skiss.exe', 'MZ');
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('skiss.exe');
  expect(refused.body).toContain('Den norra.');
  const receipt = await visit('anna', `/mina-sidor/arenden/sottunga/${id}/kvitto.pdf`);
  const taken = await answer('Den norra.', 'skiss.pdf', new Uint8Array(receipt.rawPayload));
  expect(taken.statusCode).toBe(303);
  const seen = await visit('karin', desk);
  expect(seen.body).toContain('Den norra.');
  const link = new RegExp(`${desk}/fil/[0-9a-f]{64}`).exec(seen.body)?.[0] ?? '';
  expect((await visit('karin', link)).headers['content-type']).toBe('application/pdf');

  const own = (await visit('anna', `/mina-sidor/arenden/sottunga/${id}`)).body;
  const [, documents = '', related = ''] =
    /Handlingar<\/h2>([\s\S]*?)Hör ihop med<\/h2>([\s\S]*?)<\/section>/.exec(own) ?? [];
  expect(documents).toMatch(/kvitto\.pdf[\s\S]*skiss\.pdf/);
  expect(documents).not.toContain('beslut.pdf');
  expect(related).toMatch(/SOT \d{4}-\d{4}/);
  expect(related).not.toContain(id);
  expect(own).toContain('Anna Öhman (sökande)');
});

test('a field error keeps all else', async () => {
  const id = await file();
  const desk = `/handlaggning/sottunga/${id}`;
  const wrong = await send('karin', desk, `${desk}/beslut`, { reasons: 'Det jag har skrivit länge på.' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Det jag har skrivit länge på.');
  expect(wrong.body).toContain('Välj ett alternativ.');
});

test('a stale page says what changed, and keeps what was written', async () => {
  const id = await file();
  const desk = `/handlaggning/sottunga/${id}`;
  const token = await csrf('karin');
  const note = (text: string) =>
    post('karin', `${desk}/anteckning`, { seq: '1', transaction: newId(), note: text, _csrf: token });
  expect((await note('Ringde i går.')).statusCode).toBe(303);
  const stale = await note('Ringer i morgon.');
  expect(stale.statusCode).toBe(409);
  expect(stale.body).toContain('Det har hänt något i ärendet');
  expect(stale.body).toContain('Ringer i morgon.');
});

test('another\u2019s case, one that is not there and a broken address are the same 404', async () => {
  const id = await file();
  const bodies = await Promise.all(
    [id, newId<string>(), 'nonsense'].map((one) => visit('erik', `/mina-sidor/arenden/sottunga/${one}`)),
  );
  expect(bodies.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
  const plain = ({ body }: { body: string }) =>
    body.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replaceAll('nonsense', 'id');
  expect(new Set(bodies.map(plain)).size).toBe(1);
});

test('the identity number is on the page that asked for it, and on no other', async () => {
  const id = await file();
  const desk = `/handlaggning/sottunga/${id}`;
  expect((await visit('karin', desk)).body).not.toContain('010190-900P');
  const shown = await send('karin', desk, `${desk}/personnummer`, { purpose: 'register' });
  expect(shown.body).toContain('010190-900P');
  expect(shown.headers['cache-control']).toBe('no-store');
  expect((await visit('karin', desk)).body).not.toContain('010190-900P');
});

test('who has no office is not let into it', async () => {
  expect((await visit('anna', '/handlaggning')).statusCode).toBe(403);
  expect((await visit('nobody', '/handlaggning')).headers.location).toBe('/logga-in?till=%2Fhandlaggning');
});

test('the lists are there as JSON', async () => {
  const id = await file();
  const mine = await visit('anna', '/api/v1/cases');
  expect(mine.json().cases).toContainEqual(expect.objectContaining({ id, state: 'received', waitsFor: 'authority' }));
  const queue = await visit('karin', '/api/v1/authorities/sottunga/cases');
  expect(queue.json().cases).toContainEqual(expect.objectContaining({ id, applicant: 'Anna Öhman' }));
  expect((await visit('karin', '/api/v1/authorities/mariehamn/cases')).statusCode).toBe(404);
});
