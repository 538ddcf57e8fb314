import type { Basis } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';

/** Those whom a batch names find in their log that an official has looked; committed before anything is shown. */
export async function tellPayees(
  scope: Scope,
  authority: AuthorityId,
  payees: readonly (PartyId | null)[],
  basis: readonly Basis[],
): Promise<void> {
  const named = [...new Set(payees.flatMap((payee) => payee ?? []))];
  if (named.length === 0) return;
  const purpose = 'payments.purpose.pay-out';
  await scope.write((tx) =>
    scope.auditList(
      tx,
      named.map((about) => ({ about, authority, purpose, basis })),
    ),
  );
}
