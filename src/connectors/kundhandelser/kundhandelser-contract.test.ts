import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator, testPerson } from '../../../test/simulators.ts';
import { projectRoot } from '../../kernel/project-root.ts';

// The schema is ours, written from the standard's open reference implementation; the validator is somebody else's.
const file = join(projectRoot, 'data/formats/kundhandelser-svar.schema.json');
const follows = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(file, 'utf8')));
const part = { kund: { identifierare: testPerson('erik').number, typ: 'Personnummer' } };
let mina: Simulator<'kundhandelser'>;

beforeAll(async () => {
  mina = await startSimulator('kundhandelser', { API_KEY: 'k' });
});
afterAll(() => mina.stop());

async function answerWhen(mode: string): Promise<{ readonly status: number; readonly body: Record<string, unknown> }> {
  await fetch(`${mina.url}/control`, { method: 'POST', body: JSON.stringify({ mode }) });
  const response = await fetch(`${mina.url}/kundhandelseFragaSynkron`, {
    method: 'POST',
    headers: { 'x-api-key': 'k', skv_client_correlation_id: 'c', 'content-type': 'application/json' },
    body: JSON.stringify({ fraga: { parter: [part] }, anvandare: part.kund.identifierare }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('a whole answer follows the schema, and half a one (206) does too and says which part is missing', async () => {
  const whole = await answerWhen('ok');
  expect([whole.status, follows(whole.body)]).toEqual([200, true]);
  const half = await answerWhen('partial');
  expect([half.status, follows(half.body)]).toEqual([206, true]);
  expect(half.body.delfragor).toMatchObject([
    { status: 'OK', httpCode: 200 },
    { producent: 'Lantmäteriet', status: 'FEL', httpCode: 504 },
  ]);
});

test('the schema tells what is wrong from what is right', async () => {
  expect(follows((await answerWhen('unknown-type')).body)).toBe(false);
  const { body } = await answerWhen('ok');
  expect(follows({ ...body, delfragor: [{ producent: 'X' }] })).toBe(false);
  expect(follows({ ...body, kundhandelser: undefined })).toBe(false);
});
