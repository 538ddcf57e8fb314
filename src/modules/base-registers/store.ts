import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connection.ts';
import type { SourceFault } from '../../kernel/source-answer.ts';
import type { QuestionKind } from './questions.ts';

/** Whose copy it is: the number's index by each key, the current one first. */
export type CopyKey = { readonly question: QuestionKind; readonly indexes: readonly Buffer[] };

export type CopyRow = {
  readonly sealed: string;
  readonly asOf: Temporal.Instant;
  readonly fetchedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
};

export async function loadCopy(tx: Tx, { question, indexes }: CopyKey): Promise<CopyRow | undefined> {
  type Row = { sealed: string; as_of: Temporal.Instant; fetched_at: Temporal.Instant; used_at: Temporal.Instant };
  const { rows } = await sql<Row>`
    select sealed, as_of, fetched_at, used_at from base_registers.copy_of(${question}, ${indexes})`.execute(tx);
  const [row] = rows;
  return row && { sealed: row.sealed, asOf: row.as_of, fetchedAt: row.fetched_at, usedAt: row.used_at };
}

export type NewCopy = { readonly sealed: string; readonly asOf: Temporal.Instant; readonly at: Temporal.Instant };

/** @param isUsed false when a job asked, for nobody in particular */
export async function keepCopy(tx: Tx, key: CopyKey, copy: NewCopy, isUsed: boolean): Promise<void> {
  await sql`select base_registers.keep_copy(${key.question}, ${key.indexes}, ${copy.sealed}, ${copy.asOf}, ${copy.at},
    ${isUsed})`.execute(tx);
}

export async function touchCopy(tx: Tx, { question, indexes }: CopyKey, at: Temporal.Instant): Promise<void> {
  await sql`select base_registers.touch_copy(${question}, ${indexes}, ${at})`.execute(tx);
}

/** Why an answer was not used: `disagreeing` is good by itself, but another says something else about the same. */
export type AnswerFault = SourceFault | 'disagreeing';

/** One asking, for the operator; not about whom. */
export type AskedLine = {
  readonly id: string;
  readonly question: QuestionKind;
  readonly at: Temporal.Instant;
  readonly outcome: 'answered' | 'nothing' | 'not-allowed' | 'failed';
  readonly fault: AnswerFault | null;
  readonly milliseconds: number;
  readonly purpose: string;
};

export async function noteAsked(tx: Tx, l: AskedLine): Promise<void> {
  await sql`select base_registers.note_asked(${l.id}, ${l.question}, ${l.at}, ${l.outcome}, ${l.fault}, ${l.milliseconds},
    ${l.purpose})`.execute(tx);
}

export type DueCopy = { readonly index: Buffer; readonly sealed: string };

/** Of all persons and organisations, for the job. */
export async function loadDueCopies(
  tx: Tx,
  question: QuestionKind,
  fetchedBefore: Temporal.Instant,
  usedSince: Temporal.Instant,
  most: number,
): Promise<DueCopy[]> {
  const { rows } = await sql<DueCopy>`
    select index, sealed from base_registers.copies_due(${question}, ${fetchedBefore}, ${usedSince}, ${most})`.execute(
    tx,
  );
  return rows;
}

/** @returns how many of the kind that was most: when it is `most`, there are more */
export async function eraseOld(
  tx: Tx,
  unusedSince: Temporal.Instant,
  askedBefore: Temporal.Instant,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select base_registers.erase_old(${unusedSince}, ${askedBefore}, ${most}) as erased`.execute(tx);
  return rows[0]?.erased ?? 0;
}

/** How one question has been answered lately. */
export type RegisterState = {
  readonly question: QuestionKind;
  readonly answered: number;
  readonly nothing: number;
  readonly notAllowed: number;
  readonly faults: Readonly<Partial<Record<AnswerFault, number>>>;
  readonly medianMs: number | null;
  readonly slowestMs: number | null;
  readonly lastAnswer: Temporal.Instant | null;
  readonly lastFault: { readonly at: Temporal.Instant; readonly fault: AnswerFault } | null;
  readonly copies: number;
  readonly oldestCopy: Temporal.Instant | null;
  readonly newestCopy: Temporal.Instant | null;
};

type StateRow = {
  question: QuestionKind;
  answered: number;
  nothing: number;
  not_allowed: number;
  faults: RegisterState['faults'];
  median_ms: number | null;
  slowest_ms: number | null;
  last_answer: Temporal.Instant | null;
  last_fault: Temporal.Instant | null;
  last_fault_kind: AnswerFault | null;
  copies: number;
  oldest_copy: Temporal.Instant | null;
  newest_copy: Temporal.Instant | null;
};

/** For the operator: counts and times. */
export async function loadStates(tx: Tx, since: Temporal.Instant): Promise<RegisterState[]> {
  const { rows } = await sql<StateRow>`
    select question, answered, nothing, not_allowed, faults, median_ms, slowest_ms, last_answer, last_fault,
      last_fault_kind, copies, oldest_copy, newest_copy
    from base_registers.states(${since})`.execute(tx);
  return rows.map((row) => ({
    question: row.question,
    answered: row.answered,
    nothing: row.nothing,
    notAllowed: row.not_allowed,
    faults: row.faults,
    medianMs: row.median_ms,
    slowestMs: row.slowest_ms,
    lastAnswer: row.last_answer,
    lastFault: row.last_fault && row.last_fault_kind ? { at: row.last_fault, fault: row.last_fault_kind } : null,
    copies: row.copies,
    oldestCopy: row.oldest_copy,
    newestCopy: row.newest_copy,
  }));
}
