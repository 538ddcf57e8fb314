import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Cells, CheckedRow } from './check-row.ts';
import type { FileKey } from './file.ts';
import type { RowFault } from './read/source-row.ts';

/** What a row holds may be about people: its cells are kept sealed, what it is about and says as keyed digests. */
export type SealedRow = { readonly keyIndex: Buffer | null; readonly digest: Buffer | null; readonly sealed: string };

type Held = { readonly cells: Cells; readonly fault?: RowFault };

export function sealRow(
  secrets: Secrets,
  key: FileKey,
  number: number,
  held: Held,
  { row, key: about }: CheckedRow,
): SealedRow {
  return {
    keyIndex: about === null ? null : secrets.index(about, 'intake.row-key'),
    digest: row === null ? null : secrets.index(canonicalJson(row), 'intake.row-digest'),
    sealed: secrets.encrypt(JSON.stringify(held), contextOf(key, number)),
  };
}

export function openRow(secrets: Secrets, key: FileKey, number: number, sealed: string): Held {
  return JSON.parse(secrets.decrypt(sealed, contextOf(key, number))) as Held; // as `sealRow` wrote it
}

function contextOf({ authority, file }: FileKey, number: number): string {
  return `intake.row:${authority}:${file}:${number}`;
}
