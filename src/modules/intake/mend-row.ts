import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Cells, checkRow, type Reason } from './check-row.ts';
import { atDesk, type Desk } from './desk.ts';
import type { FileKey } from './file.ts';
import { sealRow } from './row-secrets.ts';
import { loadFile, setFileState } from './store/files.ts';
import { mendRow } from './store/rows.ts';
import { targetNamed } from './targets.ts';

/** `wrong`: it would still be kept apart, and nothing was stored. */
export type Mended = { readonly wrong: readonly Reason[] };

/**
 * A person has mended a row in quarantine: it is taken again by the mapping that its file came by. What it is now is
 * checked here, so that the answer stands beside the fields; what the target says of it comes with the job.
 * @throws Refusal not-allowed | not-found | conflict when somebody else has mended it meanwhile
 */
export async function mend(
  scope: Scope,
  { desk, secrets }: { readonly desk: Desk; readonly secrets: Secrets },
  key: FileKey,
  number: number,
  cells: Cells,
): Promise<Mended> {
  const { actor } = scope;
  const { there } = await atDesk(scope, desk, key.authority);
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const file = await there.read((tx) => loadFile(tx, key));
  const checked = checkRow(cells, targetNamed(desk.targets, file.target), file.body);
  if (!checked.row) return { wrong: checked.reasons };
  const row = { number, ...sealRow(secrets, key, number, { cells }, checked) };
  await there.write(async (tx) => {
    const isMended = await mendRow(tx, key, row, { party: actor.party, name: actor.name, at: there.now });
    if (!isMended) throw new Refusal('conflict', 'intake.row.mended-meanwhile');
    await setFileState(tx, key, ['settled'], 'taking', there.now);
    const { authority, file: id } = key;
    await there.publish(tx, { kind: 'intake.file-came', authorities: [authority], parties: [], authority, file: id });
  });
  return { wrong: [] };
}
