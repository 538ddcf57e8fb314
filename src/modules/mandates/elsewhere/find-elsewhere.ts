import { type Identifier, isPersonNumber, type PersonNumber } from '../../../kernel/identifiers/identifier.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { ensureNamed, ownIdentifier, partyByNumber } from '../../identity/index.ts';
import type { MandateRegisterName } from '../facts.ts';
import { type FollowParts, followPrincipals, type Principal } from '../follow-registers.ts';
import { keepLink, loadLinked } from '../store/elsewhere.ts';
import { sealNumbers } from './link.ts';
import type { ChoiceWindow, RightElsewhere } from './mandate-register.ts';

/** More whom one person acts for are a register's fault, or an agent's work that is not done here. */
const MOST = 100;

/**
 * Asks the registers of mandates for whom the person who is signed in may act, as far as they tell it, and remembers whom
 * to ask about.
 * @returns those that could not be asked
 * @throws Refusal not-allowed for who is no person
 */
export async function findElsewhere(scope: Scope, parts: FollowParts): Promise<readonly MandateRegisterName[]> {
  await permit(scope, 'party.represent', {});
  const holder = await holderOf(scope, parts);
  if (holder === null) return [];
  const answers = await Promise.all(
    parts.elsewhere.map(async (register) => ({ name: register.name, answer: await register.rightsOf(holder) })),
  );
  for (const { name, answer } of answers) {
    if (answer.state === 'answered') await remember(scope, parts, name, holder, answer.value);
  }
  return answers.flatMap(({ name, answer }) =>
    answer.state === 'failed' || answer.state === 'not-allowed' || answer.state === 'stale' ? [name] : [],
  );
}

/** The number of the person who is signed in, for themselves; null when there is none. */
export async function holderOf(scope: Scope, { secrets }: FollowParts): Promise<PersonNumber | null> {
  const { actor } = scope;
  const own = actor.kind === 'person' ? await ownIdentifier(scope, secrets, actor.party) : null;
  return own !== null && isPersonNumber(own) ? own : null;
}

/**
 * Remembers whom a register let somebody act for. Of who is new the base registers are asked at once: whether they live,
 * and whether their name may be shown.
 */
export async function remember(
  scope: Scope,
  parts: FollowParts,
  register: MandateRegisterName,
  holder: PersonNumber,
  rights: readonly RightElsewhere[],
  window: ChoiceWindow | null = null,
): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'person') return;
  const permitted = await permit(scope, 'party.represent', {});
  const own = actor.party;
  const before = await scope.read((tx) => loadLinked(tx, own));
  const fresh: Principal[] = [];
  for (const of of byPrincipal(rights).slice(0, MOST)) {
    const [{ principal: number, name }] = of;
    if (number.value === holder.value) continue;
    const principal = await partyOf(scope, parts, number, name);
    const authorities = [...new Set(of.map(({ authority }) => authority))].sort((one, other) => one - other);
    const numbers = { holder, principal: number, window: window && { ...window, of: actor.session } };
    const sealed = sealNumbers(parts.secrets, own, principal, numbers);
    await scope.write((tx) => keepLink(tx, { holder: own, principal, register, authorities, name, sealed }, scope.now));
    if (!before.some((one) => one.principal === principal)) fresh.push({ party: principal, number });
  }
  const there = scope.reaching(permitted, { parties: [own, ...fresh.map(({ party }) => party)] });
  await followPrincipals(there, parts, fresh, { traced: true });
}

type OfOne = readonly [RightElsewhere, ...RightElsewhere[]];

function byPrincipal(rights: readonly RightElsewhere[]): OfOne[] {
  const groups = Map.groupBy(rights, ({ principal }) => principal.value);
  return [...groups.values()] as unknown as OfOne[]; // a group has at least one
}

/** A person is called what the population register calls them, and never by it when their identity is protected. */
function partyOf(scope: Scope, { secrets }: FollowParts, number: Identifier, name: string | null): Promise<PartyId> {
  if (name === null || isPersonNumber(number)) return partyByNumber(scope, secrets, number);
  return ensureNamed(scope, secrets, number, { name, language: null });
}
