import { Agent as HttpAgent, type IncomingMessage, request as overHttp } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import type { SourceFault } from '../kernel/source-answer.ts';

/** What came back: JSON with its status, a refusal to tell us, or why there is nothing to read. */
export type JsonReply =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'fault'; readonly fault: SourceFault };

export type JsonRequest = {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Posted when it is there. */
  readonly body?: unknown;
  readonly signal: AbortSignal;
  /** Bytes of an answer; more is too large. */
  readonly most: number;
};

const keepAlive = { keepAlive: true, maxFreeSockets: 256, timeout: 60_000 } as const;
const agents = { http: new HttpAgent(keepAlive), https: new HttpsAgent(keepAlive) };

/**
 * Asks once. What does not come as JSON of a size that was agreed is a fault, never "nothing there". By `node:http` and
 * not `fetch`, which costs more than twice as much of a core, and an overview asks half a dozen times.
 */
export function jsonOverHttp({ url, headers, body, signal, most }: JsonRequest): Promise<JsonReply> {
  const isTls = url.protocol === 'https:';
  const text = body === undefined ? undefined : JSON.stringify(body);
  const { promise, resolve } = Promise.withResolvers<JsonReply>();
  const fault = (kind: SourceFault) => resolve({ kind: 'fault', fault: kind });
  const asked = (isTls ? overHttps : overHttp)(
    url,
    {
      method: text === undefined ? 'GET' : 'POST',
      agent: isTls ? agents.https : agents.http,
      headers: {
        accept: 'application/json',
        ...(text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) }),
        ...headers,
      },
    },
    (response) => {
      const refused = refusedBy(response, most);
      if (refused === null) return read(response, most, resolve);
      resolve(refused);
      response.destroy();
    },
  );
  const giveUp = () => {
    fault('slow');
    asked.destroy();
  };
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  asked.on('error', () => fault('down'));
  asked.on('close', () => {
    signal.removeEventListener('abort', giveUp);
    fault('down'); // when nothing has been said before
  });
  asked.end(text);
  return promise;
}

/** A redirect too is broken: a question with somebody's number in it goes where it was meant to, or nowhere. */
function refusedBy({ statusCode = 0, headers }: IncomingMessage, most: number): JsonReply | null {
  if (statusCode === 401 || statusCode === 403) return { kind: 'not-allowed' };
  if (statusCode >= 500 || statusCode === 429) return { kind: 'fault', fault: 'down' };
  const isJson = /^application\/([\w.-]+\+)?json/.test(headers['content-type']?.toLowerCase() ?? '');
  if ((statusCode !== 200 && statusCode !== 206) || !isJson) return { kind: 'fault', fault: 'broken' };
  return Number(headers['content-length'] ?? 0) > most ? { kind: 'fault', fault: 'too-large' } : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** However large it says that it is, no more than `most` is read. */
function read(response: IncomingMessage, most: number, resolve: (reply: JsonReply) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    chunks.push(chunk);
    if (size <= most) return;
    resolve({ kind: 'fault', fault: 'too-large' });
    response.destroy();
  });
  response.on('error', () => resolve({ kind: 'fault', fault: 'down' }));
  response.on('end', () => {
    try {
      const body: unknown = JSON.parse(utf8.decode(Buffer.concat(chunks)));
      resolve({ kind: 'json', status: response.statusCode ?? 0, body });
    } catch {
      resolve({ kind: 'fault', fault: 'broken' }); // no JSON, or no UTF-8
    }
  });
}
