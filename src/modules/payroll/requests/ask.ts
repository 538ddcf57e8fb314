import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { unpackFacts } from '../facts/fact.ts';
import { type Employee, ownEmployee } from '../store/facts.ts';
import { insertRequest, ownRequests, type RequestRow, withdrawRequest } from '../store/requests.ts';
import type { Said } from './request.ts';

const SHOWN = 50;

/** Who one is in an employer's payroll. @throws Refusal not-found */
async function employeeAt(scope: Scope, authority: AuthorityId): Promise<Employee> {
  const own = await scope.read((tx) => ownEmployee(tx, scope.principal as PartyId)); // a resident's scope has one
  const found = own.find((one) => one.authority === authority);
  if (!found) throw new Refusal('not-found', 'payroll.employee.not-found');
  return found;
}

export type OwnWork = { readonly employee: Employee; readonly requests: readonly RequestRow[] };

/** What the employer knows of one, and what one has said. */
export async function readOwnWork(scope: Scope, authority: AuthorityId): Promise<OwnWork> {
  await permit(scope, 'payroll.read-own', {});
  const employee = await employeeAt(scope, authority);
  const requests = await scope.read((tx) => ownRequests(tx, employee.party as PartyId, SHOWN)); // found by it
  return { employee, requests: requests.filter((one) => one.authority === authority) };
}

/** Absence or hours of one's own: it waits for the manager. */
export async function askFor(scope: Scope, authority: AuthorityId, said: Said): Promise<void> {
  const permitted = await permit(scope, 'payroll.report', {});
  const { id, party, facts } = await employeeAt(scope, authority);
  const known = unpackFacts(facts);
  const { employment = 1 } = known.find(({ kind }) => kind === 'employment') ?? {};
  await scope.reaching(permitted, { authorities: [authority] }).write((tx) =>
    insertRequest(tx, {
      ...{ authority, id: newId<string>(), employee: id, party: party as PartyId, employment, ...said }, // found by it
      at: scope.now,
    }),
  );
}

/** Takes back what nobody has answered yet. @throws Refusal conflict when somebody has */
export async function takeBack(scope: Scope, authority: AuthorityId, request: string): Promise<void> {
  await permit(scope, 'payroll.report', {});
  const { party } = await employeeAt(scope, authority);
  const done = await scope.write((tx) => withdrawRequest(tx, party as PartyId, request, scope.now)); // found by it
  if (!done) throw new Refusal('conflict', 'payroll.request.answered');
}
