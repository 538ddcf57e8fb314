import { derivedId } from '../../src/kernel/ids.ts';
import * as tips from '../../src/modules/notifications/store.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { now, type World } from './worlds.ts';

const jobs = { worker: 'authority' } as const;
const key = (w: World) => ({ authority: w.authority, tip: w.tip });

const statements: StatementsOf<typeof tips> = {
  insertTip: fenced(jobs, (tx, w) =>
    tips.insertTip(
      tx,
      {
        ...{ tip: derivedId('new tip'), authority: w.authority, channel: 'email', address: 'x@example.org' },
        ...{ language: 'sv', senderName: 'Sottunga', kind: 'new-message' },
      },
      now,
    ),
  ),
  loadAttempts: fenced(jobs, (tx, w) => tips.loadAttempts(tx, key(w))),
  insertAttempt: fenced(jobs, (tx, w) => tips.insertAttempt(tx, key(w), 2, now)),
  endAttempt: fenced(jobs, (tx, w) => tips.endAttempt(tx, key(w), 1, { outcome: 'refused', detail: '550' }, now)),
  setTipState: fenced(jobs, (tx, w) => tips.setTipState(tx, key(w), 'refused', now)),
  loadTroubledTips: past(['official'], 'the operator sees tips of all authorities, without addresses', (tx) =>
    tips.loadTroubledTips(tx, now, 10),
  ),
};

export const notificationStatements = { 'notifications/store.ts': statements };
