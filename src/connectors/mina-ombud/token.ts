import { UnusableAnswer } from '../guarded-register.ts';
import { jsonOverHttp } from '../json-over-http.ts';
import { shapes } from './shapes.ts';

/** Seconds before its end at which a token is not used any more. */
const SPARE = 20;
const MOST_BYTES = 64 * 1024;

export type TokenOptions = {
  readonly tokenUrl: string;
  readonly client: { readonly id: string; readonly secret: string };
};

/** The access token of this process, asked for when there is none that still holds (OAuth 2.0, client credentials). */
export function tokenKeeper({ tokenUrl, client }: TokenOptions) {
  let known: { readonly token: string; readonly until: number } | null = null;
  const basic = Buffer.from(`${client.id}:${client.secret}`, 'utf8').toString('base64');

  return {
    async current(signal: AbortSignal): Promise<string> {
      if (known && known.until > performance.now()) return known.token;
      const reply = await jsonOverHttp({
        ...{ url: new URL(tokenUrl), signal, most: MOST_BYTES },
        headers: { authorization: `Basic ${basic}` },
        form: { grant_type: 'client_credentials', scope: 'user:any' },
      });
      if (reply.kind !== 'json') throw new UnusableAnswer(reply.kind === 'fault' ? reply.fault : 'not-allowed');
      if (!shapes.token.Check(reply.body)) throw new UnusableAnswer('broken');
      const { access_token: token, expires_in } = reply.body;
      known = { token, until: performance.now() + (expires_in - SPARE) * 1000 };
      return token;
    },
    /** After it has been refused: the next question asks for a new one. */
    forget() {
      known = null;
    },
  };
}
