import '../events.ts';
import { createHash } from 'node:crypto';
import { derivedId, type FileDigest } from '../../../kernel/ids.ts';
import { on, type Schedule, type Subscription } from '../../../kernel/jobs/subscription.ts';
import { isRefusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { addressOf } from '../destinations.ts';
import { arrivalNamed, insertArrival } from '../store/arrivals.ts';
import { loadDestination } from '../store/destinations.ts';
import { loadSource, type Source, type SourceKey, setLooked, sourcesToLookIn } from '../store/sources.ts';
import { type Collector, type FoundFile, isFetched, type KnownFile, type Takers, wishOf } from './source.ts';

export type FetchParts = { readonly secrets: Secrets; readonly collector: Collector; readonly takers: Takers };

const MOST_BYTES = 10 * 1024 * 1024;
const AT_A_TIME = 500;

/** Looks in every folder that files are fetched from, every five minutes; one that was down is looked in again. */
export const fetchSchedule: Schedule = { name: 'exchange.fetch', cron: '*/5 * * * *', run: askAll };

async function askAll(scope: Scope): Promise<void> {
  const permitted = await permit(scope, 'operations.read', {});
  for (const key of await scope.read((tx) => sourcesToLookIn(tx, AT_A_TIME))) {
    const there = scope.reaching(permitted, { authorities: [key.authority] });
    const about = { authorities: [key.authority], parties: [], ...key };
    await there.write((tx) => there.publish(tx, { kind: 'exchange.fetch-asked', ...about }));
  }
}

export function fetchSubscriptions(parts: FetchParts): readonly Subscription[] {
  return [
    on('exchange.fetch-asked', 'exchange.fetch', (scope, { authority, source }) =>
      lookIn(scope, parts, { authority, source }),
    ),
  ];
}

/**
 * Takes what stands in a folder and has stopped growing, each file once by its name and content: with what it became it
 * comes into the ledger in one transaction, and is moved after that. What was taken and not moved is moved at the next look.
 */
async function lookIn(scope: Scope, { secrets, collector, takers }: FetchParts, key: SourceKey): Promise<void> {
  const source = await scope.read((tx) => loadSource(tx, key));
  if (source.ended) return;
  const to = await scope.read((tx) => loadDestination(tx, source));
  const address = addressOf(secrets, to);
  if (address.kind !== 'sftp') return;
  const before = new Map(source.files.map((file) => [file.name, file]));
  const now = new Map<string, KnownFile>();
  const note = (file: FoundFile, state: KnownFile['state'], detail: string | null = null) =>
    now.set(file.name, { name: file.name, size: file.size, modified: file.modified, state, detail });
  const { outcome, detail } = await collector.collect(address, source.folder, {
    ...{ doneFolder: source.doneFolder, mostBytes: MOST_BYTES },
    look(file) {
      if (!isFetched(file)) return 'leave';
      const known = before.get(file.name);
      const { wish, state } = wishOf(file, known);
      if (wish === 'read' && file.size > MOST_BYTES) {
        note(file, 'refused', 'too-large');
        return 'leave';
      }
      note(file, state, state === 'refused' ? (known?.detail ?? null) : null);
      return wish;
    },
    async read(file, content) {
      if (content === null) {
        note(file, 'changed');
        return false;
      }
      const refused = await take(scope, takers, source, { file, content, from: to.name });
      note(file, refused === null ? 'taken' : 'refused', refused);
      return refused === null;
    },
    moved: (file) => note(file, 'moved'),
  });
  const files = outcome === 'answered' ? [...now.values()] : merged(source.files, now);
  await scope.write((tx) => setLooked(tx, key, { at: Temporal.Now.instant(), outcome, detail, files }));
}

/** What a look that was cut off has learnt, beside what was known. */
function merged(before: readonly KnownFile[], now: ReadonlyMap<string, KnownFile>): readonly KnownFile[] {
  return [...before.filter(({ name }) => !now.has(name)), ...now.values()];
}

type Read = { readonly file: FoundFile; readonly content: Buffer; readonly from: string };

/** @returns why it was not taken; null when it is in the ledger, now or since before */
async function take(
  scope: Scope,
  takers: Takers,
  source: Source,
  { file, content, from }: Read,
): Promise<string | null> {
  const digest = createHash('sha256').update(content).digest('hex') as FileDigest;
  const place = { authority: source.authority, place: source.source };
  const { name } = file;
  try {
    return await scope.write(async (tx) => {
      const known = await arrivalNamed(tx, place, name);
      if (known) return known.digest === digest ? null : 'exchange.arrival.name-taken';
      const became = await takers[source.kind](tx, scope, source.authority, content);
      const arrival = derivedId<string>('exchange.arrival', `${source.authority}`, source.source, name);
      await insertArrival(tx, {
        ...{ ...place, name, digest, size: content.length, arrival, file: became, at: scope.now },
        ...{ origin: 'destination', originName: from },
      });
      return null;
    });
  } catch (error) {
    if (isRefusal(error)) return error.key;
    throw error;
  }
}
