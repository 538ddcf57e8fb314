import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import { sha256Hex } from '../canonical-json.ts';
import type { App } from './app-types.ts';

/**
 * How often one address may ask. Reading is generous, searching with it: what is searched lies in memory, or is one's own.
 * What costs or can be guessed is not: sign-in, filing and public posts take their own limit in the route's config
 * (`config: { rateLimit: limits.signIn }`). Kept in the process: with n processes a reader may ask n times as often.
 */
export const limits = {
  reading: { max: 600, timeWindow: 60_000 },
  posting: { max: 120, timeWindow: 60_000 },
  signIn: { max: 30, timeWindow: 60_000 },
  /** Of another system: by its key, from wherever it asks. */
  machine: {
    max: 300,
    timeWindow: 60_000,
    keyGenerator: ({ headers, ip }: FastifyRequest) => (headers.authorization ? sha256Hex(headers.authorization) : ip),
  },
  /** Of all systems behind one address: with a new key in each question nobody asks without an end. */
  machines: { max: 1_500, timeWindow: 60_000 },
} as const;

export async function rateLimits(app: App, { enabled }: { enabled: boolean }): Promise<void> {
  await app.register(rateLimit, {
    global: enabled,
    ...limits.reading,
    ...(enabled ? {} : { allowList: () => true }),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  if (!enabled) return;
  const fromAddress = app.createRateLimit(limits.machines);
  app.addHook('onRequest', async (request) => {
    if (!(request.routeOptions.config as { machine?: true }).machine) return;
    const asked = await fromAddress(request);
    if (!asked.isAllowed && asked.isExceeded) throw Object.assign(new Error('too often'), { statusCode: 429 });
  });
}
