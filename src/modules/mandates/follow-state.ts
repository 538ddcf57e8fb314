import type { PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { append, endDependents, everybodyIn } from './append.ts';
import { everything } from './list-filter.ts';
import type { Mandate } from './mandate.ts';
import { eventsBy } from './state-events.ts';
import { loadListed } from './store/listed.ts';
import { loadStates } from './store/register-rights.ts';
import { loadMandate, lockMandate } from './store.ts';

const MOST = 1_000;

/**
 * Ends or suspends the mandates of a party of whom a register has said something new, and lets them stand again when that
 * is over. What they let anybody do has ended already: `decide` knows the party's state. Handled again, it finds nothing.
 */
export async function followState(scope: Scope, event: EventOf<'mandates.party-state-changed'>): Promise<void> {
  for (const party of event.parties) {
    const page = { filter: everything, now: scope.now, after: null, most: MOST };
    const { listed } = await scope.read((tx) => loadListed(tx, party, page));
    const mandates = new Map(listed.map(({ mandate }) => [mandate.id, mandate]));
    for (const mandate of mandates.values()) await follow(scope, party, mandate);
  }
}

async function follow(scope: Scope, party: PartyId, seen: Mandate): Promise<void> {
  const states = await scope.read((tx) => loadStates(tx, party));
  if (eventsBy(states, seen, party, scope.now).length === 0) return;
  const permitted = await permit(scope, 'mandate.issue', {});
  const there = scope.reaching(permitted, { parties: everybodyIn(seen) });
  await there.write(async (tx) => {
    await lockMandate(tx, seen.id);
    const known = await loadMandate(tx, seen.id);
    const events = known ? eventsBy(states, known.mandate, party, scope.now) : [];
    if (!known || events.length === 0) return;
    const after = await append(tx, there, permitted.basis, known.mandate, events);
    if (after.ended) await endDependents(tx, there, permitted.basis, after);
  });
}
