import type { App } from '../../kernel/http/app-types.ts';
import type { Language } from '../../kernel/texts.ts';
import { authorityBySlug } from '../directory/index.ts';
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
      const services = offered(await adoptedServices(scope, authority.id));
      return { services: services.map((service) => listed(authority.slug, service, language)) };
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
