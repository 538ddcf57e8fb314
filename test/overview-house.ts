import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import type { AuthorityId, PartyId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import type { SourceFault } from '../src/kernel/source-answer.ts';
import { caseSource, messageSource } from '../src/modules/cases/index.ts';
import {
  type AnswerCounter,
  bareItem,
  type CaseSource,
  type CodeCounter,
  calendarRoutes,
  everybodyRoutes,
  guarded,
  knownMeanings,
  lastKnownIn,
  mapped,
  meaningRoutes,
  type OverviewItem,
  overviewRoutes,
  refusalTexts,
  sourceAnswerRoutes,
} from '../src/modules/overview/index.ts';
import { draftSource } from '../src/modules/services/index.ts';
import { type CaseWorld, type Person, sottunga } from './case-world.ts';

type Mode = 'ok' | 'held' | 'down' | 'hanging' | 'throwing' | 'empty';

/** A source that does what it is told. */
export type Scripted = CaseSource & {
  mode: Mode;
  items: OverviewItem[];
  /** Another answer for each; null is `items` for all. */
  itemsOf: ((party: PartyId) => OverviewItem[]) | null;
  /** What the operator is told of beside. */
  odd: SourceFault[];
  asked: number;
  askedOne: number;
  /** Milliseconds until the house gives it up. */
  readonly givenUpAfter: number;
  /** Lets those that are held answer: whoever looks decides when, not a clock. */
  release(): void;
};

export function foreign(id: string, more: Partial<OverviewItem> = {}): OverviewItem {
  return {
    ...bareItem,
    ...{ source: 'elsewhere', id, title: `Ärende ${id}`, authority: 'Trafikverket', codes: null, ball: 'them' },
    status: { words: 'Handläggs', normal: 'in-progress' },
    last: { at: '2026-03-02T10:00:00Z', words: 'Ändrat' },
    ...more,
  };
}

export function scripted(id = 'elsewhere', givenUpAfter = 60_000): Scripted {
  let held = Promise.withResolvers<void>();
  const itemsFor = (principal: PartyId) => source.itemsOf?.(principal) ?? source.items;
  const source: Scripted = {
    ...{ id, name: { sv: 'Annorstädes', fi: 'Muualla', en: 'Elsewhere' }, kind: 'elsewhere', rank: 100 },
    keeper: sottunga,
    ...{ mode: 'ok', items: [], itemsOf: null, odd: [], asked: 0, askedOne: 0, givenUpAfter },
    release() {
      held.resolve();
      held = Promise.withResolvers<void>();
    },
    async one(scope, principal, caseId) {
      source.askedOne += 1;
      const item = itemsFor(principal).find((known) => known.id === caseId);
      if (source.mode === 'down') return { state: 'failed', source: id, fault: 'down', retry: true };
      if (!item) return { state: 'nothing', asOf: scope.now };
      return { state: 'answered', value: { ...item, documents: [{ title: 'Karta', href: null }] }, asOf: scope.now };
    },
    async cases(scope, principal, { signal }) {
      source.asked += 1;
      switch (source.mode) {
        case 'held':
          await held.promise;
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
      const items = itemsFor(principal);
      return { state: 'answered', value: { items, more: false, missing: [], odd: source.odd }, asOf: scope.now };
    },
  };
  return source;
}

const operatorGrant: RoleGrant = {
  ...{ id: '018f0000-0000-7000-8000-000000000002', role: 'operator', employer: 9000001 as AuthorityId },
  ...{ authority: 9000001 as AuthorityId, unit: null, tasks: [], rights: [], agreement: null },
};

const administratorGrant: RoleGrant = {
  ...operatorGrant,
  ...{ role: 'administrator', employer: sottunga, authority: sottunga },
};

export type HouseParts = {
  readonly failures?: number;
  readonly counter?: AnswerCounter;
  readonly codes?: Pick<CodeCounter, 'noticed'>;
  /** How long the first lists wait for what is elsewhere: long, where nothing that is slow is asked. */
  readonly patience?: () => number;
};
const uncounted: Pick<CodeCounter, 'noticed'> = { noticed: () => undefined };

/** The overview over a world of cases, with sources of the house and scripted ones. */
export async function overviewHouse(
  world: CaseWorld,
  elsewhere: readonly Scripted[],
  { failures = 100, counter, codes = uncounted, patience = () => 20_000 }: HouseParts = {},
): Promise<App> {
  const limits = { timeout: 60_000, atOnce: 50, failures, restMs: 60_000 };
  const secrets = makeSecrets(exampleDataKey);
  const lastKnown = lastKnownIn(secrets);
  const mapping = { meanings: knownMeanings(0), codes };
  const sources = [
    ...[caseSource, messageSource, draftSource].map((one) => guarded(one, limits)),
    ...elsewhere.map((one) => guarded(mapped(one, mapping), { ...limits, timeout: one.givenUpAfter })),
  ];
  return makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => {
        const { anna, erik, karin } = world;
        const person: Person | undefined = { anna, erik, operator: karin, administrator: karin }[token];
        const grants = { operator: [operatorGrant], administrator: [administratorGrant] }[token] ?? [];
        return person ? { session: token, ...person, assurance: 'high', language: 'sv', grants } : null;
      },
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: world.db.pools.resident,
      routes: [
        (room) =>
          overviewRoutes(room, {
            sources,
            ...(counter ? { noticed: counter.noticed } : {}),
            lastKnown,
            get patience() {
              return patience();
            },
          }),
        (room) => everybodyRoutes(room, { sources, lastKnown, makeScope: world.db.scopes }),
        (room) => sourceAnswerRoutes(room, { sources, others: [] }),
        (room) => meaningRoutes(room, { sources }),
        (room) =>
          calendarRoutes(room, {
            ...{ sources, lastKnown, makeScope: world.db.scopes, newToken: secrets.token },
            ...{ baseUrl: 'http://127.0.0.1:3000', overviewUrl: 'http://127.0.0.1:3000/mina-sidor/oversikt' },
          }),
      ],
    },
  );
}

/** A page as it comes over a socket, piece by piece; `came` is told of each when it is there. */
export function asItComes(
  app: App,
  path: string,
  session: string,
  came: (html: string) => void = () => undefined,
): Promise<string[]> {
  const { port } = app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { cookie: `session=${session}` } }, (response) => {
      const pieces: string[] = [];
      response.setEncoding('utf8');
      response.on('data', (html: string) => {
        pieces.push(html);
        came(html);
      });
      response.on('end', () => resolve(pieces));
    }).on('error', reject);
  });
}
