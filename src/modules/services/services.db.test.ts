import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { noRegisters } from '../../../test/no-registers.ts';
import { makeApp } from '../../app.ts';
import type { Assurance } from '../../kernel/authority.ts';
import { connectAsOwner } from '../../kernel/database/owner.ts';
import { makeFileIntake, makeFileStore } from '../../kernel/files/index.ts';
import type { App, SessionFacts } from '../../kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../../kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { authorityById, refusalTexts as directoryTexts, joinAuthority } from '../directory/index.ts';
import { mayActBy } from '../mandates/index.ts';
import {
  adoptCatalogue,
  adoptedService,
  adoptedServices,
  changeAdoption,
  draftToFile,
  markFiled,
  ownDrafts,
  refusalTexts,
  servicesRoutes,
  shipServices,
} from './index.ts';
import { texts } from './texts/index.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const anna = newId<PartyId>();
const erik = newId<PartyId>();
let app: App;
let folder: string;

function sessionOf(token: string): SessionFacts | null {
  const [name = '', assurance = 'substantial'] = token.split('.');
  const party = { anna, erik }[name];
  if (!party) return null;
  return { session: token, party, name, assurance: assurance as Assurance, language: 'sv', grants: [] };
}

const worker = (authorities: readonly AuthorityId[]) =>
  db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities, parties: [] } });

const resident = (party: PartyId) =>
  db.scopes({
    actor: { kind: 'person', party, name: 'x', assurance: 'substantial', session: 's' },
    principal: party,
    room: 'resident',
    fence: { authorities: [], parties: [party] },
  });

beforeAll(async () => {
  await joinAuthority(worker([]), '766');
  await adoptCatalogue(worker([sottunga]), sottunga);
  folder = await mkdtemp(join(tmpdir(), 'services-'));
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
      refusalTexts: { ...kernelRefusalTexts, ...directoryTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [(room) => servicesRoutes(room, { ...noRegisters, intake: makeFileIntake(files), files })],
    },
  );
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const service = '/sottunga/tjanster/forslag';

function visit(url: string, who = 'anna') {
  return app.inject({ url, cookies: who ? { session: who } : {} });
}

type Form = Readonly<Record<string, string | readonly string[]>>;

/** The controls that a page holds beside what one fills in: token, number, what is shown, rows. */
function hidden(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

async function send(url: string, form: Form, who = 'anna') {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
  }
  return app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    cookies: { session: who },
    payload: body.toString(),
  });
}

/** Fills in a page as it stands and posts it. */
async function fill(url: string, form: Form, who = 'anna') {
  return send(url, { ...hidden((await visit(url, who)).body), ...form }, who);
}

/** @returns the address of a new draft */
async function begin(at = service, who = 'anna'): Promise<string> {
  const { headers } = await send(`${at}/ansok`, hidden((await visit(at, who)).body), who);
  return String(headers.location).replace(/\/[a-z]+$/, '');
}

const suggestion = { area: 'nature', heading: 'En bänk', text: 'Vid hamnen, <b>tack</b>.' };

describe('what ships', () => {
  test('is published once, however often it is loaded, and can not be changed afterwards', async () => {
    const owner = await connectAsOwner(db.url);
    try {
      await shipServices(owner);
      const { rows } = await owner.query('select service_id, version from services.version order by 1');
      expect(rows).toHaveLength(4);
      await expect(owner.query(`update services.version set sha256 = repeat('0', 64)`)).rejects.toThrow('append-only');
      await owner.query('alter table services.version disable trigger append_only');
      await owner.query(`update services.version set sha256 = repeat('0', 64) where service_id like '%forslag'`);
      await expect(shipServices(owner)).rejects.toThrow('se.sundsvall/forslag version 1 is published already');
      const { shippedServices } = await import('./format/shipped.ts');
      const shipped = shippedServices().find(({ definition }) => definition.id === 'se.sundsvall/forslag');
      await owner.query(`update services.version set sha256 = $1 where service_id like '%forslag'`, [shipped?.sha256]);
    } finally {
      await owner.end();
    }
  });

  test('is adopted when a municipality joins, with the settings of its country, once', async () => {
    await adoptCatalogue(worker([sottunga]), sottunga);
    const services = await adoptedServices(resident(anna), sottunga);
    expect(services.map(({ slug }) => slug)).toEqual(['barnomsorgsplats', 'foreningsbidrag', 'forslag']);
    expect(services[0]?.settings).toEqual({ replyDays: 14 });
    expect((await authorityById(worker([]), sottunga)).readyAt).not.toBeNull();
  });
});

describe('an authority’s own', () => {
  const maja = () =>
    db.scopes({
      actor: {
        ...{ kind: 'official', party: newId<PartyId>(), name: 'Maja', assurance: 'high', session: 's' },
        grants: [
          {
            ...{ id: 'g', role: 'administrator', employer: sottunga, authority: sottunga, unit: null },
            ...{ tasks: [], rights: [], agreement: null },
          },
        ],
      },
      room: 'official',
      fence: { authorities: [sottunga], parties: [] },
    });

  test('settings and words show on its pages; a stranger’s, unknown and overtaken ones are refused', async () => {
    const before = await adoptedService(maja(), sottunga, 'barnomsorgsplats');
    const settings = { replyDays: 10, maxFee: 20_000, rateFirst: 3, rateSecond: 2, rateThird: 1 };
    const change = { settings, texts: { sv: { title: 'Sök dagisplats på Sottunga' } } };
    await changeAdoption(maja(), sottunga, 'barnomsorgsplats', before.revision, change);
    const { body } = await visit('/sottunga/tjanster/barnomsorgsplats');
    expect(body).toContain('Sök dagisplats på Sottunga');
    expect(body).toContain('inom 10 dagar');
    expect(body).toMatch(/200\u00a0€/);
    const again = changeAdoption(maja(), sottunga, 'barnomsorgsplats', before.revision, change);
    await expect(again).rejects.toSatisfy((error) => isRefusal(error, 'conflict'));
    const wrong = [
      { settings: { replyDays: 0 } },
      { settings: { replyDays: 1, other: 2 } },
      { texts: { sv: { zzz: 'x' } } },
    ];
    for (const one of wrong) {
      const refused = changeAdoption(maja(), sottunga, 'barnomsorgsplats', before.revision + 1, one);
      await expect(refused).rejects.toSatisfy((error) => isRefusal(error, 'invalid'));
    }
    const stranger = changeAdoption(resident(anna), sottunga, 'forslag', 1, {});
    await expect(stranger).rejects.toSatisfy((error) => isRefusal(error, 'not-allowed'));
  });
});

describe('everybody may read', () => {
  test('the front page with its services, and none of an authority that has not joined', async () => {
    const { body, statusCode } = await visit('/sottunga', '');
    expect(statusCode).toBe(200);
    for (const text of ['Barn och familj', 'Föreningar', 'Lämna ett förslag till kommunen'])
      expect(body).toContain(text);
    expect((await visit('/stockholm', '')).statusCode).toBe(404);
    expect((await visit('/sottunga/tjanster/nagot-annat', '')).statusCode).toBe(404);
  });

  test('what a service takes before one begins, and the law of the authority’s own country', async () => {
    const { body } = await visit('/sottunga/tjanster/barnomsorgsplats', '');
    expect(body).toContain('landskapslagen (2020:32) om barnomsorg och grundskola');
    expect(body).not.toContain('skollagen');
    expect(body).toContain('href="/logga-in?till=%2Fsottunga%2Ftjanster%2Fbarnomsorgsplats"');
  });

  test('what is done with personal data, service by service', async () => {
    const { body, statusCode } = await visit('/sottunga/personuppgifter', '');
    expect(statusCode).toBe(200);
    expect(body).toContain('Sottunga är personuppgiftsansvarig');
    expect(body).toContain('2 år efter att ärendet avslutats, sedan raderas det');
    expect(body).toContain('Datainspektionen på Åland');
    for (const service of (await visit('/api/v1/authorities/sottunga/services', '')).json().services) {
      expect(body).toContain(service.title);
    }
    for (const language of ['sv', 'fi', 'en'] as const) {
      const t = texts[language].privacy;
      const page = await app.inject({ url: '/sottunga/personuppgifter', cookies: { language } });
      for (const what of [t.responsible, t.why, t.ground, t.who, t.rights, ...t.rightsList, t.cookies]) {
        expect(page.body).toContain(what);
      }
    }
  });

  test('the catalogue as JSON, with the schema of the answers', async () => {
    const list = (await visit('/api/v1/authorities/sottunga/services', '')).json();
    expect(list.services).toHaveLength(3);
    const one = (await visit('/api/v1/authorities/sottunga/services/forslag', '')).json();
    expect(one).toMatchObject({ service: 'se.sundsvall/forslag', version: 1, settings: { replyDays: 20 } });
    expect(one.answerSchema.properties.heading).toEqual({ type: 'string', minLength: 1, maxLength: 100 });
    expect(one.definition.format).toBe(1);
  });
});

describe('filling in', () => {
  test('goes page by page to the summary, and what is written is shown as text', async () => {
    const draft = await begin();
    const first = await fill(`${draft}/suggestion`, suggestion);
    // the place is asked for only outdoors: it has come into view, and nobody is blamed for it
    expect(first.headers.location).toBe(`${draft}/suggestion#where`);
    const second = await fill(`${draft}/suggestion`, { ...suggestion, where: 'Hamnen' });
    expect(second.headers.location).toBe(`${draft}/answer`);
    expect((await fill(`${draft}/answer`, { wantsAnswer: 'no' })).headers.location).toBe(`${draft}/sammanfattning`);
    const { body } = await visit(`${draft}/sammanfattning`);
    expect(body).toContain('Vid hamnen, &lt;b>tack&lt;/b>.');
    expect(body).toContain(`href="${draft}/suggestion?andra=ja"`);
    expect(body).toContain(`action="${draft}/skicka"`);
    expect(body).toContain('Skicka in</button>');
  });

  test('an error is told at the field and in the summary of errors, with all else kept', async () => {
    const draft = await begin();
    const answer = await fill(`${draft}/suggestion`, { ...suggestion, area: 'school', text: '' });
    expect(answer.headers.location).toBe(`${draft}/suggestion?fel=ja`);
    const { body } = await visit(`${draft}/suggestion?fel=ja`);
    expect(body).toContain('Berätta mer: svaret saknas');
    expect(body).toContain('href="#text"');
    expect(body).toContain('value="En bänk"');
    expect(body).toContain('<title>Fel:');
  });

  test('what could not be read stays as it was typed, until it is right', async () => {
    const draft = await begin('/sottunga/tjanster/foreningsbidrag');
    const form = { name: 'Byalaget', number: '0205071-5', members: 'många', young: '', role: 'chair' };
    await fill(`${draft}/association`, form);
    const { body } = await visit(`${draft}/association?fel=ja`);
    for (const text of ['value="många"', 'value="0205071-5"', 'value="Byalaget"', 'skriv ett helt tal']) {
      expect(body).toContain(text);
    }
    const right = await fill(`${draft}/association`, { ...form, number: '0205071-4', members: '12' });
    expect(right.headers.location).toBe(`${draft}/activity`);
    expect((await visit(`${draft}/association?fel=ja`)).body).not.toContain('value="många"');
  });

  test('rows are added and taken away by plain buttons, and what was typed moves with them', async () => {
    const draft = await begin('/sottunga/tjanster/barnomsorgsplats');
    const url = `${draft}/children`;
    const added = await fill(url, { 'children.0.name': 'Alva', 'children.0.hours': 'xx', _action: 'add:children' });
    expect(added.headers.location).toBe(`${url}#children.1.name`);
    await fill(url, {
      'children.0.name': 'Alva',
      'children.1.name': 'Nils',
      'children.1.hours': 'yy',
      _action: 'add:children',
    });
    await fill(url, {
      'children.0.name': 'Alva',
      'children.1.name': 'Nils',
      'children.1.hours': 'yy',
      'children.2.name': 'Tuva',
      _action: 'remove:children:0',
    });
    const { body } = await visit(url);
    expect(body).not.toContain('Alva');
    expect(body).toMatch(/name="children\.0\.name"[^>]*value="Nils"/);
    expect(body).toMatch(/name="children\.0\.hours"[^>]*value="yy"/);
    expect(body).toMatch(/name="children\.1\.name"[^>]*value="Tuva"/);
    expect(body).not.toContain('children.2.name');
  });

  test('is saved to go on with another day, listed, and taken away', async () => {
    const draft = await begin(service, 'erik');
    const saved = await fill(`${draft}/suggestion`, { heading: 'Halvt', _action: 'save' }, 'erik');
    expect(saved.headers.location).toBe(`${service}?sparad=ja`);
    expect((await visit(`${service}?sparad=ja`, 'erik')).body).toContain(draft);
    expect((await ownDrafts(resident(erik))).map(({ href }) => href)).toEqual([draft]);
    expect((await visit(draft, 'erik')).headers.location).toBe(`${draft}/suggestion`);
    await send(`${draft}/ta-bort`, hidden((await visit(service, 'erik')).body), 'erik');
    expect((await visit(draft, 'erik')).statusCode).toBe(404);
    expect(await ownDrafts(resident(erik))).toEqual([]);
  });

  test('a page changed in another tab says what changed and overwrites nothing; other pages do no harm', async () => {
    const draft = await begin();
    const url = `${draft}/suggestion`;
    const opened = hidden((await visit(url)).body);
    await send(url, { ...opened, ...suggestion, area: 'school', heading: 'Från den andra fliken' });
    const late = await send(url, { ...opened, ...suggestion, area: 'school', heading: 'Från den första' });
    expect(late.statusCode).toBe(409);
    expect(late.body).toContain('ändrats i en annan flik');
    expect(late.body).toContain('Från den andra fliken');
    expect(late.body).toContain('value="Från den första"');
    const again = await send(url, { ...hidden(late.body), ...suggestion, area: 'school', heading: 'Från den första' });
    expect(again.headers.location).toBe(`${draft}/answer`);
    const answer = hidden((await visit(`${draft}/answer`)).body);
    await fill(url, { ...suggestion, area: 'school', heading: 'Ännu en' });
    const other = await send(`${draft}/answer`, { ...answer, wantsAnswer: 'no' });
    expect(other.headers.location).toBe(`${draft}/sammanfattning`);
  });

  test('what is calculated, hidden or not asked for is never taken from the form', async () => {
    const draft = await begin('/sottunga/tjanster/barnomsorgsplats');
    await fill(`${draft}/household`, {
      income: '3 000',
      fee: '1',
      sneaked: 'in',
      _shown: 'income fee sneaked __proto__',
    });
    const { body } = await visit(`${draft}/household`);
    expect(body).toContain('value="3000"');
    expect(body).toMatch(/90\u00a0€/);
    const [row] = await db.sql<{ answers: object }>('select answers from services.draft where draft_id = $1', [
      draft.split('/').at(-1),
    ]);
    expect(row?.answers).toEqual({ income: 300_000 });
  });

  test('asks for a stronger sign-in where the service does, and for any sign-in at all', async () => {
    expect((await visit('/sottunga/tjanster/barnomsorgsplats', 'anna.low')).body).toContain('Logga in säkrare');
    const low = await send(
      '/sottunga/tjanster/barnomsorgsplats/ansok',
      hidden((await visit(service, 'anna.low')).body),
      'anna.low',
    );
    expect(low.statusCode).toBe(403);
    expect((await visit(await begin(), '')).headers.location).toMatch(/^\/logga-in\?till=/);
    expect(await begin(service, 'anna.low')).toContain('/ansok/');
  });
});

describe('files', () => {
  let pdf: Buffer;
  beforeAll(async () => {
    const paper = new PDFDocument({ size: 'A6' });
    paper.text('Karta').end();
    pdf = Buffer.concat(await paper.toArray());
  });

  async function upload(url: string, form: Form, parts: readonly (readonly [string, Buffer])[]) {
    const data = new FormData();
    for (const [name, value] of Object.entries({ ...hidden((await visit(url)).body), ...form }))
      data.append(name, String(value));
    for (const [name, content] of parts) data.append('picture', new Blob([Uint8Array.from(content)]), name);
    const request = new Request('http://x/', { method: 'POST', body: data });
    return app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      cookies: { session: 'anna' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  }

  test('are kept, shown and taken away; false and empty ones are refused by name, and the others kept', async () => {
    const draft = await begin();
    const url = `${draft}/suggestion`;
    const form = { ...suggestion, area: 'school' };
    const sent = await upload(url, form, [
      ['karta.pdf', pdf],
      ['tom.png', Buffer.alloc(0)],
      ['stor.pdf', Buffer.alloc(11 * 1024 * 1024, 'x')],
      ['program.jpg', Buffer.from('MZ\u0000\u0001not a picture')],
    ]);
    expect(sent.headers.location).toBe(`${url}?fel=ja`);
    const { body } = await visit(`${url}?fel=ja`);
    expect(body).toContain('tom.png: Filen är tom.');
    expect(body).toContain('program.jpg: Den här typen av fil');
    expect(body).toContain('stor.pdf: Filen är för stor.');
    expect(body).toContain('karta.pdf</a>');
    expect(body).toContain('value="En bänk"');
    const href = /href="([^"]+\/fil\/[0-9a-f]{64})"/.exec(body)?.[1] ?? '';
    expect((await visit(href)).rawPayload).toEqual(pdf);
    expect((await visit(href, 'erik')).statusCode).toBe(404);
    const remove = /value="(remove-file:picture:[0-9a-f]+)"/.exec(body)?.[1] ?? '';
    await upload(url, { ...form, _action: remove }, []);
    expect((await visit(url)).body).not.toContain('karta.pdf');
    expect((await visit(href)).statusCode).toBe(404);
  });
});

describe('filing', () => {
  async function complete() {
    const draft = await begin();
    await fill(`${draft}/suggestion`, { ...suggestion, area: 'school' });
    await fill(`${draft}/answer`, { wantsAnswer: 'yes' });
    await fill(`${draft}/answer`, { wantsAnswer: 'yes', email: '' });
    const seq = Number(hidden((await visit(`${draft}/sammanfattning`)).body).seq);
    return { id: draft.split('/').at(-1) ?? '', seq, draft };
  }

  async function read(id: string, seq: number, scope = resident(anna)) {
    const authority = await authorityById(scope, sottunga);
    const adopted = await adoptedService(scope, sottunga, 'forslag');
    return scope.read((tx) => draftToFile(tx, scope, authority, adopted, id, seq));
  }

  test('gets the answers that were asked for, once; then the draft is empty and gone', async () => {
    const { id, seq, draft } = await complete();
    const found = await read(id, seq);
    if (found.state !== 'ready') throw new Error(JSON.stringify(found));
    expect(found.filing).toMatchObject({
      answers: { area: 'school', heading: 'En bänk', text: 'Vid hamnen, <b>tack</b>.', wantsAnswer: true },
      ...{ task: 'dialogue', replyDays: 20, parties: ['applicant'] },
    });
    const scope = resident(anna);
    const both = await Promise.allSettled(
      [1, 2].map(() => scope.writeAtOnce((tx) => markFiled(tx, anna, found.filing, scope.now))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await read(id, seq)).state).toBe('filed');
    expect((await visit(`${draft}/suggestion`)).statusCode).toBe(410);
    expect(await db.sql('select answers from services.draft where draft_id = $1', [id])).toEqual([{ answers: {} }]);
  });

  test('is not ready while something is missing, or when it was changed after the summary', async () => {
    const { id, seq, draft } = await complete();
    expect(await read(id, seq - 1)).toEqual({ state: 'not-ready', page: null });
    await fill(`${draft}/suggestion`, { ...suggestion, area: 'school', heading: '' });
    expect(await read(id, seq + 1)).toEqual({ state: 'not-ready', page: 'suggestion' });
    const { body } = await visit(`${draft}/sammanfattning`);
    expect(body).toContain('Något behöver ditt svar');
    expect(body).not.toContain('Skicka in</button>');
  });
});

test('drafts left alone are erased, whoever’s they are, and no others', async () => {
  const draft = await begin();
  const id = draft.split('/').at(-1);
  await db.sql(`update services.draft set changed_at = now() - interval '91 days' where draft_id = $1`, [id]);
  const before = Number((await db.sql<{ count: bigint }>('select count(*) from services.draft'))[0]?.count);
  const { eraseDraftsSchedule } = await import('./erase-drafts.ts');
  await eraseDraftsSchedule.run(worker([]));
  const after = Number((await db.sql<{ count: bigint }>('select count(*) from services.draft'))[0]?.count);
  expect(before - after).toBe(1);
});
