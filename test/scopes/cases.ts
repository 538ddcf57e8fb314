import { derivedId } from '../../src/kernel/ids.ts';
import type { CaseAction } from '../../src/modules/cases/action.ts';
import type { CaseState } from '../../src/modules/cases/case.ts';
import * as actions from '../../src/modules/cases/store/action.ts';
import * as cases from '../../src/modules/cases/store/case.ts';
import * as caseParties from '../../src/modules/cases/store/case-party.ts';
import * as protection from '../../src/modules/cases/store/protection.ts';
import * as queue from '../../src/modules/cases/store/queue.ts';
import * as retention from '../../src/modules/cases/store/retention.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { digest, now, service, sundsvall, today, type World } from './worlds.ts';

const jobs = { worker: 'authority' } as const;
const officials = { official: 'authority', worker: 'authority' } as const;
/** Its officials, and the party whose case it is. */
const everyone = { ...officials, resident: 'party' } as const;
/** A party's act is written at the authority: both must be inside the fence. */
const acting = { ...officials, resident: 'both' } as const;

const key = (w: World) => ({ authority: w.authority, case: w.case });
const closed = (w: World) => ({ authority: w.authority, case: w.closedCase });
const reach = (w: World) => [{ authority: w.authority, task: 'child-care', unit: null }] as const;

function filing(w: World): CaseAction {
  return {
    ...{ seq: 1, at: now, by: { kind: 'person', party: w.party }, basis: [], transaction: derivedId('act') },
    ...{ to: [w.party], act: { kind: 'filed', dueOn: '2026-03-30' } },
  };
}

const state: CaseState = {
  ...{ seq: 2, phase: 'waiting-applicant', assignee: null, question: null, decision: null, confidential: null },
  ...{ dueOn: today, closedAt: null, eraseOn: null, archive: false },
};

const actionStatements: StatementsOf<typeof actions> = {
  bodyOf: open('sends no statement'),
  insertAction: fenced(acting, (tx, w) => actions.insertAction(tx, key(w), { ...filing(w), seq: 2 })),
  listActions: fenced(everyone, (tx, w) => actions.listActions(tx, key(w))),
};

const caseStatements: StatementsOf<typeof cases> = {
  insertFiledCase: fenced({ resident: 'both', worker: 'both' }, (tx, w) =>
    cases.insertFiledCase(
      tx,
      {
        ...{ authority: w.authority, case: derivedId('new case'), service, version: 1, task: 'child-care', unit: null },
        ...{ applicant: w.party, parties: [w.party], applicantName: w.secret, protected: false, language: 'sv' },
        ...{ filedAt: now, dueOn: today, answers: {}, definitionSha256: digest, answersSha256: digest, settings: {} },
        ...{ unitAuthority: null, diaryPrefix: 'X', diaryYear: 2026 },
      },
      filing(w),
    ),
  ),
  findCase: fenced(everyone, (tx, w) => cases.findCase(tx, key(w))),
  updateCase: fenced(officials, (tx, w) => cases.updateCase(tx, key(w), state, now)),
  updateCaseByParty: fenced(acting, (tx, w) => cases.updateCaseByParty(tx, key(w), state, now)),
};

const casePartyStatements: StatementsOf<typeof caseParties> = {
  updateParties: fenced(everyone, (tx, w) => caseParties.updateParties(tx, key(w), [w.party], state, now)),
  listOwnCases: fenced(everyone, (tx, w) => caseParties.listOwnCases(tx, w.party, { most: 10 })),
};

const queueStatements: StatementsOf<typeof queue> = {
  listQueue: fenced(everyone, (tx, w) =>
    queue.listQueue(tx, reach(w), { assignment: 'all', show: 'open', me: w.party, dueBy: today }, 10, null),
  ),
};

const protectionStatements: StatementsOf<typeof protection> = {
  followProtectionOf: past(['worker'], 'a register has said so, of whomever; tells only how many', (tx) =>
    protection.followProtectionOf(tx, sundsvall.party),
  ),
  loadProtectedName: fenced({ official: 'authority' }, (tx, w) => protection.loadProtectedName(tx, key(w))),
};

const retentionStatements: StatementsOf<typeof retention> = {
  listDue: fenced(everyone, (tx, w) => retention.listDue(tx, reach(w), today, 10)),
  dueForErasure: past(['worker'], 'ids of all authorities, for the job that then works behind each fence', (tx) =>
    retention.dueForErasure(tx, today, 10),
  ),
  namedFiles: past(['worker'], 'says only which of the given contents somebody names', (tx) =>
    retention.namedFiles(tx, [digest]),
  ),
  insertTombstone: fenced(jobs, (tx, w) => retention.insertTombstone(tx, closed(w), today, 'x', now)),
  deleteCase: fenced(jobs, (tx, w) => retention.deleteCase(tx, closed(w), [w.party])),
};

export const caseStatementsByFile = {
  'cases/store/action.ts': actionStatements,
  'cases/store/case.ts': caseStatements,
  'cases/store/case-party.ts': casePartyStatements,
  'cases/store/protection.ts': protectionStatements,
  'cases/store/queue.ts': queueStatements,
  'cases/store/retention.ts': retentionStatements,
};
