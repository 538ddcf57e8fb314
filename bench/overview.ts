// What an overview costs while one source is slow and one is away.
//
// Measured: GET /mina-sidor/oversikt by 200 people at once, each on a connection of their own, started evenly over one
// second. Seven sources: own cases, messages and drafts from the database; Mina ärenden and ZGW over HTTP; Mina ärenden
// once more, which answers after two seconds; and one whose port refuses. The sources elsewhere are processes of their own,
// the load comes from yet another, and all of them share the machine with the server and PostgreSQL.
// Warm-up: the same four times over two seconds, as long as the connections and the compiler need.
// Value: when the slowest hundredth of the pages was whole, p99_ms: when their first byte had come; medians of five
// rounds. Reference: the time of the slow source. Held connections are counted where all the pools hand
// them out, whatever they are for.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startSimulator } from '../simulators/start.ts';
import { makeApp } from '../src/app.ts';
import { kundhandelserSource } from '../src/connectors/kundhandelser/index.ts';
import { zgwSource } from '../src/connectors/zgw/index.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import type { AuthorityId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { caseSource, messageSource } from '../src/modules/cases/index.ts';
import { shipAuthorities } from '../src/modules/directory/index.ts';
import { openSession, ownNumberFinder, usualLimits } from '../src/modules/identity/index.ts';
import { type CaseSource, guarded, lastKnownIn, overviewRoutes, usualPatience } from '../src/modules/overview/index.ts';
import { adoptCatalogue, draftSource, shipServices } from '../src/modules/services/index.ts';
import { makeWiring } from '../src/wiring.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { benchFoundations } from './harness/bench-foundations.ts';
import { type Bench, commit, megabytes, percentile, rounded } from './harness/measure.ts';
import type { Opened, OpenOrder, OpenReport } from './harness/opened-pages.ts';
import { fillOverviews } from './harness/overviews.ts';

const PAGES = 200;
const OVER_MS = 1_000;
const SLOW_MS = 2_000;
const ROUNDS = 5;
const WARM_UPS = 4;
const POOL = 10;
const CASES = 10;
const sottunga = 2480766 as AuthorityId;

export const bench: Bench = {
  says: '200 overviews opened over one second, of seven sources with one slow and one away',
  async run(tell) {
    const db = await benchDatabase(POOL);
    const foundations = benchFoundations(db);
    const wiring = await makeWiring(foundations);
    const client = { id: 'bench', secret: 'bench' };
    const [mina, slow, zgw] = await Promise.all([
      startSimulator('kundhandelser', { API_KEY: 'bench', EVERYBODY: 'erik' }),
      startSimulator('kundhandelser', { API_KEY: 'bench', EVERYBODY: 'noor' }),
      startSimulator('zgw', { CLIENT_ID: client.id, CLIENT_SECRET: client.secret, EVERYBODY: 'erik' }),
    ]);
    await fetch(`${slow.url}/control`, { method: 'POST', body: JSON.stringify({ mode: 'slow', delayMs: SLOW_MS }) });
    const numberOf = ownNumberFinder(db.secrets);
    const askerOf = async (scope: Scope) => ({
      scope,
      party: scope.actor.kind === 'person' ? scope.actor.party : none(),
    });
    function minaArenden(id: string, url: string): CaseSource {
      return kundhandelserSource({ ...named(id), url, key: 'bench', numberOf, askerOf });
    }
    const sources = [
      ...[caseSource, messageSource, draftSource],
      minaArenden('mina', mina.url),
      zgwSource({ ...named('zgw'), authority: 'Grannkommunen', url: zgw.url, client, numberOf }),
      minaArenden('slow', slow.url),
      minaArenden('away', `http://127.0.0.1:${await freePort()}`),
    ].map((source) => guarded(source));
    const app = await makeApp(
      {
        ...{ baseUrl: foundations.config.baseUrl, version: 'bench', development: false, trustProxy: false },
        ...{ secret: foundations.formSecret, metricsToken: null, rateLimits: false, logger: foundations.log },
      },
      {
        ...wiring,
        routes: [
          (room) => overviewRoutes(room, { sources, lastKnown: lastKnownIn(db.secrets), patience: usualPatience }),
        ],
      },
    );
    const load = fork(join(import.meta.dirname, `harness/opened-pages${extname(import.meta.filename)}`), {
      execArgv: [],
    });
    try {
      await shipAuthorities(db.owner);
      await shipServices(db.owner);
      await adoptCatalogue(
        wiring.makeScope({
          ...{ actor: { kind: 'system', name: 'bench' }, room: 'worker' },
          fence: { authorities: [sottunga], parties: [] },
        }),
        sottunga,
      );
      const parties = await fillOverviews(db.owner, db.secrets, PAGES, CASES);
      const cookies = await Promise.all(
        parties.map(async (party) => {
          const scope = wiring.makeScope({
            ...{ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } },
          });
          const session = { party, assurance: 'high', device: 'bench', replaced: undefined } as const;
          return `session=${await openSession(scope, { secrets: db.secrets, limits: usualLimits }, session)}`;
        }),
      );
      const held = watch([db.pools.resident, db.pools.official, db.pools.worker]);
      await app.listen({ host: '127.0.0.1', port: 0 });
      const { port } = app.server.address() as AddressInfo;
      const order = { port, path: '/mina-sidor/oversikt', cookies, over: OVER_MS, ends: '</html>' };
      for (let n = 0; n < WARM_UPS; n++) await opened({ ...order, over: 2 * OVER_MS });
      const firsts: number[] = [];
      const wholes: number[] = [];
      for (let n = 0; n < ROUNDS; n++) {
        await wait(1_000);
        const cpu = process.cpuUsage();
        const pages = await opened(order);
        const { user, system } = process.cpuUsage(cpu);
        const first = percentile(
          pages.map(({ firstByte }) => firstByte),
          0.99,
        );
        const whole = percentile(
          pages.map((page) => page.whole),
          0.99,
        );
        firsts.push(first);
        wholes.push(whole);
        const core = (user + system) / 1000 / PAGES;
        tell(
          `first byte p99 ${first.toFixed(1)} ms, whole p99 ${whole.toFixed(0)} ms, ${held.most()} connections held at most, ${core.toFixed(1)} ms of a core a page`,
        );
      }
      const value = Math.round(median(wholes));
      return {
        bench: 'overview',
        value,
        unit: 'ms until whole (p99)',
        reference: SLOW_MS,
        ratio: rounded(value / SLOW_MS, 3),
        p99_ms: rounded(median(firsts)),
        rss_mb: megabytes(),
        rows: PAGES * CASES,
        commit: commit(),
      };
    } finally {
      const gone = once(load, 'exit');
      load.disconnect();
      await gone;
      await app.close();
      await Promise.all([mina.stop(), slow.stop(), zgw.stop()]);
      await db.stop();
    }

    async function opened(order: OpenOrder): Promise<readonly Opened[]> {
      load.send(order);
      const [report] = (await once(load, 'message')) as [OpenReport]; // the only thing that it sends
      if ('problem' in report) throw new Error(report.problem);
      return report.opened;
    }
  },
};

function named(id: string): Pick<CaseSource, 'id' | 'name'> {
  return { id, name: { sv: id, fi: id, en: id } };
}

function none(): never {
  throw new Error('nobody is signed in');
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

type Watched = { on(event: 'acquire' | 'release', listener: () => void): unknown };

/** How many connections of all pools are out at once. */
function watch(pools: readonly Watched[]): { most(): number } {
  let now = 0;
  let most = 0;
  for (const pool of pools) {
    pool.on('acquire', () => {
      now += 1;
      most = Math.max(most, now);
    });
    pool.on('release', () => {
      now -= 1;
    });
  }
  return { most: () => most };
}
