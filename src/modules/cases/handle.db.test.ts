import { expect, test } from 'vitest';
import { caseWorld } from '../../../test/case-world.ts';
import { newId } from '../../kernel/ids.ts';
import { askForCompletion } from './ask-for-completion.ts';
import { assignToMe } from './assign.ts';
import { closeCase } from './close.ts';
import { completeCase } from './complete.ts';
import { decide } from './decide.ts';
import type { CaseKey } from './filed-case.ts';
import { type Handled, officialOf } from './handle.ts';
import { addNote, markConfidential } from './note.ts';
import { viewOwnCase } from './own-case-view.ts';
import { readOwnCases } from './own-cases.ts';
import { readQueue } from './read-queue.ts';

const world = caseWorld();
const { anna, erik, karin } = world;
const handled = (key: CaseKey, seq: number): Handled => ({ ...key, seq, transaction: newId() });
const kinds = async (key: CaseKey) =>
  (
    await world.db.sql<{ kind: string }>('select kind from cases.action where case_id = $1 order by seq', [key.case])
  ).map(({ kind }) => kind);
const yes = { decision: 'yes', reasons: 'En bra idé.' };
const everything = { assignment: 'all', show: 'open', authority: null } as const;

test('of two officials who act at once, one does it and the other is told', async () => {
  const key = await world.filed(anna);
  const outcomes = await Promise.allSettled([
    decide(world.official(karin), handled(key, 1), yes),
    decide(world.official(erik), handled(key, 1), { ...yes, decision: 'no' }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { kind: 'conflict', key: 'cases.changed-meanwhile' },
  });
  expect(await kinds(key)).toEqual(['filed', 'decided']);
});

test('a form from a page that is stale changes nothing', async () => {
  const key = await world.filed(anna);
  await addNote(world.official(karin), handled(key, 1), 'Ringde.');
  await expect(assignToMe(world.official(karin), handled(key, 1))).rejects.toMatchObject({
    key: 'cases.changed-meanwhile',
  });
  expect(await kinds(key)).toEqual(['filed', 'noted']);
});

test('the same form sent twice is one act', async () => {
  const key = await world.filed(anna);
  const form = handled(key, 1);
  await addNote(world.official(karin), form, 'En gång.');
  await addNote(world.official(karin), form, 'En gång.');
  expect(await kinds(key)).toEqual(['filed', 'noted']);
});

test('a case is closed only when its decision is available to the person', async () => {
  const key = await world.filed(anna);
  const scope = world.official(karin);
  await expect(closeCase(scope, handled(key, 1))).rejects.toMatchObject({ key: 'cases.not-decided' });
  await decide(scope, handled(key, 1), yes);
  await expect(closeCase(scope, handled(key, 2))).rejects.toMatchObject({ key: 'cases.not-available' });
});

test('who decides a thing that the service does not have is told so', async () => {
  const key = await world.filed(anna);
  const act = decide(world.official(karin), handled(key, 1), { ...yes, decision: 'perhaps' });
  await expect(act).rejects.toMatchObject({ kind: 'invalid', key: 'cases.unknown-decision' });
});

test('a question waits for the person, who answers it once', async () => {
  const key = await world.filed(anna);
  const own = { authority: 'sottunga', case: key.case };
  const answerBy = Temporal.Now.plainDateISO().add({ days: 14 });
  await askForCompletion(world.official(karin), handled(key, 1), { text: 'Vilken brygga?', answerBy });
  const before = await readOwnCases(world.resident(anna), { most: 50 });
  expect(before.cases.find((one) => one.case === key.case)).toMatchObject({
    state: 'waiting-applicant',
    ball: 'party',
  });

  const answer = { text: 'Den norra.', files: [], transaction: newId<string>() };
  await completeCase(world.resident(anna), own, answer);
  await completeCase(world.resident(anna), own, answer);
  const again = completeCase(world.resident(anna), own, { ...answer, transaction: newId<string>() });
  await expect(again).rejects.toMatchObject({ key: 'cases.nothing-asked' });
  expect(await kinds(key)).toEqual(['filed', 'question-asked', 'completed']);
  const after = await readOwnCases(world.resident(anna), { most: 50 });
  expect(after.cases.find((one) => one.case === key.case)).toMatchObject({ state: 'received', ball: 'authority' });
});

test('a question gives the applicant a day at least', async () => {
  const key = await world.filed(anna);
  const today = Temporal.Now.plainDateISO('Europe/Mariehamn');
  for (const answerBy of [today, today.subtract({ days: 1 })]) {
    const asked = askForCompletion(world.official(karin), handled(key, 1), { text: 'Vilken?', answerBy });
    await expect(asked).rejects.toMatchObject({ kind: 'invalid', key: 'cases.answer-by' });
  }
  expect(await kinds(key)).toEqual(['filed']);
});

test('an answer that comes while an official writes a note is taken all the same', async () => {
  const key = await world.filed(anna);
  const answerBy = Temporal.Now.plainDateISO().add({ days: 14 });
  await askForCompletion(world.official(karin), handled(key, 1), { text: 'Vilken?', answerBy });
  await addNote(world.official(karin), handled(key, 2), 'Väntar.');
  const answer = { text: 'Den norra.', files: [], transaction: newId<string>() };
  await completeCase(world.resident(anna), { authority: 'sottunga', case: key.case }, answer);
  expect(await kinds(key)).toEqual(['filed', 'question-asked', 'noted', 'completed']);
});

test('what the office notes and marks, the person does not see', async () => {
  const key = await world.filed(anna);
  await addNote(world.official(karin), handled(key, 1), 'Bara för oss.');
  await markConfidential(world.official(karin), handled(key, 2), 'OSL 21 kap. 1 §');
  await assignToMe(world.official(karin), handled(key, 3));
  const view = await viewOwnCase(world.resident(anna), { authority: 'sottunga', case: key.case });
  expect(view.actions.map(({ act }) => act.kind)).toEqual(['filed', 'assigned']);
  expect(view.state.assignee?.name).toBe('Karin Holm');
});

test('the queue shows the most urgent first, page by page, over all authorities of the roles', async () => {
  for (const slug of ['sottunga', 'kokar', 'sottunga', 'kokar']) await world.filed(anna, slug);
  const scope = world.official(karin, {}, { authority: 2480318 as never });
  const whole = await readQueue(scope, everything, 100);
  expect(new Set(whole.cases.map((one) => one.authorityName)).size).toBe(2);
  const seen: string[] = [];
  let next: { dueOn: Temporal.PlainDate; case: string } | null = null;
  for (;;) {
    const page = await readQueue(scope, everything, 3, next);
    seen.push(...page.cases.map((one) => one.case));
    const last = page.cases.at(-1);
    if (page.next === null || !last) break;
    next = { dueOn: last.dueOn, case: last.case };
  }
  expect(seen).toEqual(whole.cases.map((one) => one.case));
});

test('the queue can show my own, those without an officer, and those that wait', async () => {
  const mine = await world.filed(anna);
  const waiting = await world.filed(anna);
  const free = await world.filed(anna);
  const scope = world.official(karin);
  await assignToMe(scope, handled(mine, 1));
  const answerBy = Temporal.Now.plainDateISO().add({ days: 14 });
  await askForCompletion(scope, handled(waiting, 1), { text: 'Vilken?', answerBy });
  const ids = async (view: Parameters<typeof readQueue>[1]) =>
    (await readQueue(scope, view, 100)).cases.map((one) => one.case);
  expect(await ids({ ...everything, assignment: 'mine' })).toContain(mine.case);
  expect(await ids({ ...everything, assignment: 'mine' })).not.toContain(free.case);
  expect(await ids({ ...everything, assignment: 'unassigned' })).toContain(free.case);
  expect(await ids({ ...everything, show: 'waiting' })).toContain(waiting.case);
  expect(await ids({ ...everything, show: 'waiting' })).not.toContain(free.case);
  expect(officialOf(scope).name).toBe('Karin Holm');
});
