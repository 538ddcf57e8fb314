// How long it takes to take every municipality of Sweden and Åland live, in one run.
//
// Measured: from an empty house to 306 authorities joined, the catalogue adopted by each in the handler of
// `authority.joined`, and every front page answered 200 with its services. There is no reference.
import { makeApp } from '../src/app.ts';
import { allMunicipalities, joinAuthorities, shipAuthorities, untilReady } from '../src/modules/directory/index.ts';
import { shipServices } from '../src/modules/services/index.ts';
import { makeWiring } from '../src/wiring.ts';
import { benchDatabase } from './harness/bench-database.ts';
import { benchFoundations } from './harness/bench-foundations.ts';
import { type Bench, commit, megabytes, percentile, rounded } from './harness/measure.ts';

const AT_MOST_S = 60;

export const bench: Bench = {
  says: '306 authorities joined, the catalogue adopted by each, every front page served',
  async run(tell) {
    const db = await benchDatabase(10);
    await shipAuthorities(db.owner);
    await shipServices(db.owner);
    const foundations = benchFoundations(db);
    const wiring = await makeWiring(foundations);
    const app = await makeApp(
      {
        ...{ baseUrl: foundations.config.baseUrl, version: 'bench', development: false, trustProxy: false },
        ...{ secret: foundations.formSecret, metricsToken: null, rateLimits: false, logger: foundations.log },
      },
      wiring,
    );
    const jobs = await wiring.startJobs();
    try {
      const scope = wiring.makeScope({
        ...{ actor: { kind: 'system', name: 'bench' }, room: 'worker', fence: { authorities: [], parties: [] } },
      });
      const municipalities = await allMunicipalities(scope);
      const start = performance.now();
      const joined = await joinAuthorities(
        scope,
        municipalities.flatMap(({ code }) => code ?? []),
      );
      const joinedIn = performance.now() - start;
      wiring.settle();
      const ids = joined.map(({ authority }) => authority);
      const waiting = await untilReady(scope, ids, AT_MOST_S);
      if (waiting > 0) throw new Error(`${waiting} are not ready after ${AT_MOST_S} s`);
      const readyIn = performance.now() - start;
      const times: number[] = [];
      for (const { slug } of municipalities) {
        const before = performance.now();
        const page = await app.inject(`/${slug}`);
        times.push(performance.now() - before);
        if (page.statusCode !== 200 || !page.body.includes(`/${slug}/tjanster/`)) {
          throw new Error(`the front page of ${slug} answers ${page.statusCode}, or shows no service`);
        }
      }
      const seconds = (performance.now() - start) / 1000;
      tell(
        `joined in ${(joinedIn / 1000).toFixed(1)} s, ready after ${(readyIn / 1000).toFixed(1)} s, all served after ${seconds.toFixed(1)} s`,
      );
      return {
        bench: 'join',
        value: rounded(seconds),
        unit: 's',
        reference: null,
        ratio: null,
        p99_ms: rounded(percentile(times, 0.99)),
        rss_mb: megabytes(),
        rows: ids.length,
        commit: commit(),
      };
    } finally {
      await jobs.stop();
      await app.close();
      await db.stop();
    }
  },
};
