import { dateIn } from '../../../kernel/calendar/format.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { permit } from '../../../kernel/scope.ts';
import type { GuardedSource } from '../guard.ts';
import { loadUnmapped } from '../store/meanings.ts';
import { loadOutcomes } from '../store/source-answers.ts';
import { SourcesPage } from './page.tsx';
import { sourceStates } from './source-state.ts';

const HOURS = 24;

export type SourceAnswerParts = {
  readonly sources: readonly GuardedSource[];
  /** Registers that are asked for something else than cases. */
  readonly others: readonly Pick<GuardedSource, 'id' | 'name' | 'breaker'>[];
};

/** What the operator sees of who else is asked: the sources of cases, and the registers of mandates. */
export async function sourceAnswerRoutes(app: App, { sources, others }: SourceAnswerParts): Promise<void> {
  app.get('/drift/kallor', { config: { room: 'operator' } }, async ({ scope }, reply) => {
    await permit(scope, 'operations.read', {});
    const [counts, unmapped] = await scope.read((tx) =>
      Promise.all([loadOutcomes(tx, scope.now.subtract({ hours: HOURS })), loadUnmapped(tx, dateIn('SE', scope.now))]),
    );
    const elsewhere = sources.filter(({ kind }) => kind === 'elsewhere');
    const states = sourceStates([...elsewhere, ...others], counts);
    return reply.page(<SourcesPage states={states} unmapped={unmapped} hours={HOURS} />);
  });
}
