import type { Draft } from './draft.ts';
import type { DefinitionPage } from './format/definition.ts';
import type { Evaluation, FieldFault } from './format/evaluate.ts';
import { controlsOfPage, typedFaults } from './read-page.ts';

/**
 * What is wrong on one page: what could not be read comes before what is missing, and a field that has just come into
 * view is not missing yet.
 */
export function pageErrors(draft: Draft, evaluation: Evaluation, page: DefinitionPage): readonly FieldFault[] {
  const unread = typedFaults(page, draft.answers, draft.typed.controls ?? {});
  const fresh = new Set(draft.typed.fresh);
  const found = controlsOfPage(page, draft.answers).flatMap(({ path, name }): readonly FieldFault[] => {
    if (!evaluation.visible.has(path)) return [];
    const faults = unread.get(path);
    if (faults) {
      return faults.map((fault) => ({
        ...fault,
        page: page.id,
        name,
        path: fault.part ? `${path}.${fault.part}` : path,
      }));
    }
    return evaluation.errors.filter(
      (error) =>
        error.page === page.id &&
        error.name === name &&
        (error.path === path || error.path === `${path}.${error.part}`) &&
        !(fresh.has(path) && error.kind === 'required'),
    );
  });
  return found;
}

/** The first page on the path that is not in order; undefined when all are. */
export function firstPageToMend(
  draft: Draft,
  evaluation: Evaluation,
  pages: readonly DefinitionPage[],
): string | undefined {
  if (evaluation.errors.length === 0 && Object.keys(draft.typed.controls ?? {}).length === 0) return undefined;
  return evaluation.pages.find((id) => {
    const page = pages.find((one) => one.id === id);
    return page && pageErrors({ ...draft, typed: { ...draft.typed, fresh: [] } }, evaluation, page).length > 0;
  });
}
