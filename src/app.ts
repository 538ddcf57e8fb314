import { randomUUID } from 'node:crypto';
import fastify, { type FastifyServerOptions, LogController } from 'fastify';
import type { App } from './kernel/http/app-types.ts';
import { assets } from './kernel/http/assets.ts';
import { BODY_LIMIT, bodies } from './kernel/http/bodies.ts';
import { csrfProtection } from './kernel/http/csrf.ts';
import { gracefulStop } from './kernel/http/graceful-stop.ts';
import { health, metrics } from './kernel/http/health.ts';
import { languageChoice } from './kernel/http/languages.ts';
import { openApi } from './kernel/http/open-api.ts';
import { pageReplies } from './kernel/http/page-replies.tsx';
import { problems } from './kernel/http/problems.tsx';
import { rateLimits } from './kernel/http/rate-limits.ts';
import { rooms } from './kernel/http/rooms.ts';
import { securityHeaders } from './kernel/http/security-headers.ts';
import { sessions } from './kernel/http/sessions.ts';
import type { Served } from './wiring.ts';

export type HttpSettings = {
  readonly baseUrl: string;
  readonly version: string;
  readonly development: boolean;
  /** Whose `X-Forwarded-*` is believed; false: nobody's. */
  readonly trustProxy: boolean | string;
  /** Signs the tokens of forms. */
  readonly secret: string;
  readonly metricsToken: string | null;
  /** Off only where one address stands for many readers: benches and journeys. */
  readonly rateLimits: boolean;
  readonly logger: NonNullable<FastifyServerOptions['loggerInstance']> | false;
};

/** The server, in the order in which a request meets it: what stands above has happened before what stands below. */
export async function makeApp(settings: HttpSettings, wiring: Served): Promise<App> {
  const https = settings.baseUrl.startsWith('https:');
  const app = fastify({
    ...(settings.logger ? { loggerInstance: settings.logger } : {}),
    genReqId: () => randomUUID(), // a fifth of the time that one in order takes
    requestIdHeader: false, // an id from outside would let a stranger write into our log
    trustProxy: settings.trustProxy,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: 'idle',
  }) as unknown as App; // the type provider is a compile-time matter only

  gracefulStop(app);
  securityHeaders(app, { https });
  await assets(app);
  await rateLimits(app, { enabled: settings.rateLimits });
  const readSession = await sessions(app, { https, findSession: wiring.findSession });
  rooms(app, { makeScope: wiring.makeScope, officialAssurance: wiring.officialAssurance });
  await bodies(app);
  const csrf = csrfProtection(app, { secret: settings.secret, origin: new URL(settings.baseUrl).origin });
  pageReplies(app, { csrf, development: settings.development });
  problems(app, { refusalTexts: wiring.refusalTexts, readSession });
  await openApi(app, { version: settings.version, baseUrl: settings.baseUrl });

  health(app, { pool: wiring.healthPool });
  metrics(app, { token: settings.metricsToken });
  languageChoice(app, { https });
  for (const routes of wiring.routes) await app.register(async (room) => routes(room as App));
  return app;
}
