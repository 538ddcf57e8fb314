import type { App } from '../../kernel/http/app-types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/texts.ts';
import { authorityBySlug, type Successors, successorsOf } from '../directory/index.ts';
import { type AdoptedService, offered, wordsFor } from './adoption.ts';
import { adoptedService, adoptedServices } from './catalogue.ts';
import { answerSchema } from './format/answer-schema.ts';
import { AuthorityParams, ServiceAnswer, ServiceParams, ServicesAnswer } from './schema.ts';

/** The public catalogue as JSON, for those who show or receive it. */
export async function servicesApiRoutes(app: App): Promise<void> {
  const config = { room: 'public' } as const;
  const tags = ['services'];
  const url = '/api/v1/authorities/:authority/services';

  app.get(
    url,
    {
      config,
      schema: { tags, summary: 'What an authority offers', params: AuthorityParams, response: { 200: ServicesAnswer } },
    },
    async ({ scope, params, language }) => {
      const authority = await authorityBySlug(scope, params.authority);
      const successors = await successorsOf(scope, authority);
      if (successors) return { services: [], succeededBy: listedSuccessors(successors) };
      const services = offered(await adoptedServices(scope, authority.id));
      return { services: services.map((service) => listed(authority.slug, service, language)), succeededBy: [] };
    },
  );

  app.get(
    `${url}/:service`,
    {
      config,
      schema: {
        tags,
        summary: 'One service: its definition, the authority’s settings, and the schema of its answers',
        params: ServiceParams,
        response: { 200: ServiceAnswer },
      },
    },
    async ({ scope, params, language }) => {
      const authority = await authorityBySlug(scope, params.authority);
      const successors = await successorsOf(scope, authority);
      if (successors) {
        const names = successors.authorities.map(({ name }) => name);
        throw new Refusal('gone', 'services.service.succeeded', { of: authority.name, names });
      }
      const service = await adoptedService(scope, authority.id, params.service);
      const { settings, definition } = service;
      return {
        ...listed(authority.slug, service, language),
        settings,
        definition,
        answerSchema: answerSchema(definition),
      };
    },
  );
}

function listedSuccessors({ since, authorities }: Successors) {
  return authorities.map(({ name, slug, joinedAt }) => ({
    name,
    since: since.toString(),
    href: joinedAt ? `/api/v1/authorities/${slug}/services` : null,
  }));
}

function listed(authority: string, service: AdoptedService, language: Language) {
  const words = wordsFor(service, language);
  return {
    service: service.service,
    version: service.version,
    sha256: service.sha256,
    title: words.of('title'),
    lead: words.of('lead'),
    task: service.definition.task,
    theme: service.definition.theme,
    open: service.isOpen && service.withheld.length === 0,
    href: `/${authority}/tjanster/${service.slug}`,
  };
}
