import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { makeApp } from '../src/app.ts';
import { openIdConnectSignature } from '../src/connectors/openid-connect/index.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import type { PartyId, SigningId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import {
  refusalTexts,
  requestSignatures,
  type SignatureRequest,
  shipSignatureKey,
  signingRoutes,
} from '../src/modules/signing/index.ts';
import type { TestDatabase } from './database.ts';
import { type EidChoice, throughEid } from './eid-browser.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';

export const secrets = makeSecrets(exampleDataKey);

const mandate = {
  title: { sv: 'Fullmakt för post', fi: 'Valtuutus postiin', en: 'Mandate for mail' },
  plainWords: {
    sv: ['Erik får läsa din post från Sottunga.', '- läsa meddelanden', '- inte svara'],
    fi: ['Erik saa lukea postisi Sottungasta.', '- lukea viestejä', '- ei vastata'],
    en: ['Erik may read your mail from Sottunga.', '- read messages', '- not answer'],
  },
  content: { services: ['mailbox'], level: 'passive' },
};

const week = Temporal.Duration.from({ hours: 7 * 24 });

/**
 * The pages of signing with the test e-ID, and who stands before them by the name of their session.
 * @param listens for browsers, on a port of its own
 */
export function signingHouse(db: TestDatabase, listens = false) {
  let baseUrl = 'http://127.0.0.1:3000';
  const parties = new Map<string, PartyId>();
  /** Session name → its id; `anna` and `anna-2` are Anna in two browsers. */
  const sessions = new Map<string, string>();
  let eid: Simulator<'test-eid'>;
  let app: App;

  function sessionOf(token: string): SessionFacts | null {
    const party = parties.get(token.split('-')[0] ?? '');
    if (!party) return null;
    if (!sessions.has(token)) sessions.set(token, randomUUID());
    const assurance = token.endsWith('-low') ? 'low' : 'high';
    return { session: sessions.get(token) ?? '', party, name: token, assurance, language: 'sv', grants: [] };
  }

  beforeAll(async () => {
    const port = listens ? await freePort() : 3000;
    baseUrl = `http://127.0.0.1:${port}`;
    const redirectUri = `${baseUrl}/mina-sidor/signera/svar`;
    await shipSignatureKey(
      { query: async (text: string, values: unknown[]) => rows(text, values) } as unknown as Client,
      secrets,
    );
    const [published] = await db.sql<{ jwk: object }>('select public_jwk as jwk from signing.key');
    eid = await startSimulator('test-eid', {
      ...{ CLIENT_SECRET: 'secret', REDIRECT_URIS: redirectUri },
      CLIENT_JWKS: JSON.stringify({ keys: [published?.jwk] }),
    });
    const text = { sv: 'Test', fi: 'Testi', en: 'Test' };
    const electronicSignature = openIdConnectSignature({
      ...{ id: 'test', name: text, explanation: text, issuer: eid.issuer, clientId: 'allmanning' },
      ...{ clientSecret: 'secret', redirectUri, timeout: 60 },
    });
    app = await makeApp(
      {
        ...{ baseUrl, version: '0', development: true, trustProxy: false, secret: 'test', metricsToken: null },
        ...{ rateLimits: false, logger: false },
      },
      {
        findSession: async (token) => sessionOf(token),
        makeScope: db.scopes,
        officialAssurance: 'high',
        refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
        healthPool: db.pools.resident,
        routes: [(room) => signingRoutes(room, { secrets, electronicSignature, baseUrl, subjects: [] })],
      },
    );
    if (listens) await app.listen({ port, host: '127.0.0.1' });
    for (const sub of ['anna', 'erik', 'aino']) {
      parties.set(sub, await ensureParty(worker([]), secrets, testPerson(sub)));
    }
  });
  afterAll(async () => {
    await app?.close();
    await eid?.stop();
  });

  async function rows(text: string, values: unknown[] = []) {
    const found = await db.sql(text, values);
    return { rows: found, rowCount: found.length };
  }

  function worker(fence: readonly PartyId[], now = Temporal.Now.instant()): Scope {
    return db.scopes({
      ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities: [], parties: fence }, now },
    });
  }

  function partyOf(sub: string): PartyId {
    const party = parties.get(sub);
    if (!party) throw new Error(`nobody is called ${sub}`);
    return party;
  }

  async function get(who: string, url: string, headers: Record<string, string> = {}) {
    return app.inject({ url, cookies: { session: who }, headers: { host: new URL(baseUrl).host, ...headers } });
  }

  async function post(who: string, page: string, url: string, fields: Record<string, string> = {}) {
    const { body } = await get(who, page);
    const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return app.inject({
      ...{ method: 'POST', url, cookies: { session: who } },
      headers: { host: new URL(baseUrl).host, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
    });
  }

  /** To the e-ID and back: the address of its answer, unopened. */
  async function toEidAndBack(who: string, id: SigningId, choice: EidChoice): Promise<string> {
    const start = await get(who, `/mina-sidor/signera/${id}/skriv-under`);
    if (start.statusCode !== 303) throw new Error(`${start.statusCode}: ${/<h1.*?<\/h1>/s.exec(start.body)?.[0]}`);
    const back = await throughEid(new URL(String(start.headers.location)), choice);
    return back.pathname + back.search;
  }

  return {
    base: () => baseUrl,
    partyOf,
    get,
    post,
    toEidAndBack,
    worker,
    /** Asks Anna, Erik for Aino, and whoever else. */
    async asked(more: Partial<SignatureRequest> = {}, at = Temporal.Now.instant()): Promise<SigningId> {
      const [anna, erik, aino] = [partyOf('anna'), partyOf('erik'), partyOf('aino')];
      const scope = db.scopes({
        actor: { kind: 'person', party: anna, name: 'Anna', assurance: 'high', session: randomUUID() },
        ...{ principal: anna, room: 'resident', fence: { authorities: [], parties: [anna, erik, aino] }, now: at },
      });
      return scope.write((tx) =>
        requestSignatures(scope, tx, {
          ...{ subject: { kind: 'mandate', id: randomUUID() }, document: mandate },
          ...{ signers: [{ party: anna }, { party: erik, onBehalfOf: aino }], inOrder: false },
          ...{ deadline: at.add(week), ...more },
        }),
      );
    },
    /** @returns the status and where it led */
    async sign(who: string, id: SigningId, choice: EidChoice = { person: who.split('-')[0] ?? '' }) {
      const answer = await get(who, await toEidAndBack(who, id, choice));
      return { status: answer.statusCode, to: answer.headers.location, body: answer.body };
    },
    async control(mode: string): Promise<void> {
      const answer = await fetch(eid.control, { method: 'POST', body: JSON.stringify({ mode }) });
      if (!answer.ok) throw new Error(mode);
    },
    signatures: (id: SigningId) =>
      db.sql<{ place: number }>(
        `select (body->>'place')::int as place from signing.event where signing_id = $1 and kind = 'signed' order by seq`,
        [id],
      ),
  };
}
