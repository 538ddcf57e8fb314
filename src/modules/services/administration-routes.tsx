import type { FastifyReply, FastifyRequest } from 'fastify';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { permit } from '../../kernel/scope.ts';
import { type Authority, administeredBySlug, brandOf } from '../directory/index.ts';
import type { AdoptedService } from './adoption.ts';
import { answersOf, decidedOnIn, readAdoption } from './adoption-form.ts';
import { editsSince } from './adoption-history.ts';
import { adoptedService, adoptedServices, forgetCatalogue } from './catalogue.ts';
import { changeAdoption } from './change-adoption.ts';
import { possibleHandlers } from './handlers.ts';
import { newerVersion, takeNewerVersion } from './newer-version.ts';
import { AdoptionPage, type AdoptionPageProps } from './pages/adoption.tsx';
import { AdoptionsPage } from './pages/adoptions.tsx';
import { refusalTexts } from './refusal-texts.ts';
import { AdoptionForm, AuthorityParams, SavedQuery, ServiceParams, VersionForm } from './schema.ts';
import { loadAdoptionEvents } from './store/adoptions.ts';

const REMEMBERED = 50;

/** What an authority's administrator decides about its services. */
export async function administrationRoutes(app: App): Promise<void> {
  const config = { room: 'official' } as const;
  const list = '/administration/:authority/tjanster';
  const one = `${list}/:service`;

  app.get(list, { config, schema: { params: AuthorityParams } }, async (request, reply) => {
    const authority = await administered(request, request.params.authority);
    await permit(request.scope, 'authority.administer', { authority: authority.id });
    const services = await adoptedServices(request.scope, authority.id);
    return reply.page(<AdoptionsPage authority={authority} services={services} />);
  });

  app.get(one, { config, schema: { params: ServiceParams, querystring: SavedQuery } }, async (request, reply) => {
    const authority = await administered(request, request.params.authority);
    const page = await viewOf(request, authority, request.params.service);
    return reply.page(<AdoptionPage {...page} saved={request.query.sparat === 'ja'} />);
  });

  app.post(one, { config, schema: { params: ServiceParams, body: AdoptionForm } }, async (request, reply) => {
    const { scope, body, language, params } = request;
    const authority = await administered(request, params.authority);
    const page = await viewOf(request, authority, params.service);
    const typed = { ...page, answers: textsIn(body), decidedOn: decidedOnIn(body) };
    const revision = Number(body.revision);
    const today = dateIn(authority.country, scope.now);
    const { change, errors } = readAdoption(body, page.service, authority.country, language, today);
    if (revision !== page.service.revision) return stale(reply, typed, revision);
    if (errors.length > 0) return reply.page(<AdoptionPage {...typed} errors={errors} />, { status: 422 });
    try {
      await changeAdoption(scope, authority.id, params.service, revision, change);
    } catch (error) {
      if (isRefusal(error, 'conflict')) {
        return stale(reply, { ...typed, ...newest(await viewOf(request, authority, params.service)) }, revision);
      }
      const text = isRefusal(error, 'invalid') ? refusalTexts[error.key]?.[language] : undefined;
      if (!text || (error as { key?: string }).key !== 'services.adoption.unit') throw error;
      const wrong: FieldError = { field: 'handler', text: `${text.what} ${text.next}` };
      return reply.page(<AdoptionPage {...typed} errors={[wrong]} />, { status: 422 });
    }
    return reply.seeOther(`/administration/${authority.slug}/tjanster/${params.service}?sparat=ja`);
  });

  app.post(
    `${one}/version`,
    { config, schema: { params: ServiceParams, body: VersionForm } },
    async (request, reply) => {
      const { scope, body, params } = request;
      const authority = await administered(request, params.authority);
      await takeNewerVersion(scope, authority.id, params.service, Number(body.revision));
      return reply.seeOther(`/administration/${authority.slug}/tjanster/${params.service}?sparat=ja`);
    },
  );
}

async function administered(request: FastifyRequest, slug: string): Promise<Authority> {
  const authority = await administeredBySlug(request, slug);
  request.brand = brandOf(authority);
  return authority;
}

async function viewOf({ scope }: FastifyRequest, authority: Authority, slug: string): Promise<AdoptionPageProps> {
  const permission = await permit(scope, 'authority.administer', { authority: authority.id });
  forgetCatalogue(authority.id); // what is changed is looked at as it is now
  const service = await adoptedService(scope, authority.id, slug);
  const [handlers, newer, events] = await Promise.all([
    possibleHandlers(scope, authority, service.definition.task),
    newerVersion(scope, service),
    scope
      .reaching(permission, { authorities: [authority.id] })
      .read((tx) => loadAdoptionEvents(tx, service, REMEMBERED)),
  ]);
  return {
    ...{ authority, service, handlers, newer, events, errors: [], saved: false, overtaken: [] },
    answers: answersOf(service),
    decidedOn: dayOfDecision(service),
  };
}

function dayOfDecision({ retention }: AdoptedService): AdoptionPageProps['decidedOn'] {
  return retention ? Temporal.PlainDate.from(retention.decidedOn) : undefined;
}

function newest({ service, events }: AdoptionPageProps) {
  return { service, events };
}

/** The form as it was sent, and beside it what others have changed since it was shown. */
function stale(reply: FastifyReply, page: AdoptionPageProps, revision: number): FastifyReply {
  return reply.page(<AdoptionPage {...page} overtaken={editsSince(page.events, revision)} />, { status: 409 });
}

function textsIn(body: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}
