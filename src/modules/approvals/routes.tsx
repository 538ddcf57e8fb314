import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { openRequest, ownApprovals } from './awaiting.ts';
import { ApprovalPage } from './pages/approval.tsx';
import { ApprovalsPage } from './pages/approvals.tsx';
import { Answering, ByRequest, REASON_MOST, Saved } from './schema.ts';
import { texts } from './texts/index.ts';
import { approve, refuse, takeBack, type VoteKey } from './vote.ts';

export type ApprovalsParts = {
  /** What authorities are called. */
  readonly authorityNames: (
    scope: Scope,
    ids: readonly AuthorityId[],
  ) => Promise<ReadonlyMap<AuthorityId, { readonly name: string }>>;
};

const HREF = '/handlaggning/godkannanden';

/** What awaits an official's eyes, and their answer. */
export async function approvalRoutes(app: App, { authorityNames }: ApprovalsParts): Promise<void> {
  const config = { room: 'official' } as const;
  const one = `${HREF}/:authority/:request`;

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    params: { authority: number; request: string },
    rest: { saved: boolean; errors: readonly FieldError[]; reason: string },
  ): Promise<FastifyReply> {
    const authority = params.authority as AuthorityId; // as the schema says
    const seen = await openRequest(request.scope, authority, params.request);
    const authorityName = (await authorityNames(request.scope, [authority])).get(authority)?.name ?? '';
    const status = rest.errors.length > 0 ? 422 : 200;
    return reply.page(<ApprovalPage seen={seen} authorityName={authorityName} {...rest} />, { status });
  }

  app.get(HREF, { config }, async ({ scope }, reply) => {
    const approvals = await ownApprovals(scope);
    const named = [...approvals.mine, ...approvals.others, ...approvals.done].map(({ request }) => request.authority);
    return reply.page(<ApprovalsPage approvals={approvals} names={await authorityNames(scope, named)} />);
  });

  app.get(one, { config, schema: { params: ByRequest, querystring: Saved } }, (request, reply) =>
    page(request, reply, request.params, { saved: request.query.klart === 'ja', errors: [], reason: '' }),
  );

  app.post(`${one}/godkann`, { config, schema: { params: ByRequest, body: Answering } }, async (request, reply) => {
    await approve(request.scope, keyOf(request.params, request.body.digest), clean(request.body.reason));
    return reply.seeOther(`${hrefOf(request.params)}?klart=ja`);
  });

  app.post(`${one}/avsla`, { config, schema: { params: ByRequest, body: Answering } }, async (request, reply) => {
    const { params, body, language, scope } = request;
    const reason = clean(body.reason);
    if (reason === '' || reason.length > REASON_MOST) {
      const errors = [{ field: 'reason', text: texts[language].one.reasonMissing }];
      return page(request, reply, params, { saved: false, errors, reason: body.reason });
    }
    await refuse(scope, keyOf(params, body.digest), reason);
    return reply.seeOther(`${hrefOf(params)}?klart=ja`);
  });

  app.post(`${one}/ta-tillbaka`, { config, schema: { params: ByRequest, body: Answering } }, async (request, reply) => {
    await takeBack(request.scope, keyOf(request.params, request.body.digest));
    return reply.seeOther(`${hrefOf(request.params)}?klart=ja`);
  });
}

function keyOf({ authority, request }: { authority: number; request: string }, digest: string): VoteKey {
  return { authority: authority as AuthorityId, request, digest }; // as the schema says
}

function hrefOf({ authority, request }: { authority: number; request: string }): string {
  return `${HREF}/${authority}/${request}`;
}

function clean(text: string): string {
  return text.trim().replace(/\r\n?/g, '\n');
}
