import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import type { FileDigest } from '../ids.ts';
import { makeFileStore } from './file-store.ts';

const folder = await mkdtemp(join(tmpdir(), 'files-'));
const store = makeFileStore(folder);
afterAll(() => rm(folder, { recursive: true }));

test('what is put is found under the SHA-256 of its content, and reads the same', async () => {
  const content = randomBytes(300_000);
  const stored = await store.put(content, 'application/pdf');
  const digest = createHash('sha256').update(content).digest('hex');
  expect(stored).toEqual({ digest, size: 300_000, mediaType: 'application/pdf' });
  const opened = await store.open(stored.digest);
  expect(opened.size).toBe(300_000);
  expect(await buffer(opened.stream)).toEqual(content);
});

test('the same content put twice, at once and as a stream, is one file', async () => {
  const content = randomBytes(1000);
  async function* inPieces() {
    yield content.subarray(0, 10);
    yield content.subarray(10);
  }
  const stored = await Promise.all([store.put(content, 'text/plain'), store.put(inPieces(), 'text/plain')]);
  expect(stored[0]).toEqual(stored[1]);
  expect(await readdir(join(folder, stored[0].digest.slice(0, 2)))).toEqual([stored[0].digest]);
});

test('a stream that breaks off leaves nothing behind', async () => {
  async function* broken() {
    yield randomBytes(10);
    throw new Error('the sender went away');
  }
  await expect(store.put(broken(), 'text/plain')).rejects.toThrow('went away');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('a removed file is gone, and to remove it again is nothing', async () => {
  const { digest } = await store.put(randomBytes(10), 'text/plain');
  expect(await store.has(digest)).toBe(true);
  await store.remove(digest);
  await store.remove(digest);
  expect(await store.has(digest)).toBe(false);
  await expect(store.open(digest)).rejects.toThrow('ENOENT');
});

test('a name that is no digest reaches no file', async () => {
  await expect(store.open('../../etc/passwd' as FileDigest)).rejects.toThrow('not a file digest');
});
