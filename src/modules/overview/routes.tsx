import { downloadDisposition } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type AskParts, askSources } from './ask-sources.ts';
import { csvOf, dataOf } from './export.ts';
import { overviewParts } from './overview-parts.tsx';
import { ElsewherePage } from './pages/elsewhere.tsx';
import { OverviewPage, overviewHref } from './pages/overview.tsx';
import { readOne } from './read-one.ts';
import { ByKey, OverviewAnswer, ViewQuery } from './schema.ts';
import { texts } from './texts/index.ts';
import { isInView, viewOf } from './view.ts';
import { overviewOf, type WholeOverview, wholeOverview } from './whole-overview.ts';

/** Long enough for who is quick, short enough for who reads. */
export const usualPatience = 250;

export type OverviewParts = AskParts & {
  /** Milliseconds that the first lists wait for sources elsewhere. */
  readonly patience: number;
};

/** «Min ärendeöversikt»: one's cases with all authorities, sent as they are answered. */
export async function overviewRoutes(app: App, parts: OverviewParts): Promise<void> {
  const config = { room: 'resident' } as const;

  app.get(overviewHref, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const { scope } = request;
    const { principal, parts: may } = await overviewOf(scope, parts);
    const view = viewOf(request.query);
    const { sources, patience } = may;
    const ask = () => askSources(scope, principal, may);
    return reply.pageInParts(<OverviewPage view={view} />, overviewParts({ sources, ask, view, patience }));
  });

  app.get(`${overviewHref}.csv`, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const whole = inView(await wholeOverview(request.scope, parts), request.query);
    const { language } = request;
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', downloadDisposition(`${texts[language].export.file}.csv`))
      .send(csvOf(whole, language));
  });

  app.get(`${overviewHref}.json`, { config, schema: { querystring: ViewQuery } }, async (request, reply) => {
    const whole = inView(await wholeOverview(request.scope, parts), request.query);
    const { language } = request;
    return reply
      .header('content-disposition', downloadDisposition(`${texts[language].export.file}.json`))
      .send(dataOf(whole, language));
  });

  app.get(`${overviewHref}/:source/:key`, { config, schema: { params: ByKey } }, async (request, reply) => {
    const { source: id, key } = request.params;
    const source = parts.sources.find((one) => one.id === id && one.kind === 'elsewhere');
    if (!source) throw new Refusal('not-found', 'overview.case.not-found');
    const { item, asked: answer } = await readOne(request.scope, parts, source, key);
    if (!item || !answer) {
      const failed = answer?.answer.state === 'failed' || answer?.answer.state === 'stale';
      throw failed
        ? new Refusal('unavailable', 'overview.case.could-not-ask', { source: source.name[request.language] })
        : new Refusal('not-found', 'overview.case.not-found');
    }
    return reply.page(<ElsewherePage item={item} asked={answer} />);
  });

  app.get(
    '/api/v1/overview',
    {
      config,
      schema: {
        summary: 'The signed-in person’s cases with all authorities',
        description: '207 when some source could not be asked: `sources` says which, and items may be missing or old.',
        response: { 200: OverviewAnswer, 207: OverviewAnswer },
      },
    },
    async (request, reply) => {
      const whole = await wholeOverview(request.scope, parts);
      const isWhole = whole.asked.every(({ answer }) => answer.state !== 'failed' && answer.state !== 'stale');
      return reply.status(isWhole ? 200 : 207).send(dataOf(whole, request.language));
    },
  );
}

function inView(whole: WholeOverview, query: Parameters<typeof viewOf>[0]): WholeOverview {
  const view = viewOf(query);
  return { ...whole, items: whole.items.filter((item) => isInView(item, view)) };
}
