import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { FindOffice, Office } from '../../kernel/http/office.ts';
import { permit } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Inbox } from './arrivals/arrival.ts';
import { replayArrivals } from './arrivals/receive.ts';
import {
  addDestination,
  addHttpsDestination,
  askReconciliation,
  type MakeKeyPair,
  type NewDestination,
  type NewHttpsDestination,
  replay,
  seeDeliveries,
  seeDestination,
} from './destinations.ts';
import { addSource, askFetch, endSource, type NewSource } from './fetching/sources.ts';
import { DeliveriesPage } from './pages/deliveries-page.tsx';
import { DestinationPage } from './pages/destination-page.tsx';
import { TroubledDeliveries } from './pages/troubled-deliveries.tsx';
import { loadTroubled } from './store/deliveries.ts';
import { loadTroubledSources } from './store/sources.ts';
import { texts } from './texts/index.ts';

export type ExchangeParts = {
  readonly office: FindOffice;
  readonly secrets: Secrets;
  readonly makeKeyPair: MakeKeyPair;
  readonly inbox: Inbox;
  readonly mayReach: (url: string) => boolean;
};

const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const One = Type.Object({ authority: Type.String({ maxLength: 100 }), destination: Type.String({ format: 'uuid' }) });
const OneSource = Type.Object({ ...One.properties, source: Type.String({ format: 'uuid' }) });
const Answers = Type.Record(Type.String(), Type.String({ maxLength: 300 }));
type Answers = Readonly<Record<string, string>>;

/** Deliveries of an authority, and what the operator sees of all. */
export async function exchangeRoutes(app: App, parts: ExchangeParts): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority/leveranser';
  const one = `${url}/:destination`;

  app.get('/drift/leveranser', { config: { room: 'operator' } }, async ({ scope }, reply) => {
    await permit(scope, 'operations.read', {});
    const before = scope.now.add({ seconds: 1 });
    const [deliveries, sources] = await scope.read((tx) =>
      Promise.all([loadTroubled(tx, before, 100), loadTroubledSources(tx, 100)]),
    );
    return reply.page(<TroubledDeliveries deliveries={deliveries} sources={sources} />);
  });

  const Listed = Type.Object({ hande: Type.Optional(Type.Literal('replayed')) });
  app.get(url, { config, schema: { params: Slug, querystring: Listed } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    const seen = await seeDeliveries(request.scope, parts.inbox, office.authority);
    const told = request.query.hande === 'replayed';
    return reply.page(<DeliveriesPage {...page(request, office)} errors={[]} answers={{}} told={told} {...seen} />);
  });

  function page({ scope }: FastifyRequest, office: Office) {
    return { office, since: scope.now.toZonedDateTimeISO(office.zone).toPlainDate().toString(), told: false };
  }

  app.post(`${url}/in/igen`, { config, schema: { params: Slug, body: Answers } }, async (request, reply) => {
    const { scope, body, language } = request;
    const office = await parts.office(request, request.params.authority);
    const since = dayIn(body.fran ?? '');
    if (!since) {
      const seen = await seeDeliveries(scope, parts.inbox, office.authority);
      const errors = [{ field: 'fran', text: texts[language].destination.sinceWrong }];
      const shown = { ...page(request, office), since: body.fran ?? '', errors, answers: {} };
      return reply.page(<DeliveriesPage {...shown} {...seen} />, { status: 422 });
    }
    await replayArrivals(scope, parts.inbox, office.authority, since.toZonedDateTime(office.zone).toInstant());
    return reply.seeOther(`/administration/${office.slug}/leveranser?hande=replayed`);
  });

  app.post(url, { config, schema: { params: Slug, body: Answers } }, async (request, reply) => {
    const { scope, language, body } = request;
    const office = await parts.office(request, request.params.authority);
    const { made, errors } = destinationIn(body, texts[language].list.wrong, parts.mayReach);
    if (errors.length > 0) {
      const seen = await seeDeliveries(scope, parts.inbox, office.authority);
      const shown = { ...page(request, office), errors, answers: body };
      return reply.page(<DeliveriesPage {...shown} {...seen} />, { status: 422 });
    }
    const { destination } = await addDestination(scope, parts, office.authority, made);
    return reply.seeOther(`/administration/${office.slug}/leveranser/${destination}?hande=added`);
  });

  app.post(`${url}/https`, { config, schema: { params: Slug, body: Answers } }, async (request, reply) => {
    const { scope, language, body } = request;
    const office = await parts.office(request, request.params.authority);
    const { made, errors } = httpsIn(body, texts[language].https.wrong, parts.mayReach);
    if (errors.length > 0) {
      const seen = await seeDeliveries(scope, parts.inbox, office.authority);
      const shown = { ...page(request, office), errors, answers: { ...body, nyckel: '' } };
      return reply.page(<DeliveriesPage {...shown} {...seen} />, { status: 422 });
    }
    const { destination } = await addHttpsDestination(scope, parts.secrets, office.authority, made);
    return reply.seeOther(`/administration/${office.slug}/leveranser/${destination}?hande=added`);
  });

  const Told = Type.Object({
    hande: Type.Optional(
      Type.Union((['added', 'asked', 'replayed', 'fetching', 'ended'] as const).map((told) => Type.Literal(told))),
    ),
  });
  app.get(one, { config, schema: { params: One, querystring: Told } }, async (request, reply) => {
    const { scope, params, query } = request;
    const office = await parts.office(request, params.authority);
    const seen = await seeDestination(scope, { authority: office.authority, destination: params.destination });
    const since = scope.now.toZonedDateTimeISO(office.zone).toPlainDate().toString();
    return reply.page(<DestinationPage office={office} told={query.hande} errors={[]} since={since} {...seen} />);
  });

  app.post(`${one}/titta`, { config, schema: { params: One } }, async (request, reply) => {
    const { scope, params } = request;
    const office = await parts.office(request, params.authority);
    await askReconciliation(scope, { authority: office.authority, destination: params.destination });
    return reply.seeOther(`/administration/${office.slug}/leveranser/${params.destination}?hande=asked`);
  });

  app.post(`${one}/igen`, { config, schema: { params: One, body: Answers } }, async (request, reply) => {
    const { scope, params, body, language } = request;
    const office = await parts.office(request, params.authority);
    const key = { authority: office.authority, destination: params.destination };
    const since = dayIn(body.fran ?? '');
    if (!since) {
      const seen = await seeDestination(scope, key);
      const errors = [{ field: 'fran', text: texts[language].destination.sinceWrong }];
      const page = { office, told: undefined, errors, since: body.fran ?? '' };
      return reply.page(<DestinationPage {...page} {...seen} />, { status: 422 });
    }
    await replay(scope, key, since.toZonedDateTime(office.zone).toInstant());
    return reply.seeOther(`/administration/${office.slug}/leveranser/${key.destination}?hande=replayed`);
  });

  app.post(`${one}/hamtningar`, { config, schema: { params: One, body: Answers } }, async (request, reply) => {
    const { scope, params, body, language } = request;
    const office = await parts.office(request, params.authority);
    const key = { authority: office.authority, destination: params.destination };
    const { made, errors } = sourceIn(body, texts[language].list.wrong.folder);
    if (errors.length > 0) {
      const seen = await seeDestination(scope, key);
      const since = scope.now.toZonedDateTimeISO(office.zone).toPlainDate().toString();
      return reply.page(<DestinationPage {...{ office, told: undefined, errors, since }} {...seen} />, { status: 422 });
    }
    await addSource(scope, key, made);
    return reply.seeOther(`/administration/${office.slug}/leveranser/${key.destination}?hande=fetching#hamtas`);
  });

  for (const [act, told, work] of [
    ['nu', 'fetching', askFetch],
    ['sluta', 'ended', endSource],
  ] as const)
    app.post(`${one}/hamtningar/:source/${act}`, { config, schema: { params: OneSource } }, async (request, reply) => {
      const { scope, params } = request;
      const office = await parts.office(request, params.authority);
      const { destination } = await work(scope, { authority: office.authority, source: params.source });
      return reply.seeOther(`/administration/${office.slug}/leveranser/${destination}?hande=${told}#hamtas`);
    });
}

function sourceIn(
  answers: Answers,
  wrong: string,
): { readonly made: NewSource; readonly errors: readonly FieldError[] } {
  const folder = answers.hamtmapp?.trim() ?? '';
  const done = answers.klarmapp?.trim() ?? '';
  const isFolder = (path: string) => /^[^\\]{1,200}$/.test(path) && !path.split('/').includes('..');
  const errors = [
    ...(isFolder(folder) ? [] : [{ field: 'hamtmapp', text: wrong }]),
    ...(done === '' || (isFolder(done) && done !== folder) ? [] : [{ field: 'klarmapp', text: wrong }]),
  ];
  return { made: { kind: 'bank-answer', folder, doneFolder: done === '' ? null : done }, errors };
}

function dayIn(text: string): Temporal.PlainDate | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? Temporal.PlainDate.from(text.trim()) : undefined;
  } catch {
    return undefined;
  }
}

type HttpsWrong = Readonly<Record<'name' | 'url' | 'key', string>>;

function httpsIn(
  answers: Answers,
  t: HttpsWrong,
  mayReach: (url: string) => boolean,
): { readonly made: NewHttpsDestination; readonly errors: FieldError[] } {
  const said = (name: string) => answers[name]?.trim() ?? '';
  const made = { name: said('https-namn').slice(0, 100), url: said('adress').replace(/\/+$/, ''), key: said('nyckel') };
  const isPlain = mayReach(made.url) && !/[?#]/.test(made.url);
  const checks: readonly (readonly [boolean, string, string])[] = [
    [made.name !== '', 'https-namn', t.name],
    [isPlain, 'adress', t.url],
    [/^[\x21-\x7e]{8,200}$/.test(made.key), 'nyckel', t.key],
  ];
  return { made, errors: checks.flatMap(([isRight, field, text]) => (isRight ? [] : [{ field, text }])) };
}

type Wrong = Readonly<Record<'name' | 'host' | 'port' | 'username' | 'folder' | 'hostKey', string>>;

function destinationIn(
  answers: Answers,
  t: Wrong,
  mayReach: (url: string) => boolean,
): { readonly made: NewDestination; readonly errors: FieldError[] } {
  const said = (name: string) => answers[name]?.trim() ?? '';
  const port = /^\d{1,5}$/.test(said('port')) ? Number(said('port')) : 0;
  const made = {
    ...{ name: said('namn').slice(0, 100), host: said('server'), port, username: said('anvandare') },
    ...{ folder: said('mapp'), hostKey: said('avtryck'), collects: answers.hamtar === 'ja' },
  };
  const label = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
  const isName = new RegExp(`^${label}(\\.${label})*$`, 'i');
  const checks: readonly (readonly [boolean, string, string])[] = [
    [made.name !== '', 'namn', t.name],
    [isName.test(made.host) && mayReach(`https://${made.host}/`), 'server', t.host],
    [port >= 1 && port <= 65_535, 'port', t.port],
    [/^\S{1,100}$/.test(made.username), 'anvandare', t.username],
    [/^[^\\]{1,200}$/.test(made.folder) && !made.folder.split('/').includes('..'), 'mapp', t.folder],
    [/^SHA256:[A-Za-z0-9+/]{43}$/.test(made.hostKey), 'avtryck', t.hostKey],
  ];
  return { made, errors: checks.flatMap(([isRight, field, text]) => (isRight ? [] : [{ field, text }])) };
}
