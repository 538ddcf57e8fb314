import { on, type Subscription } from './kernel/jobs/subscription.ts';
import type { CaseEvent } from './modules/cases/index.ts';
import * as exchange from './modules/exchange/index.ts';

const told =
  (kind: exchange.PushKind) =>
  (scope: Parameters<Subscription['handle']>[0], event: CaseEvent, run: Parameters<Subscription['handle']>[2]) =>
    exchange.tellSubscribers(scope, { authority: event.authority, kind, subject: event.case, seq: event.seq }, run);

/** What other systems are told of cases. */
export const casePushes: readonly Subscription[] = [
  on('case.filed', 'exchange.tell-filed', told('case.opened')),
  on('case.question-asked', 'exchange.tell-question', told('case.needs-you')),
  on('case.completed', 'exchange.tell-completed', told('case.changed')),
  on('case.decided', 'exchange.tell-decided', told('case.decided')),
  on('case.closed', 'exchange.tell-closed', told('case.closed')),
];
