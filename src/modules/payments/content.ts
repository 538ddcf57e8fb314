import { createHash } from 'node:crypto';
import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Account } from './account.ts';
import type { Batch, Payment } from './batch.ts';
import { checkPain001 } from './iso20022/check-pain001.ts';
import { writePain001 } from './iso20022/write-pain001.ts';
import type { KeptBatch } from './store/batches.ts';
import type { KeptPayment } from './store/payments.ts';

export type BatchFile = { readonly name: string; readonly bytes: Buffer; readonly sha256: string };

/**
 * The file of a batch, and the digest of exactly what is approved with it: the file's own hash, and whose account each
 * payment is.
 * @throws Refusal invalid with the rule's name when the bank would refuse the file
 */
export function fileOf(batch: Batch): { readonly file: BatchFile; readonly digest: string } {
  const bytes = writePain001(batch);
  const [fault] = checkPain001(bytes, batch.scheme);
  if (fault) throw new Refusal('invalid', 'payments.batch.rule', { rule: fault.rule, at: fault.at });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const digest = canonicalSha256({
    type: 'allmanning.pay-out-batch/1',
    ...{ authority: batch.authority, batch: batch.id, format: batch.format, file: sha256 },
    payees: batch.payments.map(({ id, endToEndId, payee }) => [id, endToEndId, payee]),
  });
  return { file: { name: `${batch.format}-${batch.messageId}.xml`, bytes, sha256 }, digest };
}

type OfThePerson = { readonly name: string; readonly account: Account; readonly reference: string };

export function sealPayment(secrets: Secrets, batch: string, place: number, payment: Payment) {
  const { name, account, reference, id, endToEndId, payee, amount } = payment;
  const ofThePerson: OfThePerson = { name, account, reference };
  const sealed = secrets.encrypt(JSON.stringify(ofThePerson), `payments.payment:${batch}:${place}`);
  return { place, id, endToEndId, payee, sealed, amount };
}

export function openPayment(secrets: Secrets, batch: string, kept: KeptPayment): Payment {
  const opened = JSON.parse(secrets.decrypt(kept.sealed, `payments.payment:${batch}:${kept.place}`)) as OfThePerson; // sealed above
  const { id, endToEndId, payee, amount } = kept;
  return { id, endToEndId, payee, amount, ...opened };
}

/** The batch as it was opened, with its payments. */
export function wholeBatch(secrets: Secrets, kept: KeptBatch, payments: readonly KeptPayment[]): Batch {
  const { authority, id, messageId, task, purpose, scheme, format, currency, debtor, executionDate, madeAt } = kept;
  return {
    ...{ authority, id, messageId, task, purpose, scheme, format, currency, debtor, executionDate, madeAt },
    payments: payments.map((one) => openPayment(secrets, id, one)),
  };
}
