import { generateKeyPair, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import canonicalize from 'canonicalize';
import { type Mode, misbehave } from './mandate-behaviour.ts';
import list from './mandate-registers.json' with { type: 'json' };
import { answerJson, bodyOf } from './program.ts';

const { MINA_OMBUD_SECRET = 'test' } = process.env;
const CLIENT = 'allmanning';
const PER_PAGE_MOST = 100;

let mandates = structuredClone(list.minaOmbud);
const tokens = new Set<string>();
const keys = new Map<'own' | 'stranger', Promise<{ publicKey: KeyObject; privateKey: KeyObject }>>();

/** Made once, beside everything else: a start does not wait for it. */
export function keyOf(whose: 'own' | 'stranger') {
  const key = keys.get(whose) ?? promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  keys.set(whose, key);
  return key;
}

export function resetMinaOmbud(): void {
  mandates = structuredClone(list.minaOmbud);
}

/** Revokes one, by its id. @returns whether it was there */
export function revokeAtMinaOmbud(id: string): boolean {
  const before = mandates.length;
  mandates = mandates.filter((one) => one.id !== id);
  return mandates.length < before;
}

function typOf(id: string): string {
  if (id.length === 10) return 'orgnr';
  return Number(id.slice(6, 8)) > 60 ? 'samnr' : 'pnr';
}

async function signed(context: object, mode: Mode): Promise<object> {
  const { privateKey } = await keyOf(mode === 'stranger' ? 'stranger' : 'own');
  const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'simulator-1', b64: false, crit: ['b64'] }));
  const header = head.toString('base64url');
  const signature = sign('RSA-SHA256', Buffer.from(`${header}.${canonicalize(context)}`, 'utf8'), privateKey);
  const whole = { ...context, _sig: { protected: header, signature: signature.toString('base64url') } };
  return mode === 'altered'
    ? { ...whole, behorigheter: [{ kod: 'allt', typ: 'aktiv', fullmakt: randomUUID() }] }
    : whole;
}

type Asked = {
  readonly tredjeman: string;
  readonly fullmaktshavare: { readonly id: string; readonly typ: string };
  readonly fullmaktsgivare?: { readonly id: string; readonly typ: string };
  readonly behorigheter?: readonly string[];
  readonly page?: { readonly page?: number; readonly size?: number };
};

function contexts(asked: Asked, mode: Mode, version: '1' | '2'): Promise<object[]> {
  const found = mandates.filter(
    (one) =>
      one.tredjeman === asked.tredjeman &&
      one.havare === asked.fullmaktshavare.id &&
      (asked.fullmaktsgivare === undefined || one.givare === asked.fullmaktsgivare.id) &&
      (!asked.behorigheter?.length || asked.behorigheter.includes(one.kod)),
  );
  const grantors = Map.groupBy(found, ({ givare }) => givare);
  const made = [...grantors.values()].map((of) => {
    const [{ givare, namn, havare }] = of as [(typeof mandates)[number]];
    const typ = typOf(givare);
    const role = typ === 'orgnr' ? 'ORGANISATION' : 'PRIVAT';
    const holder = mode === 'another' ? '198506179855' : havare;
    const rights = of.map(({ kod, typ: level, id }) => ({
      ...{ kod, fullmakt: id },
      typ: mode === 'unknown-type' ? 'total' : level,
    }));
    const at = new Date(Date.now() - (mode === 'outdated' ? 3_600_000 : 0)).toISOString();
    const context = {
      ...{ tredjeman: asked.tredjeman, tidpunkt: at },
      fullmaktsgivare: { id: givare, typ, namn, ...(version === '1' ? { roll: role } : {}) },
      ...(version === '2' ? { fullmaktsgivarroll: role } : {}),
      fullmaktshavare: [{ id: holder, typ: typOf(holder) }],
      behorigheter: mode === 'contradictory' ? [...rights, ...rights] : rights,
    };
    return signed(context, mode);
  });
  return Promise.all(made);
}

/** @returns whether it was one of Mina ombud's paths */
export async function minaOmbud(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/auth/realms/dfm/protocol/openid-connect/token') {
    await token(request, response);
    return true;
  }
  const at = /^\/dfm\/formedlare\/v([12])\/(.+)$/.exec(pathname);
  if (!at) return false;
  const [, version = '', rest = ''] = at;
  if (/^tredjeman\/\d{10}\/jwks$/.test(rest)) {
    const { publicKey } = await keyOf('own');
    const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'simulator-1', use: 'sig', alg: 'RS256' };
    answerJson(response, { keys: [jwk] });
    return true;
  }
  if (rest !== 'sok/behorigheter' || request.method !== 'POST') {
    answerJson(response, { message: 'not found' }, 404);
    return true;
  }
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  if (!tokens.has(bearer) || !request.headers['x-service-name'] || request.headers['x-id-token']) {
    answerJson(response, { message: 'not allowed' }, 401);
    return true;
  }
  const asked = JSON.parse(await bodyOf(request)) as Asked;
  const mode = await misbehave('mina-ombud', response);
  if (mode === null) return true;
  const found = await contexts(asked, mode, version === '1' ? '1' : '2');
  const { page = 0, size = 20 } = asked.page ?? {};
  const per = Math.min(size, PER_PAGE_MOST);
  const shown = found.slice(page * per, (page + 1) * per);
  answerJson(response, {
    [version === '1' ? 'fullmaktsgivare' : 'kontext']: shown,
    page: { size: per, number: page, totalElements: found.length, totalPages: Math.ceil(found.length / per) },
  });
  return true;
}

/** OAuth 2.0, client credentials; `user:any` for a system that asks by itself. */
async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const basic = `Basic ${Buffer.from(`${CLIENT}:${MINA_OMBUD_SECRET}`).toString('base64')}`;
  const form = new URLSearchParams(await bodyOf(request));
  const isOurs = request.headers.authorization === basic && form.get('grant_type') === 'client_credentials';
  if (!isOurs || form.get('scope') !== 'user:any') return answerJson(response, { error: 'invalid_client' }, 401);
  const made = randomUUID();
  tokens.add(made);
  answerJson(response, { access_token: made, token_type: 'Bearer', expires_in: 300, scope: 'user:any' });
}
