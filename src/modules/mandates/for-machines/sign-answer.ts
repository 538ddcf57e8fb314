import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import type { JsonSignature, JsonSigner } from '../../signing/index.ts';

/** The `typ` of the signatures, so that nothing else that the house signs is taken for one. */
const ANSWER_TYPE = 'allmanning-fullmakt+json';
/** As long as an answer may be believed: a mandate may be revoked the next moment. */
const SECONDS_VALID = 300;

/** What was asked, so that an answer to something else is not taken for the answer to it. */
export type AskedThis = {
  /** The body of the question; null when there was none. */
  readonly body: unknown;
  /** Made by who asks for this one question (`X-Nonce`). */
  readonly nonce: string | null;
};

export type SignAnswer = <T extends object>(value: T) => Promise<T & { readonly _sig: JsonSignature }>;

/** Signs each answer with when, until when it may be believed, and to which question it is. */
export function answerSigner(sign: JsonSigner, now: Temporal.Instant, { body, nonce }: AskedThis): SignAnswer {
  const iat = Math.floor(now.epochMilliseconds / 1000);
  const about = {
    ...{ iat, exp: iat + SECONDS_VALID },
    ...(body === null ? {} : { req: createHash('sha256').update(canonicalJson(body)).digest('base64url') }),
    ...(nonce === null ? {} : { nonce }),
  };
  return async (value) => ({ ...value, _sig: await sign(ANSWER_TYPE, value, about) });
}
