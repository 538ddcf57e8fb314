import fastifyStatic from '@fastify/static';
import { assetsFolder, assetsPrefix } from '../html/index.ts';
import type { App } from './app-types.ts';

/**
 * Style sheets, scripts and fonts: the same for everybody, named by their content, kept by the browser for a year.
 * Registered before sessions and rooms: nobody is asked for who they are here.
 */
export async function assets(app: App): Promise<void> {
  await app.register(fastifyStatic, {
    root: assetsFolder,
    prefix: assetsPrefix,
    index: false,
    list: false,
    maxAge: '365d',
    immutable: true,
    decorateReply: false,
  });
  app.get('/favicon.ico', async (_request, reply) => reply.redirect(`${assetsPrefix}favicon.svg`, 301));
  app.get('/robots.txt', async (_request, reply) =>
    reply.type('text/plain').send('User-agent: *\nDisallow: /mina-sidor\nDisallow: /handlaggning\nDisallow: /api/\n'),
  );
}
