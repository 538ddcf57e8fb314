import type { FileStore, StoredFile } from '../../kernel/files/index.ts';
import { type AuthorityId, type FileDigest, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type AtDesk, atDesk, type Desk } from './desk.ts';
import type { KeptMapping, MappingKey } from './file.ts';
import { type Preview, preview } from './preview.ts';
import type { Content } from './read/open-rows.ts';
import { type Editor, insertMapping, loadMapping, type MappingFacts, updateMapping } from './store/mappings.ts';
import { suggestBody } from './suggest-body.ts';
import type { IntakeTarget } from './target.ts';
import { targetNamed } from './targets.ts';
import { asTyped, tellPeople } from './tell-people.ts';

export type MappingParts = { readonly desk: Desk; readonly files: FileStore };

/** The file that the mapping is made for: its first rows are shown while it is edited. */
export type Sample = Pick<StoredFile, 'digest'> & { readonly name: string };

/** @throws Refusal not-allowed */
async function editing(scope: Scope, desk: Desk, authority: AuthorityId): Promise<AtDesk & { readonly by: Editor }> {
  const at = await atDesk(scope, desk, authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  return { ...at, by: { party: actor.party, name: actor.name, at: scope.now } };
}

function contentOf(files: FileStore, digest: FileDigest): Content {
  return { open: async () => (await files.open(digest)).stream };
}

/** A new mapping, begun from what its sample seems to be. */
export async function beginMapping(
  scope: Scope,
  { desk, files }: MappingParts,
  authority: AuthorityId,
  begun: { readonly name: string; readonly target: string; readonly sample: Sample },
): Promise<MappingKey> {
  const { there, by } = await editing(scope, desk, authority);
  const { name, sample } = begun;
  const target = targetNamed(desk.targets, begun.target);
  const body = await suggestBody(contentOf(files, sample.digest), sample.name, target);
  const key = { authority, mapping: newId<string>() };
  await there.write((tx) => insertMapping(tx, key, target.name, { name, body, sample, accountTo: null }, by));
  return key;
}

/** What its administrator sees of it: itself, and what its sample's rows become. */
export type SeenMapping = { readonly kept: KeptMapping; readonly target: IntakeTarget; readonly seen: Preview | null };

export async function seeMapping(scope: Scope, { desk, files }: MappingParts, key: MappingKey): Promise<SeenMapping> {
  const { there, permitted } = await editing(scope, desk, key.authority);
  const kept = await there.read((tx) => loadMapping(tx, key));
  const target = targetNamed(desk.targets, kept.target);
  const { sample, body } = kept;
  const seen = sample && (await preview(contentOf(files, sample.digest), body, target));
  const shown = seen?.rows.map(({ cells }) => asTyped(cells, target, body)) ?? [];
  await tellPeople(there, permitted, key.authority, target, shown);
  return { kept, target, seen };
}

/**
 * @param revision of the mapping that the administrator saw
 * @throws Refusal not-allowed | not-found | conflict when somebody else has changed it
 */
export async function saveMapping(
  scope: Scope,
  desk: Desk,
  key: MappingKey,
  revision: number,
  facts: Omit<MappingFacts, 'sample'> & { readonly sample: Sample | null },
): Promise<void> {
  const { there, by } = await editing(scope, desk, key.authority);
  await there.write(async (tx) => {
    const { sample, target } = await loadMapping(tx, key);
    targetNamed(desk.targets, target);
    await updateMapping(tx, key, revision, { ...facts, sample: facts.sample ?? sample }, by);
  });
}
