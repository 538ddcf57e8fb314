import type { App } from '../../../kernel/http/app-types.ts';
import { employer } from '../employer.ts';
import { ParallelPage } from '../pages/parallel.tsx';
import { ParallelMonthPage } from '../pages/parallel-month.tsx';
import { ByAuthority, ByMonth, Classified, CodeChosen, Signed } from '../schema.ts';
import { classify, readParallel, readParallelMonth, setCode, signGoLive } from './parallel-run.ts';

/** The old system beside ours, until somebody dares to pay from here. */
export async function parallelRoutes(app: App): Promise<void> {
  const config = { room: 'official' } as const;
  const place = '/lon/:authority/parallell';

  app.get(place, { config, schema: { params: ByAuthority } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    return reply.page(<ParallelPage authority={authority} standing={await readParallel(scope, authority.id)} />);
  });

  app.post(
    `${place}/koder`,
    { config, schema: { params: ByAuthority, body: CodeChosen } },
    async ({ scope, params, body }, reply) => {
      const { id, slug } = await employer(scope, params.authority);
      const code = (body as Readonly<Record<string, string>>)[`code-${body.old}`] ?? '';
      await setCode(scope, id, body.old, code);
      return reply.seeOther(`/lon/${slug}/parallell#koder`);
    },
  );

  app.post(
    `${place}/skriv-under`,
    { config, schema: { params: ByAuthority, body: Signed } },
    async ({ scope, params, body }, reply) => {
      const { id, slug } = await employer(scope, params.authority);
      await signGoLive(scope, id, body.reason);
      return reply.seeOther(`/lon/${slug}/parallell`);
    },
  );

  app.get(`${place}/:month`, { config, schema: { params: ByMonth } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    const view = await readParallelMonth(scope, authority.id, `${params.month}-01`);
    return reply.page(<ParallelMonthPage authority={authority} view={view} />);
  });

  app.post(
    `${place}/:month`,
    { config, schema: { params: ByMonth, body: Classified } },
    async ({ scope, params, body }, reply) => {
      const { id, slug } = await employer(scope, params.authority);
      const { employee, code } = body;
      const reason = (body as Readonly<Record<string, string>>)[`reason-${employee}-${code}`] ?? '';
      await classify(scope, id, `${params.month}-01`, { employee, code, class: body.class, reason });
      return reply.seeOther(`/lon/${slug}/parallell/${params.month}`);
    },
  );
}
