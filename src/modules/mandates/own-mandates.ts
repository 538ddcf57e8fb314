import { isUuid, type MandateId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { everything, type ListFilter } from './list-filter.ts';
import { type After, type Listed, type ListedPage, loadListed, loadNamed, type NamedInList } from './store/listed.ts';
import { loadRightsOver, type RightOver } from './store/register-rights.ts';

const PAGE = 25;
const AT_ONCE = 200;
/** More is no list any more; who has more asks for a part of it. */
const ALL_MOST = 2_000;
/** What the filter's choices are read out of. */
const NAMED_MOST = 200;

export type OwnMandates = {
  readonly listed: readonly Listed[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
};

async function whose(scope: Scope): Promise<PartyId> {
  await permit(scope, 'mandate.read-own', {});
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}

/**
 * A page of the mandates that one has given, or is to sign, and those that one has been given; the latest first.
 * @throws Refusal not-allowed
 */
export async function ownMandates(
  scope: Scope,
  filter: ListFilter = everything,
  before?: string,
): Promise<OwnMandates & { readonly named: NamedInList | null }> {
  const party = await whose(scope);
  const page = { filter, now: scope.now, after: afterIn(before), most: PAGE };
  const [{ listed, after }, named] = await scope.read((tx) =>
    Promise.all([loadListed(tx, party, page), loadNamed(tx, party, NAMED_MOST)]),
  );
  return { listed, next: after && `${after.at.toString()}_${after.mandate}`, named };
}

/**
 * Who may act by a register for whom the scope is about.
 * @throws Refusal not-allowed
 */
export async function rightsOver(scope: Scope): Promise<readonly RightOver[]> {
  const party = await whose(scope);
  return scope.read((tx) => loadRightsOver(tx, party));
}

/** All of them, to print or to keep. `more`: there are others beyond what one list can hold. */
export async function allMandates(
  scope: Scope,
  filter: ListFilter,
): Promise<{ readonly listed: readonly Listed[]; readonly more: boolean }> {
  const party = await whose(scope);
  const listed: Listed[] = [];
  let after: After | null = null;
  do {
    const page: ListedPage = await nextPage(scope, party, filter, after);
    listed.push(...page.listed);
    after = page.after;
  } while (after !== null && listed.length < ALL_MOST);
  return { listed, more: after !== null };
}

function nextPage(scope: Scope, party: PartyId, filter: ListFilter, after: After | null): Promise<ListedPage> {
  return scope.read((tx) => loadListed(tx, party, { filter, now: scope.now, after, most: AT_ONCE }));
}

/** From the beginning for what is no place in the list. */
function afterIn(before: string | undefined): After | null {
  const [at = '', mandate = ''] = (before ?? '').split('_');
  if (!isUuid(mandate) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(at)) return null;
  return { at: Temporal.Instant.from(at), mandate: mandate as MandateId };
}
