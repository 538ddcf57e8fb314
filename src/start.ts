import { createServer } from 'node:net';
import { makeApp } from './app.ts';
import { type Foundations, layFoundations } from './foundations.ts';
import type { Config } from './kernel/config/config.ts';
import { packageVersion } from './kernel/project-root.ts';
import { StartProblem } from './kernel/start-problem.ts';
import { loadWorldOnce } from './load-world.ts';
import { type StandIns, startStandIns } from './stand-ins.ts';
import { makeWiring } from './wiring.ts';

/** A server that answers. */
export type Running = {
  /** Where it answers on this machine. */
  readonly address: string;
  readonly foundations: Foundations;
  readonly standIns: StandIns;
  /** Takes no new request, ends what is under way, then stops jobs, database and stand-ins. */
  stop(): Promise<void>;
};

/**
 * From configuration to a server that answers; whatever was started is stopped again when a later step fails.
 * @throws StartProblem
 */
export async function start(config: Config, tell: (line: string) => void): Promise<Running> {
  await refuseTakenPort(config);
  const started: (() => Promise<void>)[] = [];
  async function stop(): Promise<void> {
    for (const end of started.splice(0).reverse()) await end();
  }
  try {
    const standIns = await startStandIns(config);
    started.push(() => standIns.stop());
    const foundations = await layFoundations(config, standIns, { exclusive: true, tell });
    started.push(() => foundations.stop());
    const wiring = await makeWiring(foundations);
    const app = await makeApp(
      {
        baseUrl: config.baseUrl,
        version: packageVersion,
        development: !config.production,
        trustProxy: config.trustProxy,
        secret: foundations.formSecret,
        metricsToken: config.metricsToken,
        rateLimits: true,
        logger: foundations.log,
      },
      wiring,
    );
    const jobs = await wiring.startJobs();
    started.push(() => jobs.stop());
    if (config.demo) await loadWorldOnce('demo', foundations, wiring, tell);
    const address = await app.listen({ host: config.host, port: config.port });
    started.push(() => app.close());
    await standIns.ready();
    return { address, foundations, standIns, stop };
  } catch (error) {
    await stop();
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? taken(config) : error;
  }
}

/** Looked at before the database is touched: the one who has the port may be this very program. */
async function refuseTakenPort(config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portProblem(config, error)));
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}

function portProblem(config: Config, error: NodeJS.ErrnoException): Error {
  if (error.code === 'EADDRINUSE') return taken(config);
  if (error.code === 'EACCES') {
    return new StartProblem(`The port ${config.port} is not allowed for this user: choose one above 1023 with PORT.`);
  }
  return new StartProblem(
    `${config.host}:${config.port} can not be listened on (${error.code}): look at HOST and PORT.`,
  );
}

function taken(config: Config): StartProblem {
  return new StartProblem(
    `The port ${config.port} is taken by another program: stop it, or choose another port, such as PORT=${config.port + 1} npm start.`,
  );
}
