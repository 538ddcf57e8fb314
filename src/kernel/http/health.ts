import { timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { App } from './app-types.ts';

/** Says only whether the service answers and reaches its database; details belong to `/metrics` and the log. */
export function health(app: App, { pool }: { pool: pg.Pool }): void {
  app.get('/health', { config: { room: 'public', rateLimit: false }, logLevel: 'silent' }, async (_request, reply) => {
    try {
      await pool.query({ name: 'health', text: 'select 1' });
      return reply.send({ status: 'ok' });
    } catch {
      return reply.status(503).send({ status: 'unavailable' });
    }
  });
}

/**
 * Figures for the operator's own tools, behind a token (`METRICS_TOKEN`); without one the address does not exist.
 * Routes are named by their pattern, never by the address that was asked for.
 */
export function metrics(app: App, { token }: { token: string | null }): void {
  if (token === null) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'allmanning_request_seconds',
    help: 'Time from request to last byte',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get('/metrics', { config: { room: 'public', rateLimit: false }, logLevel: 'silent' }, async (request, reply) => {
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${token}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
