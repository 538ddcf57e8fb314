import '../events.ts';
import { type AuthorityId, newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { DestinationKey } from '../delivery.ts';
import { loadDestination } from '../store/destinations.ts';
import { endSource as end, insertSource, loadSource, type SourceKey } from '../store/sources.ts';
import type { SourceKind } from './source.ts';

async function administering(scope: Scope, authority: AuthorityId): Promise<Scope> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  return scope.reaching(permitted, { authorities: [authority] });
}

export type NewSource = { readonly kind: SourceKind; readonly folder: string; readonly doneFolder: string | null };

/** Has files fetched from a folder of a destination. @throws Refusal not-allowed | not-found | invalid | conflict */
export async function addSource(scope: Scope, to: DestinationKey, one: NewSource): Promise<SourceKey> {
  const there = await administering(scope, to.authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const key = { authority: to.authority, source: newId<string>() };
  await there.write(async (tx) => {
    if ((await loadDestination(tx, to)).url !== null) throw new Refusal('invalid', 'exchange.source.sftp-only');
    const by = { party: actor.party, name: actor.name, at: scope.now };
    await insertSource(tx, { ...key, destination: to.destination, ...one }, by);
    await there.publish(tx, { kind: 'exchange.fetch-asked', authorities: [to.authority], parties: [], ...key });
  });
  return key;
}

/** Has a job look in it now. @returns the destination that it is of */
export async function askFetch(scope: Scope, key: SourceKey): Promise<DestinationKey> {
  const there = await administering(scope, key.authority);
  return there.write(async (tx) => {
    const { destination } = await loadSource(tx, key);
    await there.publish(tx, { kind: 'exchange.fetch-asked', authorities: [key.authority], parties: [], ...key });
    return { authority: key.authority, destination };
  });
}

/** Nothing more is fetched from it; what has been stays in the ledger. @returns the destination that it was of */
export async function endSource(scope: Scope, key: SourceKey): Promise<DestinationKey> {
  const there = await administering(scope, key.authority);
  return there.write(async (tx) => {
    const { destination } = await loadSource(tx, key);
    await end(tx, key, scope.now);
    return { authority: key.authority, destination };
  });
}
