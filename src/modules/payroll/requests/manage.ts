import type { AuthorityId, UnitId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../../kernel/scope.ts';
import { type Unit, unitsOf } from '../../directory/index.ts';
import type { Day } from '../engine/day.ts';
import { type Fact, unpackFacts } from '../facts/fact.ts';
import { recordFactsIn } from '../facts/record-facts.ts';
import { asShown, tellEmployees } from '../may-read.ts';
import { type Employee, employeesWithOpenTime, loadEmployee, loadEmployees } from '../store/facts.ts';
import { decideRequest, loadRequest, type RequestRow, waitingRequests } from '../store/requests.ts';
import { contractOn } from './employments.ts';

const SHOWN = 100;

/** Which of somebody's employments it is about, and from when. */
type About = { readonly employment: number | null; readonly from: Day };

/** The directory's unit of that employment, by the name that its contract has; null when it is none of them. */
function unitOf(units: readonly Unit[], employee: Employee, { employment, from }: About): UnitId | null {
  const name = contractOn(employee, employment, from)?.body.unit.toLowerCase();
  return units.find((unit) => unit.name.toLowerCase() === name)?.id ?? null;
}

/**
 * A manager approves for those who work in their own unit, in that employment, and never for themselves.
 * @throws Refusal not-allowed
 */
async function mayManage(scope: Scope, employee: Employee, about: About): Promise<Permit> {
  const { authority, party } = employee;
  const unit = unitOf(await unitsOf(scope, authority), employee, about);
  const parties = party ? [party] : [];
  return permit(scope, 'payroll.approve-time', { authority, task: 'payroll-time', unit, parties });
}

export type Waiting = {
  readonly hours: readonly { readonly employee: Employee; readonly fact: Fact<'time'> }[];
  readonly requests: readonly { readonly employee: Employee; readonly request: RequestRow }[];
};

/** Hours and absence that wait for this manager: of their own people, and not their own. */
export async function readWaiting(scope: Scope, authority: AuthorityId): Promise<Waiting> {
  const [withHours, requests] = await scope.read((tx) =>
    Promise.all([employeesWithOpenTime(tx, authority, SHOWN), waitingRequests(tx, authority, SHOWN)]),
  );
  const asking = requests.map(({ employee }) => employee);
  const [employees, askers] = await Promise.all([
    asShown(scope, withHours),
    asShown(scope, await scope.read((tx) => loadEmployees(tx, authority, asking))),
  ]);
  const open = employees.flatMap((employee) =>
    unpackFacts(employee.facts).flatMap((fact) =>
      fact.kind === 'time' && !fact.body.approved ? [{ employee, fact }] : [],
    ),
  );
  const asked = requests.flatMap((request) => {
    const employee = askers.find(({ id }) => id === request.employee);
    return employee ? [{ employee, request }] : [];
  });
  const units = await unitsOf(scope, authority);
  const answers = new Map<string, boolean>();
  let permitted: Permit | undefined;
  const isTheirs = async (employee: Employee, about: About): Promise<boolean> => {
    const unit = unitOf(units, employee, about);
    const parties = employee.party ? [employee.party] : [];
    const resource = { authority, task: 'payroll-time', unit, parties } as const;
    const key = `${employee.id} ${unit}`;
    const known = answers.get(key) ?? (await scope.mayAct('payroll.approve-time', resource)).decision === 'yes';
    answers.set(key, known);
    if (known) permitted ??= await permit(scope, 'payroll.approve-time', resource);
    return known;
  };
  const hours: Waiting['hours'][number][] = [];
  for (const one of open) if (await isTheirs(one.employee, one.fact)) hours.push(one);
  const theirs: Waiting['requests'][number][] = [];
  for (const one of asked) if (await isTheirs(one.employee, one.request)) theirs.push(one);
  permitted ??= await permitAtAll(scope, authority);
  const parties = [...hours, ...theirs].map(({ employee }) => employee.party);
  await tellEmployees(scope, authority, parties, permitted);
  return { hours, requests: theirs };
}

/** Whoever approves for nobody here at all is refused; a manager with nothing to do sees that. */
function permitAtAll(scope: Scope, authority: AuthorityId): Promise<Permit> {
  return permit(scope, 'payroll.approve-time', { authority, task: 'payroll-time' });
}

/** A manager says that hours are right: then they are paid. */
export async function approveTime(scope: Scope, authority: AuthorityId, id: string, seq: number): Promise<void> {
  const employee = await scope.read((tx) => loadEmployee(tx, authority, id));
  if (!employee) throw new Refusal('not-found', 'payroll.employee.not-found');
  const fact = unpackFacts(employee.facts).find((one) => one.seq === seq);
  await mayManage(scope, employee, fact ?? { employment: null, from: '' });
  if (fact?.kind !== 'time' || fact.body.approved) throw new Refusal('not-found', 'payroll.employee.not-found');
  const { kind, employment, from, to, body } = fact;
  const approved = { kind, employment, from, to, body: { ...body, approved: true }, replaces: seq };
  await scope.write((tx) => recordFactsIn(tx, scope, authority, id, [approved], 'attest'));
}

/** A manager's answer to what an employee has said; approved, it is a fact from then on. */
export async function answerRequest(
  scope: Scope,
  authority: AuthorityId,
  id: string,
  said: { readonly state: 'approved' | 'refused'; readonly reason: string },
): Promise<void> {
  const request = await scope.read((tx) => loadRequest(tx, authority, id));
  const employee = request && (await scope.read((tx) => loadEmployee(tx, authority, request.employee)));
  if (!request || !employee) throw new Refusal('not-found', 'payroll.employee.not-found');
  await mayManage(scope, employee, request);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (said.state === 'refused' && said.reason.trim() === '')
    throw new Refusal('invalid', 'payroll.request.reason-missing');
  await scope.write(async (tx) => {
    const by = { by: actor.party, byName: actor.name, at: scope.now };
    const reason = said.reason.trim() || null;
    if (!(await decideRequest(tx, authority, id, { state: said.state, reason, ...by })))
      throw new Refusal('conflict', 'payroll.request.answered');
    if (said.state === 'refused') return;
    const { employment, from, to } = request;
    const fact =
      request.kind === 'time'
        ? { kind: request.kind, employment, from, to, body: { ...request.body, approved: true } }
        : { kind: request.kind, employment, from, to, body: request.body };
    await recordFactsIn(tx, scope, authority, employee.id, [fact], 'self-service');
  });
}
