import { type Task, tasks } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AgreementId, AuthorityId, UnitId } from '../../../kernel/ids.ts';
import type { Agreement } from '../agreement.ts';
import type { Unit } from '../authority.ts';

/**
 * The agreements in which it takes part, as the one who does or as one for whom it is done, whatever their days. One
 * statement, a row for each member.
 */
export async function loadAgreementsOf(tx: Tx, authority: AuthorityId): Promise<Agreement[]> {
  const rows = await tx
    .selectFrom('directory.agreement')
    .innerJoin('directory.agreement_member as member', 'member.agreement_id', 'directory.agreement.agreement_id')
    .select([
      'directory.agreement.agreement_id',
      'provider_id',
      'title',
      'tasks',
      'directory.agreement.from_day',
      'directory.agreement.to_day',
      'source',
      'member.authority_id as member_id',
      'member.from_day as member_from',
      'member.to_day as member_to',
    ])
    .where((of) =>
      of.or([
        of('provider_id', '=', authority),
        of(
          'directory.agreement.agreement_id',
          'in',
          of
            .selectFrom('directory.agreement_member as own')
            .select('own.agreement_id')
            .where('own.authority_id', '=', authority),
        ),
      ]),
    )
    .orderBy('directory.agreement.agreement_id')
    .orderBy('member.authority_id')
    .execute();
  const found = new Map<string, Agreement>();
  for (const row of rows) {
    const member = { authority: row.member_id as AuthorityId, from: row.member_from, to: row.member_to };
    const before = found.get(row.agreement_id);
    found.set(row.agreement_id, {
      id: row.agreement_id as AgreementId,
      provider: row.provider_id as AuthorityId,
      title: row.title,
      tasks: row.tasks.filter(isTask),
      from: row.from_day,
      to: row.to_day,
      source: row.source,
      members: before ? [...before.members, member] : [member],
    });
  }
  return [...found.values()];
}

export async function loadUnits(tx: Tx, authority: AuthorityId): Promise<Unit[]> {
  const rows = await tx
    .selectFrom('directory.unit')
    .select(['authority_id', 'unit_id', 'name', 'tasks', 'from_day', 'to_day'])
    .where('authority_id', '=', authority)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.unit_id as UnitId,
    authority: row.authority_id as AuthorityId,
    name: row.name,
    tasks: row.tasks.filter(isTask),
    from: row.from_day,
    to: row.to_day,
  }));
}

/** A task that a newer version has named is none for this one. */
function isTask(task: string): task is Task {
  return (tasks as readonly string[]).includes(task);
}
