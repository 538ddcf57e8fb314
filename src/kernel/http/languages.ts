import { Type } from 'typebox';
import { languages } from '../texts.ts';
import type { App } from './app-types.ts';
import { cookieNames, setCookie } from './sessions.ts';

const YEAR = 365 * 24 * 3600;

/** Only our own pages: a path that begins with one slash, and is no network address (`//evil`, `/\evil`). */
export function ownPath(path: string | undefined, otherwise: string): string {
  if (path === undefined || !/^\/(?![/\\])[^\\\s]*$/.test(path)) return otherwise;
  return path;
}

/** `/sprak/fi?till=/sottunga`: the reader's choice, kept in a cookie, and back to where they were. */
export function languageChoice(app: App, { https }: { https: boolean }): void {
  app.get(
    '/sprak/:language',
    {
      config: { room: 'public' },
      schema: {
        hide: true,
        params: Type.Object({ language: Type.Enum([...languages]) }),
        querystring: Type.Object({ till: Type.Optional(Type.String({ maxLength: 2000 })) }),
      },
    },
    async (request, reply) => {
      setCookie(reply, https, cookieNames(https).language, request.params.language, YEAR);
      return reply.seeOther(ownPath(request.query.till, '/'));
    },
  );
}
