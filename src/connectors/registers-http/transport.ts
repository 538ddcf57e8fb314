import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  wrap,
} from 'cockatiel';
import type { SourceFault } from '../../kernel/source-answer.ts';

/** What came back: a body that is JSON, a refusal to tell us, or why there is nothing to read. */
export type Reply =
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'fault'; readonly fault: SourceFault };

export type Post = (path: string, body: Readonly<Record<string, string>>) => Promise<Reply>;

/** The whole of it: waiting for a place, connection, headers and body. */
const TIMEOUT_MS = 600;
const BODY_MAX = 256 * 1024;
const AT_ONCE = 20;
const WAITING_MAX = 100;
const FAILURES_BEFORE_REST = 5;
const REST_MS = 10_000;

/** Faults that say that the register itself is unwell; a strange answer about one person does not. */
const isUnwell = (reply: unknown) => {
  const { kind, fault } = reply as { kind: Reply['kind']; fault?: SourceFault };
  return kind === 'fault' && (fault === 'down' || fault === 'slow');
};

/**
 * Questions by POST, so that no number stands in an address or its logs. Few at once for each register, and a rest when it
 * has not answered several times in a row, so that a dead one costs nobody any time.
 * @param patience how long one is waited for, in milliseconds
 */
export function transport(url: string, patience = TIMEOUT_MS): Post {
  const base = url.endsWith('/') ? url : `${url}/`;
  const breaker = circuitBreaker(handleWhenResult(isUnwell), {
    halfOpenAfter: REST_MS,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_REST),
  });
  const policy = wrap(bulkhead(AT_ONCE, WAITING_MAX), breaker);

  return async function post(path, body) {
    const signal = AbortSignal.timeout(patience);
    try {
      return await policy.execute(() => exchange(new URL(path, base), body, signal));
    } catch (error) {
      return { kind: 'fault', fault: faultOf(error) };
    }
  };
}

async function exchange(url: URL, body: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    });
    const reply = replyOf(response);
    if (reply !== null) {
      await response.body?.cancel();
      return reply;
    }
    const text = await limitedText(response);
    return text === null ? { kind: 'fault', fault: 'too-large' } : { kind: 'json', body: JSON.parse(text) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) };
  }
}

/** @returns null when the body is to be read; "no such page" is a fault, never "no such person" */
function replyOf(response: Response): Reply | null {
  const { status } = response;
  if (status === 403) return { kind: 'not-allowed' };
  if (status >= 500 || status === 429) return { kind: 'fault', fault: 'down' };
  const isJson = response.headers.get('content-type')?.toLowerCase().startsWith('application/json');
  if (status !== 200 || !isJson) return { kind: 'fault', fault: 'broken' };
  const length = Number(response.headers.get('content-length') ?? 0);
  return length > BODY_MAX ? { kind: 'fault', fault: 'too-large' } : null;
}

/** @returns null when it is larger than may be, however large it says that it is */
async function limitedText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > BODY_MAX) return null;
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function faultOf(error: unknown): SourceFault {
  if (error instanceof BrokenCircuitError) return 'down';
  if (error instanceof BulkheadRejectedError) return 'slow';
  const { name } = error as { name?: unknown };
  if (name === 'TimeoutError' || name === 'AbortError') return 'slow';
  // `fetch` says TypeError for a connection that failed or was lost; JSON and UTF-8 have errors of their own.
  if (error instanceof SyntaxError || (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
    return 'broken';
  }
  const cause = (error as { cause?: { message?: unknown } }).cause;
  return cause?.message === 'unexpected redirect' ? 'broken' : 'down';
}
