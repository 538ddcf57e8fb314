import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Type } from 'typebox';
import Value from 'typebox/value';
import type { Delivery, FileOut, HttpsAddress, Outcome, RemoteFile } from '../../modules/exchange/index.ts';
import { PRIVATE, type Reachable, type ReachOptions, reachable } from '../reachable.ts';

const PATIENCE_MS = 30_000;
const ANSWER_MAX = 4 * 1024 * 1024;
const PAGES_MAX = 200;

const Receipt = Type.Object({ name: Type.String(), size: Type.Integer(), sha256: Type.String() });
const List = Type.Object({ files: Type.Array(Receipt) });

/**
 * Files by HTTP, as our own house takes them (`docs/integrate.md`): a name is asked for before it is sent, the content goes
 * with its digest, and only a receipt with that digest is a delivery. Redirects are not followed: where they lead, nobody
 * has let us.
 */
export function httpsDelivery(options: ReachOptions): Delivery<HttpsAddress> {
  const reach = reachable(options);
  return {
    put: (to, file) => put(reach, to, file),
    async list(to) {
      try {
        return { state: 'answered', value: await listed(reach, to), asOf: Temporal.Now.instant() };
      } catch (error) {
        const source = new URL(to.url).host;
        if (error instanceof Unexpected && (error.status === 401 || error.status === 403))
          return { state: 'not-allowed', source };
        return { state: 'failed', source, fault: 'down', retry: true };
      }
    },
  };
}

/** Once something of the file has been sent, it may be there without our knowing. */
type Progress = { sending: boolean };

async function put(reach: Reachable, to: HttpsAddress, file: FileOut): Promise<Outcome> {
  const progress: Progress = { sending: false };
  try {
    return await putWith(reach, to, file, progress);
  } catch (error) {
    const { code } = error as { code?: unknown };
    if (code === PRIVATE) return { outcome: 'refused', detail: 'address' };
    return progress.sending ? { outcome: 'unknown', detail: 'lost-at-end' } : { outcome: 'later', detail: 'lost' };
  }
}

async function putWith(reach: Reachable, to: HttpsAddress, file: FileOut, progress: Progress): Promise<Outcome> {
  const url = `${to.url}/${encodeURIComponent(file.name)}`;
  const before = await ask(reach, to, 'GET', url);
  if (before.status === 200) {
    const there = receiptIn(before.body);
    if (!there) return { outcome: 'later', detail: 'not-understood' };
    const isSame = there.sha256 === file.sha256 && there.size === file.size;
    return isSame ? delivered(file, 'was-there') : { outcome: 'refused', detail: 'name-taken' };
  }
  if (before.status !== 404) return outcomeOf(before.status);
  const digest = `sha-256=:${Buffer.from(file.sha256, 'hex').toString('base64')}:`;
  const headers = {
    ...{ 'content-type': 'application/octet-stream', 'content-length': String(file.size) },
    'content-digest': digest,
  };
  const content = await file.open();
  progress.sending = true;
  const answer = await ask(reach, to, 'PUT', url, headers, content);
  if (answer.status !== 200 && answer.status !== 201) return outcomeOf(answer.status);
  const there = receiptIn(answer.body);
  if (there?.sha256 !== file.sha256 || there.size !== file.size) return { outcome: 'unknown', detail: 'no-receipt' };
  return delivered(file, 'sent');
}

/** What is theirs to mend is refused; the rest is tried again. */
function outcomeOf(status: number): Outcome {
  if (status === 401 || status === 403) return { outcome: 'refused', detail: 'sign-in' };
  if (status === 404) return { outcome: 'refused', detail: 'no-such-folder' };
  if (status === 409 || status === 412) return { outcome: 'refused', detail: 'name-taken' };
  if (status >= 400 && status < 500 && status !== 408 && status !== 429)
    return { outcome: 'refused', detail: `http-${status}` };
  return { outcome: 'later', detail: `http-${status}` };
}

function delivered({ size, sha256 }: FileOut, detail: string): Outcome {
  return { outcome: 'delivered', detail, receipt: { size, sha256, at: Temporal.Now.instant().toString() } };
}

function receiptIn(body: unknown): RemoteFile | null {
  return Value.Check(Receipt, body) ? { name: body.name, size: body.size, sha256: body.sha256 } : null;
}

async function listed(reach: Reachable, to: HttpsAddress): Promise<RemoteFile[]> {
  const all: RemoteFile[] = [];
  for (let page = 0; page < PAGES_MAX; page++) {
    const after = all.at(-1)?.name ?? '';
    const { status, body } = await ask(reach, to, 'GET', `${to.url}?after=${encodeURIComponent(after)}`);
    if (status !== 200 || !Value.Check(List, body)) throw new Unexpected(status);
    const fresh = body.files.filter(({ name }) => name > after);
    if (fresh.length === 0) return all;
    all.push(...fresh.map(({ name, size, sha256 }) => ({ name, size, sha256 })));
  }
  throw new Unexpected(200);
}

class Unexpected extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`answered ${status}`);
    this.status = status;
  }
}

type Answer = { readonly status: number; readonly body: unknown };

async function ask(
  reach: Reachable,
  { key }: HttpsAddress,
  method: 'GET' | 'PUT',
  url: string,
  headers: Readonly<Record<string, string>> = {},
  content: Readable = Readable.from([]),
): Promise<Answer> {
  if (!reach.mayReach(url)) throw Object.assign(new Error('may not be reached'), { code: PRIVATE });
  const send = new URL(url).protocol === 'https:' ? secure : plain;
  const request = send(url, {
    ...reach.guardFor(url),
    method,
    headers: { accept: 'application/json', authorization: `Bearer ${key}`, 'user-agent': 'Allmanning', ...headers },
    signal: AbortSignal.timeout(PATIENCE_MS),
    agent: false,
  });
  const answered = new Promise<IncomingMessage>((done, failed) => {
    request.on('response', done);
    request.on('error', failed);
  });
  const sent = pipeline(content, request);
  sent.catch(() => undefined); // told by `answered`, which also comes when they answer before they have read it all
  const response = await answered;
  return { status: response.statusCode ?? 0, body: await bodyOf(response) };
}

/** As JSON; anything else, and anything large, is nothing. */
async function bodyOf(response: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > ANSWER_MAX) {
      response.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
