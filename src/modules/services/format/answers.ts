/** Answers by field id; a group's answer is a list of rows, each answers by id again. Plain JSON. */
export type Answers = { readonly [field: string]: unknown };

/** The rows of a group, as far as they are rows at all. */
export function rowsOf(value: unknown): readonly Answers[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object' && row !== null) : [];
}

/** Where a field stands among the answers: `children.1.start`; also the name of its control. */
export function pathOf(group: string | null, row: number, id: string): string {
  return group === null ? id : `${group}.${row}.${id}`;
}
