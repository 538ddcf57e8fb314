import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { asShown, mayRead, tellEmployees } from '../may-read.ts';
import { numbersOf, unpackLines } from '../run/packed-lines.ts';
import { shapesOf } from '../run/run-jobs.ts';
import { loadEmployee } from '../store/facts.ts';
import {
  codeMap,
  type DifferenceAnswer,
  type DraftLines,
  differenceAnswers,
  draftLines,
  insertDifferenceAnswer,
  insertGoLive,
  isLive,
  mapCode,
  oldCodes,
  oldLines,
  oldMonths,
} from '../store/parallel.ts';
import { lineNames } from '../texts/line-names.ts';
import { compareSystems, type Difference, type DifferenceClass, notCompared } from './compare.ts';

/** How many months must be shown right before the first payment. */
const MONTHS_SHOWN = 2;

export type AnsweredDifference = Difference & {
  readonly employee: string | null;
  readonly name: string | null;
  readonly answer: DifferenceAnswer | null;
};

export type ParallelMonth = {
  readonly month: string;
  readonly equal: number;
  readonly differences: readonly AnsweredDifference[];
  readonly left: number;
};

async function compareMonth(
  scope: Scope,
  authority: AuthorityId,
  month: string,
): Promise<ParallelMonth & { readonly drafts: readonly DraftLines[] }> {
  const [old, drafts, map, answers] = await scope.read((tx) =>
    Promise.all([
      oldLines(tx, authority, month),
      draftLines(tx, authority, month),
      codeMap(tx, authority),
      differenceAnswers(tx, authority, month),
    ]),
  );
  const shapes = await shapesOf(scope, drafts);
  const now = drafts.flatMap(({ number, lines, from, to }) =>
    unpackLines(shapes, numbersOf(lines), { from, to }).map(({ code, amount }) => ({ number, code, amount })),
  );
  const { equal, differences } = compareSystems(old, now, map);
  const people = new Map(drafts.map((one) => [one.number, one]));
  const answered = differences.map((one): AnsweredDifference => {
    const person = people.get(one.number);
    const said = answers.findLast(
      ({ employee, code, old: then, now: today }) =>
        employee === person?.employee && code === one.code && Number(then) === one.old && Number(today) === one.now,
    );
    return { ...one, employee: person?.employee ?? null, name: person?.name ?? null, answer: said ?? null };
  });
  return { month, equal, differences: answered, left: answered.filter(isLeft).length, drafts };
}

/** Unanswered, or found to be our mistake: then it is not right yet. */
function isLeft({ answer }: AnsweredDifference): boolean {
  return answer === null || answer.class === 'new-wrong';
}

export type ParallelStanding = {
  readonly months: readonly Omit<ParallelMonth, 'differences'>[];
  readonly paidBefore: boolean;
  readonly signedBy: string | null;
  readonly mayPay: boolean;
  readonly codes: readonly { readonly old: string; readonly code: string | null }[];
};

/** How far an employer's parallel run has come. */
export async function readParallel(scope: Scope, authority: AuthorityId): Promise<ParallelStanding> {
  await mayRead(scope, authority);
  const standing = await standingOf(scope, authority);
  const [codes, map] = await scope.read((tx) => Promise.all([oldCodes(tx, authority), codeMap(tx, authority)]));
  return { ...standing, codes: codes.map((old) => ({ old, code: map.get(old) ?? null })) };
}

async function standingOf(scope: Scope, authority: AuthorityId): Promise<Omit<ParallelStanding, 'codes'>> {
  const [found, live] = await scope.read((tx) => Promise.all([oldMonths(tx, authority), isLive(tx, authority)]));
  const months: Omit<ParallelMonth, 'differences'>[] = [];
  for (const month of found) {
    const { equal, left, drafts } = await compareMonth(scope, authority, month);
    months.push({ month, equal, left: drafts.length === 0 ? -1 : left });
  }
  const shown = months.filter(({ left }) => left === 0).length;
  return { months, ...live, mayPay: live.paidBefore || live.signedBy !== null || shown >= MONTHS_SHOWN };
}

/**
 * The first payment from here is refused until two months are shown right beside the old system, or somebody of the
 * employer has signed by name.
 * @throws Refusal conflict
 */
export async function assertShownRight(scope: Scope, authority: AuthorityId): Promise<void> {
  const { mayPay } = await standingOf(scope, authority);
  if (!mayPay) throw new Refusal('conflict', 'payroll.parallel.not-shown');
}

/** A month's differences, those that are left first. */
export async function readParallelMonth(scope: Scope, authority: AuthorityId, month: string): Promise<ParallelMonth> {
  const permitted = await mayRead(scope, authority);
  const { drafts, ...compared } = await compareMonth(scope, authority, month);
  const numbers = new Set(compared.differences.map(({ number }) => number));
  const named = drafts.filter(({ number }) => numbers.has(number));
  const parties = named.map(({ party }) => party);
  await tellEmployees(scope, authority, parties, permitted);
  const names = new Map((await asShown(scope, named)).map(({ number, name }) => [number, name]));
  const differences = compared.differences.map((one) => ({ ...one, name: names.get(one.number) ?? null }));
  return { ...compared, differences: differences.toSorted((a, b) => Number(isLeft(b)) - Number(isLeft(a))) };
}

function officer({ actor }: Scope): { readonly party: PartyId; readonly name: string } {
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  return actor;
}

/** Says what a difference is, and why. It holds while both amounts are the same. */
export async function classify(
  scope: Scope,
  authority: AuthorityId,
  month: string,
  said: {
    readonly employee: string;
    readonly code: string;
    readonly class: DifferenceClass;
    readonly reason: string;
  },
): Promise<void> {
  const person = await scope.read((tx) => loadEmployee(tx, authority, said.employee));
  if (!person) throw new Refusal('not-found', 'payroll.employee.not-found');
  await permit(scope, 'payroll.run', { authority, task: 'payroll', parties: person.party ? [person.party] : [] });
  if (said.reason.trim() === '') throw new Refusal('invalid', 'payroll.request.reason-missing');
  const { differences } = await compareMonth(scope, authority, month);
  const found = differences.find(({ employee, code }) => employee === said.employee && code === said.code);
  if (!found) throw new Refusal('conflict', 'payroll.run.changed-meanwhile');
  const { party, name } = officer(scope);
  const answer = { ...said, reason: said.reason.trim(), old: String(found.old), now: String(found.now) };
  await scope.write((tx) => insertDifferenceAnswer(tx, authority, month, answer, { party, name, at: scope.now }));
}

/** Which of our codes an old one is. */
export async function setCode(scope: Scope, authority: AuthorityId, old: string, code: string): Promise<void> {
  await permit(scope, 'payroll.run', { authority, task: 'payroll' });
  if (code !== notCompared && !(code in lineNames)) throw new Refusal('invalid', 'payroll.parallel.no-code');
  const { party } = officer(scope);
  await scope.write((tx) => mapCode(tx, authority, old, code, { party, at: scope.now }));
}

/** Somebody of the employer itself answers by name for paying without two months shown right. */
export async function signGoLive(scope: Scope, authority: AuthorityId, reason: string): Promise<void> {
  await permit(scope, 'payroll.release', { authority, task: 'payroll' });
  if (reason.trim() === '') throw new Refusal('invalid', 'payroll.request.reason-missing');
  const { party, name } = officer(scope);
  await scope.write((tx) => insertGoLive(tx, authority, reason.trim(), { party, name, at: scope.now }));
}
