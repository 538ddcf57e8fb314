import './events.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { derivedId, type FileDigest, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { atDesk, type Desk } from './desk.ts';
import type { FileKey, MappingKey } from './file.ts';
import { insertFile } from './store/files.ts';
import { loadMapping } from './store/mappings.ts';
import { targetNamed } from './targets.ts';

/** A file that is in the file store already. */
export type Came = { readonly name: string; readonly digest: FileDigest; readonly size: number };

/** `again`: the same content has come by the same mapping before; then nothing happens. */
export type TakenIn = FileKey & { readonly again: boolean };

/**
 * Takes a file in by a mapping; its rows are read and taken by a job.
 * @throws Refusal not-allowed | not-found
 */
export async function takeFile(scope: Scope, desk: Desk, key: MappingKey, came: Came): Promise<TakenIn> {
  const { there } = await atDesk(scope, desk, key.authority);
  const by = receiver(scope);
  return there.write(async (tx) => {
    targetNamed(desk.targets, (await loadMapping(tx, key)).target);
    return takeIn(tx, there, key, came, by);
  });
}

type Receiver = { readonly party: PartyId | null; readonly name: string };

/** The same in the transaction of what leads to it, by who has been let do that. */
export async function takeIn(tx: Tx, scope: Scope, key: MappingKey, came: Came, by: Receiver): Promise<TakenIn> {
  const mapping = await loadMapping(tx, key);
  const { authority } = key;
  const file = derivedId<string>('intake.file', `${authority}`, key.mapping, `${mapping.revision}`, came.digest);
  const { revision, target, body, accountTo } = mapping;
  const about = { authority, file, mapping: key.mapping, revision, target, body, accountTo, ...came };
  const isNew = await insertFile(tx, {
    ...about,
    receivedAt: scope.now,
    receivedBy: by.party,
    receivedByName: by.name,
  });
  if (isNew) {
    await scope.publish(tx, { kind: 'intake.file-came', authorities: [authority], parties: [], authority, file });
  }
  return { authority, file, again: !isNew };
}

function receiver({ actor }: Scope): Receiver {
  if (actor.kind === 'official') return { party: actor.party, name: actor.name };
  throw new Refusal('not-allowed', 'kernel.authority.no');
}
