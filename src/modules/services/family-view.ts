import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import type { Draft } from './draft.ts';
import { type Answers, pathOf, rowsOf } from './format/answers.ts';
import type { DefinitionPage, Field } from './format/definition.ts';
import type { FamilyView } from './pages/registered-children.tsx';
import { childKey, isRowOf, prefilledIn, type SaidOfApplicant, shownChildren, withMarks } from './prefill.ts';
import { controlsOf } from './read-page.ts';

/** What the register fills in where nothing has been answered or typed yet, with the marks that it does. */
export function firstFilled(page: DefinitionPage, { answers, typed }: Draft, said: SaidOfApplicant): Answers {
  const isOpen = (id: string) =>
    answers[id] === undefined && Object.keys(controlsOf(typed.controls ?? {}, id)).length === 0;
  const open = Object.entries(prefilledIn(page, said)).filter(([id]) => isOpen(id));
  return withMarks(page, {}, Object.fromEntries(open), said);
}

/** Which fields of a page stand as the register says, and of which day. */
export function registeredPaths(page: DefinitionPage, answers: Answers): ReadonlyMap<string, Temporal.PlainDate> {
  const found = new Map<string, Temporal.PlainDate>();
  function note(fields: readonly Field[], values: Answers, pathTo: (id: string) => string): void {
    for (const { id, of = [] } of fields.filter(({ type }) => type === 'registered')) {
      const day = values[id];
      if (typeof day === 'string') for (const name of of) found.set(pathTo(name), Temporal.PlainDate.from(day));
    }
  }
  note(page.fields, answers, (id) => id);
  for (const group of page.fields.filter(({ fields }) => fields !== undefined)) {
    rowsOf(answers[group.id]).forEach((row, index) => {
      note(group.fields ?? [], row, (id) => pathOf(group.id, index, id));
    });
  }
  return found;
}

/** Undefined when the page asks for no children. */
export function familyView(
  page: DefinitionPage,
  answers: Answers,
  asked: SourceAnswer<RegisteredPerson>,
  said: SaidOfApplicant | null,
): FamilyView | undefined {
  const group = page.fields.find(({ prefill }) => prefill === 'person.children');
  if (!group) return undefined;
  if (asked.state === 'not-allowed') return { state: 'not-own' };
  if (asked.state === 'nothing') return { state: 'none' };
  if (!said) return { state: 'not-asked' };
  const rows = rowsOf(answers[group.id]);
  const shown = shownChildren(said);
  const left = shown.filter((child) => !rows.some((row) => isRowOf(group, row, child)));
  return {
    state: 'said',
    on: said.on,
    isOld: asked.state === 'stale',
    children: left.map((child) => ({ key: childKey(child), name: child.name, born: child.birthDate })),
    hidden: said.person.children.length - shown.length,
    anyInForm: left.length < shown.length,
  };
}
