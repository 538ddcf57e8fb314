import { type Task, tasks } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { Unit } from './authority.ts';
import { unitIdOf } from './ship-authorities.ts';
import { insertUnit, loadUnitByName, updateUnit } from './store/units.ts';

const taskLabels: Readonly<Record<Task, InEach<string>>> = {
  administration: { sv: 'Administration', fi: 'Hallinto', en: 'Administration' },
  'child-care': { sv: 'Barnomsorg', fi: 'Lastenhoito', en: 'Child care' },
  'association-grants': { sv: 'Föreningsbidrag', fi: 'Yhdistysavustukset', en: 'Grants to associations' },
  dialogue: { sv: 'Dialog med invånare', fi: 'Vuoropuhelu asukkaiden kanssa', en: 'Dialogue with residents' },
  'social-services': { sv: 'Socialtjänst', fi: 'Sosiaalipalvelut', en: 'Social services' },
  payroll: { sv: 'Löner', fi: 'Palkat', en: 'Payroll' },
  'payroll-time': { sv: 'Attest av tid', fi: 'Työajan hyväksyminen', en: 'Approval of time' },
  'payroll-audit': { sv: 'Granskning av löner', fi: 'Palkkojen tarkastus', en: 'Audit of pay' },
};

const endsBefore = {
  sv: 'Sista dagen är före den första. Rätta en av dem.',
  fi: 'Viimeinen päivä on ennen ensimmäistä. Korjaa toinen niistä.',
  en: 'The last day is before the first. Correct one of them.',
};

/** An authority's units, from a file of its own: what fits `IntakeTarget` of the module that reads files. */
export const unitsFromFile = {
  name: 'directory.units',
  label: { sv: 'Enheter', fi: 'Yksiköt', en: 'Units' },
  fields: [
    {
      name: 'name',
      type: 'text' as const,
      required: true,
      key: true,
      maxLength: 100,
      label: { sv: 'Enhetens namn', fi: 'Yksikön nimi', en: 'Name of the unit' },
    },
    {
      name: 'tasks',
      type: 'codes' as const,
      required: true,
      label: { sv: 'Uppgifter', fi: 'Tehtävät', en: 'Tasks' },
      codes: tasks.map((value) => ({ value, label: taskLabels[value] })),
    },
    {
      name: 'from',
      type: 'date' as const,
      required: true,
      label: { sv: 'Första dagen', fi: 'Ensimmäinen päivä', en: 'First day' },
    },
    {
      name: 'to',
      type: 'date' as const,
      required: false,
      label: { sv: 'Sista dagen', fi: 'Viimeinen päivä', en: 'Last day' },
    },
  ],
  take: takeUnit,
};

/** A unit is known by its name, whatever its letters' case. */
async function takeUnit(
  tx: Tx,
  _scope: Scope,
  authority: AuthorityId,
  row: Readonly<Record<string, string>>,
): Promise<'taken' | 'unchanged' | { readonly refused: InEach<string> }> {
  const name = row.name ?? '';
  const called = (row.tasks ?? '').split(',');
  const from = Temporal.PlainDate.from(row.from ?? '');
  const to = row.to === undefined ? null : Temporal.PlainDate.from(row.to);
  if (to && Temporal.PlainDate.compare(to, from) < 0) return { refused: endsBefore };
  const known = await loadUnitByName(tx, authority, name);
  const unit = {
    id: known?.id ?? (unitIdOf(authority, `file:${name.toLowerCase()}`) as UnitId),
    name: known?.name ?? name,
    tasks: tasks.filter((task) => called.includes(task)),
    from,
    to,
  };
  if (known && says(known) === says(unit)) return 'unchanged';
  if (known) await updateUnit(tx, authority, unit);
  else await insertUnit(tx, authority, unit);
  return 'taken';
}

function says({ tasks: some, from, to }: Pick<Unit, 'tasks' | 'from' | 'to'>): string {
  return JSON.stringify([[...some].sort(), from.toString(), to?.toString() ?? null]);
}
