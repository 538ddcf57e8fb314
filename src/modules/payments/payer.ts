import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { readAccount, type Scheme } from './account.ts';
import { keepPayer } from './store/payers.ts';

/** A payer as somebody typed it. */
export type SaidPayer = {
  readonly authority: AuthorityId;
  readonly task: Task;
  readonly scheme: Scheme;
  readonly name: string;
  readonly organisationNumber: string;
  readonly bic: string;
  readonly account: string;
};

/**
 * Says from which account an authority pays. Nothing leaves by it alone: each file names it, and whoever approves a
 * pay-out has it before them.
 * @throws Refusal not-allowed | invalid when it is no account
 */
export async function keepPayerOf(scope: Scope, said: SaidPayer): Promise<void> {
  const { authority, task, scheme, name, organisationNumber, bic } = said;
  await permit(scope, 'payment.prepare', { authority, task });
  const account = readAccount(said.account, scheme);
  if (typeof account === 'string') throw new Refusal('invalid', 'payments.batch.debtor-account');
  const debtor = {
    name,
    organisationNumber: organisationNumber.trim(),
    bic: bic.trim().toUpperCase(),
    account,
    customerId: null,
  };
  const { actor } = scope;
  const by = { party: actor.kind === 'official' ? actor.party : null, name: 'name' in actor ? actor.name : '' };
  await scope.write((tx) => keepPayer(tx, { authority, scheme, debtor }, by, scope.now));
}
