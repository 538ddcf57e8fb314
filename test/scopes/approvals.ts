import { type ApprovalId, derivedId } from '../../src/kernel/ids.ts';
import type { Request } from '../../src/modules/approvals/approval.ts';
import * as approvers from '../../src/modules/approvals/store/approvers.ts';
import * as due from '../../src/modules/approvals/store/due.ts';
import * as requests from '../../src/modules/approvals/store/requests.ts';
import * as votes from '../../src/modules/approvals/store/votes.ts';
import { fenced, open, past, type StatementsOf } from './statement.ts';
import { digest, now, somebody, today, type World } from './worlds.ts';

const office = { official: 'authority', worker: 'authority' } as const;
const officials = { official: 'authority' } as const;

function request(w: World, id: ApprovalId = w.approval, subject = 'new'): Request {
  return {
    ...{ authority: w.authority, id, subject: { kind: 'prov', id: subject }, task: 'payroll', digest },
    ...{ summary: { what: { sv: 'x', fi: 'x', en: 'x' }, facts: [] }, href: null, amount: null },
    ...{
      rule: { eyes: 2, named: false, own: false },
      proposedBy: w.party,
      proposerName: 'x',
      makers: [],
      concerned: [],
    },
    ...{ proposedAt: now, deadline: now, state: 'open', seq: 0 },
  };
}

const act = { kind: 'refused', at: now, by: null, standsInFor: null, releasing: false, reason: 'x' } as const;

const forRequests: StatementsOf<typeof requests> = {
  insertRequest: fenced(office, (tx, w) =>
    requests.insertRequest(tx, request(w, derivedId<ApprovalId>('new request'))),
  ),
  loadRequest: fenced(office, (tx, w) => requests.loadRequest(tx, w.authority, w.approval)),
  loadLiveRequest: fenced(office, (tx, w) => requests.loadLiveRequest(tx, w.authority, { kind: 'prov', id: w.case })),
  loadOpen: fenced(office, (tx, w) => requests.loadOpen(tx, [w.authority], 10)),
  loadDone: fenced(
    office,
    (tx, w) => requests.loadDone(tx, [w.authority], 10),
    `insert into approvals.request select authority_id, gen_random_uuid(), subject_kind, 'done', task, digest, summary, href,
       amount_minor, currency, rule, proposed_by, proposer_name, makers, concerned, proposed_at, deadline, seq, 'refused'
     from approvals.request where authority_id = $1 limit 1`,
  ),
  showState: fenced(office, (tx, w) =>
    requests.showState(tx, { authority: w.authority, id: w.approval }, 2, 'refused'),
  ),
};

const forVotes: StatementsOf<typeof votes> = {
  insertAct: fenced(office, (tx, w) => votes.insertAct(tx, { authority: w.authority, id: w.approval }, 9, act, [])),
  loadActs: fenced(office, async (tx, w) => [...(await votes.loadActs(tx, [w.authority], [w.approval]))]),
};

const forApprovers: StatementsOf<typeof approvers> = {
  loadApprovers: fenced(office, (tx, w) => approvers.loadApprovers(tx, [w.authority])),
  loadApproverLines: fenced(office, (tx, w) => approvers.loadApproverLines(tx, w.authority)),
  endApprover: fenced(officials, (tx, w) =>
    approvers.endApprover(tx, w.authority, w.approver, { party: somebody, name: 'x' }, now),
  ),
  hasApprovers: open('asks loadApprovers'),
  insertApprover: fenced(officials, (tx, w) =>
    approvers.insertApprover(
      tx,
      {
        ...{ authority: w.authority, id: derivedId('new approver'), party: somebody, name: 'x', task: 'payroll' },
        ...{ limit: null, deputyFor: null, from: today, to: null },
      },
      { by: null, at: now },
    ),
  ),
};

const forDue: StatementsOf<typeof due> = {
  loadDue: past(['worker'], 'which requests of any authority are past their deadline; ids only', (tx) =>
    due.loadDue(tx, now, 10),
  ),
};

export const approvalStatements = {
  'approvals/store/requests.ts': forRequests,
  'approvals/store/votes.ts': forVotes,
  'approvals/store/approvers.ts': forApprovers,
  'approvals/store/due.ts': forDue,
};
