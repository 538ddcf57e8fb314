import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import type { FindOffice } from '../../../kernel/http/office.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { SubscriberPage } from '../pages/subscriber-page.tsx';
import { SubscribersPage } from '../pages/subscribers-page.tsx';
import { texts } from '../texts/index.ts';
import { type PushCarrier, pushKinds } from './push.ts';
import { addSubscriber, seeSubscriber, seeSubscribers, stopTelling, tellAgain } from './subscribers.ts';

export type PushRoutesParts = {
  readonly office: FindOffice;
  readonly secrets: Secrets;
  readonly carrier: Pick<PushCarrier, 'mayReach'>;
};

const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const One = Type.Object({ authority: Type.String({ maxLength: 100 }), subscriber: Type.String({ format: 'uuid' }) });
const Adding = Type.Object({
  name: Type.String({ maxLength: 100, default: '' }),
  url: Type.String({ maxLength: 500, default: '' }),
  kinds: Type.Array(Type.Enum([...pushKinds]), { default: [], maxItems: pushKinds.length }),
});
const Since = Type.Object({ fran: Type.String({ maxLength: 20, default: '' }) });
const Told = Type.Object({ hande: Type.Optional(Type.Union([Type.Literal('again'), Type.Literal('ended')])) });

/** Other systems that are told when something happens, by an authority's administrator. */
export async function pushRoutes(app: App, parts: PushRoutesParts): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority/prenumeranter';
  const one = `${url}/:subscriber`;
  const untouched = { typed: { name: '', url: '', kinds: pushKinds }, errors: [] };

  app.get(url, { config, schema: { params: Slug } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    const subscribers = await seeSubscribers(request.scope, office.authority);
    return reply.page(<SubscribersPage office={office} subscribers={subscribers} {...untouched} />);
  });

  app.post(url, { config, schema: { params: Slug, body: Adding } }, async (request, reply) => {
    const { scope, language, body } = request;
    const office = await parts.office(request, request.params.authority);
    const typed = { name: body.name.trim(), url: body.url.trim(), kinds: body.kinds };
    const t = texts[language].push.wrong;
    const errors = [
      ...(typed.name === '' ? [{ field: 'name', text: t.name }] : []),
      ...(parts.carrier.mayReach(typed.url) ? [] : [{ field: 'url', text: t.url }]),
      ...(typed.kinds.length === 0 ? [{ field: 'kinds', text: t.kinds }] : []),
    ];
    if (errors.length > 0) {
      const subscribers = await seeSubscribers(scope, office.authority);
      const page = <SubscribersPage office={office} subscribers={subscribers} typed={typed} errors={errors} />;
      return reply.page(page, { status: 422 });
    }
    const { secret, ...key } = await addSubscriber(scope, parts, office.authority, typed);
    // Answered at once and not after a redirect: the secret is shown here and nowhere else.
    const seen = await seeSubscriber(scope, key);
    const page = { office, secret, told: undefined, errors: [], since: todayIn(scope.now, office.zone) };
    return reply.page(<SubscriberPage {...page} {...seen} />);
  });

  app.get(one, { config, schema: { params: One, querystring: Told } }, async (request, reply) => {
    const { scope, params, query } = request;
    const office = await parts.office(request, params.authority);
    const seen = await seeSubscriber(scope, { authority: office.authority, subscriber: params.subscriber });
    const page = { office, secret: null, told: query.hande, errors: [], since: todayIn(scope.now, office.zone) };
    return reply.page(<SubscriberPage {...page} {...seen} />);
  });

  app.post(`${one}/igen`, { config, schema: { params: One, body: Since } }, async (request, reply) => {
    const { scope, params, body, language } = request;
    const office = await parts.office(request, params.authority);
    const key = { authority: office.authority, subscriber: params.subscriber };
    const since = dayIn(body.fran);
    if (!since) {
      const seen = await seeSubscriber(scope, key);
      const errors = [{ field: 'fran', text: texts[language].push.wrong.since }];
      const page = { office, secret: null, told: undefined, errors, since: body.fran };
      return reply.page(<SubscriberPage {...page} {...seen} />, { status: 422 });
    }
    await tellAgain(scope, key, since.toZonedDateTime(office.zone).toInstant());
    return reply.seeOther(`/administration/${office.slug}/prenumeranter/${key.subscriber}?hande=again`);
  });

  app.post(`${one}/avsluta`, { config, schema: { params: One } }, async (request, reply) => {
    const { scope, params } = request;
    const office = await parts.office(request, params.authority);
    await stopTelling(scope, { authority: office.authority, subscriber: params.subscriber });
    return reply.seeOther(`/administration/${office.slug}/prenumeranter/${params.subscriber}?hande=ended`);
  });
}

function todayIn(now: Temporal.Instant, zone: string): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? Temporal.PlainDate.from(text.trim()) : undefined;
  } catch {
    return undefined;
  }
}
