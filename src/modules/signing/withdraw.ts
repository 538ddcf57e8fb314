import type { Tx } from '../../kernel/database/connection.ts';
import type { SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { append } from './append.ts';
import { asParty, type FoundSigning, holdSigning } from './own-signing.ts';
import { assertOpen, standingAt } from './signing.ts';

/**
 * Ends a signing that has become pointless, in the transaction of what made it so; the caller has been permitted, and its
 * fence holds all parties. One that is over already stays as it ended.
 * @throws Refusal not-found
 */
export async function withdraw(scope: Scope, tx: Tx, id: SigningId): Promise<void> {
  const found = await holdSigning(tx, id);
  if (standingAt(found.kept.signing, found.events, scope.now).state === 'open') await end(scope, tx, found);
}

/**
 * Whoever asked takes it back while it is open.
 * @throws Refusal not-found | not-allowed | conflict
 */
export async function withdrawOwn(scope: Scope, signing: string): Promise<void> {
  const { concerned, id, person } = await asParty(scope, signing, 'signing.withdraw');
  await concerned.write(async (tx) => {
    const found = await holdSigning(tx, id);
    if (found.kept.signing.requestedBy !== person) throw new Refusal('not-allowed', 'signing.not-yours');
    assertOpen(standingAt(found.kept.signing, found.events, scope.now));
    await end(concerned, tx, found);
  });
}

async function end(scope: Scope, tx: Tx, { kept, events }: FoundSigning): Promise<void> {
  const by = scope.actor.kind === 'person' || scope.actor.kind === 'official' ? scope.actor.party : null;
  await append(tx, scope, kept, events, { kind: 'withdrawn', at: scope.now, by });
}
