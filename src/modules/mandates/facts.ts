import type { Assurance, Level, Reach, RegisterRightKind } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';

/** How a mandate came to its end before its day. */
export type MandateEnd = 'revoked' | 'given-back' | 'declined' | 'refused' | 'replaced' | 'chain-broken' | 'fallen';

/** What a register says of somebody that ends or suspends what others may do for them. */
export type PersonStateKind = 'dead' | 'dissolved' | 'bankrupt' | 'under-forvaltare';

/** A mandate, as far as a decision needs it. Moments are milliseconds since 1970: a decision compares hundreds of them. */
export type MandateFact = {
  readonly id: string;
  readonly grantors: readonly PartyId[];
  /** Those who have not declined or given back. */
  readonly holders: readonly PartyId[];
  readonly reach: Reach;
  readonly level: Level;
  readonly mayPassOn: boolean;
  readonly from: number;
  /** The first moment after it. */
  readonly until: number;
  /** When all who must had signed; null before that. */
  readonly registeredAt: number | null;
  readonly ended: { readonly how: MandateEnd; readonly at: number } | null;
  readonly suspended: { readonly why: PersonStateKind; readonly at: number } | null;
  /** The mandate that it passes on, and who does. */
  readonly passedOn: { readonly from: string; readonly by: PartyId } | null;
  /** The signature's id. */
  readonly evidence: string | null;
};

/** Why a right that a register knows of is not to be used all the same. */
export type Rests =
  /** The child's identity is protected, and the guardian's is not. */
  | 'protected'
  /** Two registers name different representatives. */
  | 'disagreeing';

/** A right that a register knows of. */
export type RegisterRight = {
  readonly kind: RegisterRightKind;
  /** The register's own reference, or ours when it has none. */
  readonly id: string;
  readonly actor: PartyId;
  readonly principal: PartyId;
  /** Acts without anybody else: false for who signs for an organisation together with others. */
  readonly alone: boolean;
  /** A god man or förvaltare without `rights` looks after property or the person, and not matters at authorities. */
  readonly duties: readonly ('property' | 'rights' | 'person')[] | null;
  /** Null when the register does not say. */
  readonly from: number | null;
  readonly until: number | null;
  readonly rests: Rests | null;
  readonly source: string;
  /** When the register last said so. */
  readonly checkedAt: number;
  /** What shows that it did. */
  readonly evidence: string;
};

/** The registers of mandates that other authorities keep. */
export const mandateRegisterNames = ['mina-ombud', 'suomi-fi'] as const;
export type MandateRegisterName = (typeof mandateRegisterNames)[number];

/**
 * What another register of mandates has just said of one holder and one principal. Nothing of it is kept: it is of the
 * moment at which it was asked.
 */
export type ElsewhereFact = {
  readonly register: MandateRegisterName;
  readonly holder: PartyId;
  readonly principal: PartyId;
  readonly checkedAt: number;
  /** Null when it says that there is none. */
  readonly right: {
    /** The register's own reference. */
    readonly id: string;
    readonly reach: Reach;
    readonly level: Level;
    /** What shows that it said so. */
    readonly evidence: string;
  } | null;
  /** It could only be asked after the holder has chosen there, and that choice is over. */
  readonly chooseAgain?: boolean;
};

export type PersonState = {
  readonly party: PartyId;
  readonly kind: PersonStateKind;
  readonly since: number;
  readonly source: string;
};

/** A source that was asked for this decision and did not answer, and whose parties' rights it would know. */
export type SilentSource = { readonly source: string; readonly of: 'person' | 'organisation' };

/** What is known beside the question itself. */
export type Facts = {
  /** What an official must have signed in with; never below substantial. */
  readonly officialAssurance: Assurance;
  readonly mandates: readonly MandateFact[];
  readonly registerRights: readonly RegisterRight[];
  readonly elsewhere: readonly ElsewhereFact[];
  readonly personStates: readonly PersonState[];
  readonly silentSources: readonly SilentSource[];
  /** Null when nothing is known of the principal. */
  readonly principalKind: 'person' | 'organisation' | null;
};

/** What is known of somebody who acts for themselves, or in an office. */
export function factsOfNobody(officialAssurance: Assurance): Facts {
  return {
    officialAssurance,
    mandates: [],
    registerRights: [],
    elsewhere: [],
    personStates: [],
    silentSources: [],
    principalKind: null,
  };
}
