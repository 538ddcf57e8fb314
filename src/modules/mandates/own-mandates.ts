import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Mandate } from './mandate.ts';
import { loadRightsOver, type RightOver } from './store/register-rights.ts';
import { loadListed } from './store.ts';

const LISTED = 200;

export type OwnMandates = {
  readonly party: PartyId;
  readonly issued: readonly Mandate[];
  readonly received: readonly Mandate[];
};

/**
 * The mandates that one has given, or is to sign, and those that one has been given; the latest first.
 * @throws Refusal not-allowed
 */
export async function ownMandates(scope: Scope): Promise<OwnMandates> {
  await permit(scope, 'mandate.read-own', {});
  const party = scope.principal;
  if (party === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const listed = await scope.read((tx) => loadListed(tx, party, LISTED));
  const of = (wanted: (role: string) => boolean) => listed.filter(({ role }) => wanted(role)).map((one) => one.mandate);
  return { party, issued: of((role) => role !== 'holder'), received: of((role) => role === 'holder') };
}

/**
 * Who may act by a register for whom the scope is about.
 * @throws Refusal not-allowed
 */
export async function rightsOver(scope: Scope): Promise<readonly RightOver[]> {
  await permit(scope, 'mandate.read-own', {});
  const party = scope.principal;
  return party === null ? [] : scope.read((tx) => loadRightsOver(tx, party));
}
