import { createHash, timingSafeEqual } from 'node:crypto';
import { posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { ConsecutiveBreaker, circuitBreaker, handleWhenResult, type IPolicy } from 'cockatiel';
import ssh2, { type SFTPWrapper, type Stats } from 'ssh2';
import type { Delivery, FileOut, Outcome, RemoteFile, SftpAddress } from '../../modules/exchange/index.ts';
import { PRIVATE, type Reachable, type ReachOptions, reachable } from '../reachable.ts';

const { Client, utils } = ssh2; // CommonJS: Node finds no names to import in it
const CONNECT_MS = 10_000;
const ALIVE_MS = 5_000;
const FAILURES_BEFORE_REST = 5;
const REST_MS = 60_000;
const NO_SUCH_FILE = 2;

/**
 * A pair of keys for one destination, Ed25519 in OpenSSH's own form. One pair of 256 that ssh2 makes can not be read, by
 * itself or by others, since a leading zero is stripped (mscdex/ssh2#1513): another is made in its place.
 */
export function makeSftpKeyPair(): { readonly publicKey: string; readonly privateKey: string } {
  for (;;) {
    const { public: publicKey, private: privateKey } = utils.generateKeyPairSync('ed25519', { comment: 'allmanning' });
    const canBeRead = [publicKey, privateKey].every((key) => !(utils.parseKey(key) instanceof Error));
    if (canBeRead) return { publicKey, privateKey };
  }
}

/**
 * Files by SFTP. Under its name a file is there whole or not at all: it is written under another name, read back, and
 * renamed when it is what it should be. A server that shows another key than the pinned one is sent nothing. One that has
 * not answered several times is left alone for a while.
 */
export function sftpDelivery(options: ReachOptions): Delivery<SftpAddress> {
  const reach = reachable(options);
  const breakers = new Map<string, IPolicy>();
  const breakerOf = ({ host, port }: SftpAddress) => {
    const where = `${host}:${port}`;
    const known = breakers.get(where);
    if (known) return known;
    const made = circuitBreaker(
      handleWhenResult((outcome) => (outcome as Outcome).outcome === 'later'),
      { halfOpenAfter: REST_MS, breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST) },
    );
    breakers.set(where, made);
    return made;
  };
  return {
    put: (to, file) =>
      breakerOf(to)
        .execute(() => put(reach, to, file))
        .catch((): Outcome => ({ outcome: 'later', detail: 'resting' })),
    async list(to, named) {
      try {
        return await withSftp(reach, to, async (sftp) => {
          const value = await listed(sftp, to.folder, new Set(named));
          return { state: 'answered', value, asOf: Temporal.Now.instant() };
        });
      } catch (error) {
        if (error instanceof WrongHostKey) return { state: 'not-allowed', source: to.host };
        return { state: 'failed', source: to.host, fault: 'down', retry: true };
      }
    },
  };
}

export class WrongHostKey extends Error {}

/** Only once the rename has been asked for can the file be there without our knowing. */
type Progress = { renaming: boolean };

async function put(reach: Reachable, to: SftpAddress, file: FileOut): Promise<Outcome> {
  const progress: Progress = { renaming: false };
  try {
    return await withSftp(reach, to, (sftp) => putWith(sftp, to.folder, file, progress));
  } catch (error) {
    if (error instanceof WrongHostKey) return { outcome: 'refused', detail: 'host-key' };
    const { level, code } = error as { level?: unknown; code?: unknown };
    if (code === PRIVATE) return { outcome: 'refused', detail: 'address' };
    if (level === 'client-authentication') return { outcome: 'refused', detail: 'sign-in' };
    if (code === NO_SUCH_FILE && !progress.renaming) return { outcome: 'refused', detail: 'no-such-folder' };
    if (code === 3) return { outcome: 'refused', detail: 'not-permitted' };
    return progress.renaming ? { outcome: 'unknown', detail: 'lost-at-end' } : { outcome: 'later', detail: 'lost' };
  }
}

async function putWith(sftp: SFTPWrapper, folder: string, file: FileOut, progress: Progress): Promise<Outcome> {
  const final = posix.join(folder, file.name);
  const there = await found(sftp, final);
  if (there) {
    if (there.size !== file.size || (await digestOf(sftp, final)) !== file.sha256) {
      return { outcome: 'refused', detail: 'name-taken' };
    }
    return delivered(file, 'was-there');
  }
  const temporary = posix.join(folder, `.${file.name}.${file.delivery}.part`);
  await pipeline(await file.open(), sftp.createWriteStream(temporary, { flags: 'w' }));
  if ((await digestOf(sftp, temporary)) !== file.sha256) return { outcome: 'later', detail: 'changed-on-the-way' };
  progress.renaming = true;
  await promisify<string, string, void>(sftp.rename.bind(sftp))(temporary, final);
  const after = await found(sftp, final);
  if (after && after.size !== file.size) return { outcome: 'unknown', detail: 'other-size' };
  return delivered(file, after ? 'sent' : 'sent-and-taken');
}

function delivered({ size, sha256 }: FileOut, detail: string): Outcome {
  return { outcome: 'delivered', detail, receipt: { size, sha256, at: Temporal.Now.instant().toString() } };
}

async function found(sftp: SFTPWrapper, path: string): Promise<Stats | undefined> {
  try {
    return await promisify<string, Stats>(sftp.stat.bind(sftp))(path);
  } catch (error) {
    if ((error as { code?: unknown }).code === NO_SUCH_FILE) return undefined;
    throw error;
  }
}

async function digestOf(sftp: SFTPWrapper, path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of sftp.createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

async function listed(sftp: SFTPWrapper, folder: string, named: ReadonlySet<string>): Promise<RemoteFile[]> {
  const entries = await entriesOf(sftp, folder);
  const files: RemoteFile[] = [];
  for (const { filename: name, attrs } of entries) {
    if (name === '.' || name === '..') continue;
    const sha256 = named.has(name) ? await digestOf(sftp, posix.join(folder, name)) : null;
    files.push({ name, size: attrs.size, sha256 });
  }
  return files;
}

export async function entriesOf(sftp: SFTPWrapper, folder: string): Promise<readonly Entry[]> {
  return new Promise((resolve, reject) => {
    sftp.readdir(folder, (error, list) => (error ? reject(error) : resolve(list)));
  });
}

type Entry = { readonly filename: string; readonly attrs: Stats };

/**
 * A connection for one piece of work; when it is lost, the work has failed, whatever it was waiting for. Who the server is
 * its key says, so it is reached by the address that its name has just led to.
 */
export async function withSftp<T>(
  reach: Reachable,
  to: SftpAddress,
  work: (sftp: SFTPWrapper) => Promise<T>,
): Promise<T> {
  const host = await reach.addressOf(to.host);
  const client = new Client();
  let isPinned = true;
  const lost = new Promise<never>((_, reject) => {
    client.on('error', (error) => reject(isPinned ? error : new WrongHostKey()));
    client.on('close', () => reject(isPinned ? new Error('the connection was lost') : new WrongHostKey()));
  });
  const done = new Promise<SFTPWrapper>((resolve, reject) => {
    client.on('ready', () => client.setNoDelay().sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
  }).then(work);
  done.catch(() => undefined); // told by `lost` when that came first
  client.connect({
    ...{ host, port: to.port, username: to.username, privateKey: to.privateKey },
    ...{ readyTimeout: CONNECT_MS, keepaliveInterval: ALIVE_MS, keepaliveCountMax: 3 },
    hostVerifier: (key: Buffer) => {
      isPinned = isSame(fingerprintOf(key), to.hostKey);
      return isPinned;
    },
  });
  try {
    return await Promise.race([done, lost]);
  } finally {
    lost.catch(() => undefined);
    client.end();
  }
}

/** As `ssh-keygen -l` shows it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
