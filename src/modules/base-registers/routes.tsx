import type { App } from '../../kernel/http/app-types.ts';
import { permit } from '../../kernel/scope.ts';
import { RegisterStates } from './pages/register-states.tsx';
import { loadStates } from './store.ts';

const HOURS = 24;

/** What the operator sees of the registers: how they answer, never about whom. */
export async function registerRoutes(app: App): Promise<void> {
  app.get('/drift/register', { config: { room: 'operator' } }, async (request, reply) => {
    const { scope } = request;
    await permit(scope, 'operations.read', {});
    const states = await scope.read((tx) => loadStates(tx, scope.now.subtract({ hours: HOURS })));
    return reply.page(<RegisterStates states={states} hours={HOURS} />);
  });
}
