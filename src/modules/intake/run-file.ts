import type { Tx } from '../../kernel/database/connection.ts';
import type { FileStore } from '../../kernel/files/index.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { cellsOf, checkRow, missingColumns } from './check-row.ts';
import type { FileKey, IntakeFile } from './file.ts';
import { openRows } from './read/open-rows.ts';
import { UnreadableFile } from './read/source-row.ts';
import { openRow, sealRow } from './row-secrets.ts';
import { loadFile, setFileState } from './store/files.ts';
import {
  holdWaiting,
  insertRows,
  type KeptRow,
  lastRowRead,
  type Outcome,
  quarantineContradictions,
  setOutcomes,
} from './store/rows.ts';
import type { IntakeTarget } from './target.ts';
import { targetNamed } from './targets.ts';

export type RunParts = {
  readonly targets: readonly IntakeTarget[];
  readonly files: FileStore;
  readonly secrets: Secrets;
};

const READ_AT_ONCE = 500;
const TAKEN_AT_ONCE = 100;

/**
 * Reads a file and takes its rows, from a job. The whole file is read before anything is taken, so one that breaks off
 * changes nothing. Each step is committed with what it has done: killed at any moment, it goes on where it was.
 */
export async function runFile(scope: Scope, parts: RunParts, key: FileKey): Promise<void> {
  const file = await scope.read((tx) => loadFile(tx, key));
  const target = targetNamed(parts.targets, file.target);
  if (file.state === 'reading' && !(await readAll(scope, parts, file, target))) return;
  await scope.write((tx) => quarantineContradictions(tx, key));
  while (await takeSome(scope, parts, file, target));
  await scope.write(async (tx) => {
    const isNow = await setFileState(tx, key, ['taking'], 'settled', Temporal.Now.instant());
    if (isNow) await scope.publish(tx, { kind: 'intake.file-settled', ...about(key) });
  });
}

function about({ authority, file }: FileKey) {
  return { authorities: [authority], parties: [], authority, file };
}

/** @returns false when the file can not be read */
async function readAll(scope: Scope, parts: RunParts, file: IntakeFile, target: IntakeTarget): Promise<boolean> {
  try {
    await readRows(scope, parts, file, target);
    return scope.write((tx) => setFileState(tx, file, ['reading'], 'taking', Temporal.Now.instant()));
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { fault } = error;
    await scope.write(async (tx) => {
      const isNow = await setFileState(tx, file, ['reading'], 'refused', Temporal.Now.instant(), fault);
      if (isNow) await scope.publish(tx, { kind: 'intake.file-settled', ...about(file) });
    });
    return false;
  }
}

/** @throws UnreadableFile */
async function readRows(scope: Scope, parts: RunParts, file: IntakeFile, target: IntakeTarget): Promise<void> {
  const { secrets, files } = parts;
  const { body } = file;
  const before = await scope.read((tx) => lastRowRead(tx, file));
  const source = await openRows({ open: async () => (await files.open(file.digest)).stream }, body);
  const missing = missingColumns(source.columns, body);
  if (missing.length > 0) throw new UnreadableFile('columns', missing.join(', '));
  let read: KeptRow[] = [];
  let last = 0;
  for await (const row of source.rows) {
    last = row.number;
    if (row.number <= before) continue;
    const cells = cellsOf(row, target, body, source.from1904);
    const checked = checkRow(cells, target, body, row.fault);
    const held = { cells, ...(row.fault ? { fault: row.fault } : {}) };
    const sealed = sealRow(secrets, file, row.number, held, checked);
    const state = checked.row ? 'waiting' : 'quarantined';
    read.push({ number: row.number, state, ...sealed, reasons: checked.reasons });
    if (read.length < READ_AT_ONCE) continue;
    const batch = read;
    read = [];
    await scope.write((tx) => insertRows(tx, file, batch));
  }
  if (last === 0) throw new UnreadableFile('no-rows');
  await scope.write((tx) => insertRows(tx, file, read));
}

/** @returns whether there may be more */
async function takeSome(scope: Scope, parts: RunParts, file: IntakeFile, target: IntakeTarget): Promise<boolean> {
  try {
    return await takeNext(scope, parts, file, target, TAKEN_AT_ONCE);
  } catch (error) {
    if (!isAboutRow(error)) throw error;
  }
  // One of these rows is not to the database's liking: one by one, so that only that one is kept apart.
  for (let n = 0; n < TAKEN_AT_ONCE; n++) {
    try {
      if (!(await takeNext(scope, parts, file, target, 1))) return false;
    } catch (error) {
      if (!isAboutRow(error)) throw error;
      await scope.write(async (tx) => {
        const rows = await holdWaiting(tx, file, 1);
        const reasons = [{ reason: 'not-kept' }] as const;
        await setOutcomes(
          tx,
          file,
          rows.map(({ number }) => ({ number, state: 'quarantined', reasons })),
        );
      });
    }
  }
  return true;
}

/** Values that do not fit (class 22) or contradict what is there (class 23). */
export function isAboutRow(error: unknown): boolean {
  return /^2[23]/.test(String((error as { code?: unknown }).code ?? ''));
}

async function takeNext(
  scope: Scope,
  { secrets }: RunParts,
  file: IntakeFile,
  target: IntakeTarget,
  most: number,
): Promise<boolean> {
  return scope.write(async (tx) => {
    const rows = await holdWaiting(tx, file, most);
    const outcomes: Outcome[] = [];
    for (const row of rows) outcomes.push(await takeRow(tx, scope, secrets, file, target, row));
    if (outcomes.length > 0) await setOutcomes(tx, file, outcomes);
    return rows.length > 0;
  });
}

async function takeRow(
  tx: Tx,
  scope: Scope,
  secrets: Secrets,
  file: IntakeFile,
  target: IntakeTarget,
  { number, sealed, mendedBy = null }: KeptRow,
): Promise<Outcome> {
  const { cells, fault } = openRow(secrets, file, number, sealed ?? '');
  const { row, reasons } = checkRow(cells, target, file.body, fault);
  if (!row) return { number, state: 'quarantined', reasons };
  const brought = { by: [file.receivedBy, mendedBy].filter((one) => one !== null), source: `file ${file.name}` };
  const taking = await target.take(tx, scope, file.authority, row, brought);
  if (typeof taking === 'string') return { number, state: taking, reasons: [] };
  return { number, state: 'quarantined', reasons: [{ reason: 'refused', said: taking.refused }] };
}
