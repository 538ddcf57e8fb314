/**
 * A real SFTP server over a folder: `FOLDER`, `USERNAME` and `PUBLIC_KEY` (OpenSSH) in the environment, `PORT` 0 or absent
 * takes a free one; `HOST_KEY` is its own private key, so that it is the same server after a restart. `DIE_AFTER_BYTES`
 * kills the process when so much has been written, `DIE_AFTER_BYTES_READ` when so much has been read; `DIE_AT_RENAME` when a file is to get its name: `before` or `after`.
 * Prints `{"port": …, "hostKey": "SHA256:…"}` when ready, and ends when its stdin closes.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';
import { endWithParent, ready } from './program.ts';

const { Server, utils } = ssh2;
const { FOLDER: folder = '.', USERNAME: username = '', PUBLIC_KEY: allowed = '' } = process.env;
const hostKey = process.env.HOST_KEY ?? utils.generateKeyPairSync('ecdsa', { bits: 256 }).private;
const dieAfter = Number(process.env.DIE_AFTER_BYTES ?? Number.POSITIVE_INFINITY);
const dieAfterRead = Number(process.env.DIE_AFTER_BYTES_READ ?? Number.POSITIVE_INFINITY);
const dieAtRename = process.env.DIE_AT_RENAME;
const { STATUS_CODE: code, OPEN_MODE: mode, flagsToString } = utils.sftp;
let written = 0;
let read = 0;

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('killed');
}

/** Inside the folder, whatever the path says. */
function placeOf(path: string): string {
  return join(folder, join('/', path));
}

function serve(sftp: SFTPWrapper): void {
  const listed = new Set<string>();
  const attempt = (id: number, work: () => void) => {
    try {
      work();
    } catch (error) {
      sftp.status(id, (error as { code?: string }).code === 'ENOENT' ? code.NO_SUCH_FILE : code.FAILURE);
    }
  };
  sftp.on('OPEN', (id, path, flags) =>
    attempt(id, () => {
      const how = flags & mode.WRITE ? (flagsToString(flags) ?? 'w') : 'r';
      const handle = Buffer.alloc(4);
      handle.writeUInt32BE(openSync(placeOf(path), how));
      sftp.handle(id, handle);
    }),
  );
  sftp.on('WRITE', (id, handle, offset, data) =>
    attempt(id, () => {
      written += data.length;
      if (written > dieAfter) {
        writeSync(handle.readUInt32BE(), data, 0, Math.floor(data.length / 2), offset);
        die();
      }
      writeSync(handle.readUInt32BE(), data, 0, data.length, offset);
      sftp.status(id, code.OK);
    }),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    attempt(id, () => {
      const data = Buffer.alloc(Math.min(length, 64 * 1024));
      const size = readSync(handle.readUInt32BE(), data, 0, data.length, offset);
      read += size;
      if (read > dieAfterRead) die();
      if (size === 0) sftp.status(id, code.EOF);
      else sftp.data(id, data.subarray(0, size));
    }),
  );
  sftp.on('FSTAT', (id, handle) => attempt(id, () => sftp.attrs(id, attributes(fstatSync(handle.readUInt32BE())))));
  sftp.on('FSETSTAT', (id) => sftp.status(id, code.OK));
  sftp.on('CLOSE', (id, handle) =>
    attempt(id, () => {
      if (!listed.delete(handle.toString('latin1')) && handle.length === 4) closeSync(handle.readUInt32BE());
      sftp.status(id, code.OK);
    }),
  );
  sftp.on('STAT', (id, path) => attempt(id, () => sftp.attrs(id, attributes(statSync(placeOf(path))))));
  sftp.on('LSTAT', (id, path) => attempt(id, () => sftp.attrs(id, attributes(statSync(placeOf(path))))));
  sftp.on('RENAME', (id, from, to) =>
    attempt(id, () => {
      if (dieAtRename === 'before') die();
      if (statSync(placeOf(to), { throwIfNoEntry: false })) return sftp.status(id, code.FAILURE);
      renameSync(placeOf(from), placeOf(to));
      if (dieAtRename === 'after') die();
      sftp.status(id, code.OK);
    }),
  );
  sftp.on('OPENDIR', (id, path) =>
    attempt(id, () => {
      statSync(placeOf(path));
      sftp.handle(id, Buffer.from(`d${path}`));
    }),
  );
  sftp.on('READDIR', (id, handle) =>
    attempt(id, () => {
      const name = handle.toString('latin1');
      if (listed.has(name)) return sftp.status(id, code.EOF);
      listed.add(name);
      const place = placeOf(handle.toString('utf8').slice(1));
      const names = readdirSync(place).map((filename) => {
        return { filename, longname: filename, attrs: attributes(statSync(join(place, filename))) };
      });
      sftp.name(id, names);
    }),
  );
}

function attributes({ mode: permissions, uid, gid, size, atimeMs, mtimeMs }: Stats) {
  return {
    ...{ mode: permissions, uid, gid, size },
    ...{ atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) },
  };
}

const key = utils.parseKey(allowed);
const server = new Server({ hostKeys: [hostKey] }, (client) => {
  (client as unknown as { setNoDelay(): void }).setNoDelay(); // which the types do not show
  client.on('error', () => undefined);
  client.on('authentication', (asked) => {
    if (asked.method !== 'publickey') return asked.reject(['publickey']);
    const isOurs = !(key instanceof Error) && asked.username === username && asked.key.data.equals(key.getPublicSSH());
    const { signature, blob } = asked;
    const isSigned = !signature || !blob || (isOurs && key.verify(blob, signature, asked.hashAlgo) === true);
    if (isOurs && isSigned) asked.accept();
    else asked.reject(['publickey']);
  });
  client.on('session', (accept) => accept().on('sftp', (acceptSftp) => serve(acceptSftp())));
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1');
await once(server, 'listening');
const own = utils.parseKey(hostKey);
if (own instanceof Error) throw own;
const print = createHash('sha256').update(own.getPublicSSH()).digest('base64').replace(/=+$/, '');
ready({ port: (server.address() as { port: number }).port, hostKey: `SHA256:${print}` });
endWithParent();
