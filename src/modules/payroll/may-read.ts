import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { protectedAmong } from '../identity/index.ts';

/** The right to look: who handles pay, or who audits it. */
export async function mayRead(scope: Scope, authority: AuthorityId): Promise<Permit> {
  const asked = await scope.mayAct('payroll.read', { authority, task: 'payroll' });
  return permit(scope, 'payroll.read', { authority, task: asked.decision === 'yes' ? 'payroll' : 'payroll-audit' });
}

type Named = { readonly number: string; readonly name: string; readonly party: PartyId | null };

/** As an official may call them: whose identity is protected by the employer's number alone, as on the payslip. */
export async function asShown<E extends Named>(scope: Scope, employees: readonly E[]): Promise<readonly E[]> {
  const kept = await protectedAmong(
    scope,
    employees.map(({ party }) => party),
  );
  return employees.map((one) => (kept.has(one.party) ? { ...one, name: one.number } : one));
}

/** Those whose pay a list names find in their log that an official has looked; committed before anything is shown. */
export async function tellEmployees(
  scope: Scope,
  authority: AuthorityId,
  parties: readonly (string | null)[],
  { basis }: Permit,
): Promise<void> {
  const named = [...new Set(parties.flatMap((party) => party ?? []))];
  if (named.length === 0) return;
  const purpose = 'payroll.purpose.read';
  await scope.write((tx) =>
    scope.auditList(
      tx,
      named.map((about) => ({ about: about as PartyId, authority, purpose, basis })),
    ),
  );
}

/** The employers for whom the official has one of these tasks. */
export function grantedFor({ actor }: Scope, some: readonly Task[]): readonly AuthorityId[] {
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const granted = actor.grants.filter(({ tasks }) => tasks.some((task) => some.includes(task)));
  return [...new Set(granted.map(({ authority }) => authority))];
}
