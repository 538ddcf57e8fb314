import type { SigningId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { findSigning } from './own-signing.ts';
import { type Signing, type SigningEvent, type SigningState, standingAt } from './signing.ts';

export type SigningNow = {
  readonly signing: Signing;
  readonly state: SigningState;
  readonly events: readonly SigningEvent[];
  /** The places that have signed, from 1. */
  readonly signed: ReadonlySet<number>;
  /** The places whose turn it is. */
  readonly turns: readonly number[];
};

/**
 * How a signing stands, for the module that asked for it; a party of it is inside the fence.
 * @throws Refusal not-found
 */
export async function signingState(scope: Scope, id: SigningId): Promise<SigningNow> {
  const { kept, events } = await findSigning(scope, id);
  return { signing: kept.signing, events, ...standingAt(kept.signing, events, scope.now) };
}
