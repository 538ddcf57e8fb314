import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import type { Authority } from '../../directory/index.ts';
import { type AccountChangeLine, accountChanges, changeAccount } from '../../payments/index.ts';
import type { EmployeeKey } from '../beside/beside-key.ts';
import { asShown, mayRead, tellEmployees } from '../may-read.ts';
import { readNamed } from '../read-person.ts';
import { employeesOfParties } from '../store/beside.ts';

export type NamedAccountChange = AccountChangeLine & { readonly employee: string; readonly name: string };

/** Changes of the accounts that an employer's people are paid to, with who they are; these find it in their log. */
export async function readAccountChanges(scope: Scope, { id }: Authority): Promise<readonly NamedAccountChange[]> {
  const permitted = await mayRead(scope, id);
  const lines = await accountChanges(scope, id, 'payroll');
  const parties = [...new Set(lines.map(({ party }) => party))];
  await tellEmployees(scope, id, parties, permitted);
  const people = await asShown(scope, await scope.read((tx) => employeesOfParties(tx, id, parties)));
  const known = new Map(people.map((one) => [one.party, one]));
  return lines.flatMap((line) => {
    const one = known.get(line.party);
    return one ? [{ ...line, employee: one.id, name: one.name }] : [];
  });
}

/**
 * Proposes the account that somebody's pay goes to; another officer approves it, and one that replaces another waits a
 * banking day.
 * @throws Refusal not-found | not-allowed (also for one's own) | invalid when it is no account | conflict
 */
export async function proposeAccount(
  scope: Scope,
  secrets: Secrets,
  { id: authority, country }: Authority,
  employee: EmployeeKey['employee'],
  account: string,
): Promise<void> {
  const { party, name } = await readNamed(scope, { authority, employee });
  if (party === null) throw new Refusal('conflict', 'payroll.account.no-person');
  const scheme = country === 'SE' ? 'sweden' : 'sepa';
  await changeAccount(scope, secrets, { authority, task: 'payroll', party, name, scheme, account });
}
