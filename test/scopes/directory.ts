import { type AuthorityId, derivedId } from '../../src/kernel/ids.ts';
import type * as agreements from '../../src/modules/directory/store/agreements.ts';
import * as authorities from '../../src/modules/directory/store/authorities.ts';
import * as reports from '../../src/modules/directory/store/barrier-reports.ts';
import * as successions from '../../src/modules/directory/store/successions.ts';
import * as themes from '../../src/modules/directory/store/themes.ts';
import * as units from '../../src/modules/directory/store/units.ts';
import { fenced, open, type StatementsOf } from './statement.ts';
import { now, stockholm, today, type World } from './worlds.ts';

/** In no other reform. */
const boden = 7522582 as AuthorityId;
const facts = open('public facts, on pages that nobody has to sign in for');
const officials = { official: 'authority', worker: 'authority' } as const;

const agreementStatements: StatementsOf<typeof agreements> = {
  loadAgreementsOf: facts,
  loadUnits: facts,
};

const authorityStatements: StatementsOf<typeof authorities> = {
  loadAuthority: facts,
  loadAuthorityBySlug: facts,
  loadAuthorities: facts,
  loadMunicipalities: facts,
  countNotReady: facts,
  loadAuthorityOfHost: facts,
  setJoined: fenced(
    officials,
    (tx, w) => authorities.setJoined(tx, w.authority, now),
    'update directory.authority set joined_at = null, ready_at = null where authority_id = $1',
  ),
  setReady: fenced(
    officials,
    (tx, w) => authorities.setReady(tx, w.authority, now),
    `update directory.authority set joined_at = now(), ready_at = null where authority_id = $1`,
  ),
  updateSettings: fenced(officials, (tx, w) =>
    authorities.updateSettings(tx, w.authority, 1, { contact: { email: 'x@example.org' }, accent: '#123456' }),
  ),
  setHostName: fenced(officials, (tx, w) => authorities.setHostName(tx, w.authority, 'prov.example.org')),
};

const reportStatements: StatementsOf<typeof reports> = {
  insertBarrierReport: open('anybody may tell any authority what they could not use'),
  loadBarrierReports: fenced({ official: 'authority' }, (tx, w) => reports.loadBarrierReports(tx, w.authority)),
  deleteBarrierReport: fenced({ official: 'authority' }, (tx, w) =>
    reports.deleteBarrierReport(tx, w.authority, w.report),
  ),
};

const succession = (w: World, id: string) => ({
  ...{ id, predecessor: stockholm, successor: w.authority, inForceOn: today, withdrawnAt: null, source: w.secret },
});

const successionStatements: StatementsOf<typeof successions> = {
  loadSuccessions: facts,
  insertSuccession: fenced(officials, (tx, w) =>
    successions.insertSuccession(tx, { ...succession(w, derivedId('new succession')), predecessor: boden }, null, now),
  ),
  setWithdrawn: fenced(officials, (tx, w) =>
    successions.setWithdrawn(tx, { ...succession(w, w.succession), withdrawnAt: now }, null),
  ),
};

const themeStatements: StatementsOf<typeof themes> = {
  saveTheme: fenced(officials, (tx, w) => themes.saveTheme(tx, w.authority, '/* changed */', now)),
  deleteTheme: fenced(officials, (tx, w) => themes.deleteTheme(tx, w.authority)),
  loadThemeBySlug: facts,
};

const unit = { name: 'Enhet', tasks: ['dialogue'], from: today, to: null } as const;
const unitStatements: StatementsOf<typeof units> = {
  loadUnitByName: facts,
  insertUnit: fenced({ worker: 'authority' }, (tx, w) =>
    units.insertUnit(tx, w.authority, { ...unit, id: derivedId('new unit') }),
  ),
  updateUnit: fenced(
    { worker: 'authority' },
    (tx, w) => units.updateUnit(tx, w.authority, { ...unit, id: derivedId('known unit') }),
    `insert into directory.unit values ($1, '${derivedId('known unit')}', 'Enhet', '{payroll}', '2026-01-01', null)`,
  ),
};

export const directoryStatements = {
  'directory/store/agreements.ts': agreementStatements,
  'directory/store/authorities.ts': authorityStatements,
  'directory/store/barrier-reports.ts': reportStatements,
  'directory/store/successions.ts': successionStatements,
  'directory/store/themes.ts': themeStatements,
  'directory/store/units.ts': unitStatements,
};
