import type { ServiceDefinition } from './definition.ts';
import { fieldsIn, type LoadProblem, type Names, typeOf } from './expression/check.ts';
import type { Expression } from './expression/expression.ts';
import { nameOf, type Type } from './expression/type.ts';
import { fieldTypes } from './fields/index.ts';
import { namesIn, settingNames } from './names.ts';
import { everyField, type PlacedField, placedFields, resolve } from './placed-field.ts';

/** Every rule of a definition: its types, its names, and that nothing waits for itself. */
export function ruleProblems(definition: ServiceDefinition): readonly LoadProblem[] {
  const problems: LoadProblem[] = [];
  const form = namesIn(definition, null);
  const settings = settingNames(definition);

  function expect(is: 'boolean' | 'number', rule: Expression | undefined, names: Names, path: string): void {
    if (rule === undefined) return;
    const type = typeOf(rule, names, path, problems);
    if (type && type.is !== is) problems.push({ path, problem: `must be ${is}, is ${nameOf(type)}` });
  }

  definition.pages.forEach((page, p) => {
    expect('boolean', page.when, form, `/pages/${p}/when`);
  });
  for (const { field, group, at } of everyField(definition)) {
    const names = namesIn(definition, group);
    expect('boolean', field.when, names, `${at}/when`);
    expect('boolean', field.check, names, `${at}/check`);
    if (field.value === undefined) continue;
    const type = typeOf(field.value, names, `${at}/value`, problems);
    const wanted = fieldTypes[field.type].type(field);
    if (type && !fits(type, wanted)) {
      problems.push({ path: `${at}/value`, problem: `must be ${nameOf(wanted)}, is ${nameOf(type)}` });
    }
  }
  definition.parties.forEach((party, p) => {
    expect('boolean', party.when, form, `/parties/${p}/when`);
  });
  definition.facts.forEach((fact, f) => {
    typeOf(fact.value, settings, `/facts/${f}/value`, problems);
  });
  expect('number', definition.case.replyDays, settings, '/case/replyDays');
  return [...problems, ...cycles(definition)];
}

function fits(found: Type, wanted: Type): boolean {
  if (found.is === 'nothing') return true;
  if (found.is === 'list' || wanted.is === 'list' || wanted.is === 'other') return false;
  if (('whole' in found && !found.whole) || found.is !== wanted.is) return false;
  if (found.is !== 'text' || wanted.is !== 'text' || !wanted.options) return true;
  const { options } = wanted;
  return found.options?.every((option) => options.includes(option)) ?? false;
}

/** A field whose being shown, or whose value, depends on itself by any way. */
function cycles(definition: ServiceDefinition): readonly LoadProblem[] {
  const fields = placedFields(definition);
  const done = new Set<string>();
  const found: LoadProblem[] = [];

  function visit(placed: PlacedField, way: readonly string[]): void {
    if (way.includes(placed.name)) {
      const round = [...way.slice(way.indexOf(placed.name)), placed.name];
      found.push({ path: placed.at, problem: `depends on itself: ${round.join(' → ')}` });
      return;
    }
    if (done.has(placed.name)) return;
    for (const [rule, within] of needs(placed)) {
      for (const name of fieldsIn(rule)) {
        const next = resolve(fields, name, within);
        if (next) visit(next, [...way, placed.name]);
      }
    }
    done.add(placed.name);
  }

  for (const placed of fields.values()) visit(placed, []);
  return found;
}

function needs({ field, group, page }: PlacedField): readonly (readonly [Expression, PlacedField['group']])[] {
  const own = [field.when, field.value].filter((rule) => rule !== undefined);
  const above = [page.when, group?.when].filter((rule) => rule !== undefined);
  return [...own.map((rule) => [rule, group] as const), ...above.map((rule) => [rule, null] as const)];
}
