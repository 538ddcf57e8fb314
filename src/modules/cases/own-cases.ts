import { isUuid, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { servicesOf } from './service-of.ts';
import { listOwnCases, type OwnCase, type OwnCursor, type OwnWanted } from './store/case-party.ts';

/** One line of the person's list. */
export type OwnCaseLine = OwnCase & {
  readonly title: string;
  /** "Plats beviljas"; null until it is decided. */
  readonly outcome: string | null;
  readonly authorityName: string;
  readonly country: 'SE' | 'AX';
  readonly href: string;
};

export type OwnCases = { readonly cases: readonly OwnCaseLine[]; readonly next: string | null };

/**
 * The reader's cases at all authorities, latest first.
 * @throws Refusal not-allowed
 */
export async function readOwnCases(scope: Scope, wanted: Omit<OwnWanted, 'extent'>): Promise<OwnCases> {
  const { most } = wanted;
  const { extent } = await permit(scope, 'case.read-own', {});
  const party = principalOf(scope);
  const found = await scope.read((tx) => listOwnCases(tx, party, { ...wanted, most: most + 1, extent }));
  const shown = found.slice(0, most);
  const [authorities, service] = await Promise.all([
    authoritiesByIds(
      scope,
      shown.map((one) => one.authority),
    ),
    servicesOf(scope, shown, scope.language),
  ]);
  const last = shown.at(-1);
  return {
    cases: shown.map((one) => {
      const authority = authorities.get(one.authority);
      return {
        ...one,
        title: service(one).words.of('title'),
        outcome: one.decision && service(one).words.of(`decision.${one.decision}`),
        authorityName: authority?.name ?? '',
        country: authority?.country ?? 'SE',
        href: `/mina-sidor/arenden/${authority?.slug ?? ''}/${one.case}`,
      };
    }),
    next: found.length > most && last ? `${last.at.epochNanoseconds / 1000n}_${last.case}` : null,
  };
}

/** @throws Refusal not-allowed when nobody is represented */
function principalOf(scope: Scope): PartyId {
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}

/** Undefined or broken: from the beginning. */
export function ownCursorIn(text: string | undefined): OwnCursor | null {
  const [, micros, id] = /^(\d{1,18})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!micros || !id || !isUuid(id)) return null;
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n), case: id };
}
