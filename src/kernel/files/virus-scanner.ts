import { connect } from 'node:net';

/** "Not infected" and "could not look" are different answers. */
export type ScanOutcome =
  | { readonly outcome: 'clean' }
  | { readonly outcome: 'infected'; readonly name: string }
  | { readonly outcome: 'failed'; readonly why: string };

export type VirusScanner = (content: Uint8Array) => Promise<ScanOutcome>;

const CHUNK = 64 * 1024;
const ANSWER_MAX = 4096;

/**
 * ClamAV's daemon, spoken to with its INSTREAM command (man clamd(8)): chunks with their length before them, an empty
 * one last, and one line in answer. Whatever else happens is `failed`, never `clean`.
 * @param url `tcp://host:port`
 * @param patience milliseconds until the answer must have come
 * @throws Error when the address can not be understood
 */
export function makeClamdScanner(url: string, patience = 30_000): VirusScanner {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'tcp:' || !address.hostname) throw new Error('CLAMAV_URL is tcp://HOST:PORT');
  const port = Number(address.port || 3310);
  const host = address.hostname.replace(/^\[|\]$/g, '');

  return (content) =>
    new Promise((resolve) => {
      const socket = connect({ host, port });
      let answer = '';
      const end = (outcome: ScanOutcome) => {
        clearTimeout(timer);
        socket.destroy();
        resolve(outcome);
      };
      const timer = setTimeout(() => end({ outcome: 'failed', why: 'no answer in time' }), patience);
      socket.on('error', (error: NodeJS.ErrnoException) => {
        // clamd closes as soon as its size limit is passed; the line that says so may have come before the error
        end(answer ? read(answer) : { outcome: 'failed', why: error.code ?? 'connection failed' });
      });
      socket.on('data', (data) => {
        answer += data.toString('latin1');
        if (answer.includes('\0') || answer.length > ANSWER_MAX) end(read(answer));
      });
      socket.on('end', () => end(read(answer)));
      socket.write('zINSTREAM\0');
      for (let at = 0; at < content.length; at += CHUNK) {
        const chunk = content.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(lengthOf(new Uint8Array()));
    });
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(chunk.length);
  return length;
}

function read(answer: string): ScanOutcome {
  const line = answer.split('\0', 1)[0]?.trim() ?? '';
  if (line === 'stream: OK') return { outcome: 'clean' };
  const found = /^stream: (.+) FOUND$/.exec(line);
  if (found?.[1]) return { outcome: 'infected', name: found[1] };
  return { outcome: 'failed', why: line || 'an empty answer' };
}
