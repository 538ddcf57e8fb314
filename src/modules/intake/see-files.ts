import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Cells } from './check-row.ts';
import { type Counts, countsOf, type FileKey, type IntakeFile, type KeptMapping } from './file.ts';
import { openRow } from './row-secrets.ts';
import { loadFile, loadFiles } from './store/files.ts';
import { loadMapping, loadMappings } from './store/mappings.ts';
import { countRows, type KeptRow, loadRows } from './store/rows.ts';

const FILES = 50;
const ROWS = 50;

async function within(scope: Scope, authority: AuthorityId): Promise<Scope> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  return scope.reaching(permitted, { authorities: [authority] });
}

export type SeenFiles = {
  readonly mappings: readonly KeptMapping[];
  readonly files: readonly (IntakeFile & { readonly counts: Counts })[];
};

/** @throws Refusal not-allowed */
export async function seeFiles(scope: Scope, authority: AuthorityId): Promise<SeenFiles> {
  const there = await within(scope, authority);
  return there.read(async (tx) => {
    const [mappings, files] = await Promise.all([loadMappings(tx, authority), loadFiles(tx, authority, FILES)]);
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
export async function seeFile(scope: Scope, key: FileKey, after: number): Promise<SeenFile> {
  const there = await within(scope, key.authority);
  return there.read(async (tx) => {
    const file = await loadFile(tx, key);
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
export async function seeRow(scope: Scope, secrets: Secrets, key: FileKey, number: number): Promise<SeenRow> {
  const there = await within(scope, key.authority);
  const { file, row } = await there.read(async (tx) => {
    const [found, [first]] = await Promise.all([loadFile(tx, key), loadRows(tx, key, 'quarantined', number - 1, 1)]);
    return { file: found, row: first };
  });
  if (row?.number !== number || row.sealed === null) throw new Refusal('conflict', 'intake.row.mended-meanwhile');
  const { cells, fault } = openRow(secrets, key, number, row.sealed);
  return { file, row, cells, asFound: fault === 'quotes' ? (cells['1'] ?? null) : null };
}
