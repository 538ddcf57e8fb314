import { EventEmitter } from 'node:events';
import type { FastifyBaseLogger } from 'fastify';
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { databaseIsAway } from '../database/database-is-away.ts';
import type { EventId } from '../ids.ts';
import type { EventBody, EventFence } from '../outbox.ts';
import { isRefusal } from '../refusal.ts';
import type { MakeScope } from '../scope.ts';
import { drainOutbox } from './drain-outbox.ts';
import { freeJobsOfDeadWorkers, liveProcess } from './liveness.ts';
import type { Schedule, Subscription } from './subscription.ts';

/** How often the outbox is looked into when nobody in this process has said that something happened. */
const DRAIN_EVERY_MS = 500;
const LOOK_FOR_DEAD_EVERY_MS = 5_000;

export type Jobs = {
  /** Drains the outbox now instead of at the next turn. */
  poke(): void;
  stop(): Promise<void>;
};

export type JobsParts = {
  readonly workerUrl: string;
  readonly makeScope: MakeScope;
  readonly subscriptions: readonly Subscription[];
  readonly schedules: readonly Schedule[];
  readonly log: Pick<FastifyBaseLogger, 'error' | 'warn' | 'info' | 'debug'>;
  readonly concurrency?: number;
};

type Payload = { event: EventId; kind: string; body: Record<string, unknown> };

/** What stands in the dead letter: the kind of failure, never the data that a driver's message may quote. */
function withoutData(error: unknown): Error {
  if (isRefusal(error)) return new Error(error.message);
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return new Error(fromDatabase ? `PostgreSQL ${code}` : `${name ?? 'Error'}: ${message ?? ''}`);
}

/** Written into every event by its publisher; a job has no other source of it. */
function fenceOf(body: Record<string, unknown>): EventFence {
  const { authorities, parties } = body as Partial<EventFence>;
  return { authorities: authorities ?? [], parties: parties ?? [] };
}

function taskList(parts: JobsParts): TaskList {
  const tasks: TaskList = {};
  for (const subscription of parts.subscriptions) {
    tasks[subscription.name] = async (payload, { job }) => {
      const { event, kind, body } = payload as Payload;
      const fenced = { kind, ...body } as unknown as EventBody; // as insertEvent wrote it
      const scope = parts.makeScope({
        actor: { kind: 'system', name: subscription.name },
        room: 'worker',
        fence: fenceOf(body),
        requestId: `job-${job.id}`,
      });
      try {
        await subscription.handle(scope, fenced, {
          event,
          attempt: job.attempts,
          lastAttempt: job.attempts >= job.max_attempts,
        });
      } catch (error) {
        parts.log.warn({ job: job.id, task: subscription.name, attempt: job.attempts, err: error }, 'a job failed');
        throw withoutData(error);
      }
    };
  }
  for (const schedule of parts.schedules) {
    tasks[schedule.name] = async (_payload, { job }) => {
      await schedule.run(
        parts.makeScope({
          actor: { kind: 'system', name: schedule.name },
          room: 'worker',
          fence: { authorities: [], parties: [] },
          requestId: `job-${job.id}`,
        }),
      );
    };
  }
  return tasks;
}

/**
 * Runs the jobs of this process: drains the outbox, handles events, does what the clock says, and gives back what killed
 * processes had taken.
 */
export async function startJobs(parts: JobsParts): Promise<Jobs> {
  // graphile-worker awaits each query, so its pool is a plain one; its LISTEN needs a connection for itself.
  const pool = new pg.Pool({ connectionString: parts.workerUrl, max: 8 });
  let stopped = false;
  const lost = (error: Error) => {
    if (!stopped) parts.log.warn({ err: error }, 'a job connection was lost');
  };
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  // graphile-worker settles jobs in batches that nobody awaits: a database that goes away must not take the server along.
  const unawaited = (error: unknown) => {
    if (!databaseIsAway(error)) throw error;
    lost(error as Error);
  };
  process.on('unhandledRejection', unawaited);
  const liveness = await liveProcess(parts.workerUrl, pool);
  await freeJobsOfDeadWorkers(pool);

  const events: WorkerEvents = new EventEmitter();
  const registered: Promise<void>[] = [];
  events.on('worker:create', ({ worker }) => registered.push(liveness.register(worker.workerId)));
  const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'debug' } as const;
  const runner = await run({
    pgPool: pool,
    taskList: taskList(parts),
    parsedCronItems: parseCronItems(
      parts.schedules.map((schedule) => ({ task: schedule.name, match: schedule.cron, identifier: schedule.name })),
    ),
    concurrency: parts.concurrency ?? 4,
    pollInterval: 1000,
    noHandleSignals: true,
    events,
    logger: new Logger(() => (level, message) => parts.log[levels[level]](message)),
  });
  await Promise.all(registered);

  let draining: Promise<void> | undefined;
  let again = false;
  async function drainAll(): Promise<void> {
    try {
      do {
        again = false;
        while (!stopped && (await drainOutbox(pool, parts.subscriptions)) > 0);
      } while (again && !stopped);
    } catch (error) {
      if (!stopped) parts.log.warn({ err: error }, 'the outbox could not be drained; trying again');
    }
  }
  function poke(): void {
    if (stopped) return;
    if (draining) {
      again = true;
      return;
    }
    draining = drainAll().finally(() => {
      draining = undefined;
    });
  }
  const drainTimer = setInterval(poke, DRAIN_EVERY_MS);
  const deadTimer = setInterval(() => {
    freeJobsOfDeadWorkers(pool).catch((error) =>
      parts.log.warn({ err: error }, 'dead workers could not be looked for'),
    );
  }, LOOK_FOR_DEAD_EVERY_MS);

  return {
    poke,
    async stop() {
      stopped = true;
      clearInterval(drainTimer);
      clearInterval(deadTimer);
      await draining;
      await runner.stop();
      await liveness.stop();
      await pool.end();
      process.off('unhandledRejection', unawaited);
    },
  };
}
