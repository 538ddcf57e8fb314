import { dateIn } from '../../kernel/calendar/format.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { operatorAuthority } from '../directory/index.ts';
import { type Assignment, completeTerms, type RoleTerms, refuseOwn } from './role.ts';
import { endAssignment, insertAssignment } from './store/roles.ts';

/** Who gives; null when it is the operator's command on the machine, or a job. */
export function giverOf(scope: Scope): PartyId | null {
  return scope.actor.kind === 'official' ? scope.actor.party : null;
}

/**
 * Gives a role to somebody who has signed in before. Counts from their next page.
 * @throws Refusal not-allowed | conflict to oneself | invalid
 */
export async function giveRole(
  scope: Scope,
  authority: AuthorityId,
  to: PartyId,
  terms: RoleTerms,
): Promise<Assignment> {
  const given = await permit(scope, 'role.give', { authority });
  const complete = completeTerms(terms, authority === operatorAuthority);
  const by = giverOf(scope);
  refuseOwn(by, to);
  const one: Assignment = {
    ...complete,
    id: newId(),
    authority,
    party: to,
    from: dateIn('SE', scope.now),
    givenBy: by,
    givenAt: scope.now,
  };
  await scope.reaching(given, { authorities: [authority] }).write(async (tx) => {
    await insertAssignment(tx, one);
    await scope.audit(tx, {
      about: to,
      action: 'role.give',
      purpose: 'identity.purpose.role-given',
      basis: given.basis,
      authority,
      resource: { assignment: one.id },
    });
  });
  return one;
}

/**
 * Takes a role back; counts from the official's next page.
 * @throws Refusal not-allowed | not-found
 */
export async function endRole(scope: Scope, authority: AuthorityId, assignment: string): Promise<void> {
  const given = await permit(scope, 'role.give', { authority });
  await scope.reaching(given, { authorities: [authority] }).write(async (tx) => {
    const party = await endAssignment(tx, authority, assignment, giverOf(scope), scope.now);
    if (!party) throw new Refusal('not-found', 'identity.role.not-found');
    await scope.audit(tx, {
      about: party,
      action: 'role.give',
      purpose: 'identity.purpose.role-ended',
      basis: given.basis,
      authority,
      resource: { assignment },
    });
  });
}
