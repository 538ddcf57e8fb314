import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { SigningId } from '../src/kernel/ids.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import type { Evidence } from '../src/modules/signing/evidence.ts';
import { rotateSignatureKey } from '../src/modules/signing/index.ts';
import { verifyEvidence } from '../src/modules/signing/verify-evidence.ts';
import { database } from './database.ts';
import { secrets, signingHouse } from './signing-house.ts';

const db = database(mayActBy('high'));
const house = signingHouse(db);
const folder = mkdtempSync(join(tmpdir(), 'allmanning-evidence-'));
let mine: Evidence;
let other: Evidence;
let jwks: { keys: object[] };

async function evidence(who: string, id: SigningId): Promise<Evidence> {
  return (await house.get(who, `/mina-sidor/signera/${id}/bevis.json`)).json();
}

beforeAll(async () => {
  const [one, two] = [await house.asked(), await house.asked()];
  for (const id of [one, two]) {
    await house.sign('anna', id);
    await house.sign('erik', id);
  }
  [mine, other] = [await evidence('anna', one), await evidence('anna', two)];
  jwks = (await house.get('', '/.well-known/jwks.json')).json();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The file of evidence with one of its parts changed. */
function changed(changes: Partial<Evidence>): Evidence {
  return { ...mine, ...changes };
}

function withSignature(change: (one: Evidence['signatures'][number]) => object): Evidence {
  return changed({ signatures: mine.signatures.map((one) => ({ ...one, ...change(one) })) });
}

function statementIn(file: Evidence, index = 0): { header: object; payload: Record<string, unknown>; rest: string } {
  const [header = '', payload = '', rest = ''] = (file.signatures[index]?.statement ?? '').split('.');
  const open = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return { header: open(header), payload: open(payload), rest };
}

const packed = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('what was signed holds, for each signer and for a stranger, with the published keys alone', async () => {
  expect(await verifyEvidence(mine, jwks)).toMatchObject({
    title: 'Fullmakt för post',
    complete: true,
    signatures: [
      { place: 1, of: 2, token: 'agrees', statement: { signer: { name: 'Anna Sjöblom' }, onBehalfOf: null } },
      { place: 2, of: 2, token: 'not-in-file', statement: { onBehalfOf: { name: 'Aino Korhonen' } } },
    ],
  });
});

test('it holds after the house has taken a new key, and what the new one signs holds too', async () => {
  const owner = await connectAsOwner(db.url);
  await rotateSignatureKey(owner, secrets);
  await owner.end();
  const both = (await house.get('', '/.well-known/jwks.json')).json();
  expect(both.keys).toHaveLength(2);
  expect(await verifyEvidence(mine, both)).toMatchObject({ complete: true });
  await expect(verifyEvidence(mine, { keys: [both.keys[0]] })).rejects.toMatchObject({ fault: 'statement-forged' });
});

describe('altered', () => {
  const lies: readonly (readonly [string, () => Evidence | unknown, string])[] = [
    ['nothing', () => null, 'not-evidence'],
    ['another file', () => ({ keys: [] }), 'not-evidence'],
    ['signatures that are none', () => changed({ signatures: [{ place: 1 } as never] }), 'not-evidence'],
    ['no signature', () => changed({ signatures: [] }), 'no-signature'],
    [
      'a document with other words',
      () => changed({ document: mine.document.replace('inte svara', 'svara') }),
      'statement-of-another-document',
    ],
    [
      'a document laid out otherwise',
      () => changed({ document: JSON.stringify(JSON.parse(mine.document), null, 1) }),
      'document-not-canonical',
    ],
    [
      'a document with a name twice',
      () => changed({ document: mine.document.replace('{', '{"content":1,') }),
      'document-not-canonical',
    ],
    ['no document', () => changed({ document: 'x' }), 'document-not-canonical'],
    [
      'another signing’s document and id',
      () => changed({ document: other.document, signing: other.signing }),
      'statement-of-another-signing',
    ],
    ['another signing’s signatures', () => changed({ signatures: other.signatures }), 'statement-of-another-signing'],
    [
      'places that have been swapped',
      () => withSignature(({ place }) => ({ place: 3 - place })),
      'statement-at-another-place',
    ],
    [
      'the same signature twice',
      () => changed({ signatures: [mine.signatures[0], mine.signatures[0]] as never }),
      'place-twice',
    ],
    [
      'a token of another signature',
      () => withSignature(({ place }) => (place === 1 ? { token: other.signatures[0]?.token } : {})),
      'token-of-another',
    ],
    [
      'a token cut short',
      () => withSignature(({ token }) => (token ? { token: token.slice(0, -4) } : {})),
      'token-of-another',
    ],
    [
      'a statement cut short',
      () => withSignature(({ statement }) => ({ statement: statement.slice(0, -4) })),
      'statement-forged',
    ],
    [
      'a statement without a signature',
      () => withSignature(({ statement }) => ({ statement: `${packed({ alg: 'none' })}.${statement.split('.')[1]}.` })),
      'statement-forged',
    ],
    [
      'a statement with another name in it',
      () =>
        withSignature(() => {
          const { header, payload, rest } = statementIn(mine);
          return {
            statement: `${packed(header)}.${packed({ ...payload, signer: { party: 'x', name: 'Y' } })}.${rest}`,
          };
        }),
      'statement-forged',
    ],
  ];

  test.each(lies)('%s is told', async (_what, lie, fault) => {
    await expect(verifyEvidence(lie(), jwks)).rejects.toMatchObject({ fault });
  });

  test('one signature left out is told as not complete', async () => {
    const part = changed({ signatures: mine.signatures.slice(0, 1) });
    expect(await verifyEvidence(part, jwks)).toMatchObject({ complete: false });
  });
});

describe('forged', () => {
  test('a statement that a stranger has signed, under the house’s key id', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const { payload } = statementIn(mine);
    const kid = (jwks.keys[0] as { kid: string }).kid;
    const statement = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'allmanning-signature+json' })
      .sign(privateKey);
    await expect(
      verifyEvidence(
        withSignature(() => ({ statement })),
        jwks,
      ),
    ).rejects.toMatchObject({
      fault: 'statement-forged',
    });
  });

  test('a key of the forger’s own in the file’s headers is not used', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const { payload } = statementIn(mine);
    const statement = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey), typ: 'allmanning-signature+json' })
      .sign(privateKey);
    await expect(
      verifyEvidence(
        withSignature(() => ({ statement })),
        jwks,
      ),
    ).rejects.toMatchObject({
      fault: 'statement-forged',
    });
  });

  test('something else that the house has signed is no statement', async () => {
    const { payload } = statementIn(mine);
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'house', alg: 'ES256' }];
    const statement = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', kid: 'house', typ: 'oauth-authz-req+jwt' })
      .sign(privateKey);
    await expect(
      verifyEvidence(
        withSignature(() => ({ statement })),
        { keys },
      ),
    ).rejects.toMatchObject({
      fault: 'statement-forged',
    });
  });
});

describe('the command', () => {
  const run = (file: object, keys: object = jwks) => {
    writeFileSync(join(folder, 'bevis.json'), JSON.stringify(file));
    writeFileSync(join(folder, 'jwks.json'), JSON.stringify(keys));
    const args = ['signature', 'verify', join(folder, 'bevis.json'), '--jwks', join(folder, 'jwks.json')];
    return execFileSync(process.execPath, ['dist/src/cli.js', ...args], { encoding: 'utf8', stdio: 'pipe' });
  };

  test('says who signed what', () => {
    const said = run(mine);
    for (const text of ['Fullmakt för post', '1 of 2: Anna Sjöblom', 'for Aino Korhonen', 'Everybody who was asked']) {
      expect(said).toContain(text);
    }
  });

  test('ends with 1 and what is wrong', () => {
    expect(() => run(changed({ document: mine.document.replace('inte', 'nog') }))).toThrow(/does not hold/);
  });
});
