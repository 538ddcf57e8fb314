import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { renderDocument } from '../../kernel/documents/index.ts';
import { downloadDisposition } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { listElsewhere } from './elsewhere/list-elsewhere.ts';
import { authoritiesTold, rowsOf } from './elsewhere/rows.ts';
import { csvOf, documentOf, type Kept, rightsIn, unaskedIn } from './export-mandates.ts';
import type { FollowParts } from './follow-registers.ts';
import { inFull } from './in-full.ts';
import { type FilterQuery, filterIn, queryOf } from './list-filter.ts';
import { listTexts } from './list-texts/index.ts';
import { mandatesHref } from './mandates-href.ts';
import { allMandates, ownMandates, rightsOver } from './own-mandates.ts';
import { InFullPage } from './pages/in-full.tsx';
import { MandatesPage } from './pages/list.tsx';
import { authoritiesIn, representedBy } from './represented.ts';

const config = { room: 'resident' } as const;
const short = Type.Optional(Type.String({ maxLength: 200 }));
const Looked = Type.Object({ visa: short, lage: short, myndighet: short, person: short, sok: short, fore: short });

/** The list of «Mina fullmakter»: a page of it, and all of it to keep. */
export async function mandateListRoutes(app: App, follow: FollowParts): Promise<void> {
  app.get(mandatesHref, { config, schema: { querystring: Looked } }, async (request, reply) => {
    const { scope, query } = request;
    const filter = filterIn(query);
    const found = await ownMandates(scope, filter, query.fore);
    const isBeside = queryOf(filter) === '' && query.fore === undefined;
    const [representing, told, over] = await Promise.all([
      request.acting === null ? representedBy(scope, follow) : null,
      isBeside ? listElsewhere(scope, follow) : [],
      rightsOver(scope),
    ]);
    const authorities = await authoritiesByIds(scope, [
      ...((found.named?.authorities ?? []) as readonly AuthorityId[]),
      ...(representing ? authoritiesIn(representing) : []),
      ...authoritiesTold(told),
    ]);
    const words = { authorities, language: request.language, now: scope.now };
    const me = scope.actor.kind === 'person' ? scope.actor.party : null;
    return reply.page(
      <MandatesPage
        {...found}
        filter={filter}
        authorities={authorities}
        first={query.fore === undefined}
        representing={representing}
        elsewhere={rowsOf(representing?.elsewhere ?? [], told, words)}
        told={told}
        over={over}
        me={me}
        now={scope.now}
      />,
    );
  });

  async function kept({ scope, language, acting }: FastifyRequest, query: FilterQuery): Promise<Kept> {
    const { listed, more } = await allMandates(scope, filterIn(query));
    const papers = listed.flatMap(({ mandate }) => mandate.paper?.authority ?? []);
    const called = await authoritiesByIds(scope, papers);
    const mandates = listed.map((one) => inFull(one, scope.now, language, called));
    if (queryOf(filterIn(query)) !== '') return { more, mandates, rights: [], elsewhere: [], unasked: [] };
    const [representing, told, over] = await Promise.all([
      acting === null ? representedBy(scope, follow) : null,
      listElsewhere(scope, follow),
      rightsOver(scope),
    ]);
    const authorities = await authoritiesByIds(scope, [
      ...(representing ? authoritiesIn(representing) : []),
      ...authoritiesTold(told),
    ]);
    return {
      ...{ more, mandates },
      rights: rightsIn(representing?.rights ?? [], over, language),
      elsewhere: rowsOf(representing?.elsewhere ?? [], told, { authorities, language, now: scope.now }),
      unasked: unaskedIn(representing, told, language),
    };
  }
  const named = ({ language }: FastifyRequest, ending: string) =>
    downloadDisposition(`${listTexts[language].file}.${ending}`);

  app.get(`${mandatesHref}/utskrift`, { config, schema: { querystring: Looked } }, async (request, reply) =>
    reply.page(<InFullPage {...(await kept(request, request.query))} />),
  );

  app.get(`${mandatesHref}.csv`, { config, schema: { querystring: Looked } }, async (request, reply) =>
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', named(request, 'csv'))
      .send(csvOf(await kept(request, request.query), request.language)),
  );

  app.get(`${mandatesHref}.json`, { config, schema: { querystring: Looked } }, async (request, reply) =>
    reply.header('content-disposition', named(request, 'json')).send(await kept(request, request.query)),
  );

  app.get(`${mandatesHref}.pdf`, { config, schema: { querystring: Looked } }, async (request, reply) => {
    const { language, scope } = request;
    const content = await renderDocument(documentOf(await kept(request, request.query), scope.now, language));
    return reply.type('application/pdf').header('content-disposition', named(request, 'pdf')).send(content);
  });
}
