import { expect, test } from 'vitest';
import { caseWorld, kokar } from '../../../test/case-world.ts';
import { noRegisters } from '../../../test/no-registers.ts';
import { newId, type UnitId } from '../../kernel/ids.ts';
import { assignTo, assignToMe } from './assign.ts';
import { completeCase, ownCase } from './complete.ts';
import { decide } from './decide.ts';
import { fileCase } from './file-case.ts';
import type { CaseKey } from './filed-case.ts';
import type { Handled } from './handle.ts';
import { openHandledCase } from './handled-case.ts';
import { addNote } from './note.ts';
import { readOwnCases } from './own-cases.ts';
import { readQueue } from './read-queue.ts';

const world = caseWorld();
const { anna, erik, siv, karin } = world;
const first = (key: CaseKey): Handled => ({ ...key, seq: 1, transaction: newId() });
const yes = { decision: 'yes', reasons: 'Bra.' };
const missing = { kind: 'not-found', key: 'cases.not-found' };
const refused = { kind: 'not-allowed' };
const everything = { assignment: 'all', show: 'open', authority: null } as const;
const unit = newId<UnitId>();

test('another person finds no case, no more than one that is not there', async () => {
  const { case: id } = await world.filed(anna);
  const scope = world.resident(erik);
  await expect(ownCase(scope, { authority: 'sottunga', case: id })).rejects.toMatchObject(missing);
  await expect(ownCase(scope, { authority: 'sottunga', case: newId<string>() })).rejects.toMatchObject(missing);
  await expect(ownCase(scope, { authority: 'sottunga', case: 'nonsense' })).rejects.toMatchObject(missing);
  const answer = { text: 'x', files: [], transaction: newId<string>() };
  await expect(completeCase(scope, { authority: 'sottunga', case: id }, answer)).rejects.toMatchObject(missing);
  expect((await readOwnCases(scope, { most: 50 })).cases).toEqual([]);
});

test('nobody files another person\u2019s draft', async () => {
  const draft = await world.draft(anna);
  const place = { authority: 'sottunga', service: 'forslag', draft, seq: 3 };
  await expect(fileCase(world.resident(erik), place, noRegisters)).rejects.toMatchObject({ kind: 'not-found' });
  await expect(fileCase(world.resident(anna), { ...place, authority: 'kokar' }, noRegisters)).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test.each([
  ['another authority', { authority: kokar }],
  ['another task', { tasks: ['child-care'] as const }],
  ['another role', { role: 'administrator' as const }],
])('an official with %s finds no case', async (_what, grant) => {
  const key = await world.filed(anna);
  const scope = world.official(karin, grant);
  await expect(openHandledCase(scope, key)).rejects.toMatchObject(missing);
  await expect(decide(scope, first(key), yes)).rejects.toMatchObject(missing);
  await expect(addNote(scope, first(key), 'x')).rejects.toMatchObject(missing);
  const queue = await readQueue(scope, everything, 100).catch(() => ({ cases: [] }));
  expect(queue.cases.map((one) => one.case)).not.toContain(key.case);
});

test('an official of one unit sees only its cases, one of the whole authority all', async () => {
  const ours = await world.filed(anna);
  const theirs = await world.filed(anna);
  await world.inUnit(ours, unit);
  await world.inUnit(theirs, newId<UnitId>());
  const inUnit = world.official(karin, { unit });
  const seen = (await readQueue(inUnit, everything, 100)).cases.map((one) => one.case);
  expect(seen).toContain(ours.case);
  expect(seen).not.toContain(theirs.case);
  await expect(openHandledCase(inUnit, theirs)).rejects.toMatchObject(missing);
  const all = (await readQueue(world.official(karin), everything, 100)).cases.map((one) => one.case);
  expect(all).toEqual(expect.arrayContaining([ours.case, theirs.case]));
});

test('a protected person has no name in the queue, and their case opens only with the right', async () => {
  const key = await world.filed(siv);
  const without = world.official(karin);
  const queued = (await readQueue(without, everything, 100)).cases.find((one) => one.case === key.case);
  expect(queued).toMatchObject({ protected: true, applicantName: null });
  await expect(openHandledCase(without, key)).rejects.toMatchObject(refused);
  await expect(decide(without, first(key), yes)).rejects.toMatchObject(refused);
  const withRight = world.official(karin, { rights: ['protected-identity'] });
  expect((await openHandledCase(withRight, key)).applicant).toBe('Siv Hemlig');
});

test('an official who is a party does not handle their own matter, nor read the office\u2019s notes of it', async () => {
  const key = await world.filed(karin);
  const scope = world.official(karin);
  await expect(decide(scope, first(key), yes)).rejects.toMatchObject(refused);
  await expect(assignToMe(scope, first(key))).rejects.toMatchObject(refused);
  await addNote(world.official(erik), first(key), 'Om kollegan.');
  const view = await openHandledCase(scope, key);
  expect(view.ownMatter).toBe(true);
  expect(view.actions.map(({ act }) => act.kind)).toEqual(['filed']);
});

test('a case is handed only to a colleague who may have it', async () => {
  const key = await world.filed(anna);
  const act = assignTo(world.official(karin), first(key), erik.party, []);
  await expect(act).rejects.toMatchObject({ kind: 'invalid', key: 'cases.no-colleague' });
});

test('an official who looks leaves a line that the person can read, and sees nothing when it can not be written', async () => {
  const key = await world.filed(anna);
  await openHandledCase(world.official(karin), key);
  const lines = await world.db.sql(
    `select from kernel.audit_line where party_id = $1 and action = 'case.read' and actor_name = 'Karin Holm'
       and resource->>'case' = $2`,
    [anna.party, key.case],
  );
  expect(lines).toHaveLength(1);
  const scope = world.official(karin);
  const deaf = { ...scope, write: () => Promise.reject(new Error('the log can not be written')) };
  await expect(openHandledCase(deaf, key)).rejects.toThrow('the log can not be written');
});

test('behind the fence of another authority or party there is no row of any table', async () => {
  const key = await world.filed(anna);
  for (const table of ['case', 'action', 'case_party', 'tombstone'] as const) {
    const count = world
      .official(karin, { authority: kokar })
      .read((tx) => tx.selectFrom(`cases.${table}`).select('case_id').where('case_id', '=', key.case).execute());
    expect(await count).toEqual([]);
  }
  for (const table of ['case', 'action', 'case_party'] as const) {
    const count = world
      .resident(erik)
      .read((tx) => tx.selectFrom(`cases.${table}`).select('case_id').where('case_id', '=', key.case).execute());
    expect(await count).toEqual([]);
  }
});

test('a person writes no case at an authority that their act has not reached', async () => {
  const scope = world.resident(anna);
  const act = scope.write((tx) =>
    tx
      .insertInto('cases.action')
      .values({
        authority_id: kokar,
        case_id: newId<string>(),
        seq: 1,
        kind: 'filed',
        at: scope.now,
        transaction_id: newId<string>(),
        to_parties: [anna.party],
        body: '{}',
      })
      .execute(),
  );
  await expect(act).rejects.toMatchObject({ code: '42501' });
});
