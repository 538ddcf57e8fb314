import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { AuthorityId, DraftId, PartyId, ServiceId } from '../../kernel/ids.ts';
import type { Cosigning } from './cosigning.ts';
import type { Answers } from './format/answers.ts';

import type { DefinitionPage, ServiceDefinition } from './format/definition.ts';

/** A file that was not taken in: its name, and the key of the refusal that says why. */
export type RefusedFile = { readonly field: string; readonly name: string; readonly key: string };

/**
 * What the answers can not hold: controls that could not be read, as they were typed; files that were refused; and
 * fields that have just come into view, which nobody has had the time to answer.
 */
export type Typed = {
  readonly controls?: Readonly<Record<string, string | readonly string[]>>;
  readonly files?: readonly RefusedFile[];
  readonly fresh?: readonly string[];
};

/** Which top fields a save changed. */
export type DraftChange = { readonly seq: number; readonly fields: readonly string[] };

/** What somebody is filling in. `seq` counts its saves. */
export type Draft = {
  readonly id: DraftId;
  readonly party: PartyId;
  readonly authority: AuthorityId;
  readonly service: ServiceId;
  readonly version: number;
  readonly seq: number;
  readonly answers: Answers;
  readonly typed: Typed;
  readonly changes: readonly DraftChange[];
  readonly startedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly filedAt: Temporal.Instant | null;
  /** Others who must sign it first. */
  readonly cosigning: Cosigning | null;
};

/** So many saves are remembered, to tell a form from another tab what happened since. */
const REMEMBERED = 20;

/** The draft as a save leaves it; `seq` is counted by the store. */
export function withAnswers(draft: Draft, answers: Answers, typed: Typed): Draft {
  const fields = changedFields(draft.answers, answers);
  const changes = [...draft.changes, { seq: draft.seq + 1, fields }].slice(-REMEMBERED);
  return { ...draft, answers, typed, changes };
}

/** The top fields whose answers differ. */
export function changedFields(before: Answers, after: Answers): readonly string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => canonicalJson(before[id] ?? null) !== canonicalJson(after[id] ?? null));
}

/**
 * Which fields of the page have been saved elsewhere since a form with that number was shown; all of them when it is so
 * old that nobody remembers.
 */
export function changedSince(draft: Draft, seq: number, page: DefinitionPage): readonly string[] {
  const own = page.fields.map(({ id }) => id);
  const missed = draft.seq - seq;
  if (missed <= 0) return [];
  const since = draft.changes.filter((change) => change.seq > seq);
  if (since.length < missed) return own;
  const changed = new Set(since.flatMap(({ fields }) => fields));
  return own.filter((id) => changed.has(id));
}

/** @returns undefined when the definition has no such page */
export function pageOf(definition: ServiceDefinition, id: string): DefinitionPage | undefined {
  return definition.pages.find((page) => page.id === id);
}
