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

/** Asks once. What does not come as JSON of a size that was agreed is a fault, never "nothing there". */
export async function jsonOverHttp({ url, headers, body, signal, most }: JsonRequest): Promise<JsonReply> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'error', // a question with somebody's number in it goes where it was meant to, or nowhere
      signal,
    });
    const fault = faultOf(response, most);
    if (fault !== null) {
      await response.body?.cancel();
      return fault;
    }
    const text = await limitedText(response, most);
    if (text === null) return { kind: 'fault', fault: 'too-large' };
    return { kind: 'json', status: response.status, body: JSON.parse(text) };
  } catch (error) {
    return { kind: 'fault', fault: thrown(error) };
  }
}

function faultOf(response: Response, most: number): JsonReply | null {
  const { status, headers } = response;
  if (status === 401 || status === 403) return { kind: 'not-allowed' };
  if (status >= 500 || status === 429) return { kind: 'fault', fault: 'down' };
  const isJson = /^application\/([\w.-]+\+)?json/.test(headers.get('content-type')?.toLowerCase() ?? '');
  if ((status !== 200 && status !== 206) || !isJson) return { kind: 'fault', fault: 'broken' };
  return Number(headers.get('content-length') ?? 0) > most ? { kind: 'fault', fault: 'too-large' } : null;
}

/** @returns null when it is larger than may be, however large it says that it is */
async function limitedText(response: Response, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function thrown(error: unknown): SourceFault {
  const { name, code, cause } = error as { name?: unknown; code?: unknown; cause?: { message?: unknown } };
  if (name === 'TimeoutError' || name === 'AbortError') return 'slow';
  if (error instanceof SyntaxError || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'broken';
  return cause?.message === 'unexpected redirect' ? 'broken' : 'down';
}
