import * as lastKnown from '../../src/modules/overview/store/last-known.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { now, type World } from './worlds.ts';

const own = { resident: 'party' } as const;
const copy = ({ secret }: World) => ({ source: 'prov', sealed: secret, asOf: now.add({ hours: 1 }) });

const copies: StatementsOf<typeof lastKnown> = {
  loadLastKnown: fenced(own, (tx, w) => lastKnown.loadLastKnown(tx, w.party, 'prov')),
  keepLastKnown: fenced(own, (tx, w) => lastKnown.keepLastKnown(tx, w.party, [copy(w)])),
  forgetLastKnown: past(['worker'], 'forgets what nobody has asked for since; tells only how many', (tx) =>
    lastKnown.forgetLastKnown(tx, now),
  ),
};

export const overviewStatements = { 'overview/store/last-known.ts': copies };
