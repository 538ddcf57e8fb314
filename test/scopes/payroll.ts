import { newId } from '../../src/kernel/ids.ts';
import { noTerms } from '../../src/modules/payroll/reports/terms.ts';
import * as audit from '../../src/modules/payroll/store/audit.ts';
import * as beside from '../../src/modules/payroll/store/beside.ts';
import * as changes from '../../src/modules/payroll/store/changes.ts';
import * as facts from '../../src/modules/payroll/store/facts.ts';
import * as findings from '../../src/modules/payroll/store/findings.ts';
import * as parallel from '../../src/modules/payroll/store/parallel.ts';
import * as payOuts from '../../src/modules/payroll/store/pay-out.ts';
import * as payees from '../../src/modules/payroll/store/payees.ts';
import * as payslips from '../../src/modules/payroll/store/payslips.ts';
import * as recoveries from '../../src/modules/payroll/store/recoveries.ts';
import * as reports from '../../src/modules/payroll/store/reports.ts';
import * as requests from '../../src/modules/payroll/store/requests.ts';
import * as runs from '../../src/modules/payroll/store/run.ts';
import * as work from '../../src/modules/payroll/store/run-work.ts';
import { fenced, open, type StatementsOf } from './statement.ts';
import { now, type World } from './worlds.ts';

const office = { official: 'authority', worker: 'authority' } as const;
const all = { ...office, resident: 'party' } as const;
const job = { worker: 'authority' } as const;
const desk = { official: 'authority' } as const;

const said = () => ({ ...{ id: newId<string>(), number: '18', name: 'Ny', party: null, birthDate: '1990-01-01' } });
const fact = (w: World) => ({
  ...{ employee: w.employee, seq: 2, kind: 'union', employment: null, from: '2026-01-01', to: null, source: 'prov' },
  body: { amount: 100 },
});
const key = (w: World) => ({ authority: w.authority, id: w.payrun, seq: 1 });
const event = { kind: 'calculated', at: now, by: null, byName: null, basis: [], body: {} } as const;
const openRun = (w: World, id: string) => ({
  ...{ authority: w.authority, id, kind: 'off-cycle', from: '2026-01-01', to: '2026-01-31', paymentDate: '2026-01-30' },
  ...{ only: null, total: 0 },
});
const batch = (w: World) => ({
  ...{
    authority: w.authority,
    run: w.payrun,
    rules: 'y',
    paymentDate: '2026-01-30',
    yearStart: '2026-01-01',
    only: null,
  },
  ...{ after: '00000000-0000-0000-0000-000000000000', most: 10 },
});
const found = { kind: 'no-card', risk: 6, cause: null, detail: {}, digest: 'd' };
const column = (w: World) => ({
  ...{
    employees: `{${w.employee}}`,
    parties: '{NULL}',
    seqs: '{1}',
    held: '{NULL}',
    gross: '{1}',
    net: '{1}',
    cost: '{1}',
  },
  ...{ totals: '{"{1}"}', lines: '{"{1}"}' },
});

const factStatements: StatementsOf<typeof facts> = {
  loadEmployee: fenced(all, (tx, w) => facts.loadEmployee(tx, w.authority, w.employee)),
  loadEmployees: fenced(all, (tx, w) => facts.loadEmployees(tx, w.authority, [w.employee])),
  isPaidBy: fenced(all, (tx, w) => facts.isPaidBy(tx, w.authority, w.party)),
  ownEmployee: fenced(all, (tx, w) => facts.ownEmployee(tx, w.party)),
  insertEmployees: fenced(office, (tx, w) =>
    facts.insertEmployees(tx, w.authority, [{ ...said(), country: 'AX', seq: 0, facts: '[]', account: null }]),
  ),
  insertFacts: fenced(office, (tx, w) => facts.insertFacts(tx, w.authority, [fact(w) as facts.NewFact], null, now)),
  updateHolding: fenced(office, (tx, w) =>
    facts.updateHolding(tx, { authority: w.authority, id: w.employee }, { seq: 2, facts: '[]', account: null }),
  ),
  employeeByNumber: fenced(office, (tx, w) => facts.employeeByNumber(tx, w.authority, '17')),
  partiesOfEmployees: fenced(all, (tx, w) => facts.partiesOfEmployees(tx, w.authority, ['17'])),
  updateEmployee: fenced(office, (tx, w) =>
    facts.updateEmployee(tx, { authority: w.authority, id: w.employee }, { name: 'x', party: null }),
  ),
  loadFacts: fenced(office, (tx, w) => facts.loadFacts(tx, w.authority, w.employee)),
  parentsOnLeave: fenced(all, (tx, w) => facts.parentsOnLeave(tx, w.authority)),
  employeesWithOpenTime: fenced(all, (tx, w) => facts.employeesWithOpenTime(tx, w.authority, 10)),
};

const requestStatements: StatementsOf<typeof requests> = {
  insertRequest: fenced({ resident: 'both' }, (tx, w) =>
    requests.insertRequest(tx, {
      ...{ authority: w.authority, id: newId<string>(), employee: w.employee, party: w.party, employment: 1, at: now },
      ...{ kind: 'absence', from: '2026-01-01', to: '2026-01-02', body: { cause: 'sick' } },
    }),
  ),
  ownRequests: fenced(all, (tx, w) => requests.ownRequests(tx, w.party, 10)),
  withdrawRequest: fenced({ resident: 'party', official: 'authority' }, (tx, w) =>
    requests.withdrawRequest(tx, w.party, w.payRequest, now),
  ),
  waitingRequests: fenced(all, (tx, w) => requests.waitingRequests(tx, w.authority, 10)),
  loadRequest: fenced(all, (tx, w) => requests.loadRequest(tx, w.authority, w.payRequest)),
  decideRequest: fenced(desk, (tx, w) =>
    requests.decideRequest(tx, w.authority, w.payRequest, {
      ...{ state: 'refused', reason: 'prov', by: w.party, byName: 'Prov', at: now },
    }),
  ),
};

const by = (w: World) => ({ party: w.party, name: 'Prov', at: now.add({ hours: 1 }) });
const parallelStatements: StatementsOf<typeof parallel> = {
  keepOldLine: fenced(job, (tx, w) =>
    parallel.keepOldLine(tx, w.authority, '2026-02-01', { number: '17', oldCode: '9', amount: 1 }, now),
  ),
  isEmployeeNumber: fenced(all, (tx, w) => parallel.isEmployeeNumber(tx, w.authority, '17')),
  oldMonths: fenced(office, (tx, w) => parallel.oldMonths(tx, w.authority)),
  oldLines: fenced(office, (tx, w) => parallel.oldLines(tx, w.authority, '2026-01-01')),
  draftLines: fenced(office, (tx, w) => parallel.draftLines(tx, w.authority, '2026-01-01')),
  codeMap: fenced(office, async (tx, w) => [...(await parallel.codeMap(tx, w.authority))]),
  oldCodes: fenced(office, (tx, w) => parallel.oldCodes(tx, w.authority)),
  mapCode: fenced(desk, (tx, w) => parallel.mapCode(tx, w.authority, '9', 'tax', by(w))),
  differenceAnswers: fenced(office, (tx, w) => parallel.differenceAnswers(tx, w.authority, '2026-01-01')),
  insertDifferenceAnswer: fenced(desk, (tx, w) =>
    parallel.insertDifferenceAnswer(
      tx,
      w.authority,
      '2026-02-01',
      { employee: w.employee, code: 'tax', old: '1', now: '2', class: 'accepted', reason: 'prov' },
      by(w),
    ),
  ),
  isLive: open(
    'answers whether there is something: nothing is no. Tried by what it asks for: payslipsOf, insertGoLive',
  ),
  insertGoLive: fenced(desk, (tx, w) => parallel.insertGoLive(tx, w.authority, 'prov', by(w))),
};

const findingStatements: StatementsOf<typeof findings> = {
  openFindings: fenced(office, (tx, w) => findings.openFindings(tx, w.authority, w.payrun, { from: 0, to: 9 }, 10)),
  openFindingsOf: fenced(office, (tx, w) =>
    findings.openFindingsOf(tx, [{ authority: w.authority, id: w.payrun }], { from: 0, to: 9 }, 10),
  ),
  countsOfRuns: open('counts over nothing are zeros, so it is tried by what it counts: openFindings'),
  countFindings: open('counts over nothing are zeros, so it is tried by what it counts: openFindings'),
  findingsOn: fenced(office, (tx, w) => findings.findingsOn(tx, w.authority, w.payrun, w.employee)),
  insertAnswer: fenced(desk, (tx, w) =>
    findings.insertAnswer(tx, {
      ...{ authority: w.authority, run: w.payrun, employee: w.employee, kind: 'no-card', digest: 'd', answer: 'held' },
      ...{ note: '', by: w.party, byName: 'Prov', at: now.add({ hours: 1 }) },
    }),
  ),
  heldByOfficer: fenced(office, (tx, w) => findings.heldByOfficer(tx, w.authority, w.payrun)),
};

const payslipStatements: StatementsOf<typeof payslips> = {
  payslipsOf: fenced(all, (tx, w) => payslips.payslipsOf(tx, w.authority, w.employee, 10)),
  ownPayslips: fenced(all, (tx, w) => payslips.ownPayslips(tx, w.party, 10)),
  payslipsIn: fenced(all, (tx, w) => payslips.payslipsIn(tx, w.authority, w.payrun)),
  payslipsPaid: fenced(all, (tx, w) => payslips.payslipsPaid(tx, w.authority, '2025-01-01', '2026-12-31')),
  payslipsOfEach: fenced(all, (tx, w) =>
    payslips.payslipsOfEach(tx, w.authority, [w.employee], { from: '2025-01-01', to: '2026-12-31' }),
  ),
  loadDraft: fenced(office, (tx, w) => payslips.loadDraft(tx, w.authority, w.payrun, w.employee)),
  loadShapesOf: open('shapes of lines are open to all: no person and no amount stands in them'),
  writeProjections: fenced(job, (tx, w) =>
    payslips.writeProjections(
      tx,
      w.authority,
      w.payrun,
      [{ kind: 'voucher', rows: 1, total: 1, sha256: 'a'.repeat(64) }],
      now,
    ),
  ),
  loadProjections: fenced(office, (tx, w) => payslips.loadProjections(tx, w.authority, w.payrun)),
};

const payeeStatements: StatementsOf<typeof payees> = {
  payeesOf: fenced(all, (tx, w) => payees.payeesOf(tx, w.authority, w.payrun)),
  employeesPaidAs: fenced(all, (tx, w) => payees.employeesPaidAs(tx, w.authority, w.payrun, w.party)),
};

const long = now.subtract({ hours: 24 * 400 });
const auditStatements: StatementsOf<typeof audit> = {
  factChanges: fenced(office, (tx, w) => audit.factChanges(tx, w.authority, long)),
  runActs: fenced(office, (tx, w) => audit.runActs(tx, w.authority, long)),
  answersGiven: fenced(office, (tx, w) => audit.answersGiven(tx, w.authority, long)),
  runSums: fenced(office, (tx, w) => audit.runSums(tx, w.authority, long)),
};

const entry = (w: World) => ({
  ...{ employee: w.employee, about: 'run y', entry: 'e2', version: 2, digest: 'd', removed: false },
});
const reportStatements: StatementsOf<typeof reports> = {
  loadTerms: fenced(office, (tx, w) => reports.loadTerms(tx, w.authority, 1)),
  appendTerms: fenced(desk, (tx, w) =>
    reports.appendTerms(tx, w.authority, { seq: 2, terms: noTerms, at: now, byName: 'Prov' }, w.party),
  ),
  insertReport: fenced(desk, (tx, w) =>
    reports.insertReport(tx, {
      ...{ authority: w.authority, report: newId<string>(), kind: 'pension', run: null, period: '2026-01-01' },
      ...{ employee: null, reason: null },
      ...{ at: now, by: w.party, byName: 'Prov' },
    }),
  ),
  loadReport: fenced(office, (tx, w) => reports.loadReport(tx, { authority: w.authority, report: w.payReport })),
  reportsOf: fenced(office, (tx, w) => reports.reportsOf(tx, w.authority, w.payrun, '2025-12-01')),
  latestReports: fenced(office, (tx, w) => reports.latestReports(tx, w.authority, 10)),
  endReport: fenced(job, (tx, w) =>
    reports.endReport(
      tx,
      { authority: w.authority, report: w.askedReport },
      {
        ...{ state: 'refused', name: null, sha256: null, size: null, rows: 0, total: 0, namesProtected: false },
        problems: [],
      },
    ),
  ),
  setHandedOver: fenced(desk, (tx, w) =>
    reports.setHandedOver(
      tx,
      { authority: w.authority, report: w.payReport },
      { at: now, byName: 'Prov', destination: null, delivery: null },
    ),
  ),
  insertEntries: fenced(job, (tx, w) =>
    reports.insertEntries(tx, { authority: w.authority, report: w.askedReport }, [entry(w)]),
  ),
  entriesAbout: fenced(office, (tx, w) => reports.entriesAbout(tx, w.authority, 'run x')),
  specificationNumbers: fenced(job, (tx, w) => reports.specificationNumbers(tx, w.authority, [w.employee])),
  namedFiles: open('which contents are still named, whoever’s they are; tells nothing more'),
};

const payOutStatements: StatementsOf<typeof payOuts> = {
  unpaidOf: fenced(office, (tx, w) => payOuts.unpaidOf(tx, w.authority, w.payrun)),
  insertPayOuts: fenced(office, (tx, w) =>
    payOuts.insertPayOuts(
      tx,
      { authority: w.authority, run: w.payrun, batch: newId<string>() },
      [{ employee: newId<string>(), amount: 1 }],
      now,
    ),
  ),
  batchesOf: fenced(office, (tx, w) => payOuts.batchesOf(tx, w.authority, w.payrun)),
};

const runStatements: StatementsOf<typeof runs> = {
  insertRun: fenced(office, (tx, w) =>
    runs.insertRun(tx, openRun(w, newId<string>()) as Parameters<typeof runs.insertRun>[1], now),
  ),
  loadRun: fenced(office, (tx, w) => runs.loadRun(tx, w.authority, w.payrun)),
  latestRuns: fenced(office, (tx, w) => runs.latestRuns(tx, [w.authority], 1)),
  appendRunEvent: fenced(office, (tx, w) => runs.appendRunEvent(tx, key(w), event, { state: 'calculated' })),
  insertOpening: fenced(office, (tx, w) =>
    runs.insertOpening(tx, { authority: w.authority, id: w.payrun }, { ...event, kind: 'opened' }),
  ),
  loadRunEvents: fenced(office, (tx, w) => runs.loadRunEvents(tx, w.authority, w.payrun)),
  askToStop: fenced(office, (tx, w) => runs.askToStop(tx, w.authority, w.payrun)),
  sumsOfRuns: open('sums over nothing are zeros, so it is tried by what it sums: loadDraft'),
  sumsOfDrafts: open('sums over nothing are zeros, so it is tried by what it sums: loadDraft'),
  digestOfDrafts: open('a digest of nothing is one too, so it is tried by what it is of: loadDraft'),
  countOutdated: fenced(office, (tx, w) =>
    runs.countOutdated(tx, { authority: w.authority, id: w.payrun, only: null }),
  ),
  moveToLedger: fenced(job, async (tx, w) => {
    const run = await runs.loadRun(tx, w.authority, w.payrun);
    if (run) await runs.moveToLedger(tx, run, now);
  }),
};

const besideStatements: StatementsOf<typeof beside> = {
  dropDraftsBeside: open('takes away only what it finds beside a payslip of the scope'),
  employeesByNumber: fenced(all, (tx, w) => beside.employeesByNumber(tx, w.authority, ['17'])),
  employeesOfParties: fenced(all, (tx, w) => beside.employeesOfParties(tx, w.authority, [w.party])),
  isMonthPaid: fenced(
    office,
    async (tx, w) => (await beside.isMonthPaid(tx, w.authority, w.employee, '2025-12-01')) || undefined,
  ),
};

const changeStatements: StatementsOf<typeof changes> = {
  insertChange: fenced(desk, (tx, w) =>
    changes.insertChange(
      tx,
      { authority: w.authority, id: newId<string>(), body: {}, digest: 'a'.repeat(64), request: w.approval },
      w.party,
      now,
    ),
  ),
  loadChange: fenced(office, (tx, w) => changes.loadChange(tx, w.authority, w.payrun)),
  settleChange: fenced(job, (tx, w) => changes.settleChange(tx, { authority: w.authority, id: w.payrun }, 'done')),
  employeeIdsAfter: fenced(all, (tx, w) =>
    changes.employeeIdsAfter(tx, w.authority, '00000000-0000-0000-0000-000000000000', 10),
  ),
};

const recoveryStatements: StatementsOf<typeof recoveries> = {
  insertRecovery: fenced(desk, (tx, w) =>
    recoveries.insertRecovery(
      tx,
      {
        ...{ authority: w.authority, id: newId<string>(), employee: newId<string>(), claim: newId<string>() },
        ...{ body: {}, digest: 'a'.repeat(64), request: w.approval },
      },
      w.party,
      now,
    ),
  ),
  loadRecovery: fenced(office, (tx, w) => recoveries.loadRecovery(tx, w.authority, w.payrun)),
  openRecovery: fenced(office, (tx, w) => recoveries.openRecovery(tx, w.authority, w.employee)),
  settleRecovery: fenced(job, (tx, w) =>
    recoveries.settleRecovery(tx, { authority: w.authority, id: w.payrun }, 'done'),
  ),
  lastSettledMonth: fenced(
    office,
    async (tx, w) => (await recoveries.lastSettledMonth(tx, w.authority)) ?? undefined,
    `insert into payroll.run values ($1, gen_random_uuid(), 'regular', '2025-11-01', '2025-11-30', '2025-11-28', 1, 'posted', null, 'x',
      0, 1, false, null, now())`,
  ),
};

const workStatements: StatementsOf<typeof work> = {
  takeWork: fenced(office, (tx, w) => work.takeWork(tx, batch(w))),
  countEmployees: fenced(all, (tx, w) => work.countEmployees(tx, w.authority, null)),
  loadHistory: fenced(all, (tx, w) => work.loadHistory(tx, w.authority, [w.employee], '2025-01-01')),
  writeDrafts: fenced(job, (tx, w) => work.writeDrafts(tx, w.authority, w.payrun, 'y', column(w))),
  writeFindings: fenced(job, (tx, w) =>
    work.writeFindings(tx, w.authority, w.payrun, `{${w.employee}}`, [{ ...found, employee: w.employee }]),
  ),
  writeCrossFindings: open('writes only what it finds beside each other among the drafts of the scope'),
  writeShapes: open('shapes of lines are open to all: no person and no amount stands in them'),
  loadShapes: open('shapes of lines are open to all: no person and no amount stands in them'),
  noteProgress: fenced(office, (tx, w) => work.noteProgress(tx, w.authority, w.payrun, 1)),
};

export const payrollStatements = {
  'payroll/store/audit.ts': auditStatements,
  'payroll/store/beside.ts': besideStatements,
  'payroll/store/changes.ts': changeStatements,
  'payroll/store/facts.ts': factStatements,
  'payroll/store/findings.ts': findingStatements,
  'payroll/store/payees.ts': payeeStatements,
  'payroll/store/requests.ts': requestStatements,
  'payroll/store/parallel.ts': parallelStatements,
  'payroll/store/payslips.ts': payslipStatements,
  'payroll/store/recoveries.ts': recoveryStatements,
  'payroll/store/reports.ts': reportStatements,
  'payroll/store/pay-out.ts': payOutStatements,
  'payroll/store/run.ts': runStatements,
  'payroll/store/run-work.ts': workStatements,
};
