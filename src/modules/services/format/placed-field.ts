import type { DefinitionPage, Field, ServiceDefinition } from './definition.ts';

/** A field where it stands. `name` is `start`, or `children.start` within a group. */
export type PlacedField = {
  readonly name: string;
  readonly field: Field;
  readonly page: DefinitionPage;
  readonly group: Field | null;
  /** Where in the definition, for messages to authors. */
  readonly at: string;
};

export type PlacedFields = ReadonlyMap<string, PlacedField>;

const known = new WeakMap<ServiceDefinition, PlacedFields>();

/** All fields of a definition by name, in order; kept with the definition. */
export function placedFields(definition: ServiceDefinition): PlacedFields {
  const before = known.get(definition);
  if (before) return before;
  const found = new Map(everyField(definition).map((placed) => [placed.name, placed]));
  known.set(definition, found);
  return found;
}

/** All fields in order, also those that share a name by mistake. */
export function everyField(definition: ServiceDefinition): readonly PlacedField[] {
  return definition.pages.flatMap((page, p) =>
    page.fields.flatMap((field, f) => {
      const at = `/pages/${p}/fields/${f}`;
      const rows = (field.fields ?? []).map((inner, i): PlacedField => {
        return { name: `${field.id}.${inner.id}`, field: inner, page, group: field, at: `${at}/fields/${i}` };
      });
      return [{ name: field.id, field, page, group: null, at }, ...rows];
    }),
  );
}

/** What a name means in a rule: one's own row first, then the whole form. */
export function resolve(fields: PlacedFields, name: string, within: Field | null): PlacedField | undefined {
  return (within && fields.get(`${within.id}.${name}`)) ?? fields.get(name);
}
