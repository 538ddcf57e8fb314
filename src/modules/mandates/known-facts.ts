import type { PartyId } from '../../kernel/ids.ts';
import type { SaidElsewhere } from './elsewhere/ask-links.ts';
import type { Link } from './elsewhere/link.ts';
import type { Facts, MandateFact, PersonState, RegisterRight } from './facts.ts';
import { type Heard, silentOf } from './heard.ts';

/** A right, with what its page says of it. */
export type KnownRight = RegisterRight & {
  /** Of the principal; null for a protected identity. */
  readonly name: string | null;
  /** With whom a signatory signs; null is a protected identity. */
  readonly together: readonly (string | null)[];
  /** The moment that the register's own data is of. */
  readonly asOf: number;
};

/** What the database knows of what one party may do for another, or for anybody. */
export type KnownFacts = {
  readonly mandates: readonly (MandateFact & { readonly names: Readonly<Record<PartyId, string>> | null })[];
  readonly rights: readonly KnownRight[];
  readonly states: readonly PersonState[];
  /** When the registers were asked about the principal; without one, for whom the actor may act. */
  readonly heard: readonly Heard[];
  /** Of the principal; null when there is none, or nobody knows them. */
  readonly kind: 'person' | 'organisation' | null;
};

/** With whom other registers are to be asked about. */
export type KnownWithLinks = KnownFacts & { readonly elsewhere: readonly Link[] };

/** As a decision takes them. */
export function factsOf(known: KnownFacts, own: Facts, at: Temporal.Instant): Facts {
  return {
    ...own,
    ...{ mandates: known.mandates, registerRights: known.rights, personStates: known.states },
    silentSources: silentOf(known.heard, at.epochMilliseconds),
    principalKind: known.kind,
  };
}

/** With what other registers have just said of one principal. */
export function withElsewhere(facts: Facts, { facts: said, silent }: SaidElsewhere, principal: PartyId): Facts {
  const of = facts.principalKind ?? 'person';
  const unheard = silent.filter((one) => one.principal === principal).map(({ register }) => ({ source: register, of }));
  return {
    ...facts,
    elsewhere: said.filter((one) => one.principal === principal),
    silentSources: [...facts.silentSources, ...unheard],
  };
}
