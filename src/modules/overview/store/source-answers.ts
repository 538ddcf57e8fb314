import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { Outcome } from '../source-answers/outcome.ts';

export type CountedAnswers = { readonly source: string; readonly outcome: Outcome; readonly times: number };

/** Adds to what has been counted this hour. */
export async function noteAnswers(tx: Tx, counted: readonly CountedAnswers[], at: Temporal.Instant): Promise<void> {
  const [sources, outcomes] = [counted.map(({ source }) => source), counted.map(({ outcome }) => outcome)];
  const times = counted.map((one) => one.times);
  await sql`select overview.note_answers(${sources}, ${outcomes}, ${times}, ${at})`.execute(tx);
}

/** `times` since the moment, and when it last answered so, within a month. */
export type OutcomeCount = CountedAnswers & { readonly lastAt: Temporal.Instant };

export async function loadOutcomes(tx: Tx, since: Temporal.Instant): Promise<OutcomeCount[]> {
  type Row = { source_id: string; outcome: Outcome; times: number | null; last_at: Temporal.Instant };
  const { rows } = await sql<Row>`
    select source_id, outcome, times, last_at from overview.source_answers(${since})`.execute(tx);
  return rows.map((row) => ({
    source: row.source_id,
    outcome: row.outcome,
    times: row.times ?? 0,
    lastAt: row.last_at,
  }));
}
