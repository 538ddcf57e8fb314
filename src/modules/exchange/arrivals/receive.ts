import type { DataFileIntake } from '../../../kernel/files/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { derivedId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { arrivalNamed, arrivalsSince, insertArrival, setReplayed } from '../store/arrivals.ts';
import { type Arrival, type Inbox, isArrivalName, type Place } from './arrival.ts';

export type ReceiveParts = { readonly inbox: Inbox; readonly keep: DataFileIntake };

export type SentIn = {
  readonly name: string;
  /** As the sender says, in hex: what came must be that. */
  readonly sha256: string;
  readonly content: AsyncIterable<Uint8Array>;
};

/** `again`: the same content had come under that name before, and nothing happened. */
export type Received = { readonly arrival: Arrival; readonly again: boolean };

const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Takes a file in from outside: it is kept, compared with its sender's digest and written into the ledger in the
 * transaction that hands it on. As often as it takes: the same once more answers the same receipt.
 * @throws Refusal not-found; invalid when it is not what was sent; conflict when the name is another file's
 */
export async function receive(
  scope: Scope,
  { inbox, keep }: ReceiveParts,
  place: Place,
  { name, sha256, content }: SentIn,
  from: Pick<Arrival, 'origin' | 'originName'>,
): Promise<Received> {
  if (!isArrivalName(name)) throw new Refusal('invalid', 'exchange.arrival.name');
  if (!(await inbox.isPlace(scope, place))) throw new Refusal('not-found', 'exchange.arrival.place');
  const { digest, size } = await keep({ name, content }, MOST_BYTES);
  if (digest !== sha256) throw new Refusal('invalid', 'exchange.arrival.digest');
  return scope.write(async (tx) => {
    const before = await arrivalNamed(tx, place, name);
    if (before?.digest === digest) return { arrival: before, again: true };
    if (before) throw new Refusal('conflict', 'exchange.arrival.name-taken');
    const came = { name, digest, size };
    const file = await inbox.takeIn(tx, scope, place, came, from.originName);
    const arrival = derivedId<string>('exchange.arrival', `${place.authority}`, place.place, name);
    const one = { ...place, ...came, ...from, arrival, at: scope.now, file };
    await insertArrival(tx, one);
    return { arrival: one, again: false };
  });
}

/**
 * Hands on once more what has come since: by what its description of files is now. Where that is as it was, nothing
 * happens. @returns how many
 */
export async function replayArrivals(
  scope: Scope,
  inbox: Inbox,
  authority: AuthorityId,
  since: Temporal.Instant,
): Promise<number> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  const there = scope.reaching(permitted, { authorities: [authority] });
  return there.write(async (tx) => {
    const arrivals = await arrivalsSince(tx, authority, since);
    for (const one of arrivals) {
      const file = await inbox.takeIn(tx, there, one, one, one.originName);
      await setReplayed(tx, one, file, there.now);
    }
    return arrivals.length;
  });
}
