import type { Schedule } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { unseal } from './copies.ts';
import { ASKED_DAYS, dueBefore, UNUSED_DAYS } from './freshness.ts';
import { type QuestionKind, questionKinds, questions } from './questions.ts';
import type { RegisteredPerson } from './registered-person.ts';
import { asked, askRegister, keepAnswer, type RegistersParts } from './registers.ts';
import { eraseOld, loadDueCopies, noteAsked } from './store.ts';

const BATCH = 200;
const AT_ONCE = 5;
/** A register that fails so many times in a row is left alone until the next turn. */
const FAULTS_MAX = 5;
const PURPOSE = 'base-registers.purpose.refresh';
const ERASE_BATCH = 5_000;

/** Told of each person whom the register has been asked about anew, for whoever keeps something of theirs. */
export type PersonRefreshed = (scope: Scope, person: RegisteredPerson) => Promise<void>;

export type RefreshParts = RegistersParts & { readonly told: PersonRefreshed };

/** Asks anew about what is soon old and still needed, so that people are answered at once; every ten minutes. */
export function refreshSchedule(parts: RefreshParts): Schedule {
  return {
    name: 'base-registers.refresh',
    cron: '*/10 * * * *',
    async run(scope) {
      for (const question of questionKinds) await refreshQuestion(parts, scope, question);
    },
  };
}

async function refreshQuestion<K extends QuestionKind>(
  { secrets, ports, told }: RefreshParts,
  scope: Scope,
  question: K,
): Promise<void> {
  const before = dueBefore(questions[question].register, scope.now);
  const usedSince = scope.now.subtract({ hours: 24 * UNUSED_DAYS });
  const due = await scope.read((tx) => loadDueCopies(tx, question, before, usedSince, BATCH));
  const numbers = due.flatMap(({ sealed }) => unseal(secrets, question, sealed)?.number ?? []);
  let faults = 0;
  for (let from = 0; from < numbers.length && faults < FAULTS_MAX; from += AT_ONCE) {
    const some = await Promise.all(
      numbers.slice(from, from + AT_ONCE).map(async (number) => ({
        number,
        ...(await askRegister(ports, question, number, scope.now)),
      })),
    );
    if (some.some(({ answer }) => answer.state === 'not-asked')) return;
    const at = Temporal.Now.instant(); // of this batch; the run itself may have begun long before
    await scope.write(async (tx) => {
      await Promise.all(
        some.flatMap(({ number, answer, milliseconds }) => [
          keepAnswer(tx, secrets, { question, number, answer, at, isUsed: false }),
          noteAsked(tx, asked(at, question, answer, milliseconds, PURPOSE)),
        ]),
      );
    });
    for (const { answer } of some) {
      if (question === 'person' && answer.state === 'answered') await told(scope, answer.value as RegisteredPerson); // as asked
    }
    faults = some.every(({ answer }) => answer.state === 'failed') ? faults + some.length : 0;
  }
}

/** Every night: copies that nobody has needed for long, and how registers answered long ago. */
export const eraseCopiesSchedule: Schedule = {
  name: 'base-registers.erase',
  cron: '23 2 * * *',
  async run(scope) {
    const unusedSince = scope.now.subtract({ hours: 24 * UNUSED_DAYS });
    const askedBefore = scope.now.subtract({ hours: 24 * ASKED_DAYS });
    while ((await scope.write((tx) => eraseOld(tx, unusedSince, askedBefore, ERASE_BATCH))) === ERASE_BATCH);
  },
};
