import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { type Handled, handle } from './handle.ts';
import { dayAt } from './zone.ts';

export type Asking = { readonly text: string; readonly answerBy: Temporal.PlainDate };

/**
 * Asks the applicant for more; until they answer, the case waits for them and the authority's days stand still.
 * @throws Refusal not-found | not-allowed | conflict | invalid when the day has passed
 */
export async function askForCompletion(scope: Scope, handled: Handled, asking: Asking): Promise<void> {
  const askedOn = dayAt(await authorityById(scope, handled.authority), scope.now);
  if (Temporal.PlainDate.compare(asking.answerBy, askedOn) <= 0) throw new Refusal('invalid', 'cases.answer-by');
  await handle(scope, handled, 'case.ask-for-completion', () => ({
    kind: 'question-asked',
    text: asking.text,
    askedOn: askedOn.toString(),
    answerBy: asking.answerBy.toString(),
  }));
}
