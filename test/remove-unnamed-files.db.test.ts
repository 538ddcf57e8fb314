import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type FileStore, GRACE_DAYS, makeFileStore, removeUnnamed } from '../src/kernel/files/index.ts';
import { type FileDigest, newId } from '../src/kernel/ids.ts';
import * as cases from '../src/modules/cases/index.ts';
import * as mailbox from '../src/modules/mailbox/index.ts';
import * as services from '../src/modules/services/index.ts';
import { caseWorld, sottunga } from './case-world.ts';

const world = caseWorld();
const { anna } = world;
const namedBy = [services.namedFiles, cases.namedFiles, mailbox.namedFiles];
let folder: string;
let files: FileStore;
let told: unknown[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unnamed-'));
  files = makeFileStore(folder);
});
beforeEach(() => {
  told = [];
});
afterAll(() => rm(folder, { recursive: true }));

/** A content that has lain there for so many days. */
async function planted(content: string, days = GRACE_DAYS + 1): Promise<FileDigest> {
  const { digest } = await files.put(Buffer.from(content), 'text/plain');
  await age(digest, days);
  return digest;
}

async function age(digest: FileDigest, days: number): Promise<void> {
  const at = Date.now() / 1000 - days * 86_400;
  await utimes(join(folder, digest.slice(0, 2), digest), at, at);
}

const run = () =>
  removeUnnamed(world.worker([]), { files, namedBy, log: { info: (...line: unknown[]) => void told.push(line) } });
const answer = (file: FileDigest) => ({ picture: [{ file, name: 'a.txt', mediaType: 'text/plain', size: 1 }] });

test('what a draft, a case, a completion or a message names stays; what nothing names goes; what is young stays', async () => {
  const inDraft = await planted('in a draft');
  await world.draft(anna, sottunga, {
    area: 'nature',
    heading: 'x',
    text: 'y',
    ...answer(inDraft),
    wantsAnswer: false,
  });

  const inCase = await planted('in a case');
  const key = await world.filed(anna);
  const deep = JSON.stringify({ group: [{ files: answer(inCase) }] });
  await world.db.sql('update cases."case" set answers = $2 where case_id = $1', [key.case, deep]);

  const inCompletion = await planted('in a completion');
  const act = { act: { kind: 'completed', text: '', files: answer(inCompletion).picture, on: '2026-11-22' } };
  await world.db.sql(`insert into cases.action values ($1, $2, 2, 'completed', now(), $3, array[$4::uuid], $5)`, [
    sottunga,
    key.case,
    newId(),
    anna.party,
    JSON.stringify(act),
  ]);

  const inMessage = await planted('in a message');
  const message = newId();
  await world.db.sql(
    `insert into mailbox.message values ($1, $2, $3, 'X', 'AX', 'decision', 'sv', 'x', 'x', null, null, null, 1, now(), null)`,
    [anna.party, message, sottunga],
  );
  await world.db.sql(`insert into mailbox.attachment values ($1, $2, 1, $3, 'x.pdf', 'application/pdf')`, [
    ...[anna.party, message, inMessage],
  ]);

  const unnamed = await planted('nobody names it');
  const young = await planted('under way', GRACE_DAYS - 1);

  expect(await run()).toEqual({ asked: 5, removed: 1 });
  for (const kept of [inDraft, inCase, inCompletion, inMessage, young]) expect(await files.has(kept)).toBe(true);
  expect(await files.has(unnamed)).toBe(false);
  expect(told).toEqual([[{ asked: 5, removed: 1 }, expect.any(String)]]); // how many, never which

  expect(await run()).toEqual({ asked: 4, removed: 0 });
});

test('the file of an erased draft goes, unless it has been handed in again', async () => {
  const [left, again] = [await planted('left alone'), await planted('handed in again')];
  for (const file of [left, again]) {
    const draft = await world.draft(anna, sottunga, answer(file));
    await world.db.sql('delete from services.draft where draft_id = $1', [draft]);
  }
  await files.put(Buffer.from('handed in again'), 'text/plain');
  await run();
  expect(await files.has(left)).toBe(false);
  expect(await files.has(again)).toBe(true);
});

test('a content that is put again between the question and the removal stays', async () => {
  const file = await planted('just then');
  const meanwhile: (typeof namedBy)[number] = async () => {
    await files.put(Buffer.from('just then'), 'text/plain');
    return [];
  };
  const log = { info: () => undefined };
  await removeUnnamed(world.worker([]), { files, namedBy: [...namedBy, meanwhile], log });
  expect(await files.has(file)).toBe(true);
});

test('it asks an index, not every row', async () => {
  await world.db.sql('set enable_seqscan = off'); // few rows here: the planner would rather read them all
  const digests = `array['${'a'.repeat(64)}']`;
  const plans = await Promise.all(
    [
      `select 1 from services.draft where answers @? '$.**.file' and kernel.file_digests(answers) && ${digests}`,
      `select 1 from cases."case" where answers @? '$.**.file' and kernel.file_digests(answers) && ${digests}`,
      `select 1 from cases.action where kind = 'completed' and kernel.file_digests(body) && ${digests}`,
      `select 1 from mailbox.attachment where digest = any (${digests})`,
    ].map((statement) => world.db.sql<{ 'QUERY PLAN': string }>(`explain ${statement}`)),
  );
  const used = plans.map(
    (plan) => /(draft_files|case_files|action_files|attachment_digest)/.exec(JSON.stringify(plan))?.[0],
  );
  expect(used).toEqual(['draft_files', 'case_files', 'action_files', 'attachment_digest']);
});
