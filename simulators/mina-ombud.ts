import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Mode, misbehave } from './mandate-behaviour.ts';
import { oneMandate, type SearchAsked, searchMandates } from './mina-ombud-lists.ts';
import { keyOf, type MandateThere, momentOf, signed, typOf, validThere } from './mina-ombud-mandates.ts';
import { answerJson, bodyOf } from './program.ts';

const { MINA_OMBUD_SECRET = 'test' } = process.env;
const CLIENT = 'allmanning';
const PER_PAGE_MOST = 100;

const tokens = new Set<string>();

type Asked = {
  readonly tredjeman: string;
  readonly fullmaktshavare: { readonly id: string; readonly typ: string };
  readonly fullmaktsgivare?: { readonly id: string; readonly typ: string };
  readonly behorigheter?: readonly string[];
  readonly page?: { readonly page?: number; readonly size?: number };
};

function contexts(asked: Asked, mode: Mode, version: '1' | '2'): Promise<object[]> {
  const found = validThere().filter(
    (one) =>
      one.tredjeman === asked.tredjeman &&
      one.havare === asked.fullmaktshavare.id &&
      (asked.fullmaktsgivare === undefined || one.givare === asked.fullmaktsgivare.id) &&
      (!asked.behorigheter?.length || asked.behorigheter.includes(one.kod)),
  );
  const grantors = Map.groupBy(found, ({ givare }) => givare);
  const made = [...grantors.values()].map((of) => {
    const [{ givare, namn, havare }] = of as [MandateThere];
    const typ = typOf(givare);
    const role = typ === 'orgnr' ? 'ORGANISATION' : 'PRIVAT';
    const holder = mode === 'another' ? '198506179855' : havare;
    const rights = of.map(({ kod, typ: level, id }) => ({
      ...{ kod, fullmakt: id },
      typ: mode === 'unknown-type' ? 'total' : level,
    }));
    const context = {
      ...{ tredjeman: asked.tredjeman, tidpunkt: momentOf(mode) },
      fullmaktsgivare: { id: givare, typ, namn, ...(version === '1' ? { roll: role } : {}) },
      ...(version === '2' ? { fullmaktsgivarroll: role } : {}),
      fullmaktshavare: [{ id: holder, typ: typOf(holder) }],
      behorigheter: mode === 'contradictory' ? [...rights, ...rights] : rights,
    };
    return signed(context, mode, { behorigheter: [{ kod: 'allt', typ: 'aktiv', fullmakt: randomUUID() }] });
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
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  if (!tokens.has(bearer) || !request.headers['x-service-name'] || request.headers['x-id-token']) {
    answerJson(response, { message: 'not allowed' }, 401);
    return true;
  }
  const body: unknown = request.method === 'POST' ? JSON.parse(await bodyOf(request)) : null;
  const mode = await misbehave('mina-ombud', response);
  if (mode !== null) await answer({ version, rest, body }, mode, response);
  return true;
}

type Question = { readonly version: string; readonly rest: string; readonly body: unknown };

async function answer({ version, rest, body }: Question, mode: Mode, response: ServerResponse): Promise<void> {
  const [, thirdParty = '', id = ''] = /^tredjeman\/(\d{10})\/fullmakter\/([0-9a-f-]{36})$/.exec(rest) ?? [];
  if (id !== '' && body === null) return oneMandate(thirdParty, id, mode, response);
  if (rest === 'sok/fullmakter' && version === '2') return searchMandates(body as SearchAsked, mode, response);
  if (rest !== 'sok/behorigheter' || body === null) return answerJson(response, { message: 'not found' }, 404);
  const asked = body as Asked;
  const found = await contexts(asked, mode, version === '1' ? '1' : '2');
  const { page = 0, size = 20 } = asked.page ?? {};
  const per = Math.min(size, PER_PAGE_MOST);
  const shown = found.slice(page * per, (page + 1) * per);
  answerJson(response, {
    [version === '1' ? 'fullmaktsgivare' : 'kontext']: shown,
    page: { size: per, number: page, totalElements: found.length, totalPages: Math.ceil(found.length / per) },
  });
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
