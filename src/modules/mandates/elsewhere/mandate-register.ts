import type { Level, Reach } from '../../../kernel/authority.ts';
import type { Identifier, PersonNumber } from '../../../kernel/identifiers/identifier.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { SourceAnswer } from '../../../kernel/source-answer.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { MandateRegisterName } from '../facts.ts';

/** A right to act for somebody at one authority, as a register has just said that it stands. */
export type RightElsewhere = {
  readonly principal: Identifier;
  /** As the register calls them; null when it does not say. */
  readonly name: string | null;
  readonly authority: AuthorityId;
  /** The register's own reference. */
  readonly id: string;
  readonly reach: Reach;
  readonly level: Level;
  /** What shows that it said so; no number of anybody's can be read out of it. */
  readonly evidence: string;
};

export type RightsElsewhere = SourceAnswer<readonly RightElsewhere[]>;

/** A mandate as a register shows it to those whom it concerns. It gives no right by itself: `rightsBetween` is asked. */
export type MandateElsewhere = {
  readonly id: string;
  /** The number that people call it by; null where there is none. */
  readonly reference: string | null;
  readonly title: string;
  readonly authority: AuthorityId;
  /** Those on the other side: the holders of what one has given, the grantor of what one holds. */
  readonly others: readonly { readonly number: string; readonly name: string }[];
  /** Given by a sole trader for the business, who has no other number than their own. */
  readonly isForBusiness: boolean;
  readonly scope: readonly { readonly reach: Reach; readonly level: Level }[];
  /** What it is for in systems of the authority's that are not these, in the register's words. */
  readonly beside: readonly string[];
  readonly from: Temporal.PlainDate;
  /** The last day, inclusive; null when it holds until it is revoked. */
  readonly until: Temporal.PlainDate | null;
  readonly revokedAt: Temporal.Instant | null;
  /** What shows that the register said so. */
  readonly evidence: string;
};

/** `more`: there are others than those that the register was asked for at once. */
export type MandatesListed = { readonly mandates: readonly MandateElsewhere[]; readonly more: boolean };

/** Some registers say whether one may act for another, and list nothing. */
export type ListElsewhere = SourceAnswer<MandatesListed> | { readonly state: 'no-lists' };

/** On which side of a mandate somebody stands. */
export type SideElsewhere = 'given' | 'received';

/** A register of mandates that another authority keeps. It answers and never throws, and nothing of it is kept. */
export type MandateRegister = {
  readonly name: MandateRegisterName;
  /** Whom a person may act for; not asked where the register tells that only of whom the person has chosen there. */
  rightsOf(holder: PersonNumber): Promise<RightsElsewhere>;
  /**
   * Whether a right to act for one principal stands now.
   * @param at the authorities at which one has been seen
   * @param window what the person's choice there left to ask with, while it is open
   */
  rightsBetween(
    holder: PersonNumber,
    principal: Identifier,
    at: readonly AuthorityId[],
    window: ChoiceWindow | null,
  ): Promise<RightsElsewhere | ChooseAgain>;
  /** The mandates that somebody has given there, or holds, as they are shown to them. */
  list(who: Identifier, side: SideElsewhere): Promise<ListElsewhere>;
  /** Where the person chooses for whom to act, when that is done at the register itself. */
  readonly choosing?: ChoosingAtRegister;
};

/** For whom one chooses to act. */
export type ChoiceKind = 'person' | 'organisation';

export type ChoosingAtRegister = {
  /** @param back where the register sends the person afterwards */
  begin(holder: PersonNumber, kind: ChoiceKind, back: string, language: Language): Promise<SourceAnswer<ChoiceBegun>>;
  /** What they have chosen. @param code that the register sent them back with */
  chosen(
    begun: { readonly session: string; readonly kind: ChoiceKind },
    code: string,
    back: string,
  ): Promise<ChosenThere>;
};

/** What has been chosen; `window` when the register tells of it only while the choice is open. */
export type ChosenThere = SourceAnswer<{
  readonly rights: readonly RightElsewhere[];
  readonly window: ChoiceWindow | null;
}>;

/** What is asked with while a person's choice at the register is open; both are the register's secrets. */
export type ChoiceWindow = { readonly session: string; readonly bearer: string; readonly until: number };

/** The register tells of it only after the person has chosen there, and that is over. */
export type ChooseAgain = { readonly state: 'choose-again' };

/** `session` is the register's, and stays in the house; the person is sent to `url`. */
export type ChoiceBegun = { readonly session: string; readonly url: string };
