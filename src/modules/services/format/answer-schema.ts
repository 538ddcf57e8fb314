import type { Field, ServiceDefinition } from './definition.ts';
import { fieldTypes } from './fields/index.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (2020-12) of what is filed, for systems that receive it. What is asked only sometimes, or is
 * calculated, is not required; the rules between answers are the definition's own.
 */
export function answerSchema(definition: ServiceDefinition): JsonSchema {
  const asked = definition.pages.flatMap((page) =>
    page.fields.map((field) => ({ field, sometimes: page.when !== undefined })),
  );
  const always = new Set(asked.filter(({ sometimes }) => !sometimes).map(({ field }) => field.id));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:allmanning:answers:${definition.id}:${definition.version}`,
    title: definition.texts[definition.languages[0] ?? 'sv']?.title,
    ...objectOf(
      asked.map(({ field }) => field),
      (field) => always.has(field.id),
    ),
  };
}

function objectOf(fields: readonly Field[], mayRequire: (field: Field) => boolean): JsonSchema {
  const answered = fields.filter(({ type }) => type !== 'info');
  return {
    type: 'object',
    properties: Object.fromEntries(answered.map((field) => [field.id, schemaOf(field)])),
    required: answered
      .filter(
        (field) =>
          mayRequire(field) &&
          !field.optional &&
          field.type !== 'registered' &&
          field.when === undefined &&
          field.value === undefined,
      )
      .filter((field) => field.type !== 'group' || (field.repeat?.min ?? 1) > 0)
      .map(({ id }) => id),
    additionalProperties: false,
  };
}

function schemaOf(field: Field): JsonSchema {
  const own = fieldTypes[field.type].schema(field);
  return field.type === 'group' ? { ...own, items: objectOf(field.fields ?? [], () => true) } : own;
}
