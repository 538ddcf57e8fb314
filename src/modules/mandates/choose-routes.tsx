import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import { ownPath } from '../../kernel/http/languages.ts';
import { endCookie, setCookie } from '../../kernel/http/sessions.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { beginChoice, canChooseThere, finishChoice } from './elsewhere/choose-there.ts';
import { rowsOf } from './elsewhere/rows.ts';
import type { FollowParts } from './follow-registers.ts';
import { ChoosePage } from './pages/choose.tsx';
import { actFor, authoritiesIn, representedBy } from './represented.ts';
import { ownOrganisations } from './signed-for.ts';
import type { WriteParts } from './write-routes.tsx';

export type ChooseParts = Pick<WriteParts, 'organisations'> & {
  /** Asks the registers. */
  readonly follow: FollowParts;
  /** Where the house is; other registers send people back there. */
  readonly baseUrl: string;
};

const HREF = '/mina-sidor/valj';
const BACK = `${HREF}/suomi-fi/svar`;
const Chosen = Type.Object({
  principal: Type.String({ maxLength: 36 }),
  till: Type.Optional(Type.String({ maxLength: 500 })),
});
const Whom = Type.Object({ for: Type.Optional(Type.String({ maxLength: 20 })) });
const config = { room: 'resident', asOneself: true } as const;

/** Choosing for whom one acts. */
export async function chooseRoutes(app: App, { follow, baseUrl, organisations }: ChooseParts): Promise<void> {
  const https = baseUrl.startsWith('https:');
  const cookie = https ? '__Host-choice' : 'choice';
  const back = new URL(BACK, baseUrl).href;

  app.get(HREF, { config }, async (request, reply) => {
    const { scope } = request;
    const representing = await representedBy(scope, follow);
    const own = organisations ? await ownOrganisations(scope, organisations) : null;
    return reply.page(
      <ChoosePage
        representing={representing}
        rows={rowsOf(representing.elsewhere, [], {
          authorities: await authoritiesByIds(scope, authoritiesIn(representing)),
          language: request.language,
          now: scope.now,
        })}
        chooseAt={canChooseThere(follow) ? `${HREF}/suomi-fi` : null}
        actingFor={request.reader?.actingFor?.party ?? null}
        together={own?.organisations.filter(({ alone }) => !alone) ?? []}
      />,
    );
  });

  app.post(HREF, { config, schema: { body: Chosen } }, async (request, reply) => {
    const { principal, till } = request.body;
    await actFor(request.scope, principal === '' ? null : principal, follow);
    // What was shown in the other name is not to be found again by going back.
    return reply.header('clear-site-data', '"cache"').seeOther(ownPath(till, '/mina-sidor'));
  });

  // By a link: a form that leads to another site is stopped by the browser.
  app.get(`${HREF}/suomi-fi`, { config, schema: { querystring: Whom } }, async (request, reply) => {
    const kind = request.query.for === 'organisation' ? 'organisation' : 'person';
    const { url, kept, seconds } = await beginChoice(request.scope, follow, kind, back);
    setCookie(reply, https, cookie, kept, seconds);
    return reply.seeOther(url);
  });

  app.get(
    BACK,
    { config, schema: { querystring: Type.Object({ code: Type.Optional(Type.String({ maxLength: 500 })) }) } },
    async (request, reply) => {
      const { code } = request.query;
      if (code === undefined) return reply.seeOther(HREF); // whoever changes their mind comes back without
      const kept = request.cookies[cookie];
      endCookie(reply, https, cookie);
      await finishChoice(request.scope, follow, { kept, code, back });
      return reply.seeOther(HREF);
    },
  );
}
