import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type FileDigest, newId } from '../ids.ts';
import type { MediaType } from './file-kind.ts';

export type StoredFile = { readonly digest: FileDigest; readonly size: number; readonly mediaType: MediaType };

/** Files by the SHA-256 of their content. Knows no person: who may see a file is said by the row that names it. */
export type FileStore = {
  readonly folder: string;
  /** When it returns, the content is on the disk and stays there through a power cut. */
  put(content: Uint8Array | AsyncIterable<Uint8Array>, mediaType: MediaType): Promise<StoredFile>;
  /** @throws Error when the file is not there: a row that names it is then broken, which is a defect */
  open(digest: FileDigest): Promise<{ readonly stream: Readable; readonly size: number }>;
  has(digest: FileDigest): Promise<boolean>;
  /** What has lain there since before that moment, folder by folder (256 of them). */
  olderThan(before: Temporal.Instant): AsyncIterable<readonly FileDigest[]>;
  /**
   * Ends the content for everybody: only for a digest that no row names any more.
   * @returns false when it has been put again since that moment: then it stays
   */
  removeOlder(digest: FileDigest, before: Temporal.Instant): Promise<boolean>;
  /** Ends what a killed process left half done: uploads from before that moment, and removals, which are taken back. */
  tidy(before: Temporal.Instant): Promise<void>;
};

const DIGEST = /^[0-9a-f]{64}$/;

function isFileDigest(value: string): value is FileDigest {
  return DIGEST.test(value);
}

/** @param folder made when it is not there, readable by its owner only */
export function makeFileStore(folder: string): FileStore {
  const pathOf = (digest: FileDigest) => {
    if (!isFileDigest(digest)) throw new TypeError('not a file digest');
    return join(folder, digest.slice(0, 2), digest);
  };

  return {
    folder,
    async put(content, mediaType) {
      const incoming = join(folder, 'incoming');
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const temporary = join(incoming, newId<string>());
      try {
        const { digest, size } = await writeThrough(temporary, content);
        const place = join(folder, digest.slice(0, 2));
        if (await mkdir(place, { recursive: true, mode: 0o700 })) await syncFolder(folder);
        await rename(temporary, pathOf(digest)); // over an equal one too: what lay there may have been torn
        await syncFolder(place);
        return { digest, size, mediaType };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async open(digest) {
      const path = pathOf(digest);
      const { size } = await stat(path);
      return { stream: createReadStream(path), size };
    },
    has: (digest) =>
      access(pathOf(digest)).then(
        () => true,
        () => false,
      ),
    async *olderThan(before) {
      for (const place of await namesIn(folder)) {
        if (!PLACE.test(place)) continue;
        const digests: FileDigest[] = [];
        for (const name of await namesIn(join(folder, place))) {
          if (isFileDigest(name) && (await isOlder(pathOf(name), before))) digests.push(name);
        }
        if (digests.length > 0) yield digests;
      }
    },
    async removeOlder(digest, before) {
      // Aside first and looked at there: what is put again meanwhile is another file, and stays.
      const aside = join(folder, 'incoming', digest);
      await mkdir(join(folder, 'incoming'), { recursive: true, mode: 0o700 });
      if (!(await renamed(pathOf(digest), aside))) return false;
      if (await isOlder(aside, before)) {
        await rm(aside, { force: true });
        return true;
      }
      await putBack(aside, pathOf(digest));
      return false;
    },
    async tidy(before) {
      const incoming = join(folder, 'incoming');
      for (const name of await namesIn(incoming)) {
        const path = join(incoming, name);
        if (isFileDigest(name)) await putBack(path, pathOf(name));
        else if (await isOlder(path, before)) await rm(path, { force: true });
      }
    },
  };
}

const PLACE = /^[0-9a-f]{2}$/;

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error) => absent(error, []));
}

async function isOlder(path: string, before: Temporal.Instant): Promise<boolean> {
  const found = await stat(path).catch((error) => absent(error, undefined));
  return found !== undefined && found.mtimeMs < before.epochMilliseconds;
}

async function renamed(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    (error) => absent(error, false),
  );
}

/** Unless the same content lies there again. */
async function putBack(aside: string, place: string): Promise<void> {
  await link(aside, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(aside, { force: true });
}

/** Another process may have been faster: what is not there is no error. */
function absent<T>(error: unknown, otherwise: T): T {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
  throw error;
}

async function writeThrough(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{ digest: FileDigest; size: number }> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { digest: hash.digest('hex') as FileDigest, size };
}

/** A rename is kept through a power cut only when its folder has been written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
