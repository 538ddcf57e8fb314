import type { Identifier } from '../../../kernel/identifiers/identifier.ts';
import { isPersonNumber } from '../../../kernel/identifiers/identifier.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Permit, Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import type { SourceAnswer } from '../../../kernel/source-answer.ts';
import type { Registers } from '../../base-registers/index.ts';
import { isProtectedParty, partyByNumber } from '../../identity/index.ts';

export type WhoParts = { readonly secrets: Secrets; readonly registers: Registers };

/** Somebody on the paper: who it is here, and what the register calls them. */
export type Somebody = {
  readonly party: PartyId;
  readonly isProtected: boolean;
  /** Null for a protected identity, and when the register is not connected or did not answer. */
  readonly registered: string | null;
};

/**
 * Who has a number. The register is asked when it is connected: one that says that nobody has it, or that whose it was is
 * dead or dissolved, is believed; one that does not answer stops nothing, and the second pair of eyes is told.
 * @throws Refusal invalid `mandates.paper.unknown` | `mandates.paper.gone`
 */
export async function whoIs(
  scope: Scope,
  { secrets, registers }: WhoParts,
  number: Identifier,
  at: { readonly authority: AuthorityId; readonly permitted: Permit },
): Promise<Somebody> {
  const look = {
    ...{ purpose: 'mandates.purpose.paper', about: null }, // the caller leaves the line
    ...{ authority: at.authority, basis: at.permitted.basis },
  };
  const said = isPersonNumber(number)
    ? outcome(await registers.person(scope, number.value, look), (one) => ({
        name: one.protectedIdentity ? null : one.name,
        isGone: one.diedOn !== null,
        isProtected: one.protectedIdentity,
      }))
    : outcome(await registers.organisation(scope, number.value, look), (one) => ({
        ...{ name: one.name, isGone: one.status === 'dissolved', isProtected: false },
      }));
  if (said === 'nobody') throw new Refusal('invalid', 'mandates.paper.unknown');
  if (said?.isGone) throw new Refusal('invalid', 'mandates.paper.gone');
  const party = await partyByNumber(scope, secrets, number);
  const isProtected = said?.isProtected === true || (await isProtectedParty(scope, party));
  return { party, isProtected, registered: isProtected ? null : (said?.name ?? null) };
}

type Said = { readonly name: string | null; readonly isGone: boolean; readonly isProtected: boolean };

/** `nobody` only when the register has said so; null when it could not be asked. */
function outcome<T>(answer: SourceAnswer<T>, read: (value: T) => Said): Said | 'nobody' | null {
  if (answer.state === 'nothing') return 'nobody';
  return answer.state === 'answered' || answer.state === 'stale' ? read(answer.value) : null;
}
