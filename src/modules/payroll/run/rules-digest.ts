import { createHash } from 'node:crypto';
import type { RuleBook } from '../engine/rule-book.ts';

/** Changed when the arithmetic changes, so that what was made by another is made again. */
const ARITHMETIC = 2;

/** Names one set of rules: every dated value, and the arithmetic. Stored with each payslip. */
export function rulesDigest(book: RuleBook): string {
  const hash = createHash('sha256').update(String(ARITHMETIC));
  for (const found of book.byKey.values()) {
    for (const { ref, to, value } of found) hash.update(`${ref} ${to} ${JSON.stringify(value)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}
