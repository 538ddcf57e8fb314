import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { partyByNumber } from '../identity/index.ts';
import { everybodyIn } from './append.ts';
import { draftMandate, type Issued } from './drafting.ts';
import { assertEachOnce, type Holder, type IssueParts, numberOf, permitToGive } from './issue-mandate.ts';
import type { Mandate, Named, Signatory } from './mandate.ts';
import type { AgeParts } from './of-age.ts';
import { passOnFault } from './passing-on.ts';
import { loadChain } from './store/chain.ts';
import { lastDay, momentsOf, termsOf, type Wanted } from './terms.ts';

/** What is written anew of one that is there: it ends when the new one begins, or the new one begins when it ends. */
export type Anew = 'change' | 'renew';

/** Who signs the new one, and whether a holder asks for it. @throws Refusal not-allowed for who is no party to it */
function signersOf(scope: Scope, { terms, left }: Mandate): { signers: readonly Signatory[]; asks: PartyId | null } {
  const { principal, actor } = scope;
  if (principal === null || actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const signs = terms.signers.some(({ party }) => party === actor.party);
  if (signs && terms.passedOn === null) return { signers: terms.signers, asks: null };
  const [grantor, another] = terms.grantors;
  // Who acts for the only grantor by right, where somebody else signed before.
  if (grantor?.party === principal && !another) {
    return { signers: [{ party: actor.party, onBehalfOf: principal }], asks: null };
  }
  const holds = terms.holders.some(({ party }) => party === principal) && !left.includes(principal);
  const isOfPersons = terms.signers.every(({ party, onBehalfOf }) => party === onBehalfOf);
  if (holds && isOfPersons) return { signers: terms.signers, asks: principal };
  throw new Refusal('not-allowed', 'mandates.not-theirs');
}

/** The holders who have not left it. */
function stayers({ terms, left }: Mandate): readonly Named[] {
  return terms.holders.filter(({ party }) => !left.includes(party));
}

/**
 * Writes an existing mandate otherwise, or for longer, between the same people. By a grantor it is to be signed; by a
 * holder it is a request. A change takes the old one's place in the instant in which it is signed; what renews begins the
 * day after the old one's last.
 * @throws Refusal not-allowed | invalid | conflict
 */
export async function writeAnew(
  scope: Scope,
  parts: AgeParts,
  old: Mandate,
  kind: Anew,
  wanted: Wanted,
): Promise<Issued> {
  const { signers, asks } = signersOf(scope, old);
  const permitted = asks === null ? await permitToGive(scope, parts) : await permit(scope, 'mandate.issue', {});
  const { grantors, inOrder } = old.terms;
  const terms = termsOf(wanted, { grantors, holders: stayers(old), signers, inOrder }, scope.now);
  const overlaps = Temporal.PlainDate.compare(wanted.from, lastDay(old.terms.until)) <= 0;
  if (kind === 'renew' && overlaps) throw new Refusal('invalid', 'mandates.renew.overlaps');
  return draftMandate(scope, permitted, {
    ...terms,
    // A change begins when it is signed, not at the day's beginning.
    ...(kind === 'change' ? { replaces: old.id } : {}),
    requestedBy: asks,
  });
}

/**
 * A holder lets somebody else do the same, or less, in the grantors' name; signed by the holder, seen by the grantors.
 * @throws Refusal not-allowed | invalid | conflict
 */
export async function passOn(
  scope: Scope,
  parts: IssueParts,
  parent: Mandate,
  wanted: Wanted,
  to: readonly Holder[],
): Promise<Issued> {
  const permitted = await permitToGive(scope, parts);
  const { principal: by, actor } = scope;
  if (by === null || actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const holders: Named[] = [];
  for (const one of to) {
    holders.push({ party: await partyByNumber(scope, parts.secrets, numberOf(scope, one, parts)), name: one.name });
  }
  const { grantors } = parent.terms;
  assertEachOnce(grantors, holders);
  const there = scope.reaching(permitted, { parties: everybodyIn(parent) });
  const chain = await there.read((tx) => loadChain(tx, parent.id));
  const fault = passOnFault(chain, { ...wanted, ...momentsOf(wanted), by, to: holders, at: scope.now });
  if (fault) throw new Refusal(fault === 'not-holder' ? 'not-allowed' : 'conflict', `mandates.pass-on.${fault}`);
  const signers = grantors.map(({ party }) => ({ party: actor.party, onBehalfOf: party }));
  const terms = termsOf(wanted, { grantors, holders, signers, inOrder: false }, scope.now);
  return draftMandate(scope, permitted, { ...terms, passedOn: { from: parent.id, by } });
}
