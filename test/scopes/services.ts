import { derivedId, type SigningId } from '../../src/kernel/ids.ts';
import type { Draft } from '../../src/modules/services/draft.ts';
import * as adoptions from '../../src/modules/services/store/adoptions.ts';
import * as drafts from '../../src/modules/services/store/drafts.ts';
import type * as versions from '../../src/modules/services/store/versions.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { digest, newService, now, service, type World } from './worlds.ts';

const own = { resident: 'party' } as const;
/** What others have signed is filed by a job. */
const signed = { resident: 'party', worker: 'party' } as const;
const signing = derivedId<SigningId>('waited for');
const waits = `update services.draft set cosigning = '{"state": "waiting", "signing": "${signing}"}' where authority_id = $1`;
const catalogue = open('the catalogue is public');

const adoptionStatements: StatementsOf<typeof adoptions> = {
  loadAdoptions: catalogue,
  insertAdoptions: fenced({ worker: 'authority' }, (tx, w) =>
    adoptions.insertAdoptions(
      tx,
      [
        {
          authority: w.authority,
          service: newService,
          slug: 'nytt',
          version: 1,
          settings: {},
          unitAuthority: null,
          unit: null,
        },
      ],
      now,
    ),
  ),
  insertAdoptionEvent: fenced({ official: 'authority', worker: 'authority' }, (tx, w) =>
    adoptions.insertAdoptionEvent(
      tx,
      { authority: w.authority, service },
      { revision: 9, at: now, actor: { party: null, name: 'x' }, basis: [], edits: [] },
    ),
  ),
  loadAdoptionEvents: fenced({ official: 'authority', worker: 'authority' }, (tx, w) =>
    adoptions.loadAdoptionEvents(tx, { authority: w.authority, service }, 10),
  ),
  updateAdoption: fenced({ official: 'authority', worker: 'authority' }, (tx, w) =>
    adoptions.updateAdoption(tx, {
      ...{ authority: w.authority, service, slug: 'prov', version: 1, settings: {}, texts: {}, unitAuthority: null },
      ...{ unit: null, isOpen: false, retention: null, revision: 1 },
    }),
  ),
};

const draft = (w: World): Draft => ({
  ...{ id: w.draft, party: w.party, authority: w.authority, service, version: 1, seq: 1, answers: {}, typed: {} },
  ...{ changes: [], startedAt: now, changedAt: now, filedAt: null, cosigning: null },
});

const draftStatements: StatementsOf<typeof drafts> = {
  loadDraft: fenced(signed, (tx, w) => drafts.loadDraft(tx, w.party, w.draft)),
  loadOpenDrafts: fenced(signed, (tx, w) => drafts.loadOpenDrafts(tx, w.party, 10)),
  insertDraft: fenced(own, (tx, w) => drafts.insertDraft(tx, { ...draft(w), id: derivedId('new draft') })),
  updateDraft: fenced(own, (tx, w) => drafts.updateDraft(tx, draft(w), now)),
  setFiled: fenced(signed, (tx, w) => drafts.setFiled(tx, w.party, w.draft, 1, now)),
  setWaiting: fenced(signed, (tx, w) =>
    drafts.setWaiting(tx, draft(w), { state: 'waiting', signing, parties: [w.party], deadline: now.toString() }, now),
  ),
  setBack: fenced(
    signed,
    (tx, w) => drafts.setBack(tx, { party: w.party, draft: w.draft, signing }, { why: 'refused', reason: null }, now),
    waits,
  ),
  setSigned: fenced(signed, (tx, w) => drafts.setSigned(tx, { party: w.party, draft: w.draft, signing }, now), waits),
  deleteDraft: fenced(own, (tx, w) => drafts.deleteDraft(tx, w.party, w.draft)),
  eraseDraftsLeftAlone: past(['worker'], 'whoever’s they are; tells only how many', (tx) =>
    drafts.eraseDraftsLeftAlone(tx, now.subtract({ hours: 1 })),
  ),
  namedFiles: past(['worker'], 'says only which of the given contents somebody names', (tx) =>
    drafts.namedFiles(tx, [digest]),
  ),
};

const versionStatements: StatementsOf<typeof versions> = {
  loadVersion: catalogue,
  loadLatestVersions: catalogue,
  loadIsStrict: catalogue,
};

export const serviceStatements = {
  'services/store/adoptions.ts': adoptionStatements,
  'services/store/drafts.ts': draftStatements,
  'services/store/versions.ts': versionStatements,
};
