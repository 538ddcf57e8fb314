import { dateIn } from '../../../kernel/calendar/format.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { permit } from '../../../kernel/scope.ts';
import type { GuardedSource } from '../guard.ts';
import { loadUnmapped } from '../store/meanings.ts';
import { loadOutcomes } from '../store/source-answers.ts';
import { SourcesPage } from './page.tsx';
import { sourceStates } from './source-state.ts';

const HOURS = 24;

export type SourceAnswerParts = { readonly sources: readonly GuardedSource[] };

/** What the operator sees of the sources of cases. */
export async function sourceAnswerRoutes(app: App, { sources }: SourceAnswerParts): Promise<void> {
  app.get('/drift/kallor', { config: { room: 'operator' } }, async ({ scope }, reply) => {
    await permit(scope, 'operations.read', {});
    const [counts, unmapped] = await scope.read((tx) =>
      Promise.all([loadOutcomes(tx, scope.now.subtract({ hours: HOURS })), loadUnmapped(tx, dateIn('SE', scope.now))]),
    );
    const elsewhere = sources.filter(({ kind }) => kind === 'elsewhere');
    return reply.page(<SourcesPage states={sourceStates(elsewhere, counts)} unmapped={unmapped} hours={HOURS} />);
  });
}
