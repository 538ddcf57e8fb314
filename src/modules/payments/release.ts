import './events.ts';
import { formatDate } from '../../kernel/calendar/format.ts';
import { type AuthorityId, isUuid, type PartyId } from '../../kernel/ids.ts';
import { formatMoney, money } from '../../kernel/money.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { InEach } from '../../kernel/texts.ts';
import { type ApprovalRule, claim, propose, type Standing } from '../approvals/index.ts';
import { accountText } from './account.ts';
import { type BatchFile, fileOf, wholeBatch } from './content.ts';
import { type KeptBatch, loadBatch, lockBatch, markProposed, markReleased } from './store/batches.ts';
import { loadPayments } from './store/payments.ts';
import { tellPayees } from './tell-payees.ts';

export type BatchKey = { readonly authority: AuthorityId; readonly batch: string };

const SUBJECT = 'pay-out-batch';

export type ReleaseProposal = {
  readonly rule: ApprovalRule;
  readonly deadline: Temporal.Instant;
  /** Who has calculated what is paid, and who is paid by it: may not approve. */
  readonly makers?: readonly PartyId[];
  readonly concerned?: readonly PartyId[];
};

/**
 * Asks others to approve the batch, by the hash of its very file.
 * @throws Refusal not-found | not-allowed | conflict when it is released
 */
export async function proposeRelease(scope: Scope, key: BatchKey, proposal: ReleaseProposal): Promise<void> {
  const kept = await findBatch(scope, key);
  const permitted = await permit(scope, 'approval.propose', { authority: kept.authority, task: kept.task });
  if (kept.state === 'released') throw new Refusal('conflict', 'payments.batch.released');
  const makers = [...new Set([...(proposal.makers ?? []), ...(kept.madeBy === null ? [] : [kept.madeBy])])];
  await scope.write(async (tx) => {
    const request = await propose(scope, tx, permitted, {
      ...{ authority: kept.authority, task: kept.task, subject: { kind: SUBJECT, id: kept.id }, digest: kept.digest },
      ...{ amount: money(kept.total, kept.currency), rule: proposal.rule, deadline: proposal.deadline },
      ...{ makers, concerned: proposal.concerned ?? [], href: hrefOf(kept) },
      summary: summaryOf(kept),
    });
    await markProposed(tx, kept, request);
  });
}

/**
 * Lets the file leave: made anew from what is kept, it is the one whose hash was approved, or it stays. Of two who release
 * at once, one does.
 * @throws Refusal not-found | not-allowed | conflict, with how the approval stands
 */
export async function release(scope: Scope, secrets: Secrets, key: BatchKey): Promise<BatchFile> {
  const { authority, id, task } = await findBatch(scope, key);
  const permitted = await permit(scope, 'payment.release', { authority, task });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const outcome = await scope.write(async (tx): Promise<BatchFile | Exclude<Standing, 'approved'>> => {
    const kept = await lockBatch(tx, authority, id);
    if (!kept) throw notFound();
    if (kept.state === 'released') throw new Refusal('conflict', 'payments.batch.released');
    if (kept.request === null) throw new Refusal('conflict', 'payments.release.not-proposed');
    const { file, digest } = fileOf(wholeBatch(secrets, kept, await loadPayments(tx, kept)));
    const stands = await claim(scope, tx, permitted, { authority, request: kept.request, digest });
    if (stands !== 'approved') return stands; // let through: a changed content has just voided its approval
    await markReleased(tx, kept, actor, scope.now);
    await scope.publish(tx, { kind: 'payments.released', authorities: [authority], parties: [], authority, batch: id });
    return file;
  });
  if (typeof outcome === 'string') throw new Refusal('conflict', `payments.release.${outcome}`);
  return outcome;
}

/**
 * The file of a batch that has been released; to the bank, and again if it was lost. Whom it names can see that.
 * @throws Refusal not-found | not-allowed | conflict when it is not released, or no longer comes out as it was approved
 */
export async function releasedFile(scope: Scope, secrets: Secrets, key: BatchKey): Promise<BatchFile> {
  const kept = await findBatch(scope, key);
  const { basis } = await permit(scope, 'payment.release', { authority: kept.authority, task: kept.task });
  if (kept.state !== 'released') throw new Refusal('conflict', 'payments.release.not-released');
  const payments = await scope.read((tx) => loadPayments(tx, kept));
  const { file, digest } = fileOf(wholeBatch(secrets, kept, payments));
  if (file.sha256 !== kept.fileSha256 || digest !== kept.digest) {
    throw new Refusal('conflict', 'payments.release.void');
  }
  await tellPayees(
    scope,
    kept.authority,
    payments.map(({ payee }) => payee),
    basis,
  );
  return file;
}

/** @throws Refusal not-found, alike for one that is not there and one of another authority or task | not-allowed */
export async function findBatch(scope: Scope, { authority, batch }: BatchKey): Promise<KeptBatch> {
  const kept = isUuid(batch) ? await scope.read((tx) => loadBatch(tx, authority, batch)) : undefined;
  if (!kept) throw notFound();
  await permit(scope, 'payment.read', { authority, task: kept.task });
  return kept;
}

function notFound(): Refusal {
  return new Refusal('not-found', 'payments.batch.not-found');
}

export function hrefOf({ authority, id }: Pick<KeptBatch, 'authority' | 'id'>): string {
  return `/handlaggning/utbetalningar/${authority}/${id}`;
}

function summaryOf({ purpose, count, executionDate, debtor, format, fileSha256 }: KeptBatch) {
  const what: InEach<string> =
    purpose === 'salary'
      ? { sv: 'Utbetalning av löner', fi: 'Palkanmaksu', en: 'Payment of wages' }
      : { sv: 'Utbetalning', fi: 'Maksu', en: 'Pay-out' };
  const same = (text: string): InEach<string> => ({ sv: text, fi: text, en: text });
  return {
    what,
    facts: [
      { label: { sv: 'Betalningar', fi: 'Maksuja', en: 'Payments' }, value: same(String(count)) },
      {
        label: { sv: 'Betalningsdag', fi: 'Maksupäivä', en: 'Day of payment' },
        value: {
          sv: formatDate(executionDate, 'sv'),
          fi: formatDate(executionDate, 'fi'),
          en: formatDate(executionDate, 'en'),
        },
      },
      { label: { sv: 'Från konto', fi: 'Tililtä', en: 'From account' }, value: same(accountText(debtor.account)) },
      {
        label: { sv: 'Fil', fi: 'Tiedosto', en: 'File' },
        value: same(`${format}, SHA-256 ${fileSha256.slice(0, 16)}…`),
      },
    ],
  };
}

/** For a list or a heading. */
export function totalText(
  { total, currency }: Pick<KeptBatch, 'total' | 'currency'>,
  language: 'sv' | 'fi' | 'en',
): string {
  return formatMoney(money(total, currency), language);
}
