import { derivedId } from '../../src/kernel/ids.ts';
import type { Arrival } from '../../src/modules/exchange/arrivals/arrival.ts';
import * as arrivals from '../../src/modules/exchange/store/arrivals.ts';
import * as deliveries from '../../src/modules/exchange/store/deliveries.ts';
import * as destinations from '../../src/modules/exchange/store/destinations.ts';
import * as pushes from '../../src/modules/exchange/store/pushes.ts';
import * as sources from '../../src/modules/exchange/store/sources.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { digest, now, somebody, type World } from './worlds.ts';

const both = { official: 'authority', worker: 'authority' } as const;
const official = { official: 'authority' } as const;
const worker = { worker: 'authority' } as const;
const to = (w: World) => ({ authority: w.authority, destination: w.destination });
const key = (w: World) => ({ authority: w.authority, delivery: w.delivery });
const receipt = { size: 12, sha256: digest, at: now.toString() };

const destinationStatements: StatementsOf<typeof destinations> = {
  loadDestinations: fenced(both, (tx, w) => destinations.loadDestinations(tx, w.authority)),
  loadDestination: fenced(both, (tx, w) => destinations.loadDestination(tx, to(w))),
  insertDestination: fenced(official, (tx, w) =>
    destinations.insertDestination(
      tx,
      {
        ...{ authority: w.authority, destination: derivedId('new destination'), name: 'x', host: 'x', port: 22 },
        ...{ username: 'x', folder: 'x', hostKey: 'x', publicKey: 'x', sealedKey: 'x', collects: false, url: null },
      },
      { party: somebody, name: 'Maja', at: now },
    ),
  ),
  insertReconciliation: fenced(worker, (tx, w) =>
    destinations.insertReconciliation(tx, to(w), {
      ...{ at: now.add({ seconds: 1 }), state: 'answered', agreed: 0, differences: [] },
    }),
  ),
  loadReconciliation: fenced(both, (tx, w) => destinations.loadReconciliation(tx, to(w))),
};

const place = (w: World) => ({ authority: w.authority, place: w.mapping });
const arrival = (w: World): Arrival => ({
  ...{ ...place(w), arrival: w.arrival, name: 'x.csv', digest, size: 1, file: w.file },
  ...{ originName: 'x', at: now },
  origin: 'machine',
});

const arrivalStatements: StatementsOf<typeof arrivals> = {
  insertArrival: fenced(both, (tx, w) =>
    arrivals.insertArrival(tx, { ...arrival(w), arrival: derivedId('new arrival') }),
  ),
  arrivalNamed: fenced(both, (tx, w) => arrivals.arrivalNamed(tx, place(w), 'tid.csv')),
  arrivalsAt: fenced(both, (tx, w) => arrivals.arrivalsAt(tx, place(w), '', 10)),
  latestArrivals: fenced(both, (tx, w) => arrivals.latestArrivals(tx, w.authority, 10)),
  arrivalsSince: fenced(both, (tx, w) => arrivals.arrivalsSince(tx, w.authority, now.subtract({ hours: 24 }))),
  setReplayed: fenced(both, (tx, w) => arrivals.setReplayed(tx, arrival(w), w.file, now)),
};

const order = (w: World) => ({
  ...{ ...to(w), delivery: derivedId<string>('new delivery'), name: 'x.csv', kind: 'x', subject: 'x' },
  ...{ content: digest, size: 1 },
});

const deliveryStatements: StatementsOf<typeof deliveries> = {
  insertDelivery: fenced(both, (tx, w) => deliveries.insertDelivery(tx, order(w), now)),
  loadDelivery: fenced(both, (tx, w) => deliveries.loadDelivery(tx, key(w))),
  loadDeliveries: fenced(both, (tx, w) => deliveries.loadDeliveries(tx, w.authority, 10)),
  loadDelivered: fenced(both, (tx, w) => deliveries.loadDelivered(tx, to(w))),
  setWaitingSince: fenced(official, (tx, w) => deliveries.setWaitingSince(tx, to(w), now, now)),
  loadAttempts: fenced(both, (tx, w) => deliveries.loadAttempts(tx, key(w))),
  insertAttempt: fenced(worker, (tx, w) => deliveries.insertAttempt(tx, key(w), 2, now)),
  endAttempt: fenced(worker, (tx, w) => deliveries.endAttempt(tx, key(w), 1, { outcome: 'later', detail: 'x' }, now)),
  setState: fenced(worker, (tx, w) => deliveries.setState(tx, key(w), 'delivered', receipt, now)),
  loadTroubled: past(['official'], 'the operator sees deliveries of all authorities: names of files only', (tx) =>
    deliveries.loadTroubled(tx, now, 10),
  ),
  namedFiles: past(['worker'], 'which contents are named still; nothing of whose', (tx) =>
    deliveries.namedFiles(tx, [digest]),
  ),
};

const subscriber = (w: World) => ({ authority: w.authority, subscriber: w.subscriber });
const push = (w: World) => ({ authority: w.authority, push: w.push });

const pushStatements: StatementsOf<typeof pushes> = {
  loadSubscribers: fenced(both, (tx, w) => pushes.loadSubscribers(tx, w.authority)),
  loadSubscriber: fenced(both, (tx, w) => pushes.loadSubscriber(tx, subscriber(w))),
  insertSubscriber: fenced(official, (tx, w) =>
    pushes.insertSubscriber(
      tx,
      {
        ...{ authority: w.authority, subscriber: derivedId('new subscriber'), name: 'x', url: 'https://x.example' },
        ...{ sealedSecret: 'x', kinds: ['case.opened'] },
      },
      { party: somebody, name: 'Maja', at: now },
    ),
  ),
  endSubscriber: fenced(official, (tx, w) => pushes.endSubscriber(tx, subscriber(w), now)),
  insertPush: fenced(worker, (tx, w) =>
    pushes.insertPush(tx, {
      ...{ ...subscriber(w), push: derivedId<string>('new push'), kind: 'case.opened' },
      ...{ subject: w.case, seq: 1, at: now },
    }),
  ),
  loadPush: fenced(both, (tx, w) => pushes.loadPush(tx, push(w))),
  loadPushes: fenced(both, (tx, w) => pushes.loadPushes(tx, subscriber(w), 10)),
  setPushesWaiting: fenced(both, (tx, w) =>
    pushes.setPushesWaiting(tx, subscriber(w), { since: now, at: now, most: 10 }),
  ),
  setPushState: fenced(both, (tx, w) => pushes.setPushState(tx, push(w), 'delivered', now)),
  insertPushAttempt: fenced(worker, (tx, w) => pushes.insertPushAttempt(tx, push(w), now)),
  endPushAttempt: fenced(worker, (tx, w) =>
    pushes.endPushAttempt(tx, push(w), 1, { outcome: 'later', detail: 'x' }, now),
  ),
};

const source = (w: World) => ({ authority: w.authority, source: w.source });
const sourceStatements: StatementsOf<typeof sources> = {
  insertSource: fenced(official, (tx, w) =>
    sources.insertSource(
      tx,
      { ...to(w), source: derivedId('new source'), kind: 'bank-answer', folder: '/ny', doneFolder: null },
      { party: somebody, name: 'Maja', at: now },
    ),
  ),
  loadSource: fenced(both, (tx, w) => sources.loadSource(tx, source(w))),
  loadSources: fenced(both, (tx, w) => sources.loadSources(tx, to(w))),
  setLooked: fenced(worker, (tx, w) =>
    sources.setLooked(tx, source(w), { at: now, outcome: 'later', detail: 'lost', files: [] }),
  ),
  endSource: fenced(official, (tx, w) => sources.endSource(tx, source(w), now)),
  sourcesToLookIn: past(['worker'], 'ids of folders of any authority that files are fetched from', (tx) =>
    sources.sourcesToLookIn(tx, 10),
  ),
  loadTroubledSources: past(['official'], 'the operator sees folders of all authorities that could not be read', (tx) =>
    sources.loadTroubledSources(tx, 10),
  ),
};

export const exchangeStatements = {
  'exchange/store/sources.ts': sourceStatements,
  'exchange/store/pushes.ts': pushStatements,
  'exchange/store/arrivals.ts': arrivalStatements,
  'exchange/store/deliveries.ts': deliveryStatements,
  'exchange/store/destinations.ts': destinationStatements,
};
