import type { RegisteredChild, RegisteredPerson } from '../base-registers/index.ts';
import { type Answers, rowsOf } from './format/answers.ts';
import type { DefinitionPage, Field, PrefillSource } from './format/definition.ts';
import type { PostalAddress } from './format/fields/address.ts';

/** What the population register says of who applies, and of which day. */
export type SaidOfApplicant = { readonly person: RegisteredPerson; readonly on: Temporal.PlainDate };

/** Whether anything on a page can come from the register. */
export function isPrefilled({ fields }: DefinitionPage): boolean {
  return fields.some(({ prefill }) => prefill !== undefined);
}

/** What the page's own fields would hold by the register; the rows of a group are chosen by the person. */
export function prefilledIn({ fields }: DefinitionPage, said: SaidOfApplicant): Answers {
  const found = fields.flatMap((field) => {
    const value = field.prefill && ofPerson[field.prefill]?.(said.person);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(found);
}

const ofPerson: Partial<Record<PrefillSource, (person: RegisteredPerson) => unknown>> = {
  'person.name': ({ name }) => name,
  'person.address': ({ address }) => {
    if (!address || !['AX', 'FI', 'SE'].includes(address.country)) return undefined;
    const postalCode = address.postalCode.replace(/\D/g, '');
    return { street: address.street, postalCode, city: address.place } satisfies PostalAddress;
  },
};

/** A child of the applicant's as it can be shown; one without a name is protected, and is never shown. */
export type KnownChild = RegisteredChild & { readonly name: string };

export function shownChildren({ person: { children } }: SaidOfApplicant): readonly KnownChild[] {
  return children.filter((child): child is KnownChild => child.name !== null);
}

/** How a child is named in the form: no number leaves the house. */
export function childKey({ name, birthDate }: KnownChild): string {
  return `${birthDate}:${name}`;
}

/** The group with the chosen children as rows of their own, in the place of rows that are empty. */
export function withChildren(group: Field, answers: Answers, keys: readonly string[], said: SaidOfApplicant): Answers {
  const rows = rowsOf(answers[group.id]).filter((row) => Object.keys(row).length > 0);
  const chosen = shownChildren(said)
    .filter((child) => keys.includes(childKey(child)) && !rows.some((row) => isRowOf(group, row, child)))
    .map((child) => rowOf(group, child));
  const most = group.repeat?.max ?? 1;
  return { ...answers, [group.id]: [...rows, ...chosen].slice(0, most) };
}

/** Whether somebody's row says what the register says of that child. */
export function isRowOf(group: Field, row: Answers, child: KnownChild): boolean {
  return Object.entries(rowOf(group, child)).every(([id, value]) => row[id] === value);
}

function rowOf({ fields = [] }: Field, { name, birthDate }: KnownChild): Answers {
  const values = { 'child.name': name, 'child.birth-date': birthDate.toString() };
  const parts = fields.flatMap(({ id, prefill }) =>
    prefill === 'child.name' || prefill === 'child.birth-date' ? [[id, values[prefill]] as const] : [],
  );
  return Object.fromEntries(parts);
}

/**
 * The answers of a page with the day of the register at what is as it says, and nothing at what is not. When it could not
 * be asked, what it said before stands by what has not been changed since.
 */
export function withMarks(
  page: DefinitionPage,
  before: Answers,
  answers: Answers,
  said: SaidOfApplicant | null,
): Answers {
  const marked: Record<string, unknown> = { ...answers };
  const own = said && prefilledIn(page, said);
  put(marked, page.fields, own ? [{ ...own, said }] : [before]);
  for (const group of page.fields.filter(({ prefill }) => prefill === 'person.children')) {
    const known = said
      ? shownChildren(said).map((child) => ({ ...rowOf(group, child), said }))
      : rowsOf(before[group.id]);
    const rows = rowsOf(answers[group.id]).map((row) => put({ ...row }, group.fields ?? [], known));
    if (rows.length > 0) marked[group.id] = rows;
  }
  return marked;

  function put(into: Record<string, unknown>, fields: readonly Field[], known: readonly Answers[]) {
    for (const { id, of = [] } of fields.filter(({ type }) => type === 'registered')) {
      const same = known.find((one) => of.every((name) => isSame(one[name], into[name])));
      const day = same && (said ? said.on.toString() : same[id]);
      if (day === undefined) delete into[id];
      else into[id] = day;
    }
    return into;
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (one === undefined || other === undefined) return false;
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  const parts = Object.keys({ ...one, ...other }) as never[];
  return parts.every((part) => one[part] === other[part]);
}
