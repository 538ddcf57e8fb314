import type { AdoptedService } from './adoption.ts';
import type { PublishedDefinition } from './definitions.ts';
import type { Draft } from './draft.ts';
import { type Answers, rowsOf } from './format/answers.ts';
import type { Field, ServiceDefinition } from './format/definition.ts';

/**
 * A draft as the authority's own version of the service reads it: a newer one takes it over when it asks everything that
 * has been answered, in the same way; otherwise the draft is filled in as it was begun. Kept with its next save.
 */
export async function inAdoptedVersion(
  draft: Draft,
  adopted: Pick<AdoptedService, 'version' | 'definition'>,
  load: (version: number) => Promise<PublishedDefinition>,
): Promise<Draft> {
  if (draft.version >= adopted.version || draft.cosigning?.state === 'waiting') return draft;
  const { definition } = await load(draft.version);
  return asksTheSame(draft.answers, definition, adopted.definition) ? { ...draft, version: adopted.version } : draft;
}

/** Whether every field that has been answered in one version is in the other too, of the same type. */
export function asksTheSame(answers: Answers, from: ServiceDefinition, to: ServiceDefinition): boolean {
  return covers(answers, fieldsOf(from), fieldsOf(to));
}

function fieldsOf({ pages }: ServiceDefinition): readonly Field[] {
  return pages.flatMap(({ fields }) => fields);
}

function covers(answers: Answers, from: readonly Field[], to: readonly Field[]): boolean {
  return Object.keys(answers).every((id) => {
    const [before, after] = [from, to].map((fields) => fields.find((field) => field.id === id));
    if (!before || before.type !== after?.type) return false;
    return rowsOf(before.type === 'group' ? answers[id] : undefined).every((row) =>
      covers(row, before.fields ?? [], after.fields ?? []),
    );
  });
}
