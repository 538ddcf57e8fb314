import * as feeds from '../../src/modules/overview/store/calendar-feed.ts';
import * as lastKnown from '../../src/modules/overview/store/last-known.ts';
import * as meanings from '../../src/modules/overview/store/meanings.ts';
import * as answers from '../../src/modules/overview/store/source-answers.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { now, today, type World } from './worlds.ts';

const own = { resident: 'party' } as const;
const copy = ({ secret }: World) => ({ source: 'prov', sealed: secret, asOf: now.add({ hours: 1 }) });

const copies: StatementsOf<typeof lastKnown> = {
  loadLastKnown: fenced(own, (tx, w) => lastKnown.loadLastKnown(tx, w.party, 'prov')),
  keepLastKnown: fenced(own, (tx, w) => lastKnown.keepLastKnown(tx, w.party, [copy(w)])),
  forgetLastKnown: past(['worker'], 'forgets what nobody has asked for since; tells only how many', (tx) =>
    lastKnown.forgetLastKnown(tx, now),
  ),
};

const counts: StatementsOf<typeof answers> = {
  noteAnswers: past(['worker'], 'counts how sources answer; not about whom', (tx) =>
    answers.noteAnswers(tx, [{ source: 'prov', outcome: 'slow', times: 1 }], now),
  ),
  loadOutcomes: past(['official'], 'counts and times, for the operator', (tx) => answers.loadOutcomes(tx, now)),
};

const hash = Buffer.alloc(32, 'token');
const calendars: StatementsOf<typeof feeds> = {
  loadFeed: fenced(own, (tx, w) => feeds.loadFeed(tx, w.party)),
  keepFeed: fenced(own, (tx, w) => feeds.keepFeed(tx, w.party, { hash, language: 'sv', at: now })),
  noteFeedRead: fenced(own, (tx, w) => feeds.noteFeedRead(tx, w.party, now)),
  endFeed: fenced(own, (tx, w) => feeds.endFeed(tx, w.party)),
  loadFeedOwner: past(['resident'], 'whose calendar it is, for who has the secret of its address', (tx) =>
    feeds.loadFeedOwner(tx, hash),
  ),
};

const seen = (w: World): meanings.CodeSeen => ({
  ...{ source: 'prov', status: w.secret, type: '', ball: 'me', words: w.secret, times: 1 },
});
const said = (w: World): meanings.KeptMeaning => ({
  ...{ source: 'prov', kind: 'type', code: w.secret, seq: 9, from: today, madeAt: now, madeBy: w.secret },
  meaning: { words: { sv: 'x', fi: 'x', en: 'x' } },
});
const codes: StatementsOf<typeof meanings> = {
  listAllMeanings: open('what codes mean, in the words that everybody is told in'),
  listMeanings: open('what codes mean, in the words that everybody is told in'),
  insertMeaning: fenced({ official: 'authority' }, (tx, w) => meanings.insertMeaning(tx, w.authority, said(w))),
  noteCodes: fenced({ worker: 'authority' }, (tx, w) => meanings.noteCodes(tx, w.authority, [seen(w)], now)),
  listCodesSeen: fenced({ official: 'authority', worker: 'authority' }, (tx, w) =>
    meanings.listCodesSeen(tx, w.authority, 'prov'),
  ),
  loadUnmapped: past(['official'], 'counts and times of codes, for the operator', (tx) =>
    meanings.loadUnmapped(tx, today),
  ),
};

export const overviewStatements = {
  'overview/store/calendar-feed.ts': calendars,
  'overview/store/last-known.ts': copies,
  'overview/store/meanings.ts': codes,
  'overview/store/source-answers.ts': counts,
};
