import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { newId, type ServiceId } from '../src/kernel/ids.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';
import { given, houseOf, keyFor, numbered } from './mandate-keys.ts';

const world = caseWorld();
const service = 'se.sundsvall/forslag' as ServiceId;
let app: App;
let key: string;
let annas: CaseKey;
let annaNumber: string;
let erikNumber: string;

beforeAll(async () => {
  app = await houseOf(world);
  key = await keyFor(world, sottunga, 'mandates.check');
  annaNumber = await numbered(world, world.anna, 'anna');
  erikNumber = await numbered(world, world.erik, 'erik');
  annas = await world.filed(world.anna);
});
afterAll(() => app.close());

type Attribute = { readonly AttributeId: string; readonly Value: string };
const attribute = (AttributeId: string, Value: string): Attribute => ({ AttributeId, Value });
const verb = (Value: string) => attribute('urn:oasis:names:tc:xacml:1.0:action:action-id', Value);
const user = (id: string) => attribute('urn:altinn:userid', id);
const instance = (party: string, id: string) => attribute('urn:altinn:instance-id', `${party}/${id}`);

function ask(subject: Attribute[], action: Attribute[], resource: Attribute[], more: object = {}) {
  const Request = {
    ReturnPolicyIdList: true,
    ...{
      AccessSubject: [{ Attribute: subject }],
      Action: [{ Attribute: action }],
      Resource: [{ Attribute: resource }],
    },
  };
  return send({ Request: { ...Request, ...more } });
}
function send(payload: object, with_ = key) {
  const headers = { authorization: `Bearer ${with_}` };
  return app.inject({ method: 'POST', url: '/api/v1/decision', headers, payload });
}
async function decided(...asked: Parameters<typeof ask>) {
  const answer = await ask(...asked);
  expect(answer.statusCode, answer.body).toBe(200);
  const { Response } = answer.json();
  expect(Response).toHaveLength(1);
  return Response[0];
}

/** The shape of Altinn's answer (altinn-authorization-tmp, MIT, read 2026-11-22), for somebody else's validator. */
const answered = new Ajv({ strict: false }).compile({
  type: 'object',
  required: ['Response'],
  properties: {
    Response: {
      type: 'array',
      items: {
        type: 'object',
        required: ['Decision', 'Status'],
        additionalProperties: false,
        properties: {
          Decision: { enum: ['Permit', 'Deny', 'NotApplicable', 'Indeterminate'] },
          Status: {
            type: 'object',
            required: ['StatusCode'],
            properties: { StatusCode: { type: 'object', required: ['Value'] } },
          },
          Obligations: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'attributeAssignment'],
              properties: {
                attributeAssignment: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['attributeId', 'value', 'category', 'dataType', 'issuer'],
                    properties: { value: { type: 'string', pattern: '^[0-4]$' }, issuer: { type: 'null' } },
                  },
                },
              },
            },
          },
          Category: {
            type: 'array',
            items: {
              type: 'object',
              required: ['CategoryId', 'Attribute'],
              properties: {
                Attribute: { type: 'array', items: { required: ['AttributeId', 'DataType', 'Value'] } },
              },
            },
          },
          PolicyIdentifierList: { type: 'object' },
        },
      },
    },
  },
});

test('Altinn’s own request is read to the letter; it is about nothing of ours', async () => {
  // altinn_decision_PermitRequest.json of altinn-authorization-tmp (MIT, read 2026-11-22).
  const answer = await send({
    Request: {
      ReturnPolicyIdList: true,
      AccessSubject: [{ Attribute: [{ AttributeId: 'urn:altinn:userid', Value: '20010440' }] }],
      Action: [
        {
          Attribute: [
            {
              AttributeId: 'urn:oasis:names:tc:xacml:1.0:action:action-id',
              Value: 'read',
              DataType: 'http://www.w3.org/2001/XMLSchema#string',
            },
          ],
        },
      ],
      Resource: [
        {
          Attribute: [
            { AttributeId: 'urn:altinn:instance-id', Value: '50740574/eb0d2b21-fef9-4b85-9985-c4ba271c4678' },
          ],
        },
      ],
    },
  });
  expect(answer.statusCode).toBe(200);
  expect(answered(answer.json())).toBe(true);
  expect(answer.json().Response[0].Decision).toBe('NotApplicable');
});

test.each(['constructor', '__proto__', 'toString'])('%s is nothing that anybody may do', async (verb) => {
  const value = (AttributeId: string, Value: string) => [{ Attribute: [{ AttributeId, Value }] }];
  const answer = await send({
    Request: {
      AccessSubject: value('urn:altinn:partyid', world.anna.party),
      Action: value('urn:oasis:names:tc:xacml:1.0:action:action-id', verb),
      Resource: value('urn:altinn:partyid', world.anna.party),
    },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json().Response[0].Decision).toBe('NotApplicable');
});

test('the same request about a case of ours gets an answer of the same shape as Altinn’s', async () => {
  const mandate = await given(world, world.anna, world.erik, {
    reach: { kind: 'case', authority: sottunga, case: annas.case },
  });
  const asked = await ask([user(world.erik.party)], [verb('read')], [instance(world.anna.party, annas.case)]);
  expect(answered(asked.json())).toBe(true);
  const [result] = asked.json().Response;
  expect(result).toMatchObject({
    Decision: 'Permit',
    Status: { StatusCode: { Value: 'urn:oasis:names:tc:xacml:1.0:status:ok' } },
    Obligations: [
      {
        id: 'urn:altinn:obligation:authenticationLevel1',
        attributeAssignment: [
          {
            attributeId: 'urn:altinn:obligation-assignment:1',
            category: 'urn:altinn:minimum-authenticationlevel',
            dataType: 'http://www.w3.org/2001/XMLSchema#integer',
            issuer: null,
          },
        ],
      },
    ],
    Category: [
      {
        CategoryId: 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource',
        Attribute: [{ AttributeId: 'urn:altinn:partyid', Value: world.anna.party }],
      },
    ],
    PolicyIdentifierList: { PolicyIdReference: [{ Id: `urn:allmanning:basis:mandate:${mandate}` }] },
  });
});

test('a mandate for one case is for no other', async () => {
  const other = await world.filed(world.anna);
  const of = [instance(world.anna.party, other.case)];
  expect(await decided([user(world.erik.party)], [verb('read')], of)).toMatchObject({ Decision: 'Deny' });
});

test('a case is asked about in the name of its own party, or not at all', async () => {
  const of = [instance(world.siv.party, annas.case)];
  expect(await decided([user(world.erik.party)], [verb('read')], of)).toMatchObject({ Decision: 'NotApplicable' });
});

test('people are named by their numbers as well, and to file is asked about a service', async () => {
  const subject = [attribute('urn:allmanning:identity:pnr', erikNumber)];
  const of = [attribute('urn:allmanning:identity:hetu', annaNumber), attribute('urn:altinn:resource', service)];
  expect(await decided(subject, [verb('write')], of)).toMatchObject({ Decision: 'Deny' });
  await given(world, world.anna, world.erik, { reach: { kind: 'service', authority: sottunga, service } });
  const yes = await decided(subject, [verb('write')], of);
  expect(yes.Decision).toBe('Permit');
  expect(yes.Obligations[0].attributeAssignment[0].value).toMatch(/^[234]$/);
});

test('a register that is silent makes it indeterminate, and says which', async () => {
  const { siv, karin, db } = world;
  const of = [attribute('urn:altinn:partyid', siv.party)];
  expect(await decided([user(karin.party)], [verb('represent')], of)).toMatchObject({ Decision: 'Deny' });
  await db.sql(
    `insert into mandates.register_heard (party_id, about, source, asked_at, heard_at, as_of, fault)
     values ($1, 'represented', 'guardianship', now(), null, null, 'down')`,
    [siv.party],
  );
  expect(await decided([user(karin.party)], [verb('represent')], of)).toMatchObject({
    Decision: 'Indeterminate',
    Status: {
      StatusCode: { Value: 'urn:oasis:names:tc:xacml:1.0:status:processing-error' },
      StatusMessage: 'could not ask: guardianship',
    },
  });
});

test('what only the person can do is denied, and what nobody here has heard of does not apply', async () => {
  const of = [instance(world.anna.party, annas.case)];
  expect(await decided([user(world.erik.party)], [verb('sign')], of)).toMatchObject({ Decision: 'Deny' });
  expect(await decided([user(world.erik.party)], [verb('probate')], of)).toMatchObject({ Decision: 'NotApplicable' });
  const nobody = [attribute('urn:altinn:partyid', newId()), attribute('urn:altinn:resource', service)];
  expect(await decided([user(newId())], [verb('read')], nobody)).toMatchObject({ Decision: 'Deny' });
});

test('what is not said is a missing attribute, as XACML has it', async () => {
  const of = [instance(world.anna.party, annas.case)];
  expect(await decided([attribute('urn:other:id', '1')], [verb('read')], of)).toMatchObject({
    Decision: 'Indeterminate',
    Status: {
      StatusCode: { Value: 'urn:oasis:names:tc:xacml:1.0:status:missing-attribute' },
      StatusMessage: '/Request/AccessSubject',
    },
  });
});

test('another authority’s key gets nothing of the case, and a key without the right nothing at all', async () => {
  const body = {
    Request: {
      AccessSubject: [{ Attribute: [user(world.anna.party)] }],
      Action: [{ Attribute: [verb('read')] }],
      Resource: [{ Attribute: [instance(world.anna.party, annas.case)] }],
    },
  };
  expect((await send(body)).json().Response[0].Decision).toBe('Permit');
  const foreign = await send(body, await keyFor(world, kokar, 'mandates.check'));
  expect(foreign.json().Response[0].Decision).toBe('NotApplicable');
  for (const right of ['cases.read', 'mandates.search', 'mandates.revoke']) {
    expect((await send(body, await keyFor(world, sottunga, right))).statusCode).toBe(401);
  }
});

test('both read in their log that it was asked, by which system', async () => {
  const before = await lines();
  await ask([user(world.erik.party)], [verb('read')], [instance(world.anna.party, annas.case)]);
  expect((await lines()) - before).toBe(2);
  async function lines() {
    const found = await world.db.sql(
      `select from kernel.audit_line where party_id = any ($1) and actor_name = 'Journalen' and authority_id = $2`,
      [[world.anna.party, world.erik.party], sottunga],
    );
    return found.length;
  }
});

describe('is refused, by its path and without what stood there', () => {
  const subject = [user('1')];
  const of = () => [instance(world.anna.party, annas.case)];
  test.each([
    ['nothing', () => send({}), '#'],
    [
      'two subjects',
      () => ask(subject, [verb('read')], of(), { AccessSubject: [{ Attribute: subject }, { Attribute: subject }] }),
      '#/Request/AccessSubject',
    ],
    [
      'a case without its party',
      () => ask(subject, [verb('read')], [attribute('urn:altinn:instance-id', '19900101')]),
      '#/Request/Resource/0/Attribute/0/Value',
    ],
    [
      'a number that is none',
      () => ask([attribute('urn:allmanning:identity:pnr', '199001012390')], [verb('read')], of()),
      '#/Request/AccessSubject/0/Attribute/0/Value',
    ],
    ['two verbs', () => ask(subject, [verb('read'), verb('write')], of()), '#/Request/Action/0/Attribute/1'],
  ])('%s', async (_what, asking, pointer) => {
    const answer = await asking();
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors).toEqual([{ pointer }]);
    expect(answer.body).not.toContain('19900101');
  });
});
