import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../../test/database.ts';
import type { Actor, RoleGrant } from '../../../kernel/authority.ts';
import { type AuthorityId, derivedId, type PartyId, type UnitId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { unitIdOf } from '../../directory/index.ts';
import { mayActBy } from '../../mandates/index.ts';
import { addEmployees } from '../facts/record-facts.ts';
import { askFor, readOwnWork, takeBack } from './ask.ts';
import { EVERY } from './employments.ts';
import { answerRequest, approveTime, readWaiting } from './manage.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const [anna, erik] = [derivedId<PartyId>('anna'), derivedId<PartyId>('erik')];
const unit = (name: 'skola' | 'kok') => unitIdOf(sottunga, name) as UnitId;
const idOf = (number: string) => derivedId<string>('employee', number);
const no = { kind: 'not-allowed' };

function manager(name: 'skola' | 'kok'): Scope {
  const grants: RoleGrant[] = [
    {
      ...{ id: name, role: 'case-officer', employer: sottunga, authority: sottunga, unit: unit(name) },
      ...{ tasks: ['payroll-time'], rights: [], agreement: null },
    },
  ];
  const party = derivedId<PartyId>('manager', name);
  const actor: Actor = { kind: 'official', party, name, assurance: 'high', session: 's', grants };
  return db.scopes({ actor, room: 'official', fence: { authorities: [sottunga], parties: [] } });
}
function resident(party: PartyId): Scope {
  const actor: Actor = { kind: 'person', party, name: 'P', assurance: 'high', session: 's' };
  return db.scopes({ actor, room: 'resident', principal: party, fence: { authorities: [], parties: [party] } });
}

const contract = (employment: number, title: string, at: string, from = '2020-01-01') => ({
  ...({ kind: 'employment', employment, from } as const),
  body: { title, position: `${title} ${employment}`, unit: at },
});
const evening = (employment: number) => ({
  ...({ kind: 'time', employment, from: '2026-04-07', to: '2026-04-07' } as const),
  body: { code: 'evening', quantity: 20_000, approved: false } as const,
});

beforeAll(async () => {
  for (const [id, name] of [
    [unit('skola'), 'Skola'],
    [unit('kok'), 'Köket'],
  ])
    await db.sql(
      `insert into directory.unit (authority_id, unit_id, name, tasks, from_day) values ($1, $2, $3, '{payroll-time}', '2020-01-01')`,
      [sottunga, id, name],
    );
  const system = db.scopes({
    ...{ actor: { kind: 'system', name: 'test' }, room: 'worker' },
    fence: { authorities: [sottunga], parties: [] },
  });
  const person = { birthDate: '1990-05-05', country: 'AX' } as const;
  await addEmployees(
    system,
    sottunga,
    [
      {
        ...{ ...person, id: idOf('1'), number: '1', name: 'Anna', party: anna },
        facts: [contract(1, 'Lärare', 'Skola'), contract(2, 'Kock', 'Köket'), evening(1), evening(2)],
      },
      {
        ...{ ...person, id: idOf('2'), number: '2', name: 'Anna', party: anna },
        facts: [contract(1, 'Guide', 'Skola')],
      },
      {
        ...{ ...person, id: idOf('3'), number: '3', name: 'Erik', party: erik },
        facts: [contract(1, 'Lärare', 'Skola')],
      },
    ],
    'test',
  );
});

test('one chooses which of one’s employments, also under another number, and nobody else’s', async () => {
  const hours = {
    ...({ kind: 'time', from: '2026-05-04', to: '2026-05-04' } as const),
    body: { code: 'additional-hours', quantity: 10_000, approved: false },
  } as const;
  const { posts } = await readOwnWork(resident(anna), sottunga);
  expect(new Set(posts.map(({ title }) => title))).toEqual(new Set(['Lärare', 'Kock', 'Guide']));
  await expect(askFor(resident(anna), sottunga, hours)).rejects.toMatchObject({ key: 'payroll.request.which' });
  await expect(askFor(resident(anna), sottunga, hours, EVERY)).rejects.toMatchObject({ key: 'payroll.request.which' });
  const before = { ...hours, from: '2019-05-04', to: '2019-05-04' };
  await expect(askFor(resident(anna), sottunga, before)).rejects.toMatchObject({ key: 'payroll.request.none' });
  for (const theirs of [`${idOf('3')}.1`, `${idOf('1')}.9`, 'x'])
    await expect(askFor(resident(anna), sottunga, hours, theirs)).rejects.toMatchObject({ kind: 'not-found' });
  await askFor(resident(erik), sottunga, hours);
  await askFor(resident(anna), sottunga, hours, `${idOf('1')}.2`);
  expect((await readOwnWork(resident(anna), sottunga)).requests).toMatchObject([
    { employee: idOf('1'), employment: 2 },
  ]);
});

test('the manager of that employment approves, and the one of the other does not see it', async () => {
  const cooks = await readWaiting(manager('kok'), sottunga);
  const school = await readWaiting(manager('skola'), sottunga);
  expect(cooks.requests.map(({ employee, request }) => [employee.number, request.employment])).toEqual([['1', 2]]);
  expect(cooks.hours.map(({ fact }) => fact.employment)).toEqual([2]);
  expect(school.requests.map(({ employee }) => employee.number)).toEqual(['3']);
  expect(school.hours.map(({ fact }) => fact.employment)).toEqual([1]);

  const [asked] = cooks.requests;
  const yes = { state: 'approved', reason: '' } as const;
  await expect(answerRequest(manager('skola'), sottunga, asked?.request.id ?? '', yes)).rejects.toMatchObject(no);
  await expect(approveTime(manager('skola'), sottunga, idOf('1'), 4)).rejects.toMatchObject(no);
  await expect(approveTime(manager('kok'), sottunga, idOf('1'), 3)).rejects.toMatchObject(no);
  await answerRequest(manager('kok'), sottunga, asked?.request.id ?? '', yes);
  await approveTime(manager('kok'), sottunga, idOf('1'), 4);
  const known = await db.sql(
    `select kind, employment from payroll.fact where employee_id = $1 and seq > 4 order by seq`,
    [idOf('1')],
  );
  expect(known).toEqual([
    { kind: 'time', employment: 2 },
    { kind: 'time', employment: 2 },
  ]);
});

test('an absence of all of them goes to each manager, and is taken back one by one', async () => {
  const sick = { kind: 'absence', from: '2026-05-11', to: '2026-05-12', body: { cause: 'sick' } } as const;
  await askFor(resident(anna), sottunga, sick, EVERY);
  const asked = async (who: 'skola' | 'kok') =>
    (await readWaiting(manager(who), sottunga)).requests.filter(({ request }) => request.kind === 'absence');
  expect(await asked('kok')).toHaveLength(1);
  const ofSchool = await asked('skola');
  expect(new Set(ofSchool.map(({ employee }) => employee.number))).toEqual(new Set(['1', '2']));
  const [one] = ofSchool;
  await expect(takeBack(resident(erik), sottunga, one?.request.id ?? '')).rejects.toMatchObject({ kind: 'conflict' });
  await takeBack(resident(anna), sottunga, one?.request.id ?? '');
  expect(await asked('skola')).toHaveLength(1);
  expect(await asked('kok')).toHaveLength(1);
});
