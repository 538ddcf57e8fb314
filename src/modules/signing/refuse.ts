import type { Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { asParty, holdSigning } from './own-signing.ts';
import { assertMayRefuse, standingAt } from './signing.ts';

/**
 * One of those who are asked will not sign: it ends for all.
 * @throws Refusal not-found | not-allowed | conflict
 */
export async function refuseToSign(scope: Scope, signing: string, reason: string): Promise<void> {
  const { concerned, id, person } = await asParty(scope, signing, 'signing.sign');
  await concerned.write(async (tx) => {
    const { kept, events } = await holdSigning(tx, id);
    assertMayRefuse(kept.signing, standingAt(kept.signing, events, scope.now), person);
    await append(tx, concerned, kept, events, { kind: 'refused', at: scope.now, by: person, reason });
  });
}
