import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Answers, QuestionKind } from './questions.ts';
import { type CopyKey, loadCopy } from './store.ts';

/** What a register said of a number; `value` is null when there was nothing there. */
export type Copied<K extends QuestionKind> = { readonly number: string; readonly value: Answers[K] | null };

/** A copy that lies in the database, opened. */
export type Copy<K extends QuestionKind> = Copied<K> & {
  readonly asOf: Temporal.Instant;
  readonly fetchedAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant;
};

const context = 'base_registers.copy';

/** Days by their names in the types of the answers; everything else is JSON as it is. */
const days = new Set(['birthDate', 'diedOn', 'dissolvedOn', 'from', 'to']);

function revive(key: string, value: unknown): unknown {
  return typeof value === 'string' && days.has(key) ? Temporal.PlainDate.from(value) : value;
}

export function keyOf(secrets: Secrets, question: QuestionKind, number: string): CopyKey {
  return { question, indexes: secrets.indexes(number, context) };
}

export function seal<K extends QuestionKind>(secrets: Secrets, question: K, copied: Copied<K>): string {
  return secrets.encrypt(JSON.stringify(copied), `${context}:${question}`);
}

/** @returns null for a copy that can not be opened (its key is gone): it is asked for anew */
export function unseal<K extends QuestionKind>(secrets: Secrets, question: K, sealed: string): Copied<K> | null {
  try {
    return JSON.parse(secrets.decrypt(sealed, `${context}:${question}`), revive) as Copied<K>; // sealed by `seal` alone
  } catch {
    return null;
  }
}

/** @returns null when there is none, or what was found is about another number */
export async function findCopy<K extends QuestionKind>(
  scope: Scope,
  secrets: Secrets,
  question: K,
  number: string,
): Promise<Copy<K> | null> {
  const row = await scope.read((tx) => loadCopy(tx, keyOf(secrets, question, number)));
  const copied = row && unseal(secrets, question, row.sealed);
  if (!row || !copied || copied.number !== number) return null;
  return { ...copied, asOf: row.asOf, fetchedAt: row.fetchedAt, usedAt: row.usedAt };
}
