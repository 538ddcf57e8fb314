import type { Tx } from '../../kernel/database/connection.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type SigningEvent, type Standing, standingAt } from './signing.ts';
import { insertEvent, type KeptSignature } from './store/events.ts';
import { showInLists } from './store/signers.ts';
import { type KeptSigning, showState } from './store/signings.ts';

const told = {
  signed: 'signing.signed',
  refused: 'signing.refused',
  withdrawn: 'signing.withdrawn',
  expired: 'signing.expired',
} as const;

/**
 * One more event of a signing, with all that follows at once: its state, the parties' lists, and who is told. The
 * signing is locked, and all of its parties are inside the fence.
 */
export async function append(
  tx: Tx,
  scope: Scope,
  { signing, seq }: KeptSigning,
  events: readonly SigningEvent[],
  event: Exclude<SigningEvent, { kind: 'requested' }>,
  signature?: KeptSignature,
): Promise<Standing> {
  const standing = standingAt(signing, [...events, event], event.at);
  const about = {
    parties: signing.parties,
    authorities: signing.authority === null ? [] : [signing.authority],
    signing: signing.id,
    subject: signing.subject,
  };
  await pipelined([
    insertEvent(tx, signing, seq + 1, event, signature),
    showState(tx, signing.id, seq + 1, standing.state),
    showInLists(tx, signing, standing, event.at),
    event.kind === 'signed'
      ? scope.publish(tx, { kind: told.signed, ...about, place: event.place })
      : scope.publish(tx, { kind: told[event.kind], ...about }),
    ...(standing.state === 'completed' ? [scope.publish(tx, { kind: 'signing.completed', ...about })] : []),
  ]);
  return standing;
}
