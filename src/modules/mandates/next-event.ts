import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import {
  after,
  hasSigned,
  isSigned,
  type Mandate,
  type MandateEvent,
  type MandateEventKind,
  type MandateState,
  type Signatory,
  stateAt,
} from './mandate.ts';
import { includes } from './reach.ts';

const always = {
  'awaiting-signatures': true,
  upcoming: true,
  active: true,
  suspended: true,
  expired: false,
  revoked: false,
  'given-back': false,
  declined: false,
  refused: false,
  replaced: false,
  'chain-broken': false,
  fallen: false,
} as const;
const unsigned = { ...always, upcoming: false, active: false, suspended: false } as const;
const signed = { ...always, 'awaiting-signatures': false } as const;
const never = { ...unsigned, 'awaiting-signatures': false } as const;

/** What can happen when. The compiler asks for every event in every state. */
const allowed = {
  drafted: never,
  'paper-registered': never,
  signed: unsigned,
  seconded: unsigned,
  registered: unsigned,
  refused: unsigned,
  lapsed: { ...never, refused: true },
  accepted: signed,
  declined: always,
  'given-back': signed,
  // A grantor may revoke as long as it could still take effect (avtalslagen (1915:218) 12 §).
  revoked: always,
  'revoked-at': signed,
  'revoked-on-paper': always,
  suspended: signed,
  resumed: signed,
  // A request comes to nothing when the grantor writes it otherwise.
  replaced: always,
  'chain-broken': always,
  fallen: always,
} as const satisfies Record<MandateEventKind, Record<MandateState, boolean>>;

export function isAllowed(state: MandateState, kind: MandateEventKind): boolean {
  return allowed[kind][state];
}

function isGrantor({ terms }: Mandate, party: PartyId): boolean {
  return terms.grantors.some((one) => one.party === party);
}

function isHolder({ terms, left }: Mandate, party: PartyId): boolean {
  return terms.holders.some((one) => one.party === party) && !left.includes(party);
}

function signs({ terms }: Mandate, party: PartyId): boolean {
  return terms.signers.some((one) => one.party === party);
}

/** Whether this very event is this party's to make. */
function isTheirs(mandate: Mandate, event: MandateEvent): boolean {
  switch (event.kind) {
    case 'revoked-at':
      return includes({ kind: 'authority', authority: event.authority }, mandate.terms.reach);
    case 'revoked':
      // Of several who sign for an organisation each one may stop it.
      return isGrantor(mandate, event.by) || signs(mandate, event.by) || mandate.terms.passedOn?.by === event.by;
    case 'refused':
      // Of one on paper the office says no that has looked at it.
      return isGrantor(mandate, event.by) || signs(mandate, event.by) || mandate.paper !== null;
    case 'revoked-on-paper':
      return mandate.paper?.authority === event.authority;
    case 'lapsed':
      return mandate.ended === null && mandate.registeredAt === null;
    case 'signed': {
      const as: Signatory = { party: event.by, onBehalfOf: event.onBehalfOf };
      return hasSigned(mandate.terms.signers, as) && !hasSigned(mandate.signed, as);
    }
    case 'accepted':
      return isHolder(mandate, event.by) && !mandate.accepted.includes(event.by);
    case 'declined':
      return isHolder(mandate, event.by) && !mandate.accepted.includes(event.by);
    case 'given-back':
      return isHolder(mandate, event.by);
    case 'seconded':
      return mandate.paper !== null && event.by !== mandate.draftedBy;
    case 'registered':
      return mandate.paper !== null || isSigned(mandate);
    case 'resumed':
      return mandate.suspensions.some(({ why }) => why === event.why);
    case 'suspended':
      return mandate.suspensions.every(({ why }) => why !== event.why);
    case 'fallen':
      return true;
    case 'replaced':
      return event.with !== mandate.id;
    case 'chain-broken':
      return event.parent === mandate.terms.passedOn?.from || event.parent === mandate.terms.replaces;
    default:
      return false;
  }
}

/**
 * The mandate with one event more.
 * @throws Refusal conflict when it can not happen in its state; not-allowed when it is not theirs to do
 */
export function withEvent(mandate: Mandate, at: Temporal.Instant, event: MandateEvent): Mandate {
  const state = stateAt(mandate, at);
  if (!isAllowed(state, event.kind)) throw new Refusal('conflict', `mandates.is.${state}`);
  if (!isTheirs(mandate, event)) throw new Refusal('not-allowed', 'mandates.not-theirs');
  return after(mandate, { seq: mandate.seq + 1, at, event });
}
