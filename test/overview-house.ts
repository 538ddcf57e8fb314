import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { makeApp } from '../src/app.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { caseSource, messageSource } from '../src/modules/cases/index.ts';
import {
  bareItem,
  type CaseSource,
  guarded,
  lastKnownIn,
  type OverviewItem,
  overviewRoutes,
  refusalTexts,
} from '../src/modules/overview/index.ts';
import { draftSource } from '../src/modules/services/index.ts';
import type { CaseWorld, Person } from './case-world.ts';

type Mode = 'ok' | 'slow' | 'down' | 'hanging' | 'throwing' | 'empty';

/** A source that does what it is told. */
export type Scripted = CaseSource & { mode: Mode; items: OverviewItem[]; asked: number };

export function foreign(id: string, more: Partial<OverviewItem> = {}): OverviewItem {
  return {
    ...bareItem,
    ...{ source: 'elsewhere', id, title: `Ärende ${id}`, authority: 'Trafikverket', codes: null, ball: 'them' },
    status: { words: 'Handläggs', normal: 'in-progress' },
    last: { at: '2026-03-02T10:00:00Z', words: 'Ändrat' },
    ...more,
  };
}

export function scripted(id = 'elsewhere'): Scripted {
  const source: Scripted = {
    ...{ id, name: { sv: 'Annorstädes', fi: 'Muualla', en: 'Elsewhere' }, kind: 'elsewhere', rank: 100 },
    ...{ mode: 'ok', items: [], asked: 0 },
    async cases(scope, _principal, { signal }) {
      source.asked += 1;
      switch (source.mode) {
        case 'slow':
          await wait(600);
          break;
        case 'hanging':
          await wait(60_000, undefined, { signal });
          break;
        case 'down':
          return { state: 'failed', source: id, fault: 'down', retry: true };
        case 'throwing':
          throw new Error('a defect of the connector');
        case 'empty':
          return { state: 'nothing', asOf: scope.now };
      }
      return { state: 'answered', value: { items: source.items, more: false, missing: [] }, asOf: scope.now };
    },
  };
  return source;
}

/** The overview over a world of cases, with sources of the house and scripted ones. */
export async function overviewHouse(world: CaseWorld, elsewhere: readonly CaseSource[]): Promise<App> {
  const limits = { timeout: 1_000, atOnce: 50, failures: 100, restMs: 1_000 };
  return makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => {
        const { anna, erik } = world;
        const person: Person | undefined = { anna, erik }[token];
        return person ? { session: token, ...person, assurance: 'high', language: 'sv', grants: [] } : null;
      },
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: world.db.pools.resident,
      routes: [
        (room) =>
          overviewRoutes(room, {
            sources: [caseSource, messageSource, draftSource, ...elsewhere].map((one) => guarded(one, limits)),
            lastKnown: lastKnownIn(makeSecrets(exampleDataKey)),
            patience: 100,
          }),
      ],
    },
  );
}

export type Piece = { readonly at: number; readonly html: string };

/** A page as it comes over a socket: each piece with the milliseconds until it came. */
export function asItComes(app: App, path: string, session: string): Promise<Piece[]> {
  const { port } = app.server.address() as AddressInfo;
  const start = performance.now();
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { cookie: `session=${session}` } }, (response) => {
      const pieces: Piece[] = [];
      response.setEncoding('utf8');
      response.on('data', (html: string) => pieces.push({ at: performance.now() - start, html }));
      response.on('end', () => resolve(pieces));
    }).on('error', reject);
  });
}
