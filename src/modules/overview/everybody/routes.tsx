import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import type { MakeScope } from '../../../kernel/scope.ts';
import type { FollowParts } from '../../mandates/index.ts';
import type { AskParts } from '../ask-sources.ts';
import { ViewQuery } from '../schema.ts';
import { viewOf } from '../view.ts';
import { everybodyParts } from './everybody-parts.tsx';
import { EverybodyPage, everybodyHref } from './page.tsx';
import { everybody, inNameOf } from './people.ts';

export type EverybodyRouteParts = AskParts & { readonly makeScope: MakeScope; readonly follow?: FollowParts };

/** The cases of the reader and of all whom they act for, in one view; asked as oneself, whoever the session acts for. */
export async function everybodyRoutes(app: App, { makeScope, follow, ...parts }: EverybodyRouteParts): Promise<void> {
  // Asks for a dozen people what the overview asks for one.
  const config = { room: 'resident', asOneself: true, rateLimit: limits.posting } as const;

  app.get(everybodyHref, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const { scope, reader } = request;
    const all = await everybody(scope, follow);
    const view = viewOf(request.query);
    return reply.pageInParts(
      <EverybodyPage everybody={all} view={view} />,
      everybodyParts({
        ...{ people: all.people, parts, view },
        scopeOf: ({ party }) => inNameOf(makeScope, scope, party, reader?.isProtected === true),
        failed: (error) => request.log.error({ err: error }, 'somebody’s cases could not be shown'),
      }),
    );
  });
}
