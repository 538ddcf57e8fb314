import type { ServiceDefinition } from './definition.ts';
import { everyField } from './placed-field.ts';

export type TextKeys = { readonly required: readonly string[]; readonly optional: readonly string[] };

/** The texts that a definition must have in each of its languages, and those that it may have. */
export function textKeys(definition: ServiceDefinition): TextKeys {
  const required = [
    'title',
    'lead',
    'purpose',
    'next',
    ...definition.needs.map((id) => `need.${id}`),
    ...definition.facts.map(({ id }) => `fact.${id}`),
    ...definition.pages.map(({ id }) => `page.${id}`),
    ...definition.parties.map(({ id }) => `party.${id}`),
    ...definition.case.statuses.map(({ id }) => `status.${id}`),
    ...definition.case.decisions.flatMap(({ id }) => [`decision.${id}`, `decision.${id}.text`]),
    ...definition.appeals.map(({ id }) => `appeal.${id}`),
    ...Object.keys(definition.settings.properties).map((name) => `setting.${name}`),
  ];
  const optional = definition.pages.map(({ id }) => `page.${id}.lead`);
  for (const { name, field } of everyField(definition)) {
    required.push(name);
    optional.push(`${name}.hint`);
    for (const option of field.options ?? []) {
      required.push(`${name}.option.${option}`);
      optional.push(`${name}.option.${option}.hint`);
    }
    if (field.check !== undefined) required.push(`${name}.check`);
    if (field.type === 'group') required.push(`${name}.row`, `${name}.add`);
  }
  return { required, optional };
}
