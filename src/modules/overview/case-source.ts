import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { OverviewItem } from './item.ts';

/** What a source has of one person. */
export type FoundCases = {
  readonly items: readonly OverviewItem[];
  /** There are more than the source gives at once. */
  readonly more: boolean;
  /** Whom a source that asks others could not ask: their cases are missing. */
  readonly missing: readonly string[];
  /** What was odd in it, for the operator: left out where it could not be trusted, else shown as it is. */
  readonly odd?: readonly SourceFault[];
};

/** Given up at the signal: nobody waits for the answer any more. */
export type AskOptions = { readonly signal: AbortSignal };

/**
 * Somebody who knows of a person's cases: our own rooms, or another authority behind a connector. Joined in
 * `src/wiring.ts`.
 */
export type CaseSource = {
  /** Kept with what it last said, so never changed. */
  readonly id: string;
  readonly name: InEach<string>;
  /** Our own rooms are asked of our own database; what others say is kept in case they are away. */
  readonly kind: 'house' | 'elsewhere';
  /** Of the same case in two sources, the lower rank is shown: who handles it before who has heard of it. */
  readonly rank: number;
  /** Of a source elsewhere: whose administrator says what its codes mean. */
  readonly keeper?: AuthorityId;
  /** The cases of the principal, with words in the scope's language. */
  cases(scope: Scope, principal: PartyId, options: AskOptions): Promise<SourceAnswer<FoundCases>>;
  /** One of them by its id in the source, with all that the source tells of one; not every protocol can. */
  one?(scope: Scope, principal: PartyId, id: string, options: AskOptions): Promise<SourceAnswer<OverviewItem>>;
};
