import './events.ts';
import { type AuthorityId, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Arrival, Became, Inbox } from './arrivals/arrival.ts';
import type { Address, DestinationKey } from './delivery.ts';
import { latestArrivals } from './store/arrivals.ts';
import { type KeptDelivery, loadDeliveries, setWaitingSince } from './store/deliveries.ts';
import {
  type Destination,
  insertDestination,
  loadDestination,
  loadDestinations,
  loadReconciliation,
  type Reconciliation,
} from './store/destinations.ts';
import { loadSources, type Source } from './store/sources.ts';

export type KeyPair = { readonly publicKey: string; readonly privateKey: string };
/** A new pair of keys that the carrier can sign in with. */
export type MakeKeyPair = () => KeyPair;

const DELIVERIES = 50;

function contextOf({ authority, destination }: DestinationKey): string {
  return `exchange.destination:${authority}:${destination}`;
}

export function addressOf(secrets: Secrets, to: Destination): Address {
  const { url, host, port, username, folder, hostKey } = to;
  const key = secrets.decrypt(to.sealedKey, contextOf(to));
  if (url !== null) return { kind: 'https', url, key };
  return { kind: 'sftp', host, port, username, folder, hostKey, privateKey: key };
}

async function administering(scope: Scope, authority: AuthorityId): Promise<Scope> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  return scope.reaching(permitted, { authorities: [authority] });
}

/** Whom the authority can send files to. @throws Refusal not-allowed */
export async function destinationsOf(scope: Scope, authority: AuthorityId): Promise<readonly Destination[]> {
  const there = await administering(scope, authority);
  return there.read((tx) => loadDestinations(tx, authority));
}

export type NewDestination = Pick<
  Destination,
  'name' | 'host' | 'port' | 'username' | 'folder' | 'hostKey' | 'collects'
>;

/** A new destination gets a pair of keys of its own; the private one never leaves the house. */
export async function addDestination(
  scope: Scope,
  { secrets, makeKeyPair }: { readonly secrets: Secrets; readonly makeKeyPair: MakeKeyPair },
  authority: AuthorityId,
  one: NewDestination,
): Promise<DestinationKey> {
  const { publicKey, privateKey } = makeKeyPair();
  return insert(scope, secrets, authority, { ...one, url: null, publicKey }, privateKey);
}

export type NewHttpsDestination = { readonly name: string; readonly url: string; readonly key: string };

/** One that is reached over https, by a key that they have given us. */
export async function addHttpsDestination(
  scope: Scope,
  secrets: Secrets,
  authority: AuthorityId,
  { name, url, key }: NewHttpsDestination,
): Promise<DestinationKey> {
  const { hostname: host, port, protocol, pathname: folder } = new URL(url);
  const usual = protocol === 'https:' ? 443 : 80;
  const reach = { host, port: port === '' ? usual : Number(port), folder, username: '', hostKey: '', publicKey: '' };
  return insert(scope, secrets, authority, { ...reach, name, url, collects: false }, key);
}

async function insert(
  scope: Scope,
  secrets: Secrets,
  authority: AuthorityId,
  one: Omit<Destination, 'sealedKey' | keyof DestinationKey>,
  secret: string,
): Promise<DestinationKey> {
  const there = await administering(scope, authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const key = { authority, destination: newId<string>() };
  const sealedKey = secrets.encrypt(secret, contextOf(key));
  const by = { party: actor.party, name: actor.name, at: scope.now };
  await there.write((tx) => insertDestination(tx, { ...key, ...one, sealedKey }, by));
  return key;
}

export type SeenDeliveries = {
  readonly destinations: readonly Destination[];
  readonly deliveries: readonly KeptDelivery[];
  /** Files in, the latest first, with what became of them. */
  readonly arrivals: readonly (Arrival & { readonly became: Became | undefined })[];
};

/** @throws Refusal not-allowed */
export async function seeDeliveries(scope: Scope, inbox: Inbox, authority: AuthorityId): Promise<SeenDeliveries> {
  const there = await administering(scope, authority);
  return there.read(async (tx) => {
    const [destinations, deliveries, came] = await Promise.all([
      loadDestinations(tx, authority),
      loadDeliveries(tx, authority, DELIVERIES),
      latestArrivals(tx, authority, DELIVERIES),
    ]);
    const files = came.map(({ file }) => file);
    const became = await inbox.becameOf(tx, authority, files);
    const arrivals = came.map((one) => ({ ...one, became: became.get(one.file) }));
    return { destinations, deliveries, arrivals };
  });
}

export type SeenDestination = {
  readonly to: Destination;
  readonly looked: Reconciliation | undefined;
  /** Its folders that files are fetched from. */
  readonly sources: readonly Source[];
};

/** @throws Refusal not-allowed | not-found */
export async function seeDestination(scope: Scope, key: DestinationKey): Promise<SeenDestination> {
  const there = await administering(scope, key.authority);
  return there.read(async (tx) => {
    const [to, looked, sources] = await Promise.all([
      loadDestination(tx, key),
      loadReconciliation(tx, key),
      loadSources(tx, key),
    ]);
    return { to, looked, sources };
  });
}

/** Has a job look at what they have. */
export async function askReconciliation(scope: Scope, key: DestinationKey): Promise<void> {
  const there = await administering(scope, key.authority);
  await there.write(async (tx) => {
    await loadDestination(tx, key);
    await there.publish(tx, {
      kind: 'exchange.reconciliation-asked',
      authorities: [key.authority],
      parties: [],
      ...key,
    });
  });
}

/** Has all that was sent there since then delivered once more; what they have still is found, not sent. @returns how many */
export async function replay(scope: Scope, key: DestinationKey, since: Temporal.Instant): Promise<number> {
  const there = await administering(scope, key.authority);
  const { authority } = key;
  return there.write(async (tx) => {
    await loadDestination(tx, key);
    const deliveries = await setWaitingSince(tx, key, since, there.now);
    for (const delivery of deliveries) {
      await there.publish(tx, {
        kind: 'exchange.delivery-asked',
        authorities: [authority],
        parties: [],
        authority,
        delivery,
      });
    }
    return deliveries.length;
  });
}
