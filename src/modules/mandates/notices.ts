import type { PartyId } from '../../kernel/ids.ts';
import type { Happened, Mandate, MandateEvent } from './mandate.ts';

/** What has happened to a mandate that its parties are told of. */
export const noticeKinds = [
  'drafted',
  'registered',
  'accepted',
  'declined',
  'given-back',
  'revoked',
  'refused',
  'replaced',
  'chain-broken',
  'fallen',
  'suspended',
  'resumed',
  'expiring',
  'expired',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Which letter: each side reads its own. */
export type Letter =
  | 'to-sign'
  | 'requested'
  | `${Exclude<NoticeKind, 'drafted' | 'accepted'>}-giver`
  | `${Exclude<NoticeKind, 'drafted' | 'accepted'>}-holder`
  | 'accepted-giver'
  | 'passed-on';

export type Told = { readonly party: PartyId; readonly letter: Letter };

/**
 * Who is told, and in which letter. The giving side is the grantors, who signs for them, and who has passed it on; the
 * other side is those who hold it still. Who takes a step reads it too, so that a step taken by somebody else in their
 * name does not pass unseen. Nobody reads two letters about the same thing.
 * @param last the event that is told of; absent when the clock tells
 * @param gone who reads no letters any more
 */
export function toldOf(
  mandate: Mandate,
  kind: NoticeKind,
  last: MandateEvent | undefined,
  gone: ReadonlySet<PartyId> = new Set(),
): readonly Told[] {
  const found = new Map<PartyId, Told>();
  for (const told of all(mandate, kind, last)) {
    if (!gone.has(told.party) && !found.has(told.party)) found.set(told.party, told);
  }
  return [...found.values()];
}

function all(mandate: Mandate, kind: NoticeKind, last: MandateEvent | undefined): readonly Told[] {
  const { grantors, signers, passedOn } = mandate.terms;
  const holders = mandate.terms.holders.map(({ party }) => party);
  const givers = [...grantors, ...signers].map(({ party }) => party).concat(passedOn ? [passedOn.by] : []);
  const to = (parties: readonly PartyId[], letter: Letter) => parties.map((party) => ({ party, letter }));
  const doer = last && 'by' in last ? [last.by] : [];
  const asked = mandate.terms.requestedBy !== null;
  switch (kind) {
    case 'drafted':
      return to(
        signers.map(({ party }) => party).filter((party) => party !== mandate.draftedBy),
        asked ? 'requested' : 'to-sign',
      );
    case 'registered':
      return [
        ...to(holders, 'registered-holder'),
        ...(passedOn ? to(without(grantors, passedOn.by), 'passed-on') : []),
        ...to(givers, 'registered-giver'),
      ];
    case 'accepted':
      return to(givers, 'accepted-giver');
    case 'declined':
    case 'given-back':
      return [...to(doer, `${kind}-holder`), ...to(givers, `${kind}-giver`)];
    case 'refused': // who has not asked for it has never heard of it
      return [...to(asked ? holders : [], 'refused-holder'), ...to(givers, 'refused-giver')];
    default:
      return [
        ...to(
          holders.filter((party) => !mandate.left.includes(party)),
          `${kind}-holder`,
        ),
        ...to(givers, `${kind}-giver`),
      ];
  }
}

function without(named: readonly { readonly party: PartyId }[], party: PartyId): PartyId[] {
  return named.map((one) => one.party).filter((one) => one !== party);
}

/** The stream up to an event, which is the last of it. */
export function upTo(stream: readonly Happened[], seq: number): readonly Happened[] {
  return stream.filter((one) => one.seq <= seq);
}

const DAY = 24;
/** Days long at least → days of warning; the first that fits. What is shorter ends as its parties know. */
const warnings = [
  { long: 90, before: 30 },
  { long: 14, before: 7 },
] as const;

/** When its parties are told that it will end; null when it is too short for that. */
export function warningAt({ from, until }: Pick<Mandate['terms'], 'from' | 'until'>): Temporal.Instant | null {
  const days = until.since(from).total('hours') / DAY;
  const fitting = warnings.find(({ long }) => days >= long);
  return fitting ? until.subtract({ hours: fitting.before * DAY }) : null;
}
