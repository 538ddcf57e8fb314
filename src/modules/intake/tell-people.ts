import type { AuthorityId } from '../../kernel/ids.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import type { Cells } from './check-row.ts';
import type { MappingBody } from './mapping.ts';
import type { IntakeTarget, TargetRow } from './target.ts';

/** A row under the fields' names as it stands in the file, also where it is no row of the target yet. */
export function asTyped(cells: Cells, target: IntakeTarget, body: MappingBody): TargetRow {
  return Object.fromEntries(
    target.fields.flatMap(({ name }) => {
      const cell = cells[body.fields[name]?.source ?? '']?.trim();
      return cell ? [[name, cell] as const] : [];
    }),
  );
}

/** Those whom rows are about find in their log that an official has looked; committed before anything is shown. */
export async function tellPeople(
  scope: Scope,
  { basis }: Permit,
  authority: AuthorityId,
  { about }: IntakeTarget,
  rows: readonly TargetRow[],
): Promise<void> {
  if (!about || rows.length === 0) return;
  const { purpose } = about;
  const parties = await scope.read((tx) => about.parties(tx, authority, rows));
  if (parties.length === 0) return;
  await scope.write((tx) =>
    scope.auditList(
      tx,
      [...new Set(parties)].map((party) => ({ about: party, authority, purpose, basis })),
    ),
  );
}
