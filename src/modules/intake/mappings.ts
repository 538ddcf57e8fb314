import type { FileStore, StoredFile } from '../../kernel/files/index.ts';
import { type AuthorityId, type FileDigest, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { KeptMapping, MappingKey } from './file.ts';
import { type Preview, preview } from './preview.ts';
import type { Content } from './read/open-rows.ts';
import { type Editor, insertMapping, loadMapping, type MappingFacts, updateMapping } from './store/mappings.ts';
import { suggestBody } from './suggest-body.ts';
import type { IntakeTarget } from './target.ts';
import { targetNamed } from './targets.ts';

export type MappingParts = { readonly targets: readonly IntakeTarget[]; readonly files: FileStore };

/** The file that the mapping is made for: its first rows are shown while it is edited. */
export type Sample = Pick<StoredFile, 'digest'> & { readonly name: string };

/** @throws Refusal not-allowed */
async function administering(scope: Scope, authority: AuthorityId): Promise<{ there: Scope; by: Editor }> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const there = scope.reaching(permitted, { authorities: [authority] });
  return { there, by: { party: actor.party, name: actor.name, at: scope.now } };
}

function contentOf(files: FileStore, digest: FileDigest): Content {
  return { open: async () => (await files.open(digest)).stream };
}

/** A new mapping, begun from what its sample seems to be. */
export async function beginMapping(
  scope: Scope,
  { targets, files }: MappingParts,
  authority: AuthorityId,
  begun: { readonly name: string; readonly target: string; readonly sample: Sample },
): Promise<MappingKey> {
  const { there, by } = await administering(scope, authority);
  const { name, sample } = begun;
  const target = targetNamed(targets, begun.target);
  const body = await suggestBody(contentOf(files, sample.digest), sample.name, target);
  const key = { authority, mapping: newId<string>() };
  await there.write((tx) => insertMapping(tx, key, target.name, { name, body, sample, accountTo: null }, by));
  return key;
}

/** What its administrator sees of it: itself, and what its sample's rows become. */
export type SeenMapping = { readonly kept: KeptMapping; readonly target: IntakeTarget; readonly seen: Preview | null };

export async function seeMapping(
  scope: Scope,
  { targets, files }: MappingParts,
  key: MappingKey,
): Promise<SeenMapping> {
  const { there } = await administering(scope, key.authority);
  const kept = await there.read((tx) => loadMapping(tx, key));
  const target = targetNamed(targets, kept.target);
  const { sample, body } = kept;
  return { kept, target, seen: sample && (await preview(contentOf(files, sample.digest), body, target)) };
}

/**
 * @param revision of the mapping that the administrator saw
 * @throws Refusal not-allowed | not-found | conflict when somebody else has changed it
 */
export async function saveMapping(
  scope: Scope,
  key: MappingKey,
  revision: number,
  facts: Omit<MappingFacts, 'sample'> & { readonly sample: Sample | null },
): Promise<void> {
  const { there, by } = await administering(scope, key.authority);
  await there.write(async (tx) => {
    const { sample } = await loadMapping(tx, key);
    await updateMapping(tx, key, revision, { ...facts, sample: facts.sample ?? sample }, by);
  });
}
