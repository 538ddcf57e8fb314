import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseWorld } from '../../../test/case-world.ts';
import { type FileStore, makeFileStore } from '../../kernel/files/index.ts';
import { type EventId, newId } from '../../kernel/ids.ts';
import type { EventBody } from '../../kernel/outbox.ts';
import type { Scope } from '../../kernel/scope.ts';
import { askForCompletion } from './ask-for-completion.ts';
import { closeCase } from './close.ts';
import { decide } from './decide.ts';
import { letterSubscriptions } from './deliver-letters.ts';
import { eraseExpired } from './erase-expired.ts';
import type { CaseKey } from './filed-case.ts';
import type { Handled } from './handle.ts';
import { readDueForErasure } from './read-queue.ts';

const world = caseWorld();
const { anna, karin } = world;
const handled = (key: CaseKey, seq: number): Handled => ({ ...key, seq, transaction: newId() });
const yes = { decision: 'yes', reasons: 'En bra idé.' };

let folder: string;
let files: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
  files = makeFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

class Killed extends Error {}

/** Kills the job at its n:th step, before or after the step has been done. */
function killer(at: number, when: 'before' | 'after') {
  let step = 0;
  async function through<T>(work: () => Promise<T>): Promise<T> {
    step++;
    if (step === at && when === 'before') throw new Killed();
    const result = await work();
    if (step === at && when === 'after') throw new Killed();
    return result;
  }
  const over = (scope: Scope): Scope => ({
    ...scope,
    read: (work) => through(() => scope.read(work)),
    write: (work) => through(() => scope.write(work)),
  });
  const store: Pick<FileStore, 'put'> = { put: (content, type) => through(() => files.put(content, type)) };
  return { over, store };
}

async function run(
  kind: string,
  key: CaseKey,
  seq: number,
  at = 0,
  when: 'before' | 'after' = 'before',
): Promise<boolean> {
  const { over, store } = killer(at, when);
  const subscription = letterSubscriptions({ files: store }).find((one) => one.kind === kind);
  const event = { kind, authorities: [key.authority], parties: [anna.party], ...key, seq };
  const scope = over(world.worker([anna.party]));
  try {
    await subscription?.handle(scope, event as unknown as EventBody, {
      event: newId<EventId>(),
      attempt: 1,
      lastAttempt: false,
    });
    return true;
  } catch (error) {
    if (error instanceof Killed) return false;
    throw error;
  }
}

async function found(key: CaseKey) {
  const [row] = await world.db.sql<{ messages: number; delivered: number; available: number; subject: string }>(
    `select
       (select count(*)::int from mailbox.message where case_id = $1 and kind = 'decision') as messages,
       (select count(*)::int from kernel.outbox o join mailbox.message m on o.body->>'message' = m.message_id::text
        where o.kind = 'mailbox.delivered' and m.case_id = $1) as delivered,
       (select count(*)::int from cases.action where case_id = $1 and kind = 'decision-available') as available,
       (select subject from mailbox.message where case_id = $1 and kind = 'decision') as subject`,
    [key.case],
  );
  return row;
}

test('a decision reaches the mailbox once, wherever the job is killed', async () => {
  let killed = 0;
  for (const when of ['before', 'after'] as const) {
    for (let at = 1; ; at++) {
      const key = await world.filed(anna);
      await decide(world.official(karin), handled(key, 1), yes);
      const ended = await run('case.decided', key, 2, at, when);
      if (!ended) {
        killed++;
        await run('case.decided', key, 2);
      }
      await run('case.decided', key, 2);
      expect(await found(key)).toMatchObject({ messages: 1, delivered: 1, available: 1 });
      if (ended) break;
    }
  }
  expect(killed).toBeGreaterThanOrEqual(6);
});

test('the receipt and the question come to the mailbox in the language of who filed', async () => {
  const key = await world.filed(anna);
  const answerBy = Temporal.Now.plainDateISO().add({ days: 14 });
  await askForCompletion(world.official(karin), handled(key, 1), { text: 'Vilken brygga?', answerBy });
  await run('case.filed', key, 1);
  await run('case.question-asked', key, 2);
  const rows = await world.db.sql<{ kind: string; subject: string; body: string; case_number: string }>(
    `select kind, subject, body, case_number from mailbox.message where case_id = $1 order by kind`,
    [key.case],
  );
  expect(rows).toMatchObject([
    { kind: 'information', subject: 'Vi har fått det du skickade: Lämna ett förslag till kommunen' },
    { kind: 'question', body: expect.stringContaining('Vilken brygga?') },
  ]);
  expect(rows[0]?.case_number).toMatch(/^SOT /);
});

test('an event of a case that has been erased since is let go', async () => {
  const key = { ...(await world.filed(anna)), case: newId() as CaseKey['case'] };
  expect(await run('case.decided', key, 2)).toBe(true);
});

test('a closed case is erased on its day and not before, and a tombstone says so', async () => {
  const key = await world.filed(anna);
  const scope = world.official(karin);
  await decide(scope, handled(key, 1), yes);
  await run('case.decided', key, 2);
  await closeCase(scope, handled(key, 3));
  // The shipped suggestion goes to the archive: here it is one that is erased.
  await world.db.sql(`update cases."case" set archive = false where case_id = $1`, [key.case]);
  const [row] = await world.db.sql<{ erase_on: Temporal.PlainDate }>(
    `select erase_on from cases."case" where case_id = $1`,
    [key.case],
  );
  const day = row?.erase_on as Temporal.PlainDate;
  const noon = (on: Temporal.PlainDate) =>
    on.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant();
  const log = { info: () => undefined };

  expect(await eraseExpired(world.worker([], noon(day.subtract({ days: 1 }))), log)).toBe(0);
  expect(await readDueForErasure(scope)).toEqual([]);
  expect(await eraseExpired(world.worker([], noon(day)), log)).toBe(1);
  expect(await eraseExpired(world.worker([], noon(day)), log)).toBe(0);
  const left = await world.db.sql<{ n: number }>(
    `select (select count(*) from cases."case" where case_id = $1)::int
       + (select count(*) from cases.action where case_id = $1)::int
       + (select count(*) from cases.case_party where case_id = $1)::int as n`,
    [key.case],
  );
  expect(left).toEqual([{ n: 0 }]);
  const [stone] = await world.db.sql<{ rule: string; service_id: string }>(
    `select rule, service_id from cases.tombstone where case_id = $1`,
    [key.case],
  );
  expect(stone).toMatchObject({
    service_id: 'se.sundsvall/forslag',
    rule: expect.stringContaining('2 years after closed'),
  });
});
