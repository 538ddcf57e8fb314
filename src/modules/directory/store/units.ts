import { type Task, tasks } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, UnitId } from '../../../kernel/ids.ts';
import type { Unit } from '../authority.ts';

/** By its name, whatever its letters' case; the oldest when there are several. */
export async function loadUnitByName(tx: Tx, authority: AuthorityId, name: string): Promise<Unit | undefined> {
  const row = await tx
    .selectFrom('directory.unit')
    .select(['unit_id', 'name', 'tasks', 'from_day', 'to_day'])
    .where('authority_id', '=', authority)
    .where((of) => of(of.fn('lower', ['name']), '=', of.fn('lower', [of.val(name)])))
    .orderBy('from_day')
    .orderBy('unit_id')
    .limit(1)
    .executeTakeFirst();
  return (
    row && {
      ...{ id: row.unit_id as UnitId, authority, name: row.name, from: row.from_day, to: row.to_day },
      tasks: tasks.filter((task: Task) => row.tasks.includes(task)),
    }
  );
}

/** A new unit of the authority's own. */
export async function insertUnit(tx: Tx, authority: AuthorityId, unit: Omit<Unit, 'authority'>): Promise<void> {
  await tx
    .insertInto('directory.unit')
    .values({
      authority_id: authority,
      unit_id: unit.id,
      name: unit.name,
      tasks: [...unit.tasks],
      from_day: unit.from,
      to_day: unit.to,
    })
    .execute();
}

/** What it does and when; its name and id stay, since roles point at it. */
export async function updateUnit(tx: Tx, authority: AuthorityId, unit: Omit<Unit, 'authority'>): Promise<void> {
  await tx
    .updateTable('directory.unit')
    .set({ tasks: [...unit.tasks], from_day: unit.from, to_day: unit.to })
    .where('authority_id', '=', authority)
    .where('unit_id', '=', unit.id)
    .execute();
}
