import type { Right, Role, Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId, UnitId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** What is given: a role in an authority's service. Reaches as far as the authority's agreements. */
export type RoleTerms = {
  readonly role: Role;
  /** The authority's own unit; null is all of it. */
  readonly unit: UnitId | null;
  /** For a case officer; an administrator's and an operator's follow from the role. */
  readonly tasks: readonly Task[];
  readonly rights: readonly Right[];
};

/** A role that somebody has. */
export type Assignment = RoleTerms & {
  readonly id: string;
  readonly authority: AuthorityId;
  readonly party: PartyId;
  readonly from: Temporal.PlainDate;
  readonly givenBy: PartyId | null;
  readonly givenAt: Temporal.Instant;
};

/** A role that waits for the person who has its link. */
export type Invitation = RoleTerms & {
  readonly id: string;
  readonly note: string;
  readonly invitedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
};

/**
 * The terms as they are kept.
 * @param operates whether the authority runs the installation: only it has operators, and it has no case officers
 * @throws Refusal invalid
 */
export function completeTerms(terms: RoleTerms, operates: boolean): RoleTerms {
  if (operates !== (terms.role === 'operator')) throw new Refusal('invalid', 'identity.role.wrong-authority');
  if (terms.role !== 'case-officer') return { role: terms.role, unit: null, tasks: ['administration'], rights: [] };
  if (terms.tasks.length === 0) throw new Refusal('invalid', 'identity.role.no-task');
  return { ...terms, tasks: [...new Set(terms.tasks)], rights: [...new Set(terms.rights)] };
}

/**
 * A role is given by another person, never taken. The operator's command on the machine is nobody's own person.
 * @throws Refusal conflict
 */
export function refuseOwn(by: PartyId | null, to: PartyId): void {
  if (by === to) throw new Refusal('conflict', 'identity.role.own');
}
