import type { JWK } from 'jose';
import { UnusableAnswer } from '../guarded-register.ts';
import { type JsonReply, jsonOverHttp } from '../json-over-http.ts';
import { keyRing } from './keys.ts';
import { shapes } from './shapes.ts';
import { isSigned, keyIdOf, type Signed } from './signature.ts';
import { type TokenOptions, tokenKeeper } from './token.ts';

export type ServiceOptions = TokenOptions & {
  /** Where the service for who takes mandates lies, `https://…/dfm/formedlare/v2`. */
  readonly url: string;
  /** What we call ourselves there (`X-Service-Name`). */
  readonly service: string;
};

type Shape<T> = { Check(body: unknown): body is T };

const MOST_BYTES = 512 * 1024;

/**
 * What is asked of the register, each answer held against its shape, and whether it is signed by a key of the third party.
 * @param thirdParties the numbers whose keys are fetched; what calls itself signed for another is forged
 */
export function ombudService(options: ServiceOptions, thirdParties: readonly string[]) {
  const base = new URL(options.url.endsWith('/') ? options.url : `${options.url}/`);
  const token = tokenKeeper(options);
  const rings = new Map(thirdParties.map((number) => [number, keyRing((signal) => keysOf(number, signal))]));

  async function keysOf(number: string, signal: AbortSignal) {
    const url = new URL(`tredjeman/${number}/jwks`, base);
    const body = bodyOf(await jsonOverHttp({ url, headers: {}, signal, most: MOST_BYTES }));
    if (!shapes.keys.Check(body)) throw new UnusableAnswer('broken');
    return body.keys as readonly JWK[]; // `keyOf` looks through each
  }

  return {
    isFirstVersion: /\/v1\/$/.test(base.pathname),

    /** Posted when there is a body. @throws UnusableAnswer */
    async ask<T>(path: string, body: object | null, shape: Shape<T>, signal: AbortSignal): Promise<T> {
      const reply = await jsonOverHttp({
        ...{ url: new URL(path, base), signal, most: MOST_BYTES },
        headers: { authorization: `Bearer ${await token.current(signal)}`, 'x-service-name': options.service },
        ...(body === null ? {} : { body }),
      });
      if (reply.kind === 'not-allowed') token.forget();
      const answer = bodyOf(reply);
      if (!shape.Check(answer)) throw new UnusableAnswer('broken');
      return answer;
    },

    /** @throws UnusableAnswer forged */
    async verify(signed: Signed, thirdParty: string, signal: AbortSignal): Promise<void> {
      const id = keyIdOf(signed);
      const ring = rings.get(thirdParty);
      if (id === null || !ring || !isSigned(signed, await ring(id, signal))) throw new UnusableAnswer('forged');
    },
  };
}
export type OmbudService = ReturnType<typeof ombudService>;

/** @throws UnusableAnswer */
function bodyOf(reply: JsonReply): unknown {
  if (reply.kind === 'json') return reply.body;
  throw new UnusableAnswer(reply.kind === 'fault' ? reply.fault : 'not-allowed');
}
