import type { FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { dateIn, formatInstant } from '../../kernel/calendar/format.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type Authority, authorityBySlug, brandOf, Succeeded, successorsOf } from '../directory/index.ts';
import { type AdoptedService, fileResource, offered, wordsFor } from './adoption.ts';
import { adoptedService, adoptedServices } from './catalogue.ts';
import { factsOf, replyDaysOf } from './facts.ts';
import { ownDrafts } from './open-draft.ts';
import { AuthorityFront } from './pages/authority-front.tsx';
import { PrivacyPage } from './pages/privacy.tsx';
import { StartPage, type StartProps } from './pages/start.tsx';
import { AuthorityParams, ServiceParams, StartQuery } from './schema.ts';

/** The authority of the address, whose colours the page wears, also when it refuses. */
export async function authorityOf(request: FastifyRequest, slug: string): Promise<Authority> {
  const authority = await authorityBySlug(request.scope, slug);
  request.brand = brandOf(authority);
  return authority;
}

/** What everybody may read: an authority's front page, its services, and what it does with personal data. */
export async function publicRoutes(app: App): Promise<void> {
  const config = { room: 'public' } as const;

  app.get('/:authority', { config, schema: { params: AuthorityParams } }, async (request, reply) => {
    const authority = await authorityOf(request, request.params.authority);
    const further = await leadFurther(request.scope, authority);
    if (further) return reply.page(further);
    const services = offered(await adoptedServices(request.scope, authority.id));
    return reply.page(<AuthorityFront authority={authority} services={services} language={request.language} />);
  });

  app.get('/:authority/personuppgifter', { config, schema: { params: AuthorityParams } }, async (request, reply) => {
    const authority = await authorityOf(request, request.params.authority);
    const services = offered(await adoptedServices(request.scope, authority.id));
    return reply.page(<PrivacyPage authority={authority} services={services} language={request.language} />);
  });

  app.get(
    '/:authority/tjanster/:service',
    { config, schema: { params: ServiceParams, querystring: StartQuery } },
    async (request, reply) => {
      const { scope, params, query, language } = request;
      const authority = await authorityOf(request, params.authority);
      const further = await leadFurther(scope, authority, params.service);
      if (further) return reply.page(further);
      const service = await adoptedService(scope, authority.id, params.service);
      const [entrance, drafts] = await Promise.all([entranceOf(scope, service), draftsOf(scope, authority, service)]);
      const words = wordsFor(service, language);
      const today = dateIn(authority.country, scope.now).toString();
      return reply.page(
        <StartPage
          authority={authority}
          service={service}
          words={words}
          facts={factsOf(service, words, authority.country, today)}
          replyDays={replyDaysOf(service, today)}
          entrance={entrance}
          drafts={drafts}
          told={query.sparad ? 'saved' : query.borttagen ? 'removed' : null}
        />,
      );
    },
  );
}

/**
 * The page that stands in place of what an authority offered, when others have succeeded it; null when it offers itself.
 * @param service where to go on: to the same service when the successor has it, else to its front page
 */
async function leadFurther(scope: Scope, authority: Authority, service?: string): Promise<VNode | null> {
  const successors = await successorsOf(scope, authority);
  if (!successors) return null;
  const to = successors.authorities.map(async ({ id, name, slug, joinedAt }) => {
    if (!joinedAt) return { name, href: null };
    const has = service !== undefined && (await adoptedServices(scope, id)).some((one) => one.slug === service);
    return { name, href: has ? `/${slug}/tjanster/${service}` : `/${slug}` };
  });
  return <Succeeded of={authority} since={successors.since} to={await Promise.all(to)} />;
}

async function entranceOf(scope: Scope, service: AdoptedService): Promise<StartProps['entrance']> {
  if (service.withheld.length > 0) return 'withheld';
  if (!service.isOpen) return 'closed';
  if (scope.actor.kind === 'anonymous') return 'sign-in';
  const { decision, obligations } = await scope.mayAct('service.file', fileResource(service));
  return decision === 'no' && obligations.length > 0 ? 'stronger' : 'open';
}

async function draftsOf(scope: Scope, authority: Authority, service: AdoptedService): Promise<StartProps['drafts']> {
  const own = await ownDrafts(scope);
  return own
    .filter((draft) => draft.authority.id === authority.id && draft.service === service.service)
    .map(({ id, href, changedAt, signBy, cameBack }) => ({
      id,
      state: signBy ? ('waiting' as const) : cameBack ? ('again' as const) : null,
      href,
      savedAt: formatInstant(changedAt, scope.language, authority.country),
    }));
}
