import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerSchema, type SchemaObject, validate } from '@hyperjump/json-schema/draft-2020-12';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts } from '../src/kernel/http/refusal-texts.ts';
import type { ServiceId } from '../src/kernel/ids.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { kundhandelserRoutes } from '../src/modules/cases/index.ts';
import { partyOfNumberFinder } from '../src/modules/identity/index.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';
import { given, numbered } from './mandate-keys.ts';
import { testPerson } from './simulators.ts';

const world = caseWorld();
const secrets = makeSecrets(exampleDataKey);
const schemaFile = join(projectRoot, 'data/formats/kundhandelser-svar.schema.json');
const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as SchemaObject & { $id: string };
const number = testPerson('erik').number;
const { token: key, hash } = secrets.token();
const old = secrets.token();
const ended = secrets.token();
let app: App;

beforeAll(async () => {
  registerSchema(schema);
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async () => null,
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts,
      healthPool: world.db.pools.resident,
      routes: [
        (room) =>
          kundhandelserRoutes(room, { makeScope: world.db.scopes, partyOfNumber: partyOfNumberFinder(secrets) }),
      ],
    },
  );
  await world.filed(world.erik);
  await world.filed(world.erik, 'kokar');
  const [index] = secrets.indexes(`SE:${number}`, 'identity.number');
  await world.db.sql('insert into identity.number_index values ($1, $2)', [index, world.erik.party]);
  for (const [one, until, end] of [
    [hash, '2099-01-01', null],
    [old.hash, '2026-02-01', null],
    [ended.hash, '2099-01-01', '2026-02-01'],
  ]) {
    await world.db.sql(
      `insert into kernel.machine_client values ($1, gen_random_uuid(), 'Förmedlingen', $2, '{cases.read}', '2026-01-01', 'Maja', $3, $4)`,
      [sottunga, one, until, end],
    );
  }
});
afterAll(() => app.close());

const part = { kund: { identifierare: number, typ: 'Personnummer' } };
type Asking = { readonly fraga?: object; readonly key?: string; readonly correlation?: string; readonly body?: object };

function ask({ fraga = { parter: [part] }, key: with_ = key, correlation = 'c', body }: Asking = {}) {
  return app.inject({
    method: 'POST',
    url: '/api/v1/kundhandelser/kundhandelseFragaSynkron',
    headers: { 'x-api-key': with_, ...(correlation ? { skv_client_correlation_id: correlation } : {}) },
    payload: body ?? { fraga, anvandare: number },
  });
}

test('a person’s cases at the authority of the key, and at no other, as a validator of somebody else’s accepts them', async () => {
  const answer = await ask();
  expect(answer.statusCode).toBe(200);
  const found = answer.json();
  expect(found.kundhandelser).toMatchObject([{ part, totaltAntalKundhandelser: 1 }]);
  expect(found.kundhandelser[0].kundhandelserForPart[0]).toMatchObject({
    producent: 'Sottunga',
    kundhandelseTyp: 'SOTTUNGA.FORSLAG.INKOMMEN',
    producentarendetKraverKundatgard: false,
    producentarendetKlart: false,
  });
  expect((await validate(schema.$id, found)).valid).toBe(true);
  const spoilt = structuredClone(found);
  spoilt.kundhandelser[0].kundhandelserForPart[0].kundhandelseTyp = 'forslag';
  expect((await validate(schema.$id, spoilt)).valid).toBe(false);
});

test('the person reads in their log that another system asked', async () => {
  await ask();
  const lines = await world.db.sql<{ actor_kind: string; actor_name: string }>(
    `select actor_kind, actor_name from kernel.audit_line where party_id = $1 and purpose = 'cases.purpose.kundhandelser'`,
    [world.erik.party],
  );
  expect(lines[0]).toEqual({ actor_kind: 'machine', actor_name: 'Förmedlingen' });
});

test('of several parts each gets its own row in the same order; one by who may not ask is told apart, and says nothing', async () => {
  const other = { kund: { identifierare: testPerson('noor').number, typ: 'Personnummer' } };
  const answer = await ask({ fraga: { parter: [other, part] } });
  expect(answer.statusCode).toBe(206);
  expect(answer.json().kundhandelser).toMatchObject([
    { part: other, totaltAntalKundhandelser: 0 },
    { part, totaltAntalKundhandelser: 1 },
  ]);
  expect(answer.json().delfragor).toMatchObject([
    { part: other, status: 'FEL', httpCode: 403 },
    { part, status: 'OK', httpCode: 200 },
  ]);
});

test('nobody is known by a number that has nothing here: the answer is whole, and empty', async () => {
  const noor = testPerson('noor').number;
  const alone = { kund: { identifierare: noor, typ: 'Personnummer' } };
  const answer = await ask({ body: { fraga: { parter: [alone] }, anvandare: noor } });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().delfragor).toMatchObject([{ status: 'OK' }]);
});

test('who asks for another sees what their right to act for them reaches here, and the other reads by which right', async () => {
  const { erik, karin } = world;
  const asking = testPerson('fatima').number;
  await numbered(world, karin, 'fatima');
  const asKarin = () => ask({ body: { fraga: { parter: [part] }, anvandare: asking } });
  const told = async () => {
    const { delfragor, kundhandelser } = (await asKarin()).json();
    return [delfragor[0].httpCode, kundhandelser[0].totaltAntalKundhandelser];
  };
  expect(await told()).toEqual([403, 0]);
  await given(world, erik, karin, { reach: { kind: 'authority', authority: kokar } });
  expect(await told()).toEqual([403, 0]);
  const service = 'se.sundsvall/klagomal' as ServiceId;
  await given(world, erik, karin, { reach: { kind: 'service', authority: sottunga, service } });
  expect(await told()).toEqual([200, 0]);
  const mandate = await given(world, erik, karin, { reach: { kind: 'authority', authority: sottunga } });
  expect(await told()).toEqual([200, 1]);
  const [line] = await world.db.sql<{ basis: { kind: string; id: string }[] }>(
    `select basis from kernel.audit_line where party_id = $1 order by line_id desc limit 1`,
    [erik.party],
  );
  expect(line?.basis.slice(1)).toMatchObject([{ kind: 'mandate', id: mandate }]);
});

test('a case that can not be read takes no other with it: half an answer (206) says so, and follows the schema', async () => {
  const { erik } = world;
  const broken = await world.filed(erik);
  await world.db.sql('update cases.case_party set service_version = 99 where case_id = $1', [broken.case]);
  const answer = await ask();
  await world.db.sql('update cases.case_party set service_version = 1 where case_id = $1', [broken.case]);
  expect(answer.statusCode).toBe(206);
  expect(answer.json().kundhandelser[0].totaltAntalKundhandelser).toBe(1);
  expect(answer.json().delfragor).toMatchObject([{ part, status: 'FEL', httpCode: 500 }]);
  expect((await validate(schema.$id, answer.json())).valid).toBe(true);
  await world.db.sql('delete from cases.case_party where case_id = $1', [broken.case]);
});

test('a part without whom it concerns is not answered with nothing', async () => {
  const answer = await ask({
    fraga: { parter: [{ arende: { identifierare: 'SOT 2026-0001', typ: 'Diarienummer' } }] },
  });
  expect([answer.statusCode, answer.json().delfragor[0].httpCode]).toEqual([206, 400]);
});

describe('is refused', () => {
  test.each([
    ['a key that nobody gave', { key: 'x'.repeat(43) }, 401],
    ['a key that is too old', { key: old.token }, 401],
    ['a key that was ended', { key: ended.token }, 401],
    ['no correlation', { correlation: '' }, 400],
    ['pages without an order', { fraga: { parter: [part], behandling: { paginering: { offset: 0, limit: 5 } } } }, 400],
    ['nobody who asks', { body: { fraga: { parter: [part] } } }, 400],
    ['more than a hundred parts', { fraga: { parter: Array.from({ length: 101 }, () => part) } }, 400],
    ['a number that is none', { fraga: { parter: [{ kund: { identifierare: '1', typ: 'Personnummer' } }] } }, 400],
  ])('%s', async (_what, how, status) => {
    const answer = await ask(how);
    expect(answer.statusCode).toBe(status);
    expect(Object.keys(answer.json())).toEqual(['message']);
    expect(answer.body).not.toContain(number);
  });
});

test('a page of the events says how many there are in all, and follows the schema by a second validator too', async () => {
  const follows = new Ajv2020({ strict: false }).compile(schema);
  const treated = (offset: number, limit: number) => ({
    parter: [part],
    behandling: { sortering: [{ attribut: 'TIDPUNKT', stigande: true }], paginering: { offset, limit } },
  });
  await world.filed(world.erik);
  const [first, second, over] = [
    await ask({ fraga: treated(0, 1) }),
    await ask({ fraga: treated(1, 1000) }),
    await ask({ fraga: treated(0, 1001) }),
  ];
  expect([first.statusCode, second.statusCode, over.statusCode]).toEqual([200, 200, 400]);
  for (const answer of [first, second]) expect(follows(answer.json()), JSON.stringify(follows.errors)).toBe(true);
  const counted = (answer: typeof first) => {
    const [row] = answer.json().kundhandelser;
    return [row.totaltAntalKundhandelser, row.kundhandelserForPart.length];
  };
  expect([counted(first), counted(second)]).toEqual([
    [2, 1],
    [2, 1],
  ]);
  expect(first.json().delfragor).toEqual([{ producent: 'Sottunga', part, status: 'OK', message: '', httpCode: 200 }]);
});

test('a key that reads can not write', async () => {
  for (const url of ['/api/v1/kundhandelser/kundhandelser', '/sottunga/tjanster/forslag/ansok']) {
    const answer = await app.inject({ method: 'POST', url, headers: { 'x-api-key': key }, payload: {} });
    expect(answer.statusCode).toBe(404);
  }
});
