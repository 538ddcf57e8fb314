import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';

/** A job that has used up its attempts: what it was to do, with which ids, and how it went the last time. */
export type DeadLetter = {
  readonly job: string;
  readonly task: string;
  readonly event: string;
  readonly attempts: number;
  readonly why: string;
  readonly failedAt: Temporal.Instant;
};

type Row = {
  job_id: bigint;
  task: string;
  payload: { event?: string };
  attempts: number;
  last_error: string | null;
  failed_at: Temporal.Instant;
};

/** @param after the last job of the page before; `0` begins */
export async function loadDeadLetters(tx: Tx, after: string, most: number): Promise<DeadLetter[]> {
  const { rows } = await sql<Row>`select * from kernel.dead_letters(${after}::bigint, ${most})`.execute(tx);
  return rows.map((row) => ({
    job: String(row.job_id),
    task: row.task,
    event: row.payload.event ?? '',
    attempts: row.attempts,
    why: firstLine(row.last_error ?? ''),
    failedAt: row.failed_at,
  }));
}

/** @returns false when it is no longer a dead letter */
export async function giveBackAttempts(tx: Tx, job: string): Promise<boolean> {
  const { rows } = await sql<{ again: boolean }>`select kernel.retry_dead_letter(${job}::bigint) as again`.execute(tx);
  return rows[0]?.again ?? false;
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').slice(0, 300);
}
