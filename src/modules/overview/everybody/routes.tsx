import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { downloadDisposition } from '../../../kernel/files/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import type { FollowParts } from '../../mandates/index.ts';
import type { AskParts } from '../ask-sources.ts';
import { ViewQuery } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { viewOf } from '../view.ts';
import { askEverybody, type EverybodyParts } from './ask-everybody.ts';
import { everybodyCsv } from './everybody-csv.ts';
import { everybodyParts } from './everybody-parts.tsx';
import { EverybodyPage, everybodyHref } from './page.tsx';
import { everybody, inNameOf } from './people.ts';

export type EverybodyRouteParts = AskParts & { readonly makeScope: MakeScope; readonly follow?: FollowParts };

/** The cases of the reader and of all whom they act for, in one view; asked as oneself, whoever the session acts for. */
export async function everybodyRoutes(app: App, { makeScope, follow, ...parts }: EverybodyRouteParts): Promise<void> {
  // Asks for a dozen people what the overview asks for one.
  const config = { room: 'resident', asOneself: true, rateLimit: limits.posting } as const;

  async function asked(request: FastifyRequest, query: Static<typeof ViewQuery>) {
    const { scope, reader } = request;
    const all = await everybody(scope, follow);
    const view = viewOf(query);
    const asking: EverybodyParts = {
      ...{ people: all.people, parts, view },
      scopeOf: ({ party }) => inNameOf(makeScope, scope, party, reader?.isProtected === true),
      failed: (error) => request.log.error({ err: error }, 'somebody’s cases could not be shown'),
    };
    return { all, view, asking };
  }

  app.get(everybodyHref, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const { all, view, asking } = await asked(request, request.query);
    return reply.pageInParts(<EverybodyPage everybody={all} view={view} />, everybodyParts(asking));
  });

  app.get(`${everybodyHref}.csv`, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const { asking } = await asked(request, request.query);
    const { language } = request;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', downloadDisposition(`${texts[language].export.file}.csv`))
      .send(everybodyCsv(await Promise.all(askEverybody(asking)), language));
  });
}
