import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
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
  const beside = await readdir(join(folder, stored[0].digest.slice(0, 2)));
  expect(beside.filter((name) => name.includes(stored[0].digest))).toEqual([stored[0].digest]);
});

test('a stream that breaks off leaves nothing behind', async () => {
  async function* broken() {
    yield randomBytes(10);
    throw new Error('the sender went away');
  }
  await expect(store.put(broken(), 'text/plain')).rejects.toThrow('went away');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

const later = () => Temporal.Now.instant().add({ seconds: 1 });
const earlier = () => Temporal.Now.instant().subtract({ seconds: 60 });

test('a removed file is gone, and to remove it again is nothing', async () => {
  const { digest } = await store.put(randomBytes(10), 'text/plain');
  expect(await store.has(digest)).toBe(true);
  expect(await store.removeOlder(digest, later())).toBe(true);
  expect(await store.removeOlder(digest, later())).toBe(false);
  expect(await store.has(digest)).toBe(false);
  await expect(store.open(digest)).rejects.toThrow('ENOENT');
});

test('a file that has been put again since that moment is not removed', async () => {
  const { digest } = await store.put(randomBytes(10), 'text/plain');
  expect(await store.removeOlder(digest, earlier())).toBe(false);
  expect(await store.has(digest)).toBe(true);
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('old files are told folder by folder, young ones are not', async () => {
  const { digest } = await store.put(randomBytes(10), 'text/plain');
  expect((await Array.fromAsync(store.olderThan(later()))).flat()).toContain(digest);
  expect(await Array.fromAsync(store.olderThan(earlier()))).toEqual([]);
});

test('a removal that was killed half-way is taken back, and so is an upload that was never ended', async () => {
  const content = randomBytes(10);
  const { digest } = await store.put(content, 'text/plain');
  const aside = join(folder, 'incoming', digest);
  await rename(join(folder, digest.slice(0, 2), digest), aside);
  const upload = join(folder, 'incoming', 'unfinished');
  await writeFile(upload, 'x');
  await store.tidy(earlier());
  expect(await buffer((await store.open(digest)).stream)).toEqual(content);
  expect(await readdir(join(folder, 'incoming'))).toEqual(['unfinished']);
  await store.tidy(later());
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

test('a name that is no digest reaches no file', async () => {
  await expect(store.open('../../etc/passwd' as FileDigest)).rejects.toThrow('not a file digest');
});
