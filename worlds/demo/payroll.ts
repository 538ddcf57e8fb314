import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { testPerson } from '../../simulators/test-persons.ts';
import type { Actor, RoleGrant } from '../../src/kernel/authority.ts';
import { dateIn } from '../../src/kernel/calendar/format.ts';
import { parsePersonNumber } from '../../src/kernel/identifiers/parse.ts';
import type { AuthorityId, PartyId } from '../../src/kernel/ids.ts';
import { projectRoot } from '../../src/kernel/project-root.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import type { Scope } from '../../src/kernel/scope.ts';
import {
  addEmployees,
  answerFinding,
  askCalculation,
  checkRun,
  leftToAnswer,
  loadRuleBook,
  missingLaw,
  openRun,
  recordFacts,
  releaseRun,
  runStore,
  type SaidEmployee,
  signGoLive,
} from '../../src/modules/payroll/index.ts';
import type { Wiring } from '../../src/wiring.ts';
import { laterFacts, type PayEmployer, payPeople } from './pay-people.ts';
import demo from './payroll.json' with { type: 'json' };

/** Only what never ends meets it, as with the municipalities' services. */
const RUN_WITHIN_S = 600;
const MONTHS_PAID = 2;

export type PayWorld = {
  readonly wiring: Wiring;
  readonly owner: Client;
  readonly partyOf: (sub: string) => PartyId;
  readonly scopeFor: (authority: AuthorityId) => Scope;
};
type Month = Temporal.PlainYearMonth;
type Reached = 'calculated' | 'checked' | 'posted';

/**
 * Two officers who pay several municipalities: two months in the ledger, and the month as far as each has come. Made by
 * the same acts that people do, so what is there already is found, and a load that was interrupted goes on.
 */
export async function loadPay(world: PayWorld): Promise<void> {
  const now = monthWithFigures(dateIn('AX', Temporal.Now.instant()).toPlainYearMonth());
  const { rows } = await world.owner.query<{ slug: string; id: number; paid: boolean }>(
    `select slug, authority_id as id,
       exists (select from payroll.employee e where e.authority_id = a.authority_id) as paid
     from directory.authority a where slug = any ($1)`,
    [demo.employers.map(({ slug }) => slug)],
  );
  const clerks = await clerksOf(world);
  await Promise.all(
    demo.employers.map((employer) => {
      const { id, paid } = rows.find(({ slug }) => slug === employer.slug) ?? { id: 0, paid: false };
      const authority = id as AuthorityId;
      return payEmployer(world, employer, { authority, paid, now, clerk: (sub) => clerks(sub, authority) });
    }),
  );
}

/** This month; when nobody has entered what the law says of it yet, the last one before it that has its figures. */
function monthWithFigures(today: Month): Month {
  const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
  for (let month = today; month.year >= today.year - 10; month = month.subtract({ months: 1 }))
    if (missingLaw(book, 'AX', lastOf(month)).length === 0) return month;
  throw new Error('pay has no figures of the law for ten years');
}

function lastOf(month: Month): string {
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

type Place = {
  readonly authority: AuthorityId;
  readonly paid: boolean;
  readonly now: Month;
  readonly clerk: (sub: string) => Scope;
};

async function payEmployer(world: PayWorld, employer: PayEmployer, place: Place): Promise<void> {
  const { authority, paid, now } = place;
  const people = payPeople(employer, now, (sub) => ({ ...knownAs(sub), party: world.partyOf(sub) }));
  if (!paid) await addEmployees(world.scopeFor(authority), authority, people, 'demo');
  for (let back = MONTHS_PAID; back > 0; back--)
    await bring(world, employer, place, now.subtract({ months: back }), 'posted');
  if (employer.now === null) return;
  await recordLater(world.scopeFor(authority), employer, authority, people, now);
  await bring(world, employer, place, now, employer.now as Reached);
}

function knownAs(sub: string): { readonly name: string; readonly birthDate: string } {
  const { name, number, country } = testPerson(sub);
  const found = parsePersonNumber(number, dateIn(country, Temporal.Now.instant()), country);
  if (found.kind === 'none') throw new Error(`${sub} has a number that is none`);
  return { name, birthDate: found.born.toString() };
}

/** What came after the months that are paid; once. */
async function recordLater(
  scope: Scope,
  { slug, mistakes }: PayEmployer,
  authority: AuthorityId,
  people: readonly SaidEmployee[],
  now: Month,
): Promise<void> {
  const runs = await scope.read((tx) => runStore.latestRuns(tx, [authority], 1));
  if (runs[0]?.from === now.toPlainDate({ day: 1 }).toString()) return;
  const salaryOf = (n: number) => {
    const salary = people[n]?.facts.find(({ kind }) => kind === 'salary');
    return salary?.kind === 'salary' ? salary.body : { monthly: 0, share: 0 };
  };
  for (const { n, facts } of laterFacts(slug, now, salaryOf, mistakes))
    await recordFacts(scope, authority, people[n]?.id ?? '', facts, 'demo');
}

/** The officials as they are signed in: with the grants that their roles give them today. */
async function clerksOf({ wiring, owner, partyOf }: PayWorld): Promise<(sub: string, at: AuthorityId) => Scope> {
  const subs = [...demo.officers, ...demo.employers.map(({ releaser }) => releaser)];
  const { rows } = await owner.query<{ party: PartyId; grants: readonly RoleGrant[] }>(
    'select party, identity.grants_of(party, $2) as grants from unnest($1::uuid[]) as t(party)',
    [subs.map(partyOf), dateIn('SE', Temporal.Now.instant()).toString()], // the day that roles are given by
  );
  return (sub, authority) => {
    const party = partyOf(sub);
    const grants = rows.find((row) => row.party === party)?.grants ?? [];
    const { name } = testPerson(sub);
    const actor: Actor = { kind: 'official', party, name, assurance: 'high', session: 'demo', grants };
    return wiring.makeScope({ actor, room: 'official', fence: { authorities: [authority], parties: [] } });
  };
}

/** The demo has no old system beside it: somebody of the municipality answers for the first payment; once. */
async function signed(scope: Scope, authority: AuthorityId): Promise<void> {
  await signGoLive(scope, authority, 'Påhittad kommun: inget gammalt system').catch((error: unknown) => {
    if (!isRefusal(error, 'conflict')) throw error;
  });
}

/** Takes a month's run as far as it is to come, each step by whom it falls to. */
async function bring(
  { wiring }: PayWorld,
  { releaser }: PayEmployer,
  { authority, clerk }: Place,
  month: Month,
  to: Reached,
): Promise<void> {
  const [first, second, third] = [clerk('lena'), clerk('tomas'), clerk(releaser)];
  const from = month.toPlainDate({ day: 1 }).toString();
  const last = lastOf(month);
  for (const end = performance.now() + RUN_WITHIN_S * 1_000; performance.now() < end; ) {
    const runs = await first.read((tx) => runStore.latestRuns(tx, [authority], MONTHS_PAID + 1));
    const run = runs.find((one) => one.from === from);
    if (!run) {
      await openRun(first, authority, { kind: 'regular', month: { from, to: last }, paymentDate: last });
      continue;
    }
    if (run.state === to) return;
    const key = { authority, run: run.id };
    switch (run.state) {
      case 'open':
        await askCalculation(first, key);
        wiring.settle();
        break;
      case 'calculated':
        for (const { employee, kind, risk } of await leftToAnswer(first, key))
          await answerFinding(
            first,
            { ...key, employee, kind },
            { answer: risk === 9 ? 'held' : 'accepted', note: '' },
          );
        await checkRun(second, key);
        break;
      case 'checked':
        if (runs.every(({ state }) => state !== 'posted')) await signed(third, authority);
        await releaseRun(third, key);
        wiring.settle();
        break;
      default:
        await wait(30);
    }
  }
  throw new Error(`the pay of ${from} was not made for ${authority} of the demo world`);
}
