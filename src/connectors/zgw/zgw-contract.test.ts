import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator, testPerson } from '../../../test/simulators.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import { projectRoot } from '../../kernel/project-root.ts';
import type { Scope } from '../../kernel/scope.ts';
import { zgwSource } from './index.ts';
import { zgwToken } from './zgw-token.ts';

// The subset is ours, written from the standard's; the validator is somebody else's.
const contract = JSON.parse(readFileSync(join(projectRoot, 'data/formats/zgw-subset.openapi.json'), 'utf8'));
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
ajv.addSchema({ ...contract, $id: 'zgw' });

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object };
type Operation = { readonly parameters: readonly Parameter[]; readonly responses: Record<string, never> };
const client = { id: 'a', secret: 's' };
const erik = newId<PartyId>();
const scope = {
  actor: { kind: 'person', party: erik },
  language: 'sv',
  now: Temporal.Now.instant(),
} as unknown as Scope;
let zgw: Simulator<'zgw'>;

type Question = { readonly path: string; readonly headers: readonly string[] };
const asked: Question[] = [];
/** Every request that leaves this process by undici, as it leaves: names and values of its headers in turn. */
const listener = (message: unknown) => asked.push((message as { request: Question }).request);
const CHANNEL = 'undici:request:create';

beforeAll(async () => {
  zgw = await startSimulator('zgw', { CLIENT_ID: client.id, CLIENT_SECRET: client.secret });
  subscribe(CHANNEL, listener);
});
afterEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  unsubscribe(CHANNEL, listener);
  await zgw.stop();
});

/** @throws Error when the contract has no such operation */
function operationOf(pathname: string): { readonly template: string; readonly operation: Operation } {
  for (const [template, item] of Object.entries<{ get: Operation }>(contract.paths)) {
    if (new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname)) {
      return { template, operation: item.get };
    }
  }
  throw new Error(`the contract has no ${pathname}`);
}

function answerFollows(template: string, body: unknown): boolean {
  const { $ref } = contract.paths[template].get.responses['200'].content['application/json'].schema;
  return ajv.validate({ $ref: `zgw${$ref}` }, body) === true;
}

async function get(url: string): Promise<unknown> {
  const authorization = `Bearer ${zgwToken(client, 'test', Temporal.Now.instant())}`;
  return (await fetch(url, { headers: { authorization, 'accept-crs': 'EPSG:4326' } })).json();
}

test('each question that we ask is one of the contract’s, with parameters that it knows, and each answer follows it', async () => {
  const numberOf = async () => testPerson('erik').number;
  const name = { sv: 'x', fi: 'x', en: 'x' };
  const source = zgwSource({ id: 'zgw', name, authority: 'x', url: zgw.url, client, numberOf });
  const options = { signal: AbortSignal.timeout(60_000) };
  expect(await source.cases(scope, erik, options)).toMatchObject({ state: 'answered' });
  const one = await source.one?.(scope, erik, '5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a01', options);
  expect(one).toMatchObject({ state: 'answered' });
  const questions = asked.splice(0);
  const found = new Set<string>();
  for (const question of questions) {
    const url = new URL(question.path, zgw.url);
    const { pathname, searchParams } = url;
    const { template, operation } = operationOf(pathname);
    found.add(template);
    for (const [key, value] of searchParams) {
      const parameter = operation.parameters.find((one) => one.in === 'query' && one.name === key);
      expect(parameter, `${template}?${key}`).toBeDefined();
      expect(ajv.validate(parameter?.schema ?? false, value), `${template}?${key}`).toBe(true);
    }
    const sent = question.headers.filter((_header, index) => index % 2 === 0).map((header) => header.toLowerCase());
    for (const { name: header } of operation.parameters.filter((one) => one.in === 'header' && one.required)) {
      expect(sent).toContain(header.toLowerCase());
    }
    expect(sent).toContain('authorization');
    expect(answerFollows(template, await get(url.href)), ajv.errorsText()).toBe(true);
  }
  expect([...found].sort()).toEqual([
    '/catalogi/api/v1/statustypen/{uuid}',
    '/catalogi/api/v1/zaaktypen/{uuid}',
    '/zaken/api/v1/rollen',
    '/zaken/api/v1/statussen',
    '/zaken/api/v1/zaakinformatieobjecten',
    '/zaken/api/v1/zaken',
    '/zaken/api/v1/zaken/{uuid}',
  ]);
});

test('one case by itself follows the contract, and one that is spoilt does not', async () => {
  const one = await get(`${zgw.url}/zaken/5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a01`);
  expect(answerFollows('/zaken/api/v1/zaken/{uuid}', one), ajv.errorsText()).toBe(true);
  const spoilt = [
    { startdatum: 'i fjol' },
    { einddatum: undefined },
    { uuid: '1' },
    { omschrijving: 'x'.repeat(81) },
    { zaaktype: 'bygglov' },
  ];
  for (const change of spoilt) {
    const body = JSON.parse(JSON.stringify({ ...(one as object), ...change }));
    expect(answerFollows('/zaken/api/v1/zaken/{uuid}', body), JSON.stringify(change)).toBe(false);
  }
});
