import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Actor } from '../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId, type SigningId } from '../../kernel/ids.ts';
import type { Scope, ScopeParts } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { mayActBy } from '../mandates/index.ts';
import { evidenceOf } from './evidence.ts';
import { requestSignatures, signingState, withdraw } from './index.ts';
import { ownSignings } from './own-signings.ts';
import { readSigning } from './read-signing.ts';
import { refuseToSign } from './refuse.ts';
import { beginSigning, finishSigning } from './sign.ts';
import { withdrawOwn } from './withdraw.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const parts = { secrets, electronicSignature: null, baseUrl: 'http://127.0.0.1:3000' };
const [anna, erik, stranger] = [newId<PartyId>(), newId<PartyId>(), newId<PartyId>()];
let id: SigningId;

type Who = Partial<Pick<ScopeParts, 'actor' | 'principal' | 'room' | 'fence'>>;

function scopeOf(party: PartyId, { ...more }: Who = {}): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: 'x', assurance: 'high', session: newId() },
    ...{ principal: party, room: 'resident', fence: { authorities: [], parties: [party] }, ...more },
  });
}

beforeAll(async () => {
  const scope = scopeOf(anna, { fence: { authorities: [], parties: [anna, erik] } });
  const words = { sv: ['x'], fi: ['x'], en: ['x'] };
  id = await scope.write((tx) =>
    requestSignatures(scope, tx, {
      ...{ subject: { kind: 'mandate', id: 'x' }, inOrder: true, deadline: scope.now.add({ hours: 24 }) },
      document: { title: { sv: 'x', fi: 'x', en: 'x' }, plainWords: words, content: null },
      signers: [{ party: anna }, { party: erik }],
    }),
  );
});

/** Everything that can be done to a signing by its id. */
const acts: Readonly<Record<string, (scope: Scope) => Promise<unknown>>> = {
  'read it': (scope) => readSigning(scope, parts, id),
  'ask how it stands': (scope) => signingState(scope, id),
  'fetch its evidence': (scope) => evidenceOf(scope, parts, id),
  'begin to sign': (scope) => beginSigning(scope, parts, id),
  'refuse it': (scope) => refuseToSign(scope, id, 'x'),
  'take it back': (scope) => withdrawOwn(scope, id),
  'withdraw it for a module': (scope) => scope.write((tx) => withdraw(scope, tx, id)),
};

const official: Actor = {
  kind: 'official',
  ...{ party: stranger, name: 'x', assurance: 'high', session: newId() },
  grants: [
    {
      ...{ id: newId(), role: 'administrator', employer: 2480766 as AuthorityId, authority: 2480766 as AuthorityId },
      ...{ unit: null, tasks: [], rights: [], agreement: null },
    },
  ],
};

const wrong: readonly (readonly [string, () => Scope])[] = [
  ['a stranger', () => scopeOf(stranger)],
  ['a stranger who says they act for Anna', () => scopeOf(stranger, { principal: anna })],
  [
    'nobody',
    () => scopeOf(stranger, { actor: { kind: 'anonymous' }, principal: null, fence: { authorities: [], parties: [] } }),
  ],
  [
    'an administrator',
    () =>
      scopeOf(stranger, {
        actor: official,
        principal: null,
        room: 'official',
        fence: { authorities: [2480766 as AuthorityId], parties: [] },
      }),
  ],
  [
    'a machine',
    () =>
      scopeOf(stranger, {
        actor: { kind: 'machine', client: 'x', authorities: [] },
        principal: null,
        fence: { authorities: [], parties: [] },
      }),
  ],
  [
    'a job of somebody else’s',
    () => scopeOf(stranger, { actor: { kind: 'system', name: 'x' }, principal: null, room: 'worker' }),
  ],
];

describe.each(wrong)('%s', (_who, scope) => {
  test.each(Object.keys(acts))('does not %s', async (act) => {
    const before = await db.sql('select seq, state from signing.signing');
    await expect(acts[act]?.(scope())).rejects.toThrow();
    expect(await db.sql('select seq, state from signing.signing')).toEqual(before);
  });

  test('has it in no list', async () => {
    const lists = await ownSignings(scope()).catch(() => null);
    expect(JSON.stringify(lists)).not.toContain(id);
  });
});

describe('a party of it', () => {
  test('who is not the one that asked does not take it back', async () => {
    await expect(withdrawOwn(scopeOf(erik), id)).rejects.toMatchObject({ key: 'signing.not-yours' });
  });

  test('does not sign before their turn', async () => {
    await expect(beginSigning(scopeOf(erik), parts, id)).rejects.toMatchObject({ key: 'signing.not-your-turn' });
  });

  test('does not sign with a weak sign-in, nor where the e-ID can not', async () => {
    const weak = { kind: 'person', party: anna, name: 'x', assurance: 'low', session: newId() } as const;
    await expect(beginSigning(scopeOf(anna, { actor: weak }), parts, id)).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(beginSigning(scopeOf(anna), parts, id)).rejects.toMatchObject({ key: 'signing.e-id.can-not-sign' });
  });

  test('can not write an event for the others without their fence', async () => {
    const scope = scopeOf(erik);
    await scope.write((tx) => withdraw(scope, tx, id)).catch(() => undefined);
    const lists = await db.sql<{ ball: string }>('select ball from signing.signer where party_id = $1', [anna]);
    expect(lists).toEqual([{ ball: 'me' }]); // another's list is not theirs to change
  });

  test('an answer that nobody asked for is refused', async () => {
    const made = new URL('http://127.0.0.1:3000/mina-sidor/signera/svar?state=x&code=y');
    await expect(finishSigning(scopeOf(anna), parts, made)).rejects.toMatchObject({ key: 'signing.answer.not-ours' });
  });
});
