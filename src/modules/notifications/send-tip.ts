import type { Tx } from '../../kernel/database/connection.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mailOf, type Place } from './mail-of.ts';
import type { MailTransport } from './mail-transport.ts';
import { endAttempt, insertAttempt, insertTip, loadAttempts, loadTip, setTipState, type TipKey } from './store.ts';
import { type Attempt, type AttemptedState, isSettled, type SettledState, stateOf, type Tip } from './tip.ts';

/**
 * Sends a tip from a job, at least once and at most twice, whenever the process is killed. A refused or unknown one is
 * settled too: the operator sees it at `/drift/utskick`.
 * @throws Refusal unavailable when the job must try again later (put off, not reached, or unknown the first time)
 */
export type SendTip = (scope: Scope, tip: Tip) => Promise<SettledState>;

/** @param mail how mail leaves the house */
export function tipSender(mail: MailTransport, place: Place): SendTip {
  return async function sendTip(scope, tip) {
    const start = await beginAttempt(scope, tip);
    if (start.settled) return start.settled;
    const result = await mail.send(mailOf(tip, place));
    const ended = Temporal.Now.instant(); // of the sending, which the scope's own time came before
    const state = await scope.write(async (tx) => {
      await endAttempt(tx, tip, start.number, result, ended);
      const now = await stateNow(tx, tip);
      await setTipState(tx, tip, now.state, ended);
      return now.state;
    });
    if (isSettled(state)) return state;
    throw new Refusal('unavailable', state === 'later' ? 'notifications.tip.later' : 'notifications.tip.unknown');
  };
}

type Start = { readonly number: number; readonly settled?: undefined } | { readonly settled: SettledState };

/** Commits the attempt before it is made: a process killed afterwards leaves it behind as one of unknown outcome. */
async function beginAttempt(scope: Scope, tip: Tip): Promise<Start> {
  return scope.write(async (tx) => {
    const [, { state, attempts }] = await Promise.all([insertTip(tx, tip, scope.now), stateNow(tx, tip)]);
    if (isSettled(state)) {
      await setTipState(tx, tip, state, scope.now);
      return { settled: state };
    }
    const number = attempts.length + 1;
    await insertAttempt(tx, tip, number, scope.now);
    return { number };
  });
}

type Now = { readonly state: AttemptedState; readonly attempts: readonly Attempt[] };

async function stateNow(tx: Tx, tip: TipKey): Promise<Now> {
  const [known, attempts] = await Promise.all([loadTip(tx, tip), loadAttempts(tx, tip)]);
  return { state: stateOf(attempts, known?.againAfter), attempts };
}
