import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import canonicalize from 'canonicalize';
import { createLocalJWKSet, flattenedVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import type { ServiceId } from '../src/kernel/ids.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';
import { given, houseOf, keyFor, numbered } from './mandate-keys.ts';

const world = caseWorld();
const tredjeman = String(sottunga).padStart(10, '0');
const service = 'se.sundsvall/forslag' as ServiceId;
let app: App;
let keys: Record<'check' | 'search' | 'revoke' | 'cases' | 'kokar', string>;
let numbers: Record<'anna' | 'erik' | 'siv' | 'karin', string>;
let everything: string;
let narrow: string;

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const contract = JSON.parse(readFileSync(join(projectRoot, 'data/formats/mina-ombud-svar.schema.json'), 'utf8'));
ajv.addSchema(contract);
const follows = (shape: string, value: unknown) => ajv.validate({ $ref: `${contract.$id}#/$defs/${shape}` }, value);

beforeAll(async () => {
  app = await houseOf(world);
  const { anna, erik, siv, karin } = world;
  numbers = {
    anna: await numbered(world, anna, 'anna'),
    erik: await numbered(world, erik, 'erik'),
    siv: await numbered(world, siv, 'siv'),
    karin: await numbered(world, karin, 'karin'),
  };
  keys = {
    check: await keyFor(world, sottunga, 'mandates.check'),
    search: await keyFor(world, sottunga, 'mandates.search'),
    revoke: await keyFor(world, sottunga, 'mandates.revoke'),
    cases: await keyFor(world, sottunga, 'cases.read'),
    kokar: await keyFor(world, kokar, 'mandates.check', 'mandates.search', 'mandates.revoke'),
  };
  const subject = { sv: 'Förslag i Sottunga', fi: 'Aloitteet', en: 'Suggestions' };
  everything = await given(world, anna, erik, { level: 'passive' });
  narrow = await given(world, anna, erik, { reach: { kind: 'service', authority: sottunga, service }, subject });
  await given(world, anna, erik, {
    reach: { kind: 'authority', authority: kokar },
    subject: { ...subject, sv: 'Kökar' },
  });
  await given(world, siv, erik, { reach: { kind: 'authority', authority: sottunga } });
});
afterAll(() => app.close());

type Asking = { readonly key?: string; readonly nonce?: string };
const who = (id: string, typ = 'pnr') => ({ id, typ });
const of = (number: string) => who(number, number.length === 12 ? 'pnr' : 'hetu');
const erik = () => of(numbers.erik);
const anna = () => of(numbers.anna);

function post(url: string, payload: object, { key = keys.search, nonce }: Asking = {}) {
  const headers = { authorization: `Bearer ${key}`, ...(nonce ? { 'x-nonce': nonce } : {}) };
  return app.inject({ method: 'POST', url: `/api/v1/fullmakter${url}`, headers, payload });
}
const rights = (payload: object, how?: Asking) =>
  post('/sok/behorigheter', { tredjeman, behorigheter: [], fullmaktshavare: erik(), ...payload }, how);
function one(id: string, { key = keys.search, of = tredjeman, method = 'GET' as 'GET' | 'DELETE' } = {}) {
  const headers = { authorization: `Bearer ${key}` };
  return app.inject({ method, url: `/api/v1/fullmakter/tredjeman/${of}/fullmakter/${id}`, headers });
}

type Signed = { readonly _sig: { readonly protected: string; readonly signature: string } };

/** What a stranger does who has only the answer, the question, and the published keys. */
async function believed({ _sig, ...value }: Signed, question: object | null, nonce?: string): Promise<boolean> {
  const jwks = (await app.inject('/.well-known/jwks.json')).json() as JSONWebKeySet;
  const payload = canonicalize(value) as string;
  try {
    const { protectedHeader } = await flattenedVerify({ ..._sig, payload }, createLocalJWKSet(jwks), {
      algorithms: ['ES256'],
    });
    const { typ, exp, req, nonce: signed, b64, crit } = protectedHeader ?? {};
    const asked =
      question &&
      createHash('sha256')
        .update(canonicalize(question) as string)
        .digest('base64url');
    return (
      typ === 'allmanning-fullmakt+json' &&
      b64 === false &&
      String(crit) === 'b64' &&
      Number(exp) > Date.now() / 1000 &&
      (asked === null || req === asked) &&
      signed === nonce
    );
  } catch {
    return false;
  }
}

test('a search tells whom somebody may act for at the authority, and nothing of what they may do elsewhere', async () => {
  const answer = await rights({});
  expect(answer.statusCode).toBe(200);
  const found = answer.json();
  expect(follows('hamtaBehorigheterResponse', found), ajv.errorsText()).toBe(true);
  expect(found.fullmaktsgivare).toHaveLength(1);
  expect(found.fullmaktsgivare[0]).toMatchObject({
    fullmaktsgivare: { ...anna(), namn: 'Anna Öhman', roll: 'PRIVAT' },
    fullmaktshavare: [erik()],
    tredjeman,
  });
  expect(found.fullmaktsgivare[0].behorigheter).toEqual(
    expect.arrayContaining([
      { kod: 'allt', typ: 'passiv', fullmakt: everything },
      { kod: `tjanst:${encodeURIComponent(service)}`, typ: 'aktiv', fullmakt: narrow },
    ]),
  );
  expect(answer.body).not.toContain('Siv');
});

test('a check of one service gives the active mandate before the passive one', async () => {
  const kod = `tjanst:${encodeURIComponent(service)}`;
  const answer = await rights(
    { fullmaktsgivare: anna(), behorigheter: [kod, 'post', 'fastighet:X%201'] },
    { key: keys.check },
  );
  const [context] = answer.json().fullmaktsgivare;
  expect(context.behorigheter).toEqual([
    { kod, typ: 'aktiv', fullmakt: narrow },
    { kod: 'post', typ: 'passiv', fullmakt: everything },
    { kod: 'fastighet:X%201', typ: 'passiv', fullmakt: everything },
  ]);
});

test('a grantor with a protected identity is told of to who names them, without a name', async () => {
  const answer = await rights({ fullmaktsgivare: of(numbers.siv) }, { key: keys.check });
  expect(answer.json().fullmaktsgivare[0].fullmaktsgivare).toMatchObject({ namn: 'Skyddade personuppgifter' });
});

test('a stranger verifies the answer with the published keys, and each part of it by itself', async () => {
  const question = { tredjeman, behorigheter: [], fullmaktshavare: erik() };
  const nonce = randomUUID();
  const found = (await post('/sok/behorigheter', question, { nonce })).json();
  expect(await believed(found, question, nonce)).toBe(true);
  expect(await believed(found.fullmaktsgivare[0], question, nonce)).toBe(true);
});

test('a stranger believes neither what was altered, nor an answer to another question, an older one, or nobody’s', async () => {
  const question = { tredjeman, behorigheter: [], fullmaktshavare: erik() };
  const nonce = randomUUID();
  const found = (await post('/sok/behorigheter', question, { nonce })).json();
  const altered = structuredClone(found);
  altered.fullmaktsgivare[0].behorigheter[0].typ = 'aktiv';
  expect(await believed(altered, question, nonce)).toBe(false);
  expect(await believed(altered.fullmaktsgivare[0], question, nonce)).toBe(false);
  expect(await believed({ ...found, fullmaktsgivare: [] }, question, nonce)).toBe(false);
  expect(await believed(found, { ...question, behorigheter: ['post'] }, nonce)).toBe(false);
  expect(await believed(found, question, randomUUID())).toBe(false);
  expect(await believed({ ...found, _sig: found.fullmaktsgivare[0]._sig }, question, nonce)).toBe(false);
});

test('whom the question names, and whose number the answer tells, read which system asked and why', async () => {
  await rights({});
  const lines = await world.db.sql<{ purpose: string; actor_name: string; action: string }>(
    `select distinct purpose, actor_name, action from kernel.audit_line where party_id = any ($1) and actor_kind = 'machine'
     and purpose = 'mandates.purpose.machine-searched' order by action`,
    [[world.anna.party, world.erik.party]],
  );
  expect(lines.map(({ action }) => action)).toEqual(['identity.reveal', 'mandate.read-own']);
  expect(lines[0]?.actor_name).toBe('Journalen');
});

test('the list tells of the authority’s own mandates, and the mandate itself follows the contract', async () => {
  const listed = (await post('/sok/fullmakter', { tredjeman, fullmaktsgivare: anna() })).json();
  expect(listed.fullmakter.map((row: { id: string }) => row.id).sort()).toEqual([everything, narrow].sort());
  expect(await believed(listed, { tredjeman, fullmaktsgivare: anna() })).toBe(true);
  const found = (await one(narrow)).json();
  expect(follows('fullmaktMetadataResponse', found), ajv.errorsText()).toBe(true);
  expect(found.fullmakt).toMatchObject({
    fullmaktsgivare: anna(),
    fullmaktshavare: [erik()],
    tredjeman: { id: tredjeman },
  });
  expect(found.metadata.tillstand).toBe('active');
  expect(await believed(found.fullmakt, null)).toBe(true);
  const spoilt = structuredClone(found);
  spoilt.fullmakt.behorigheter[0].behorighetsobjekt.typer[0].vald = true;
  spoilt.fullmakt.behorigheter[0].behorighetsobjekt.typer[1].vald = true;
  expect(follows('fullmaktMetadataResponse', spoilt)).toBe(false);
});

test('a mandate is revoked at the word of the grantor, and the next question finds it gone', async () => {
  const { anna: from, karin: to, db } = world;
  const id = await given(world, from, to, { reach: { kind: 'authority', authority: sottunga } });
  const asked = { fullmaktshavare: of(numbers.karin) };
  expect((await rights(asked)).json().fullmaktsgivare).toHaveLength(1);
  expect((await one(id, { key: keys.revoke, method: 'DELETE' })).statusCode).toBe(204);
  expect((await rights(asked)).json().fullmaktsgivare).toEqual([]);
  expect((await one(id)).json().metadata).toMatchObject({
    tillstand: 'revoked',
    aterkallad: { datum: expect.any(String) },
  });
  expect((await one(id, { key: keys.revoke, method: 'DELETE' })).statusCode).toBe(409);
  const lines = await db.sql(
    `select from kernel.audit_line where party_id = $1 and purpose = 'mandates.purpose.revoked' and authority_id = $2`,
    [from.party, sottunga],
  );
  expect(lines).toHaveLength(1);
});

test('a mandate that reaches beyond the authority is not the authority’s to revoke', async () => {
  const answer = await one(everything, { key: keys.revoke, method: 'DELETE' });
  expect(answer.statusCode).toBe(403);
  expect((await one(everything)).json().metadata.tillstand).toBe('active');
});

describe('is refused, by its path and without what stood there', () => {
  test.each([
    ['a number that is none', { fullmaktshavare: who('199001012390') }, '#/fullmaktshavare/id'],
    ['a number of another type', { fullmaktshavare: who('199001012391', 'orgnr') }, '#/fullmaktshavare/id'],
    ['a type that nobody knows', { fullmaktshavare: who('199001012391', 'ssn') }, '#/fullmaktshavare/typ'],
    ['a page of a million', { page: { size: 1_000_000 } }, '#/page/size'],
    ['a code with a space in it', { behorigheter: ['a b'] }, '#/behorigheter/0'],
  ])('%s', async (_what, payload, pointer) => {
    const answer = await rights(payload);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([{ pointer }]);
    expect(answer.body).not.toContain('19900101');
  });
});
