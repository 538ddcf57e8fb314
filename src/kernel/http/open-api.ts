import swagger from '@fastify/swagger';
import type { App } from './app-types.ts';

/** The JSON interface, described from the same schemas that check it: OpenAPI 3.1 at `/api`. */
export async function openApi(app: App, { version, baseUrl }: { version: string; baseUrl: string }): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Allmänning',
        version,
        description: 'Shared public services of municipalities. Errors are problem documents (RFC 9457).',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: baseUrl }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session' } } },
    },
    transform: ({ schema, url }) => ({
      schema: url.startsWith('/api/v1/') ? schema : { ...schema, hide: true },
      url,
    }),
  });
  app.get('/api', { config: { room: 'public' }, schema: { hide: true } }, async () => app.swagger());
}
