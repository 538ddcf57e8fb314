import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { EmployeeKey } from './beside/beside-key.ts';
import type { Engine } from './engine/payslip.ts';
import { type Fact, holding, packFacts, unpackFacts } from './facts/fact.ts';
import { asShown, grantedFor, mayRead, tellEmployees } from './may-read.ts';
import { linesOf, type PayslipView } from './read-pay.ts';
import { type MadePayslip, makePayslip } from './run/make-payslip.ts';
import { rulesDigest } from './run/rules-digest.ts';
import { type Employee, loadEmployee, loadFacts } from './store/facts.ts';
import { findingsOn } from './store/findings.ts';
import { loadDraft, type PayslipRow, payslipsOf } from './store/payslips.ts';
import { loadRun } from './store/run.ts';

export type PersonView = {
  readonly employee: Employee;
  /** What holds now; of a month that is paid, what was known when it was calculated. */
  readonly facts: readonly Fact[];
  /** What has been learnt since a month was paid. */
  readonly since: readonly Fact[];
  readonly shown: PayslipView | null;
  readonly findings: Awaited<ReturnType<typeof findingsOn>>;
  readonly months: readonly PayslipRow[];
  readonly mayHandle: boolean;
};

/** A person's month: of the run that is asked for, as a draft or as it was paid; without one the latest paid. */
export async function readPerson(
  scope: Scope,
  authority: AuthorityId,
  id: string,
  run: string | undefined,
): Promise<PersonView> {
  const { basis } = await mayRead(scope, authority);
  const employee = await employeeOf(scope, authority, id);
  const [months, recorded] = await scope.read((tx) =>
    Promise.all([payslipsOf(tx, authority, id, 24), loadFacts(tx, authority, id)]),
  );
  const paid = run === undefined ? months[0] : months.find((one) => one.run === run);
  const row = paid ?? (run === undefined ? undefined : await scope.read((tx) => loadDraft(tx, authority, run, id)));
  const [shown = null] = row ? await linesOf(scope, [row]) : [];
  const findings = row ? await scope.read((tx) => findingsOn(tx, authority, row.run, id)) : [];
  if (employee.party !== null) {
    const about = employee.party;
    await scope.write((tx) =>
      scope.audit(tx, { about, action: 'payroll.read', purpose: 'payroll.purpose.read', basis, authority }),
    );
  }
  const known = holding(paid ? recorded.filter(({ seq }) => seq <= paid.factsSeq) : recorded);
  const since = paid ? holding(recorded).filter(({ seq }) => seq > paid.factsSeq) : [];
  const mayHandle = grantedFor(scope, ['payroll']).includes(authority);
  return { employee, facts: known, since, shown, findings, months, mayHandle };
}

/** Somebody by name alone, for who is about to do something with their pay; their log says that an officer has looked. */
export async function readNamed(scope: Scope, key: EmployeeKey): Promise<Employee> {
  const { authority } = key;
  const found = await scope.read((tx) => loadEmployee(tx, authority, key.employee));
  const parties = found?.party ? [found.party] : [];
  const permitted = await permit(scope, 'payroll.run', { authority, task: 'payroll', parties });
  await tellEmployees(scope, authority, parties, permitted);
  return employeeOf(scope, authority, key.employee);
}

async function employeeOf(scope: Scope, authority: AuthorityId, id: string): Promise<Employee> {
  const employee = await scope.read((tx) => loadEmployee(tx, authority, id));
  const [shown] = employee ? await asShown(scope, [employee]) : [];
  if (!shown) throw new Refusal('not-found', 'payroll.employee.not-found');
  return shown;
}

/** The month of a run with another salary: calculated as the run does it, and nothing is stored. */
export async function whatIf(
  scope: Scope,
  engine: Engine,
  key: { readonly authority: AuthorityId; readonly employee: string; readonly run: string },
  said: { readonly monthly: number; readonly share: number },
): Promise<MadePayslip> {
  const permitted = await mayRead(scope, key.authority);
  const employee = await employeeOf(scope, key.authority, key.employee);
  await tellEmployees(scope, key.authority, [employee.party], permitted);
  const run = await scope.read((tx) => loadRun(tx, key.authority, key.run));
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  const months = await scope.read((tx) => payslipsOf(tx, key.authority, key.employee, 12));
  const facts = unpackFacts(employee.facts).map((fact) => (fact.kind === 'salary' ? { ...fact, body: said } : fact));
  const { from, to, paymentDate } = run;
  const year = months
    .filter((one) => one.paymentDate < paymentDate && one.paymentDate.slice(0, 4) === paymentDate.slice(0, 4))
    .map((one) => ({ paymentDate: one.paymentDate, gross: Number(one.gross) }));
  const { birthDate, country, seq } = employee;
  const terms = { month: { from, to }, paymentDate, rules: rulesDigest(engine.book), employer: {} };
  return makePayslip(engine, terms, { birthDate, country, seq, facts: packFacts(facts), before: null, year }, null);
}
