import { derivedId } from '../../src/kernel/ids.ts';
import * as tips from '../../src/modules/notifications/store.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { now, somebody, type World } from './worlds.ts';

const jobs = { worker: 'authority' } as const;
const key = (w: World) => ({ authority: w.authority, tip: w.tip });

const told = (w: World) => ({
  ...{ kind: 'notifications.again-asked' as const, authorities: [w.authority], parties: [] },
  ...{ authority: w.authority, tip: w.tip },
});
const refused = `update notifications.tip set state = 'refused', event = '{}' where authority_id = $1`;

const statements: StatementsOf<typeof tips> = {
  insertTip: fenced(jobs, (tx, w) =>
    tips.insertTip(
      tx,
      {
        ...{ tip: derivedId('new tip'), authority: w.authority, channel: 'email', address: 'x@example.org' },
        ...{ language: 'sv', senderName: 'Sottunga', kind: 'new-message', event: told(w) },
      },
      now,
    ),
  ),
  loadTip: fenced(jobs, (tx, w) => tips.loadTip(tx, key(w))),
  askAgain: fenced(
    { official: 'authority' },
    (tx, w) => tips.askAgain(tx, key(w), { party: somebody, name: 'Olle' }, now),
    refused,
  ),
  eraseTips: past(['worker'], 'tips of all that are too old; tells only how many', (tx) =>
    tips.eraseTips(tx, now.subtract({ hours: 24 }), 10),
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
