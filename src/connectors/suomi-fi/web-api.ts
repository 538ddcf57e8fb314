import { randomUUID } from 'node:crypto';
import { UnusableAnswer } from '../guarded-register.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { authorizationValue } from './checksum.ts';

export type WebApiClient = {
  readonly id: string;
  /** For what the person does at the register themselves. */
  readonly webKey: string;
  /** For questions between systems, given separately. */
  readonly restKey: string;
  readonly oauthPassword: string;
};

type Shape<T> = { Check(body: unknown): body is T };

export type Call = {
  /** Parts of the path, each sent as it is: a number stands in the path, since the agency's interface has it there. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly with: 'webKey' | 'restKey';
  readonly bearer?: string;
};

const MOST_BYTES = 256 * 1024;

/**
 * Calls of the agency's interface. Their addresses hold numbers of people: they are logged nowhere here, and no fault or
 * error carries them.
 */
export function webApi(url: string, client: WebApiClient) {
  const origin = new URL(url);

  /** @returns the answer, and the id under which the agency's own log has the question */
  async function get<T>(call: Call, shape: Shape<T>, signal: AbortSignal): Promise<{ body: T; request: string }> {
    const request = randomUUID();
    const query = new URLSearchParams({ requestId: request, ...call.query });
    const path = `/${call.path.map(encodeURIComponent).join('/')}?${query}`;
    const now = Temporal.Now.instant();
    const reply = await jsonOverHttp({
      ...{ url: new URL(path, origin), signal, most: MOST_BYTES },
      headers: {
        'x-asiointivaltuudetauthorization': authorizationValue(client.id, client[call.with], path, now),
        'x-userid': 'allmanning',
        ...(call.bearer === undefined ? {} : { authorization: `Bearer ${call.bearer}` }),
      },
    });
    return { body: checked(reply, shape), request };
  }

  /** A code for a token (OAuth 2.0); the agency reads it in the address, as its sample sends it. */
  async function token<T>(code: string, back: string, shape: Shape<T>, signal: AbortSignal): Promise<T> {
    const query = new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: back, code });
    const basic = Buffer.from(`${client.id}:${client.oauthPassword}`, 'utf8').toString('base64');
    const reply = await jsonOverHttp({
      ...{ url: new URL(`/oauth/token?${query}`, origin), signal, most: MOST_BYTES },
      headers: { authorization: `Basic ${basic}` },
      form: {},
    });
    return checked(reply, shape);
  }

  /** Where the person chooses for whom to act. */
  function selection(user: string, back: string, language: string): string {
    const query = new URLSearchParams({
      ...{ client_id: client.id, response_type: 'code', redirect_uri: back, user, lang: language },
    });
    return new URL(`/oauth/authorize?${query}`, origin).href;
  }
  return { get, token, selection };
}

/** @throws UnusableAnswer */
function checked<T>(reply: Awaited<ReturnType<typeof jsonOverHttp>>, shape: Shape<T>): T {
  if (reply.kind === 'fault') throw new UnusableAnswer(reply.fault);
  if (reply.kind === 'not-allowed') throw new UnusableAnswer('not-allowed');
  if (!shape.Check(reply.body)) throw new UnusableAnswer('broken');
  return reply.body;
}
