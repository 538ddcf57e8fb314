import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import { UnusableAnswer } from '../guarded-register.ts';
import { keyOf } from './signature.ts';

/** Milliseconds: a key that is not there is not asked for by every answer that names it. */
const NOT_AGAIN_BEFORE = 30_000;
/** A key that has been taken away is not believed for long. */
const KEPT = 10 * 60_000;

type Known = { readonly keys: ReadonlyMap<string, KeyObject>; readonly at: number };

/** The keys of one third party at the register, fetched when one is named that is not known. */
export function keyRing(fetchKeys: (signal: AbortSignal) => Promise<readonly JWK[]>) {
  let known: Known = { keys: new Map(), at: Number.NEGATIVE_INFINITY };

  return async function keyNamed(id: string, signal: AbortSignal): Promise<KeyObject> {
    const age = performance.now() - known.at;
    if (age > KEPT || (!known.keys.has(id) && age > NOT_AGAIN_BEFORE)) {
      const found = (await fetchKeys(signal)).flatMap((jwk) => {
        const key = keyOf(jwk);
        return key && jwk.kid !== undefined ? [[jwk.kid, key] as const] : [];
      });
      known = { keys: new Map(found), at: performance.now() };
    }
    const key = known.keys.get(id);
    if (!key) throw new UnusableAnswer('forged');
    return key;
  };
}
