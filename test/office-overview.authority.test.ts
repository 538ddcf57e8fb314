import { beforeAll, expect, test } from 'vitest';
import type { CaseAction } from '../src/modules/cases/action.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { caseInReach } from '../src/modules/cases/handle.ts';
import { caseSource } from '../src/modules/cases/index.ts';
import { mayOpenOverview, officeOverview } from '../src/modules/cases/office-overview.ts';
import { withNamesForOffice } from '../src/modules/cases/representative-names.ts';
import { caseWorld, kokar, type Person } from './case-world.ts';

const world = caseWorld();
const { anna, erik, siv, karin, db } = world;
const karins = () => world.official(karin);
let hers: CaseKey;
let sivs: CaseKey;

beforeAll(async () => {
  hers = await world.filed(anna);
  await world.filed(anna);
  await world.filed(anna, 'kokar');
  await world.filed(erik);
  sivs = await world.filed(siv);
});

const see = (scope = karins(), key = hers) => officeOverview(scope, db.scopes, key, 'support');

async function linesOf({ party }: Person): Promise<number> {
  const [row] = await db.sql<{ n: number }>(
    `select count(*)::int n from kernel.audit_line where party_id = $1 and purpose = 'cases.purpose.overview-support'
       and actor_name = 'Karin Holm'`,
    [party],
  );
  return row?.n ?? 0;
}

test('an official who handles a case sees the person’s cases in the words that the person sees, and nobody else’s', async () => {
  const answer = await caseSource.cases(world.resident(anna), anna.party, { signal: AbortSignal.timeout(30_000) });
  const own = answer.state === 'answered' ? answer.value.items : [];
  const view = await see();
  const plain = (items: readonly { title: string; status: object; last: object }[]) =>
    items.map(({ title, status, last }) => ({ title, status, last }));
  expect(own).toHaveLength(3);
  expect(view.items).toHaveLength(2);
  expect(plain(own)).toEqual(expect.arrayContaining(plain(view.items)));
  expect(view.items.every(({ href }) => href?.startsWith('/handlaggning/sottunga/'))).toBe(true);
});

test('what another authority has is not shown: only that there is more', async () => {
  const { items, withheld } = await see();
  expect(withheld).toBe(1);
  expect(items.some(({ id }) => id.startsWith(String(kokar)))).toBe(false);
});

test('nor is what another task has', async () => {
  const other = world.official(karin, { tasks: ['child-care'] });
  await expect(see(other)).rejects.toMatchObject({ kind: 'not-found' });
});

test('the person finds each look in their log, with what it was for', async () => {
  const before = await linesOf(anna);
  await see();
  await see();
  expect(await linesOf(anna)).toBe(before + 2);
});

test('nothing is asked when the line can not be written', async () => {
  await db.sql('alter table kernel.audit_line rename to audit_line_away');
  await expect(see()).rejects.toThrow();
  await db.sql('alter table kernel.audit_line_away rename to audit_line');
});

test('a protected person’s overview is for an official with that right', async () => {
  await expect(see(karins(), sivs)).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(mayOpenOverview(karins(), sivs)).rejects.toMatchObject({ kind: 'not-allowed' });
  expect(await linesOf(siv)).toBe(0);
  const trusted = world.official(karin, { rights: ['protected-identity'] });
  expect((await see(trusted, sivs)).items).toHaveLength(1);
});

test('an official of another authority is told that there is no such case', async () => {
  const elsewhere = world.official(karin, { authority: kokar, employer: kokar });
  await expect(see(elsewhere)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(mayOpenOverview(elsewhere, hers)).rejects.toMatchObject({ kind: 'not-found' });
});

test('a representative with a protected identity is named only to an official with that right', async () => {
  const filed = await caseInReach(karins(), hers);
  const by = (who: Person) => ({ by: { kind: 'representative', party: who.party, name: who.name, of: anna.party } });
  const actions = [by(siv), by(erik)] as unknown as CaseAction[];
  const names = async (scope = karins()) =>
    (await withNamesForOffice(scope, filed, actions)).map((action) => 'name' in action.by && action.by.name);
  expect(await names()).toEqual(['', 'Erik Berg']);
  expect(await names(world.official(karin, { rights: ['protected-identity'] }))).toEqual(['Siv Hemlig', 'Erik Berg']);
});
