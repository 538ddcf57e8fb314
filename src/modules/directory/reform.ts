import { dateIn } from '../../kernel/calendar/format.ts';
import { type AuthorityId, newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { type Authority, authorityOfCode, isInForce } from './authority.ts';
import { agreementsOf, authoritiesByIds, authorityById } from './find-authority.ts';
import { loadAuthority, loadAuthorityBySlug } from './store/authorities.ts';
import { insertSuccession, loadSuccessions, setWithdrawn } from './store/successions.ts';
import { type Announced, announce, type By, type Succession, withdraw } from './succession.ts';
import { forgetSuccessions } from './successors.ts';

export type Reform = Pick<Succession, 'predecessor' | 'successor' | 'inForceOn' | 'source'>;

/**
 * Announces that one authority takes over what another holds, from a day to come. Nothing changes before that day.
 * @throws Refusal invalid, conflict when it is announced already, not-allowed
 */
export async function announceSuccession(scope: Scope, reform: Reform): Promise<Succession> {
  const permission = await permit(scope, 'authority.join', { authority: reform.successor });
  const announced = await scope.reaching(permission, { authorities: [reform.successor] }).write(async (tx) => {
    const succession = announce(await loadSuccessions(tx), planned(reform), today(scope));
    await insertSuccession(tx, succession, byOf(scope), scope.now);
    return succession;
  });
  forgetSuccessions();
  return announced;
}

/**
 * Takes an announced succession back; possible until the day it takes force.
 * @throws Refusal not-found, conflict when it is in force, gone when it is withdrawn, not-allowed
 */
export async function withdrawSuccession(scope: Scope, id: string): Promise<Succession> {
  const known = (await scope.read(loadSuccessions)).find((succession) => succession.id === id);
  if (!known) throw new Refusal('not-found', 'directory.succession.unknown');
  const permission = await permit(scope, 'authority.join', { authority: known.successor });
  const withdrawn = withdraw(known, scope.now, today(scope));
  await scope
    .reaching(permission, { authorities: [known.successor] })
    .write((tx) => setWithdrawn(tx, withdrawn, byOf(scope)));
  forgetSuccessions();
  return withdrawn;
}

/** All of them, for `withPredecessors` and `holdersOf`. */
export async function successions(scope: Scope): Promise<readonly Announced[]> {
  return scope.read(loadSuccessions);
}

/** How many have an office at each of them, told to who may give roles there; `identity` can. */
export type OfficialsAt = (
  scope: Scope,
  authorities: readonly AuthorityId[],
) => Promise<ReadonlyMap<AuthorityId, number>>;

/**
 * Whose officials a reform touches. `gains`: they reach the predecessor's cases from the day, as the successor's own or
 * by its agreement with them. `keeps`: they reach them as before, as the predecessor's own or by its agreement.
 */
export type Touched = {
  readonly authority: Authority;
  readonly change: 'gains' | 'keeps';
  /** The agreement's title; null for the successor's and the predecessor's own. */
  readonly agreement: string | null;
  readonly officials: number;
};

export type ReformPreview = {
  readonly predecessor: Authority;
  readonly successor: Authority;
  readonly touched: readonly Touched[];
};

/**
 * What a reform would do, looked at before it is announced. Changes nothing.
 * @throws Refusal invalid, conflict, not-allowed: as announcing it would
 */
export async function previewSuccession(
  scope: Scope,
  reform: Reform,
  officialsAt: OfficialsAt,
): Promise<ReformPreview> {
  await permit(scope, 'authority.join', { authority: reform.successor });
  announce(await successions(scope), planned(reform), today(scope));
  const [predecessor, successor, after, keeps] = await Promise.all([
    authorityById(scope, reform.predecessor),
    authorityById(scope, reform.successor),
    handlersFor(scope, reform.successor, reform.inForceOn),
    handlersFor(scope, reform.predecessor, reform.inForceOn),
  ]);
  const gains = after.filter((one) => !keeps.some((other) => isSame(one, other))); // an agreement may name both
  const ids = [...new Set([...gains, ...keeps].map(({ authority }) => authority))];
  const [authorities, officials] = await Promise.all([authoritiesByIds(scope, ids), officialsAt(scope, ids)]);
  const touched = (handlers: readonly Handler[], change: Touched['change']): readonly Touched[] =>
    handlers.flatMap((one) => {
      const authority = authorities.get(one.authority);
      return authority ? [{ ...one, authority, change, officials: officials.get(one.authority) ?? 0 }] : [];
    });
  return { predecessor, successor, touched: [...touched(gains, 'gains'), ...touched(keeps, 'keeps')] };
}

type Handler = { readonly authority: AuthorityId; readonly agreement: string | null };

function isSame(one: Handler, other: Handler): boolean {
  return one.authority === other.authority && one.agreement === other.agreement;
}

/** Whose officials handle an authority's cases on that day: its own, and those who do it by agreement. */
async function handlersFor(scope: Scope, of: AuthorityId, on: Temporal.PlainDate): Promise<readonly Handler[]> {
  const agreements = (await agreementsOf(scope, of)).filter(
    (agreement) =>
      agreement.provider !== of &&
      isInForce(agreement, on) &&
      agreement.members.some((member) => member.authority === of && isInForce(member, on)),
  );
  return [
    { authority: of, agreement: null },
    ...agreements.map(({ provider, title }) => ({ authority: provider, agreement: title })),
  ];
}

/**
 * An authority as the operator writes it: a municipal code, or the first part of its addresses.
 * @throws Refusal not-found
 */
export async function authorityNamed(scope: Scope, name: string): Promise<Authority> {
  const id = authorityOfCode(name);
  const found = await scope.read((tx) =>
    id === undefined ? loadAuthorityBySlug(tx, name.toLowerCase()) : loadAuthority(tx, id),
  );
  if (!found) throw new Refusal('not-found', 'directory.succession.no-such-authority', { name });
  return found;
}

function byOf({ actor }: Scope): By {
  return actor.kind === 'official' ? { party: actor.party, name: actor.name } : null;
}

function planned(reform: Reform): Succession {
  return { ...reform, id: newId<string>(), withdrawnAt: null };
}

/** Days begin first in the east: no reform is in force on Åland before it is counted as such. */
function today(scope: Scope): Temporal.PlainDate {
  return dateIn('AX', scope.now);
}
