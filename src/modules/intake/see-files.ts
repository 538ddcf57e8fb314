import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Cells } from './check-row.ts';
import { atDesk, type Desk } from './desk.ts';
import { type Counts, countsOf, type FileKey, type IntakeFile, type KeptMapping } from './file.ts';
import { openRow } from './row-secrets.ts';
import { loadFile, loadFiles } from './store/files.ts';
import { loadMapping, loadMappings } from './store/mappings.ts';
import { countRows, type KeptRow, loadRows } from './store/rows.ts';
import { targetNamed } from './targets.ts';
import { asTyped, tellPeople } from './tell-people.ts';

const FILES = 50;
const ROWS = 50;

export type SeenFiles = {
  readonly mappings: readonly KeptMapping[];
  readonly files: readonly (IntakeFile & { readonly counts: Counts })[];
};

/** @throws Refusal not-allowed */
export async function seeFiles(scope: Scope, desk: Desk, authority: AuthorityId): Promise<SeenFiles> {
  const { there } = await atDesk(scope, desk, authority);
  const targets = desk.targets.map(({ name }) => name);
  return there.read(async (tx) => {
    const [mappings, files] = await Promise.all([
      loadMappings(tx, authority, targets),
      loadFiles(tx, authority, targets, FILES),
    ]);
    const counts = await Promise.all(files.map((file) => countRows(tx, file)));
    return { mappings, files: files.map((file, index) => ({ ...file, counts: countsOf(counts[index] ?? []) })) };
  });
}

export type SeenFile = {
  readonly file: IntakeFile;
  readonly mappingName: string;
  readonly counts: Counts;
  readonly apart: readonly KeptRow[];
  /** The number after which the next rows in quarantine stand. */
  readonly next: number | undefined;
};

/** @throws Refusal not-allowed | not-found */
export async function seeFile(scope: Scope, desk: Desk, key: FileKey, after: number): Promise<SeenFile> {
  const { there } = await atDesk(scope, desk, key.authority);
  return there.read(async (tx) => {
    const file = await loadFile(tx, key);
    targetNamed(desk.targets, file.target);
    const [{ name }, counts, apart] = await Promise.all([
      loadMapping(tx, { authority: key.authority, mapping: file.mapping }),
      countRows(tx, key),
      loadRows(tx, key, 'quarantined', after, ROWS),
    ]);
    return {
      file,
      mappingName: name,
      counts: countsOf(counts),
      apart,
      next: apart.length === ROWS ? apart.at(-1)?.number : undefined,
    };
  });
}

export type SeenRow = {
  readonly file: IntakeFile;
  readonly row: KeptRow;
  readonly cells: Cells;
  readonly asFound: string | null;
};

/** A row in quarantine, with what stands in it. @throws Refusal not-allowed | not-found | conflict */
export async function seeRow(
  scope: Scope,
  { desk, secrets }: { readonly desk: Desk; readonly secrets: Secrets },
  key: FileKey,
  number: number,
): Promise<SeenRow> {
  const { there, permitted } = await atDesk(scope, desk, key.authority);
  const { file, row } = await there.read(async (tx) => {
    const [found, [first]] = await Promise.all([loadFile(tx, key), loadRows(tx, key, 'quarantined', number - 1, 1)]);
    return { file: found, row: first };
  });
  const target = targetNamed(desk.targets, file.target);
  if (row?.number !== number || row.sealed === null) throw new Refusal('conflict', 'intake.row.mended-meanwhile');
  const { cells, fault } = openRow(secrets, key, number, row.sealed);
  await tellPeople(there, permitted, key.authority, target, [asTyped(cells, target, file.body)]);
  return { file, row, cells, asFound: fault === 'quotes' ? (cells['1'] ?? null) : null };
}
