import type { Task } from '../../kernel/authority.ts';
import { addBankingDays } from '../../kernel/calendar/banking-days.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Subscription } from '../../kernel/jobs/subscription.ts';
import { on } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { propose, standing } from '../approvals/index.ts';
import { accountHint, readAccount, type Scheme } from './account.ts';
import { sealAccount } from './payable.ts';
import { insertAccount, loadAccount, loadAccountsOf, settleAccount } from './store/accounts.ts';

export type AccountChange = {
  readonly authority: AuthorityId;
  readonly task: Task;
  readonly party: PartyId;
  /** As the approver reads it. */
  readonly name: string;
  readonly scheme: Scheme;
  /** As typed. */
  readonly account: string;
};

const SUBJECT = 'payment-account';
const DAYS_TO_ANSWER = 14;
/** Approved on a Monday it waits all Tuesday and is paid to from Wednesday: time for whose account it is to protest. */
const WAITING_BANKING_DAYS = 2;

/**
 * Proposes an account for a person. It is paid to when another official has approved it and, where it replaces another,
 * one whole banking day has passed; until then the former account is theirs.
 * @throws Refusal not-allowed | invalid when it is no account | conflict when a change awaits already
 */
export async function changeAccount(scope: Scope, secrets: Secrets, change: AccountChange): Promise<string> {
  const { authority, task, party, name, scheme } = change;
  const account = readAccount(change.account, scheme);
  if (typeof account === 'string')
    throw new Refusal('invalid', `payments.fault.${account}`, { payment: '', faults: 1 });
  await permit(scope, 'payment.prepare', { authority, task, parties: [party] });
  const permitted = await permit(scope, 'approval.propose', { authority, task });
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (actor.party === party) throw new Refusal('not-allowed', 'payments.own-account');
  const id = newId<string>();
  const hint = accountHint(account);
  const digest = canonicalSha256({ type: 'allmanning.payment-account/1', authority, party, account });
  await scope.write(async (tx) => {
    const before = await loadAccountsOf(tx, authority, [party]);
    const former = before.find(({ state }) => state === 'approved');
    const request = await propose(scope, tx, permitted, {
      ...{ authority, task, subject: { kind: SUBJECT, id }, digest, concerned: [party] },
      summary: {
        what: {
          sv: `Konto för ${name}`,
          fi: `Tili: ${name}`,
          en: `Account of ${name}`,
        },
        facts: [
          { label: { sv: 'Nytt konto', fi: 'Uusi tili', en: 'New account' }, value: { sv: hint, fi: hint, en: hint } },
          {
            label: { sv: 'Konto före', fi: 'Aiempi tili', en: 'Account before' },
            value: former
              ? { sv: former.hint, fi: former.hint, en: former.hint }
              : { sv: 'Inget', fi: 'Ei ole', en: 'None' },
          },
        ],
      },
      rule: { eyes: 2, named: false, own: false },
      deadline: scope.now.add({ hours: 24 * DAYS_TO_ANSWER }),
    });
    await insertAccount(tx, {
      ...{ authority, id, party, sealed: sealAccount(secrets, id, account), hint, scheme, task, digest },
      ...{ changes: former !== undefined, request, madeBy: actor.party, madeAt: scope.now },
      ...{ state: 'proposed', payableFrom: null },
    });
  });
  return id;
}

/** What follows on an approver's answer. */
export const accountSubscriptions: readonly Subscription[] = [
  on('approvals.approved', 'payments.account-approved', settle),
  on('approvals.refused', 'payments.account-refused', settle),
  on('approvals.voided', 'payments.account-voided', settle),
  on('approvals.expired', 'payments.account-expired', settle),
];

async function settle(
  scope: Scope,
  { authority, subject }: { readonly authority: AuthorityId; readonly subject: { kind: string; id: string } },
): Promise<void> {
  if (subject.kind !== SUBJECT) return;
  await scope.write(async (tx) => {
    const account = await loadAccount(tx, authority, subject.id);
    if (account?.state !== 'proposed') return; // settled before
    const { digest, request, changes, scheme } = account;
    const stands = await standing(tx, { authority, request, digest }, scope.now);
    if (stands === 'awaiting') return;
    if (stands !== 'approved') return settleAccount(tx, account, 'refused');
    const country = scheme === 'sepa' ? 'FI' : 'SE';
    const today = dateIn(country, scope.now);
    const payableFrom = changes ? addBankingDays(today, WAITING_BANKING_DAYS, country) : today;
    return settleAccount(tx, account, { approvedAt: scope.now, payableFrom });
  });
}
