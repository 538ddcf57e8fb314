import { posix } from 'node:path';
import { promisify } from 'node:util';
import type { SFTPWrapper, Stats } from 'ssh2';
import type { Collector, FoundFile, SftpAddress, Visitor } from '../../modules/exchange/index.ts';
import { PRIVATE, type ReachOptions, reachable } from '../reachable.ts';
import { entriesOf, WrongHostKey, withSftp } from './sftp-delivery.ts';

const NO_SUCH_FILE = 2;
const NOT_PERMITTED = 3;

/**
 * Reads what stands in a folder, one file at a time over one connection. A file whose size or time is another after it was
 * read is not given; a connection that is lost has given what it gave.
 */
export function sftpCollector(options: ReachOptions): Collector {
  const reach = reachable(options);
  return {
    async collect(to: SftpAddress, folder, visitor) {
      try {
        await withSftp(reach, to, (sftp) => visitAll(sftp, folder, visitor));
        return { outcome: 'answered', detail: null };
      } catch (error) {
        if (error instanceof WrongHostKey) return { outcome: 'refused', detail: 'host-key' };
        const { level, code } = error as { level?: unknown; code?: unknown };
        if (code === PRIVATE) return { outcome: 'refused', detail: 'address' };
        if (level === 'client-authentication') return { outcome: 'refused', detail: 'sign-in' };
        if (code === NO_SUCH_FILE) return { outcome: 'refused', detail: 'no-such-folder' };
        if (code === NOT_PERMITTED) return { outcome: 'refused', detail: 'not-permitted' };
        return { outcome: 'later', detail: 'lost' };
      }
    },
  };
}

async function visitAll(sftp: SFTPWrapper, folder: string, visitor: Visitor): Promise<void> {
  const entries = await entriesOf(sftp, folder);
  for (const { filename: name, attrs } of entries.toSorted((a, b) => (a.filename < b.filename ? -1 : 1))) {
    if (!isRegular(attrs)) continue;
    const file = { name, size: attrs.size, modified: attrs.mtime };
    const wish = visitor.look(file);
    if (wish === 'leave') continue;
    const path = posix.join(folder, name);
    const isTaken = wish === 'move' || (await visitor.read(file, await contentOf(sftp, path, file, visitor.mostBytes)));
    if (isTaken && visitor.doneFolder !== null && (await isMoved(sftp, path, posix.join(visitor.doneFolder, name))))
      visitor.moved(file);
  }
}

function isRegular({ mode }: Stats): boolean {
  return (mode & 0o170000) === 0o100000;
}

/** Null when it was not the file that was listed, or is another now. */
async function contentOf(sftp: SFTPWrapper, path: string, file: FoundFile, most: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of sftp.createReadStream(path)) {
    const bytes = chunk as Uint8Array; // a stream without an encoding
    size += bytes.length;
    if (size > most) return null;
    chunks.push(bytes);
  }
  const after = await promisify<string, Stats>(sftp.stat.bind(sftp))(path);
  const isSame = size === file.size && after.size === file.size && after.mtime === file.modified;
  return isSame ? Buffer.concat(chunks) : null;
}

/** Nothing is written over: a name that is taken there leaves the file where it is. */
async function isMoved(sftp: SFTPWrapper, from: string, to: string): Promise<boolean> {
  try {
    await promisify<string, string, void>(sftp.rename.bind(sftp))(from, to);
    return true;
  } catch (error) {
    if (typeof (error as { code?: unknown }).code === 'number') return false; // the server says no
    throw error;
  }
}
