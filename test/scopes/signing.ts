import { derivedId, type SigningId } from '../../src/kernel/ids.ts';
import type { Signing, Standing } from '../../src/modules/signing/signing.ts';
import * as attempts from '../../src/modules/signing/store/attempts.ts';
import * as due from '../../src/modules/signing/store/due.ts';
import * as events from '../../src/modules/signing/store/events.ts';
import type * as keys from '../../src/modules/signing/store/keys.ts';
import * as signers from '../../src/modules/signing/store/signers.ts';
import * as signings from '../../src/modules/signing/store/signings.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { digest, now, type World } from './worlds.ts';

const own = { resident: 'party' } as const;
const ownAndJobs = { resident: 'party', worker: 'party' } as const;
const newSigning = derivedId<SigningId>('new signing');
const standing: Standing = { state: 'open', signed: new Set(), turns: [1] };

function signing(w: World, id: SigningId = w.signing): Signing {
  return {
    ...{ id, subject: { kind: 'mandate', id: 'x' }, authority: null, digest, inOrder: false, deadline: now },
    ...{ signers: [{ party: w.party, onBehalfOf: null }], requestedBy: w.party, requestedAt: now, parties: [w.party] },
  };
}

const forSignings: StatementsOf<typeof signings> = {
  insertSigning: fenced(ownAndJobs, (tx, w) =>
    signings.insertSigning(tx, signing(w, newSigning), { text: '{}', digest }),
  ),
  loadSigning: fenced(ownAndJobs, (tx, w) => signings.loadSigning(tx, w.signing)),
  lockSigning: fenced(ownAndJobs, (tx, w) => signings.lockSigning(tx, w.signing)),
  showState: fenced(ownAndJobs, (tx, w) => signings.showState(tx, w.signing, 2, 'completed')),
  loadNamesIn: fenced(ownAndJobs, async (tx, w) => [...(await signings.loadNamesIn(tx, w.signing))]),
};

const forEvents: StatementsOf<typeof events> = {
  insertEvent: fenced(ownAndJobs, (tx, w) =>
    events.insertEvent(tx, signing(w), 9, { kind: 'signed', at: now, by: w.party, place: 1 }),
  ),
  loadEvents: fenced(ownAndJobs, (tx, w) => events.loadEvents(tx, w.signing)),
  loadSignatures: fenced(ownAndJobs, (tx, w) => events.loadSignatures(tx, w.signing)),
};

const forSigners: StatementsOf<typeof signers> = {
  addToLists: fenced(ownAndJobs, (tx, w) => signers.addToLists(tx, signing(w, newSigning), standing, now)),
  showInLists: fenced(ownAndJobs, (tx, w) => signers.showInLists(tx, signing(w), standing, now)),
  loadList: fenced(ownAndJobs, (tx, w) => signers.loadList(tx, w.party, { open: true, most: 10 })),
};

const forAttempts: StatementsOf<typeof attempts> = {
  keepAttempt: fenced(own, (tx, w) =>
    attempts.keepAttempt(tx, {
      ...{ party: w.party, stateHash: Buffer.alloc(32, 'new'), signing: w.signing, session: w.session },
      ...{ sealed: 'x', until: now },
    }),
  ),
  takeAttempt: fenced(own, (tx, w) => attempts.takeAttempt(tx, w.party, w.token)),
  forgetAttempts: past(['worker'], 'deletes what nobody came back for; tells nothing', (tx) =>
    attempts.forgetAttempts(tx, now),
  ),
};

const forDue: StatementsOf<typeof due> = {
  loadDue: past(['worker'], 'which signings of anybody are past their deadline; ids only', (tx) =>
    due.loadDue(tx, now, 10),
  ),
};

const forKeys: StatementsOf<typeof keys> = {
  loadCurrentKey: open(
    'the public half is published, the private one sealed with a key that the database does not hold',
  ),
  loadPublicKeys: open('published at /.well-known/jwks.json'),
};

export const signingStatements = {
  'signing/store/signings.ts': forSignings,
  'signing/store/events.ts': forEvents,
  'signing/store/signers.ts': forSigners,
  'signing/store/attempts.ts': forAttempts,
  'signing/store/due.ts': forDue,
  'signing/store/keys.ts': forKeys,
};
