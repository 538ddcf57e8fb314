import { Type } from 'typebox';
import type { App } from '../http/app-types.ts';
import { permit } from '../scope.ts';
import { giveBackAttempts, loadDeadLetters } from './dead-letter.ts';
import { DeadLetters } from './pages/dead-letters.tsx';
import { OperationsHome } from './pages/operations-home.tsx';

const PAGE = 50;
const number = Type.String({ pattern: '^[0-9]{1,18}$' });
const After = Type.Object({ efter: Type.Optional(number), omgjord: Type.Optional(Type.String({ maxLength: 2 })) });

/** The operator's own pages: what has failed for good, and giving it another try. */
export async function operationsRoutes(app: App, { poke }: { readonly poke: () => void }): Promise<void> {
  const config = { room: 'operator' } as const;

  app.get('/drift', { config }, async (request, reply) => {
    await permit(request.scope, 'operations.read', {});
    return reply.page(<OperationsHome />);
  });

  app.get('/drift/handelser', { config, schema: { querystring: After } }, async (request, reply) => {
    const { scope, query } = request;
    await permit(scope, 'operations.read', {});
    const letters = await scope.read((tx) => loadDeadLetters(tx, query.efter ?? '0', PAGE));
    const last = letters.length === PAGE ? letters.at(-1) : undefined;
    const nextHref = last && `/drift/handelser?efter=${last.job}`;
    return reply.page(<DeadLetters letters={letters} nextHref={nextHref} retried={query.omgjord !== undefined} />);
  });

  app.post(
    '/drift/handelser/:job/gor-om',
    { config, schema: { params: Type.Object({ job: number }) } },
    async (request, reply) => {
      const { scope, params } = request;
      await permit(scope, 'operations.retry', {});
      await scope.write((tx) => giveBackAttempts(tx, params.job));
      poke();
      return reply.seeOther('/drift/handelser?omgjord=ja');
    },
  );
}
