import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { containsIdentityNumber } from '../src/kernel/identifiers/redact.ts';
import { database } from './database.ts';
import { testPersons } from './simulators.ts';
import { act, applyForChildCare, inAWeek, lookAround, paper } from './traces/deeds.ts';
import { type House, openHouse } from './traces/house.ts';
import { type Exchange, Reader } from './traces/reader.ts';

const db = database();
const seen: Exchange[] = [];
let house: House;
/** The secrets of links that were sent. */
const links: string[] = [];
let log: string;
let mails: readonly string[];

/** As a number, and each test person's in the forms that people write. */
function hasNumber(text: string): boolean {
  const numbers = testPersons.flatMap(({ number }) => [
    number,
    number.replace(/^(19|20)(?=\d{10})/, ''),
    number.replace('-', ''),
  ]);
  return containsIdentityNumber(text) || numbers.some((number) => text.includes(number));
}
const numberOf = (sub: string) => testPersons.find((person) => person.sub === sub)?.number ?? '';
/** What Siv has told, and her name: only for her and for who has that right. */
const siv = { child: 'Tindra Hemlig', street: 'Gömda stigen 7', phone: '+358 40 7654321', file: 'intyg.pdf' };
const protectedWords = ['Siv ', 'Mattsson', siv.child, siv.street, siv.phone, '40 7654321'];
const tellsOfSiv = (text: string) => protectedWords.some((word) => text.includes(word));

const people = {} as Record<'anna' | 'siv' | 'karin' | 'per' | 'maja' | 'olle' | 'erik', Reader>;
const cases = { anna: '', siv: '' };
const deskOf = (own: string) => own.replace('/mina-sidor/arenden', '/handlaggning');
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const look = async () => {
    if (!(await isSo())) throw new Error(`it never came to be: ${what}`);
  };
  await vi.waitFor(look, { timeout: 60_000, interval: 50 });
}

beforeAll(async () => {
  house = await openHouse(db);
  for (const sub of ['anna', 'siv', 'karin', 'per', 'maja', 'olle', 'erik'] as const) {
    people[sub] = new Reader(house.app, sub, seen);
    await people[sub].signIn(sub);
  }
  const { anna, karin, per, maja } = people;

  // Addresses that are proved by their links.
  for (const reader of [anna, people.siv]) {
    const address = `${reader.who}.ny@example.org`;
    await reader.send(await reader.open('/mina-sidor/uppgifter'), '/e-post', { address });
    await until('the link has come', async () => (await house.mailsTo(address)).length === 1);
    const [mail = ''] = await house.mailsTo(address);
    const [link = ''] = /\/mina-sidor\/uppgifter\/bekrafta\/[\w-]+/.exec(mail) ?? [];
    await reader.send(await reader.open(link), link);
    links.push(link.slice(link.lastIndexOf('/') + 1));
  }

  // Two applications; one of the papers is called by its owner's number.
  cases.anna = await applyForChildCare(anna, {
    ...{ child: 'Elsa', street: 'Bygatan 2', phone: '+358 18 12 345', file: `${numberOf('anna')} intyg.pdf` },
  });
  cases.siv = await applyForChildCare(people.siv, siv);

  // The office: takes it, asks, is answered, decides; both look, and the one with the right handles Siv's.
  for (const [reader, own, whose] of [
    [karin, cases.anna, anna],
    [per, cases.siv, people.siv],
  ] as const) {
    const desk = deskOf(own);
    await act(reader, desk, 'tilldela');
    for (const one of [karin, per]) await lookAround(one, ['/handlaggning', '/api/v1/handling/queue']);
    await act(reader, desk, 'anteckning', { note: 'Ring på fredag.' });
    await act(reader, desk, 'personnummer', { purpose: 'register' });
    await act(reader, desk, 'fraga', { question: 'Vilken dag börjar du?', ...inAWeek });
    await whose.send(await whose.open(`${own}/komplettera`), '/komplettera', {
      text: 'Den första.',
      files: paper(`${numberOf(whose.who)}.pdf`),
    });
    await act(reader, desk, 'beslut', { decision: 'grant', reasons: 'Det finns en plats.' });
    await until('the decision is in the mailbox', async () => {
      const rows = await db.sql(`select from mailbox.message where kind = 'decision' and case_id = $1`, [
        own.slice(-36),
      ]);
      return rows.length === 1;
    });
    await until('it can be closed', async () => (await reader.open(desk)).body.includes(`${desk}/avsluta`));
    await act(reader, desk, 'avsluta');
  }
  for (const who of ['anna', 'siv']) {
    await until('the tips are sent', async () => (await house.mailsTo(`${who}.ny@example.org`)).length >= 3);
  }
  await karin.open(deskOf(cases.siv));
  await maja.open('/administration/sottunga/roller');

  // Numbers where nobody asked for them: in addresses.
  for (const reader of Object.values(people)) {
    for (const path of [
      '/sottunga',
      '/mina-sidor/arenden/sottunga',
      '/handlaggning/sottunga',
      '/inbjudan',
      '/api/v1',
    ]) {
      await reader.open(`${path}/${numberOf('erik')}?efter=${numberOf('anna')}&visa=${numberOf('anna')}`);
    }
  }

  const rooms = ['/sottunga', '/mina-sidor', '/handlaggning', '/administration/sottunga/roller', '/drift/kommuner'];
  const more = ['/drift/utskick', '/utveckling/utskick', '/api', '/api/v1/cases', '/api/v1/handling/queue'];
  const messages = ['/api/v1/mailbox/messages'];
  for (const reader of Object.values(people)) await lookAround(reader, [...rooms, ...more, ...messages]);
  log = house.log.join('');
  mails = await house.mailsTo('@');
});
afterAll(() => house.close());

const isReveal = ({ method, url, status }: Exchange) =>
  method === 'POST' && url.endsWith('/personnummer') && status === 200;
const told = ({ method, url, status, who }: Exchange) => `${who} ${method} ${url} ${status}`;

test('the journey went all the way', async () => {
  const phases = await db.sql(`select phase, protected from cases."case" order by protected`);
  expect(phases).toEqual([
    { phase: 'closed', protected: false },
    { phase: 'closed', protected: true },
  ]);
  expect(seen.filter(isReveal).map(({ who }) => who)).toEqual(['karin', 'per']);
  for (const what of [
    /handlaggning\?visa/,
    /\/bilaga\//,
    /kvitto\.pdf/,
    /beslut\.pdf/,
    /\/fil\//,
    /\/mina-sidor\/logg/,
  ]) {
    const found = seen.filter(({ url, status }) => what.test(url) && status === 200);
    expect(found.length, String(what)).toBeGreaterThan(0);
  }
  expect(seen.filter(({ status }) => status >= 500).map(told)).toEqual([]);
  expect((await readdir(house.filesFolder)).length).toBeGreaterThan(0);
});

test('an identity number stands on the page that has just revealed it, and there it is the right one', () => {
  for (const { who, body } of seen.filter(isReveal)) {
    const whose = who === 'karin' ? 'anna' : 'siv';
    expect(body).toContain(numberOf(whose));
    expect(containsIdentityNumber(body.replaceAll(numberOf(whose), ''))).toBe(false);
  }
});

test('no other page, form, paper or answer of the API holds one', () => {
  const pages = seen.filter((exchange) => !isReveal(exchange));
  const holding = pages.filter(({ body, bytes }) => hasNumber(body) || hasNumber(bytes.toString('latin1')));
  expect(holding.map(told)).toEqual([]);
});

test('no address that a page leads to, no header, no cookie and no file name holds one', () => {
  for (const exchange of seen) {
    const addresses = [...exchange.body.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(([, to]) => to);
    expect(hasNumber(addresses.join('\n')), told(exchange)).toBe(false);
    expect(hasNumber(JSON.stringify(exchange.headers)), told(exchange)).toBe(false);
  }
});

test('no cookies come but those that the privacy notice names', () => {
  const set = seen.flatMap(({ headers }) => [...(headers['set-cookie'] ?? '').matchAll(/(?:^|,)\s*([\w-]+)=/g)]);
  const names = new Set(set.map(([, name]) => name));
  expect([...names].sort()).toEqual(['session', 'sign-in']);
});

test('no log line holds one, nor a secret of a link or a session', () => {
  expect(house.log.length).toBeGreaterThan(10);
  expect(house.log.filter(hasNumber)).toEqual([]);
  for (const secret of [...links, ...Object.values(people).flatMap((reader) => reader.secrets())]) {
    expect(log).not.toContain(secret);
  }
});

test('no event, job or mail holds one; events and jobs hold ids and nothing else', async () => {
  const rows = await db.sql<{ what: string; content: string }>('select what, content from kernel.seen');
  expect(rows.filter(({ what }) => what === 'outbox').length).toBeGreaterThanOrEqual(10);
  expect(rows.filter(({ what }) => what === '_private_jobs').length).toBeGreaterThanOrEqual(10);
  expect(rows.filter(({ content }) => hasNumber(content))).toEqual([]);
  expect(mails.filter(hasNumber)).toEqual([]);
  const isId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z][a-z.-]*)$/;
  const leaves = (value: unknown): unknown[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
  for (const { what, content } of rows) {
    const { body, payload } = JSON.parse(content) as { body?: unknown; payload?: Readonly<Record<string, unknown>> };
    const { _cron: _when, ...given } = payload ?? {}; // of a job by the clock, the moment: the runner writes it
    const texts = leaves(what === 'outbox' ? body : given).filter((leaf) => typeof leaf === 'string');
    expect(texts.filter((text) => !isId.test(text))).toEqual([]);
  }
});

test('no row of any table holds one in clear', async () => {
  const tables = await db.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { name } of tables) {
    const rows = await db.sql<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`);
    expect(
      rows.filter(({ row }) => hasNumber(row)),
      name,
    ).toEqual([]);
  }
});

test('what the trail says of a matter is ids only', async () => {
  const lines = await db.sql<{ resource: object; action: string }>('select resource, action from kernel.audit_line');
  expect(new Set(lines.map(({ action }) => action))).toContain('identity.reveal');
  const isId = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,10}|[a-z]{2}\.[a-z0-9-]+\/[a-z0-9-]+)$/;
  const values = lines.flatMap(({ resource }) => Object.values(resource).map(String));
  expect(values.filter((value) => !isId.test(value))).toEqual([]);
});

test('who has a protected identity is known to herself and on her case’s pages for who has that right, nowhere else', () => {
  const tells = (exchange: Exchange) => tellsOfSiv(exchange.body) || tellsOfSiv(exchange.bytes.toString('latin1'));
  const desk = deskOf(cases.siv);
  const allowed = ({ who, url }: Exchange) => who === 'siv' || (who === 'per' && url.startsWith(desk));
  const page = seen.find((exchange) => exchange.who === 'per' && exchange.url === desk);
  expect(page?.body).toContain('Siv Mattsson');
  expect(page?.body).toContain(siv.street);
  const others = seen.filter((exchange) => !allowed(exchange));
  expect(others.filter(({ body }) => body.includes(cases.siv.slice(-36))).length).toBeGreaterThan(0); // it is in the queue
  expect(others.filter(tells).map(told)).toEqual([]);
});

test('no title of a page, file name, log line, tip, event or job tells of her', async () => {
  const titles = seen.filter(({ who }) => who !== 'siv').map(({ body }) => /<title>([^<]*)/.exec(body)?.[1] ?? '');
  const names = seen.map(({ headers }) => decodeURIComponent(headers['content-disposition'] ?? ''));
  const jobs = await db.sql<{ content: string }>('select content from kernel.seen');
  for (const text of [...titles, ...names, ...house.log, ...mails, ...jobs.map(({ content }) => content)]) {
    expect(tellsOfSiv(text), text.slice(0, 200)).toBe(false);
  }
});

test('what others’ acts left in the tables about her holds no name of hers', async () => {
  const [row] = await db.sql<{ name: string | null }>(
    `select applicant_name as name from cases."case" where protected`,
  );
  expect(row?.name).toBeNull();
  const texts = await db.sql<{ text: string }>(
    `select to_jsonb(a)::text as text from cases.action a
     union all select to_jsonb(p)::text from cases.case_party p
     union all select to_jsonb(l)::text from kernel.audit_line l where l.actor_kind <> 'person'
     union all select to_jsonb(m)::text from mailbox.message m
     union all select to_jsonb(t)::text from notifications.tip t`,
  );
  expect(texts.filter(({ text }) => tellsOfSiv(text))).toEqual([]);
});

/** Shows nothing of the person before it knows why. */
const asksWhatFor = (url: string) => url.endsWith('/oversikt');

test('whenever an official has opened a case, the person finds it in their own log', async () => {
  for (const [who, name, own] of [
    ['karin', 'Karin Häggblom', cases.anna],
    ['per', 'Per Söderholm', cases.siv],
  ] as const) {
    const opened = seen.filter(
      ({ who: reader, method, url, status }) =>
        reader === who && method === 'GET' && status === 200 && url.startsWith(deskOf(own)) && !asksWhatFor(url),
    );
    const lines = await db.sql(
      `select from kernel.audit_line where actor_name = $1 and action = 'case.read' and resource->>'case' = $2`,
      [name, own.slice(-36)],
    );
    expect(opened.length).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThanOrEqual(opened.length);
    const log = await people[own === cases.anna ? 'anna' : 'siv'].open('/mina-sidor/logg');
    expect(log.body).toContain(name);
  }
});

test('a job that has given up is shown to the operator without whom it is about, and is tried again at a word', async () => {
  await db.sql(`select graphile_worker.add_job('test.gone', '{}', run_at => now() + interval '1 day')`);
  await db.sql(`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'it is away'
    where task_id = (select id from graphile_worker._private_tasks where identifier = 'test.gone')`);
  const home = await people.olle.open('/drift');
  expect((await people.olle.open('/administration/allmanningen/roller')).body).toContain('href="/drift"');
  for (const href of ['/administration/allmanningen/roller', '/drift/handelser']) {
    expect(home.body).toContain(`href="${href}"`);
  }
  const page = await people.olle.open('/drift/handelser');
  expect(page.body).toMatch(/test\.gone[\s\S]*it is away/);
  const again = await people.olle.send(page, '/gor-om');
  expect(again.url).toBe('/drift/handelser?omgjord=ja');
  expect(again.body).not.toContain('test.gone');
  expect(await db.sql(`select attempts from graphile_worker.jobs where task_identifier = 'test.gone'`)).toEqual([
    { attempts: 0 },
  ]);
});

test('what can not leave its trace is refused, and shows nothing', async () => {
  const desk = deskOf(cases.anna);
  const page = await people.karin.open(desk);
  const papers = [...page.body.matchAll(/href="([^"]+\/(?:fil\/[^"]+|beslut\.pdf))"/g)].map(([, href = '']) => href);
  expect(papers.length).toBeGreaterThanOrEqual(2);
  const before = house.log.length;
  await db.sql('revoke insert on kernel.audit_line from web_official');
  const refused = await Promise.all([desk, ...papers].map((url) => people.karin.open(url)));
  refused.push(await people.karin.send(page, `${desk}/personnummer`, { purpose: 'register' }));
  for (const { status, body } of refused) {
    expect(status).toBeGreaterThanOrEqual(500);
    expect(['Anna', 'Elsa', 'Bygatan', '%PDF'].filter((word) => body.includes(word))).toEqual([]);
    expect(hasNumber(body)).toBe(false);
  }
  const told = house.log.slice(before);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter((line) => hasNumber(line) || /Anna|Elsa|Bygatan/.test(line))).toEqual([]);
});
