import { createHash } from 'node:crypto';
import { type AddressInfo, connect, createServer } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpsDelivery } from '../src/connectors/https-delivery/index.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { type AuthorityId, derivedId, type FileDigest, newId } from '../src/kernel/ids.ts';
import { caseWorld, sottunga } from './case-world.ts';
import { houseOf, keyFor } from './mandate-keys.ts';

const kokar = 2480318 as AuthorityId;
const world = caseWorld();
const { db } = world;
let app: App;
let key = '';
let foreign = '';
let reader = '';
const mapping = newId<string>();
const files = `/api/v1/lon/filer/${mapping}`;

beforeAll(async () => {
  app = await houseOf(world);
  key = await keyFor(world, sottunga, 'payroll.facts');
  foreign = await keyFor(world, kokar, 'payroll.facts');
  reader = await keyFor(world, sottunga, 'cases.read', 'mandates.check', 'mandates.search', 'mandates.revoke');
  const fields = Object.fromEntries(
    ['number', 'from', 'code', 'hours'].map((name) => [name, { source: name, dateFormat: 'y-m-d', decimalSign: ',' }]),
  );
  const body = { layout: { kind: 'delimited', delimiter: ';', skip: 0, header: true }, encoding: 'auto', fields };
  await db.sql(
    `insert into intake.mapping values ($1, $2, 'Tid', 'payroll.time', 1, $3, null, null, null, now(), $4, 'Maja'),
       ($1, $5, 'Enheter', 'directory.units', 1, $3, null, null, null, now(), $4, 'Maja')`,
    [sottunga, mapping, body, derivedId('maja'), derivedId('units')],
  );
});
afterAll(() => app.close());

async function rows(kind: string, sent: object, by = key) {
  const answer = await app.inject({
    ...{ method: 'POST', url: `/api/v1/lon/uppgifter/${kind}`, payload: sent },
    headers: { authorization: `Bearer ${by}` },
  });
  return { status: answer.statusCode, body: answer.json() };
}
function digestOf(content: string): string {
  return `sha-256=:${createHash('sha256').update(content).digest('base64')}:`;
}
async function put(name: string, content: string, by = key, digest = digestOf(content), where = files) {
  const answer = await app.inject({
    ...{ method: 'PUT', url: `${where}/${name}`, payload: content },
    headers: { authorization: `Bearer ${by}`, 'content-digest': digest, 'content-type': 'text/csv' },
  });
  return { status: answer.statusCode, body: answer.json() };
}
const person = { number: '17', name: 'Prov Ett', birthDate: '1990-01-01', identityNumber: '010190-900P' };

test('a system with its key brings employees, employments, schedules, absence and hours; once more changes nothing', async () => {
  const sent: readonly (readonly [string, object])[] = [
    ['payroll.persons', person],
    ['payroll.employments', { number: '17', from: '2020-01-01', title: 'Kock', position: 'P1', unit: 'Kök' }],
    ['payroll.salaries', { number: '17', from: '2020-01-01', monthly: 2500.5, share: 80 }],
    ['payroll.schedules', { number: '17', from: '2020-01-01', monday: 7.5, tuesday: 7.5 }],
    ['payroll.absences', { number: '17', from: '2026-03-02', to: '2026-03-03', cause: 'sick' }],
    ['payroll.time', { number: '17', from: '2026-03-05', code: 'evening', hours: 4, approved: true }],
    ['payroll.unions', { number: '17', from: '2026-01-01', amount: '25.00' }],
  ];
  for (const [kind, row] of sent) {
    const first = await rows(kind, { rows: [row] });
    expect(first.body.rows).toEqual([{ row: 1, outcome: 'taken', reasons: [] }]);
    expect(await rows(kind, { rows: [row] })).toMatchObject({ status: 200, body: { taken: 0, unchanged: 1 } });
  }
  const facts = await db.sql<{ source: string }>(
    `select kind, source, valid_from::text as "from" from payroll.fact order by seq`,
  );
  expect(facts).toHaveLength(6);
  expect(new Set(facts.map(({ source }) => source))).toEqual(new Set(['api Journalen']));
  const [line] = await db.sql(
    `select actor_kind as kind, purpose from kernel.audit_line where purpose like 'payroll.%'`,
  );
  expect(line).toEqual({ kind: 'machine', purpose: 'payroll.purpose.received' });
});

test('what is wrong with one row keeps back no other, and is told by its field in words', async () => {
  const good = { number: '17', from: '2026-04-01', code: 'night', hours: 2 };
  const { body } = await rows('payroll.time', {
    rows: [
      good,
      { ...good, number: '99' },
      { ...good, code: 'x' },
      { ...good, from: '1.5.2026' },
      { from: '2026-05-01' },
    ],
  });
  expect(body).toMatchObject({ taken: 1, unchanged: 0, refused: 4 });
  expect(body.rows.map(({ reasons }: { reasons: { field?: string }[] }) => reasons.map((one) => one.field))).toEqual([
    ...[[], [undefined], ['code'], ['from'], ['number', 'code', 'hours']],
  ]);
  const twice = await rows('payroll.time', {
    rows: [
      { ...good, hours: 3 },
      { ...good, hours: 5 },
    ],
  });
  expect(twice.body).toMatchObject({ taken: 0, refused: 2, rows: [{ reasons: [{ reason: 'contradicts' }] }, {}] });
  expect((await rows('payroll.time', { rows: [{ ...good, strange: 1 }] })).body.errors).toEqual([
    { pointer: '#/rows/0/strange' },
  ]);
  expect((await rows('payroll.nothing', { rows: [good] })).status).toBe(404);
});

test('a file comes by name with its digest, its rows are accounted for, and it is never written over', async () => {
  const content = 'number;from;code;hours\n17;2026-06-01;evening;2\n98;2026-06-01;evening;2\n';
  expect((await put('tid-juni.csv', content, key, digestOf('another'))).status).toBe(422);
  expect((await put('tid-juni.csv', content, key, 'sha-256=nothing')).status).toBe(400);
  const first = await put('tid-juni.csv', content);
  expect(first).toMatchObject({ status: 201, body: { name: 'tid-juni.csv', size: content.length, state: 'reading' } });
  expect(await put('tid-juni.csv', content)).toMatchObject({ status: 200, body: { sha256: first.body.sha256 } });
  expect((await put('tid-juni.csv', `${content}\n`)).status).toBe(409);
  expect((await put('..%2Fx.csv', content)).status).not.toBe(201);
  expect((await put('.x.csv', content)).status).toBe(422);
  const list = await app.inject({ url: files, headers: { authorization: `Bearer ${key}` } });
  expect(list.json().files).toMatchObject([{ name: 'tid-juni.csv', sha256: first.body.sha256 }]);
  const events = await db.sql(`select kind from kernel.outbox where kind = 'intake.file-came'`);
  expect(events).toHaveLength(1);
});

test('what one house sends by https another takes, also when the line breaks in the middle: both agree in the end', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const content = Buffer.from(`number;from;code;hours\n17;2026-08-01;evening;2\n${'#'.repeat(300_000)}`);
  const sha256 = createHash('sha256').update(content).digest('hex') as FileDigest;
  const open = async () => Readable.from([content]);
  const file = { delivery: 'd', name: 'tid-augusti å.csv', size: content.length, sha256, open };
  const carrier = httpsDelivery({ production: false });
  const to = { kind: 'https', url: `${address}${files}`, key } as const;

  const halfway = createServer((socket) => {
    const there = connect(Number(new URL(address).port), '127.0.0.1');
    let passed = 0;
    socket.on('data', (chunk) => {
      passed += chunk.length;
      if (passed > 100_000) socket.destroy();
      else there.write(chunk);
    });
    there.pipe(socket);
    for (const one of [socket, there]) one.on('error', () => undefined);
    socket.on('close', () => there.destroy());
  });
  await new Promise<void>((done) => halfway.listen(0, '127.0.0.1', done));
  const { port } = halfway.address() as AddressInfo;
  const broken = { ...to, url: `http://127.0.0.1:${port}${files}` };
  expect(await carrier.put(broken, file)).toEqual({ outcome: 'unknown', detail: 'lost-at-end' });
  halfway.close();
  expect(await carrier.put({ ...to, url: 'http://127.0.0.1:1/x' }, file)).toEqual({ outcome: 'later', detail: 'lost' });

  expect(await carrier.put(to, file)).toMatchObject({ outcome: 'delivered', detail: 'sent', receipt: { sha256 } });
  expect(await carrier.put(to, file)).toMatchObject({ outcome: 'delivered', detail: 'was-there' });
  const other = { ...file, sha256: createHash('sha256').update('x').digest('hex') as FileDigest };
  expect(await carrier.put(to, other)).toEqual({ outcome: 'refused', detail: 'name-taken' });
  expect(await carrier.put({ ...to, key: reader }, file)).toEqual({ outcome: 'refused', detail: 'sign-in' });
  const inside = { ...to, url: 'http://10.0.0.5/x' };
  expect(await carrier.put(inside, file)).toEqual({ outcome: 'refused', detail: 'address' });
  const there = { name: file.name, size: file.size, sha256 };
  const theirs = await carrier.list(to, [file.name]);
  expect(theirs).toMatchObject({ state: 'answered', value: expect.arrayContaining([there]) });
  expect(await carrier.list({ ...to, key: reader }, [])).toMatchObject({ state: 'not-allowed' });
});

test('neither another’s key, nor a key without the right, nor none at all reads or brings anything', async () => {
  const content = 'number;from;code;hours\n17;2026-07-01;evening;2\n';
  for (const by of [reader, 'x'.repeat(43), '']) {
    expect((await rows('payroll.time', { rows: [{ number: '17' }] }, by)).status).toBe(401);
    expect((await put('nej.csv', content, by)).status).toBe(401);
    for (const url of [files, `${files}/tid-juni.csv`, '/api/v1/lon/uppgifter'])
      expect((await app.inject({ url, headers: { authorization: `Bearer ${by}` } })).statusCode).toBe(401);
  }
  const row = { number: '17', from: '2026-07-01', code: 'evening', hours: 2 };
  expect((await rows('payroll.time', { rows: [row] }, foreign)).body).toMatchObject({ taken: 0, refused: 1 });
  expect((await put('nej.csv', content, foreign)).status).toBe(404);
  const seen = await app.inject({ url: files, headers: { authorization: `Bearer ${foreign}` } });
  expect(seen.json()).toEqual({ files: [] });
  expect(
    (await put('enheter.csv', content, key, digestOf(content), files.replace(mapping, derivedId('units')))).status,
  ).toBe(404);
});
