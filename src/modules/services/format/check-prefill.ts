import type { Field, FieldKind, PrefillSource, ServiceDefinition } from './definition.ts';
import type { LoadProblem } from './expression/check.ts';
import { everyField, type PlacedField } from './placed-field.ts';

/** Which type of field can hold what the register says. */
const kindOf = {
  'person.name': 'text',
  'person.address': 'address',
  'person.children': 'group',
  'child.name': 'text',
  'child.birth-date': 'date',
} as const satisfies Record<PrefillSource, FieldKind>;

/** What a group must hold for its rows to be children that the register knows. */
const childParts = ['child.name', 'child.birth-date'] as const;

/** What comes from a register stands where it can be held, and who co-signs can be found. */
export function prefillProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  const fields = everyField(definition);
  return [
    ...fields.flatMap(problemsOf),
    ...fields.flatMap((one) => markProblems(one, fields)),
    ...cosigners(definition),
  ];
}

function problemsOf({ field, group, at }: PlacedField): readonly LoadProblem[] {
  const { prefill } = field;
  if (prefill === undefined) return [];
  const problems: string[] = [];
  if (field.type !== kindOf[prefill]) problems.push(`${prefill} is filled into a field of the type ${kindOf[prefill]}`);
  if (field.value !== undefined) problems.push('what is calculated is not filled in');
  const isOfChild = prefill.startsWith('child.');
  if (isOfChild !== (group?.prefill === 'person.children')) {
    problems.push(isOfChild ? `${prefill} stands in a group of person.children` : `${prefill} stands in no such row`);
  }
  if (prefill === 'person.children') {
    for (const part of childParts) {
      const found = field.fields?.filter((inner) => inner.prefill === part).length ?? 0;
      if (found !== 1) problems.push(`one field for ${part}, found ${found}`);
    }
  }
  return problems.map((problem) => ({ path: at, problem }));
}

function markProblems({ field, group, page, at }: PlacedField, all: readonly PlacedField[]): readonly LoadProblem[] {
  if (field.type !== 'registered') return [];
  const beside = all.filter((one) => one.group?.id === group?.id && one.page === page).map((one) => one.field);
  return (field.of ?? [])
    .filter((id) => !beside.some((one: Field) => one.id === id && one.prefill !== undefined && one.type !== 'group'))
    .map((id) => ({ path: at, problem: `${id} is no field beside it that the register fills in` }));
}

function cosigners({ parties, pages }: ServiceDefinition): readonly LoadProblem[] {
  const groups = pages.flatMap(({ fields }) => fields).filter(({ prefill }) => prefill === 'person.children');
  return parties.flatMap(({ of }, index) =>
    of === undefined || groups.some(({ id }) => id === of)
      ? []
      : [{ path: `/parties/${index}`, problem: `${of} is no group that the applicant's children fill in` }],
  );
}
