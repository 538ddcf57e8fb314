import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type Employee, ownEmployee } from '../store/facts.ts';
import { insertRequest, ownRequests, type RequestRow, withdrawRequest } from '../store/requests.ts';
import { chosenPosts, type OwnPost, ownPosts } from './employments.ts';
import type { Said } from './request.ts';

const SHOWN = 50;

/** Who one is in an employer's payroll, under each number there. @throws Refusal not-found */
async function employeesAt(scope: Scope, authority: AuthorityId): Promise<readonly [Employee, ...Employee[]]> {
  const own = await scope.read((tx) => ownEmployee(tx, scope.principal as PartyId)); // a resident's scope has one
  const [first, ...more] = own.filter((one) => one.authority === authority);
  if (!first) throw new Refusal('not-found', 'payroll.employee.not-found');
  return [first, ...more];
}

export type OwnWork = {
  readonly employees: readonly [Employee, ...Employee[]];
  readonly posts: readonly OwnPost[];
  readonly requests: readonly RequestRow[];
};

/** What the employer knows of one, and what one has said. */
export async function readOwnWork(scope: Scope, authority: AuthorityId): Promise<OwnWork> {
  await permit(scope, 'payroll.read-own', {});
  const employees = await employeesAt(scope, authority);
  const requests = await scope.read((tx) => ownRequests(tx, scope.principal as PartyId, SHOWN)); // as above
  const posts = ownPosts(employees);
  return { employees, posts, requests: requests.filter((one) => one.authority === authority) };
}

/**
 * Absence or hours of one's own employment: each waits for the manager of that employment.
 * @param chosen the key of one of one's employments, all of them, or nothing when there is only one
 * @throws Refusal not-found | invalid
 */
export async function askFor(scope: Scope, authority: AuthorityId, said: Said, chosen = ''): Promise<void> {
  const permitted = await permit(scope, 'payroll.report', {});
  const posts = chosenPosts(ownPosts(await employeesAt(scope, authority)), said, chosen);
  if (posts === 'not-own') throw new Refusal('not-found', 'payroll.employee.not-found');
  if (typeof posts === 'string') throw new Refusal('invalid', `payroll.request.${posts}`);
  const party = scope.principal as PartyId; // as above
  await scope.reaching(permitted, { authorities: [authority] }).write(async (tx) => {
    for (const { employee, employment } of posts)
      await insertRequest(tx, {
        ...{ authority, id: newId<string>(), employee, party, employment, ...said },
        at: scope.now,
      });
  });
}

/** Takes back what nobody has answered yet. @throws Refusal conflict when somebody has */
export async function takeBack(scope: Scope, authority: AuthorityId, request: string): Promise<void> {
  await permit(scope, 'payroll.report', {});
  await employeesAt(scope, authority);
  const done = await scope.write((tx) => withdrawRequest(tx, scope.principal as PartyId, request, scope.now)); // as above
  if (!done) throw new Refusal('conflict', 'payroll.request.answered');
}
