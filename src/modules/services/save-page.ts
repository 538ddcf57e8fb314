import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Authority } from '../directory/index.ts';
import { waitingAt } from './cosigning.ts';
import { changedFields, changedSince, type Draft, type Typed, withAnswers } from './draft.ts';
import type { Answers } from './format/answers.ts';
import type { DefinitionPage } from './format/definition.ts';
import type { Evaluation } from './format/evaluate.ts';
import type { Sent } from './format/fields/field-type.ts';
import type { FileAnswer } from './format/fields/file.ts';
import { type OpenDraft, openDraft, understood } from './open-draft.ts';
import { pageErrors } from './page-errors.ts';
import { isPrefilled, type SaidOfApplicant, withChildren, withMarks } from './prefill.ts';
import { controlsOf, controlsOfPage, readPage } from './read-page.ts';
import { voiding } from './reopen-draft.ts';
import { actionIn, type PageAction, shownIn, withRowAction } from './row-actions.ts';
import { updateDraft } from './store/drafts.ts';
import type { TakenFiles } from './take-files.ts';

/** What comes after a page was posted. */
export type Saved =
  /** In order: the next page, or the summary when there is none. */
  | { readonly kind: 'on'; readonly page: string | null }
  /** The same page again: with its errors, or for what has come into view. */
  | { readonly kind: 'again'; readonly errors: boolean; readonly at: string | null }
  /** Kept, to go on with another day. */
  | { readonly kind: 'saved' }
  /** Changed meanwhile in another tab: nothing is saved; the form as it was sent, and the fields that differ. */
  | { readonly kind: 'stale'; readonly open: OpenDraft; readonly shown: Draft; readonly fields: readonly string[] };

const TRIES = 3;

/**
 * Saves a posted page. What is right is kept even when something else is wrong, what could not be read is kept as it was
 * typed, so that nothing is ever lost. Another page that was saved in another tab meanwhile does no harm; the same page is
 * a conflict, which is shown and not decided here.
 * @param said what the population register says, when the page has something that comes from it and it could be asked
 */
export async function savePage(
  scope: Scope,
  authority: Authority,
  open: OpenDraft,
  page: DefinitionPage,
  posted: Sent,
  files: TakenFiles,
  said: SaidOfApplicant | null,
): Promise<Saved> {
  const action = actionIn(posted, page);
  const sent = withRowAction(posted, action);
  let current = open;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = current;
    const { draft } = before;
    const after = await understood(
      scope,
      authority,
      before.adopted,
      draftAfter(draft, page, sent, action, files, said),
    );
    const elsewhere = changedSince(draft, Number(posted._seq) || 0, page);
    const fields = changedFields(draft.answers, after.draft.answers).filter((id) => elsewhere.includes(id));
    if (fields.length > 0) return { kind: 'stale', open: before, shown: after.draft, fields };
    const fresh = justShown(page, sent, after);
    const cosigning = cosigningAfter(draft, scope.now);
    const next = { ...after.draft, cosigning, typed: { ...after.draft.typed, fresh } };
    if (await voiding(scope, before.adopted, draft, (tx) => updateDraft(tx, next, scope.now))) {
      return outcome(page, action, { ...after, draft: next }, fresh);
    }
    current = await openDraft(scope, authority, open.adopted.slug, draft.id);
  }
  throw new Refusal('conflict', 'services.draft.busy');
}

/** What was asked to be signed is another from now on. */
function cosigningAfter({ cosigning }: Draft, now: Temporal.Instant): Draft['cosigning'] {
  if (cosigning?.state !== 'waiting') return cosigning;
  const why = waitingAt(cosigning, now) ? 'changed' : 'expired';
  return { state: 'back', why, at: now.toString(), reason: null };
}

function draftAfter(
  draft: Draft,
  page: DefinitionPage,
  sent: Sent,
  action: PageAction,
  files: TakenFiles,
  said: SaidOfApplicant | null,
): Draft {
  const read = readPage(page, draft.answers, sent);
  const others = Object.entries(draft.typed.controls ?? {}).filter(([name]) => !isOfPage(name, page, draft.answers));
  const typed: Typed = { controls: { ...Object.fromEntries(others), ...read.controls }, files: files.refused };
  const filled = withFiles(read.answers, action, files);
  const chosen = action.kind === 'choose' && said ? withChildren(action.group, filled, action.keys, said) : filled;
  return withAnswers(draft, isPrefilled(page) ? withMarks(page, draft.answers, chosen, said) : chosen, typed);
}

function isOfPage(control: string, page: DefinitionPage, answers: Answers): boolean {
  return controlsOfPage(page, answers).some(({ path }) => Object.hasOwn(controlsOf({ [control]: '' }, path), control));
}

function withFiles(answers: Answers, action: PageAction, { taken }: TakenFiles): Answers {
  const found: Record<string, unknown> = { ...answers };
  const listOf = (field: string) => (found[field] ?? []) as readonly FileAnswer[]; // only this module writes them
  if (action.kind === 'remove-file') {
    const left = listOf(action.field).filter(({ file }) => file !== action.file);
    if (left.length > 0) found[action.field] = left;
    else delete found[action.field];
  }
  for (const { field, file } of taken) {
    found[field] = [...listOf(field).filter((kept) => kept.file !== file.file), file];
  }
  return found;
}

/** What the answers have brought into view on this page since the form was shown. */
function justShown(
  page: DefinitionPage,
  sent: Sent,
  after: { draft: Draft; evaluation: Evaluation },
): readonly string[] {
  const shown = shownIn(sent);
  return controlsOfPage(page, after.draft.answers)
    .map(({ path }) => path)
    .filter((path) => after.evaluation.visible.has(path) && !shown.has(path));
}

function outcome(page: DefinitionPage, action: PageAction, after: OpenDraft, fresh: readonly string[]): Saved {
  const { draft, evaluation } = after;
  if (action.kind === 'choose') return { kind: 'again', errors: false, at: action.group.id };
  if (action.kind === 'add') {
    const rows = draft.answers[action.group.id];
    const last = Array.isArray(rows) ? rows.length - 1 : 0;
    return { kind: 'again', errors: false, at: `${action.group.id}.${last}.${action.group.fields?.[0]?.id}` };
  }
  if (action.kind === 'remove') return { kind: 'again', errors: false, at: action.group.id };
  if (action.kind === 'remove-file') return { kind: 'again', errors: false, at: action.field };
  const refused = draft.typed.files ?? [];
  if (action.kind === 'save') return refused.length > 0 ? { kind: 'again', errors: true, at: null } : { kind: 'saved' };
  if (refused.length > 0 || pageErrors(draft, evaluation, page).length > 0)
    return { kind: 'again', errors: true, at: null };
  const [first] = fresh;
  if (first !== undefined) return { kind: 'again', errors: false, at: first };
  return { kind: 'on', page: evaluation.pages[evaluation.pages.indexOf(page.id) + 1] ?? null };
}
