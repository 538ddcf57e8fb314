import { derivedId } from '../../src/kernel/ids.ts';
import * as contacts from '../../src/modules/identity/store/contacts.ts';
import * as parties from '../../src/modules/identity/store/parties.ts';
import * as roles from '../../src/modules/identity/store/roles.ts';
import * as sessions from '../../src/modules/identity/store/sessions.ts';
import * as trail from '../../src/modules/identity/store/trail.ts';
import { fenced, past, type StatementsOf } from './statement.ts';
import { now, somebody, sundsvall, today } from './worlds.ts';

const own = { resident: 'party' } as const;
const ownAndJobs = { resident: 'party', worker: 'party' } as const;
const officials = { official: 'authority', worker: 'authority' } as const;
const limits = { idleMinutes: 60, absoluteHours: 12 };
const later = now.add({ hours: 1 });
const unused = Buffer.alloc(32, 'unused');

const contactStatements: StatementsOf<typeof contacts> = {
  loadContact: fenced(ownAndJobs, (tx, w) => contacts.loadContact(tx, w.party)),
  putClaim: fenced(ownAndJobs, (tx, w) =>
    contacts.putClaim(tx, w.party, { id: derivedId('claim'), address: 'x', until: later }),
  ),
  putVerified: fenced(ownAndJobs, (tx, w) => contacts.putVerified(tx, w.party, 'x', now)),
  deleteContact: fenced(own, (tx, w) => contacts.deleteContact(tx, w.party)),
};

const partyStatements: StatementsOf<typeof parties> = {
  findOrMakeParty: past(['official', 'resident', 'worker'], 'whose number somebody has typed; an id alone', (tx) =>
    parties.findOrMakeParty(tx, {
      ...{ party: derivedId('typed party'), kind: 'person', indexes: [Buffer.alloc(32, 'typed')], country: 'FI' },
      ...{ sealed: 'x', at: now },
    }),
  ),
  ensurePartyRow: past(['resident', 'worker'], 'whose number it is, before anybody is known', (tx) =>
    parties.ensurePartyRow(tx, {
      ...{ party: derivedId('new party'), kind: 'person', indexes: [unused], country: 'FI', sealed: 'x', name: 'x' },
      ...{ language: null, at: now },
    }),
  ),
  setProtected: past(['worker'], 'a register has said so, of whomever', (tx) =>
    parties.setProtected(tx, sundsvall.party, false),
  ),
  takeOverProtection: past(['resident', 'worker'], 'a register has said so, of who signs in', (tx) =>
    parties.takeOverProtection(tx, {
      ...{ party: sundsvall.party, isProtected: true, line: derivedId('protection'), at: now },
      ...{ purpose: 'x', request: 'x' },
    }),
  ),
  followRegister: past(['worker'], 'a register has said so, of whoever has the number', (tx) =>
    parties.followRegister(tx, [sundsvall.token], {
      ...{ isProtected: true, line: derivedId('followed'), at: now, purpose: 'x', request: 'x' },
    }),
  ),
  findPartiesOfNumbers: past(['resident', 'worker'], 'who has numbers that a register has named; makes nobody', (tx) =>
    parties.findPartiesOfNumbers(tx, [Buffer.alloc(32)]),
  ),
  findProtected: past(['resident'], 'whether a name that another register gives may be shown', (tx) =>
    parties.findProtected(tx, [Buffer.alloc(32)]),
  ),
  findPartyOfNumber: past(['official'], 'whose number it is, for another system that has it already', (tx) =>
    parties.findPartyOfNumber(tx, [Buffer.alloc(32)]),
  ),
  loadOwnNumber: fenced(ownAndJobs, (tx, w) => parties.loadOwnNumber(tx, w.party)),
  loadOwnParty: fenced(ownAndJobs, (tx, w) => parties.loadOwnParty(tx, w.party)),
  setLanguage: fenced(ownAndJobs, (tx, w) => parties.setLanguage(tx, w.party, 'fi')),
  loadNames: fenced(officials, (tx, w) => parties.loadNames(tx, w.authority, [w.party])),
  isNumberOfParty: fenced({ resident: 'party' }, (tx, w) => parties.isNumberOfParty(tx, w.party, [w.token])),
  loadProtectedAmong: past(['official', 'worker'], 'whether parties are protected, and nothing else of them', (tx) =>
    parties.loadProtectedAmong(tx, [sundsvall.party]),
  ),
  loadIsProtected: past(['official', 'worker'], 'whether a party is protected, and nothing else of it', (tx) =>
    parties.loadIsProtected(tx, sundsvall.party),
  ),
};

const roleStatements: StatementsOf<typeof roles> = {
  loadAssignments: fenced(officials, (tx, w) => roles.loadAssignments(tx, w.authority)),
  insertAssignment: fenced(officials, (tx, w) =>
    roles.insertAssignment(tx, {
      ...{ id: derivedId('new role'), authority: w.authority, party: w.party, role: 'case-officer', unit: null },
      ...{ tasks: ['child-care'], rights: [], from: today, givenBy: somebody, givenAt: now },
    }),
  ),
  endAssignment: fenced(officials, (tx, w) => roles.endAssignment(tx, w.authority, w.assignment, null, now)),
  insertInvitation: fenced(officials, (tx, w) =>
    roles.insertInvitation(tx, {
      ...{ hash: unused, id: derivedId('new invitation'), authority: w.authority, role: 'administrator', unit: null },
      ...{ tasks: ['administration'], rights: [], note: 'x', by: null, at: now, until: later, mail: null },
    }),
  ),
  loadInvitationToSend: fenced(
    { worker: 'authority' },
    (tx, w) => roles.loadInvitationToSend(tx, w.authority, w.invitation, now),
    `update identity.invitation set address = 'sealed', language = 'sv' where authority_id = $1`,
  ),
  loadInvitations: fenced(officials, (tx, w) => roles.loadInvitations(tx, w.authority, now)),
  deleteInvitation: fenced({ official: 'authority' }, (tx, w) => roles.deleteInvitation(tx, w.authority, w.invitation)),
  loadInvited: past(['resident'], 'whoever has the link', (tx) => roles.loadInvited(tx, sundsvall.token)),
  takeInvitation: fenced(own, (tx, w) =>
    roles.takeInvitation(tx, w.token, w.party, derivedId('taken role'), now, today),
  ),
};

const sessionStatements: StatementsOf<typeof sessions> = {
  findSessionRow: past(['resident'], 'whose token it is, before anybody is known', (_tx, _w, pool) =>
    sessions.findSessionRow(pool, sundsvall.token, now, today, limits),
  ),
  touchSessions: past(['resident'], 'whoever has the token', (_tx, _w, pool) =>
    sessions.touchSessions(pool, [sundsvall.token], now),
  ),
  startSession: past(['resident'], 'for whom the e-ID has named; nobody is signed in until then', (tx) =>
    sessions.startSession(tx, {
      ...{ hash: unused, session: derivedId('new session'), party: sundsvall.party, assurance: 'low', device: '' },
      ...{ at: now, until: later, replaced: null },
    }),
  ),
  endSession: past(['resident'], 'whoever has the token', (tx) => sessions.endSession(tx, unused)),
  loadSessions: fenced(own, (tx, w) => sessions.loadSessions(tx, w.party, now, limits)),
  actFor: fenced(
    own,
    (tx, w) => sessions.actFor(tx, w.party, w.session, somebody),
    'update identity.session s set acting_for = null from identity.party p where $1::int is not null',
  ),
  endSessions: fenced(ownAndJobs, (tx, w) => sessions.endSessions(tx, w.party, { session: w.session })),
  endSessionsOfNumber: past(
    ['resident', 'worker'],
    'of whom a register says that they have died; tells only how many',
    (tx) => sessions.endSessionsOfNumber(tx, [Buffer.alloc(32, 'nobody’s number')]),
  ),
  forgetExpired: past(['worker'], 'sessions of all that are over; tells nothing of them', (tx) =>
    sessions.forgetExpired(tx, now, limits),
  ),
  keepAttempt: past(['resident'], 'nobody is signed in yet', (tx) =>
    sessions.keepAttempt(tx, Buffer.alloc(32, 'attempt'), 'sealed', later),
  ),
  takeAttempt: past(['resident'], 'whoever has the token, once', (tx) => sessions.takeAttempt(tx, unused, now)),
};

const trailStatements: StatementsOf<typeof trail> = {
  loadTrail: fenced(own, (tx, w) => trail.loadTrail(tx, w.party, null, 10)),
  takeNumber: fenced(officials, (tx, w) =>
    trail.takeNumber(tx, {
      ...{ about: w.party, line: derivedId('reveal'), at: now, authority: w.authority, actorKind: 'official' },
      ...{ actorParty: somebody, actorName: 'x', purpose: 'test', basis: [], resource: {}, request: 'r' },
    }),
  ),
};

export const identityStatements = {
  'identity/store/contacts.ts': contactStatements,
  'identity/store/parties.ts': partyStatements,
  'identity/store/roles.ts': roleStatements,
  'identity/store/sessions.ts': sessionStatements,
  'identity/store/trail.ts': trailStatements,
};
