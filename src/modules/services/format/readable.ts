import { type Answers, pathOf, rowsOf } from './answers.ts';
import { type Country, currencyOf, type DefinitionPage, type Field, type ServiceDefinition } from './definition.ts';
import type { FileAnswer } from './fields/file.ts';
import { fieldTypes } from './fields/index.ts';
import type { Words } from './words.ts';

/** One answer as a person reads it. `value` is empty for a question that was shown and left open. */
export type ReadableRow = {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly files?: readonly FileAnswer[];
  /** Reckoned from the other answers. */
  readonly calculated?: true;
};

/** The answers of one page, or of one row of a group (`Barn 2`); `page` is where they are changed. */
export type ReadableSection = {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly rows: readonly ReadableRow[];
};

export type ReadableParts = {
  readonly words: Words;
  readonly country: Country;
  /** The shown fields (`Evaluation.visible`): with it, questions left open are listed too. */
  readonly visible?: ReadonlySet<string>;
};

/** Answers in a person's words, for the summary, the receipt, its PDF and the case: the same everywhere. */
export function readable(
  definition: ServiceDefinition,
  answers: Answers,
  parts: ReadableParts,
): readonly ReadableSection[] {
  return definition.pages.flatMap((page) => sectionsOf(page, answers, parts)).filter(({ rows }) => rows.length > 0);
}

function sectionsOf(page: DefinitionPage, answers: Answers, parts: ReadableParts): readonly ReadableSection[] {
  const { words } = parts;
  const sections: ReadableSection[] = [];
  let loose: ReadableRow[] = [];
  const close = () => {
    if (loose.length === 0) return;
    const first = !sections.some(({ id }) => id === page.id);
    sections.push({
      id: first ? page.id : `${page.id}-${sections.length}`,
      page: page.id,
      title: words.of(`page.${page.id}`),
      rows: loose,
    });
    loose = [];
  };
  for (const field of page.fields) {
    if (field.type !== 'group') {
      loose.push(...rowOf(field, field.id, field.id, answers[field.id], parts));
      continue;
    }
    close();
    rowsOf(answers[field.id]).forEach((row, index) => {
      sections.push({
        id: `${field.id}.${index}`,
        page: page.id,
        title: `${words.of(`${field.id}.row`)} ${index + 1}`,
        rows: (field.fields ?? []).flatMap((inner) => {
          return rowOf(inner, `${field.id}.${inner.id}`, pathOf(field.id, index, inner.id), row[inner.id], parts);
        }),
      });
    });
  }
  close();
  return sections;
}

function rowOf(
  field: Field,
  name: string,
  path: string,
  value: unknown,
  { words, country, visible }: ReadableParts,
): readonly ReadableRow[] {
  if (field.type === 'info' || (field.type === 'registered' && value === undefined)) return [];
  if (value === undefined && !visible?.has(path)) return [];
  const reader = {
    language: words.language,
    currency: currencyOf[country],
    option: (id: string) => words.of(`${name}.option.${id}`),
  };
  return [
    {
      path,
      label: words.of(name),
      value: value === undefined ? '' : fieldTypes[field.type].show(value, field, reader),
      ...(field.type === 'file' && Array.isArray(value) ? { files: value as readonly FileAnswer[] } : {}),
      ...(field.value === undefined ? {} : { calculated: true as const }),
    },
  ];
}
