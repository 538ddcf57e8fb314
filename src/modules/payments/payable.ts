import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Account, Scheme } from './account.ts';
import { type KeptAccount, loadAccountsOf } from './store/accounts.ts';

/** The account that may be paid to on the day; without one, why there is none. */
export type Payable =
  | { readonly account: Account; readonly hint: string; readonly scheme: Scheme }
  | { readonly account: null; readonly why: 'account-awaits' | 'account-waits-a-day' };

/**
 * Where some persons may be paid on a day: their latest account that has been approved and has waited its day. While a
 * change awaits either, the account before it is still theirs. Who has never had one is not in the answer.
 */
export async function payableAccounts(
  tx: Tx,
  secrets: Secrets,
  { authority, parties, on }: { authority: AuthorityId; parties: readonly PartyId[]; on: Temporal.PlainDate },
): Promise<ReadonlyMap<PartyId, Payable>> {
  if (parties.length === 0) return new Map();
  const found = new Map<PartyId, Payable>();
  for (const one of await loadAccountsOf(tx, authority, parties)) {
    const before = found.get(one.party);
    if (before !== undefined && before.account !== null) continue;
    if (one.payableFrom === null) found.set(one.party, before ?? { account: null, why: 'account-awaits' });
    else if (Temporal.PlainDate.compare(one.payableFrom, on) > 0) {
      found.set(one.party, { account: null, why: 'account-waits-a-day' });
    } else found.set(one.party, { account: openAccount(secrets, one), hint: one.hint, scheme: one.scheme });
  }
  return found;
}

export function sealAccount(secrets: Secrets, id: string, account: Account): string {
  return secrets.encrypt(JSON.stringify(account), `payments.account:${id}`);
}

function openAccount(secrets: Secrets, { id, sealed }: Pick<KeptAccount, 'id' | 'sealed'>): Account {
  return JSON.parse(secrets.decrypt(sealed, `payments.account:${id}`)) as Account; // sealed above
}
