import type { Assurance } from '../../kernel/authority.ts';
import type { InEach, Language } from '../../kernel/texts.ts';

/** What the answer is held against, made anew for each sign-in and kept by the server until the answer comes. */
export type SignInChecks = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Who the e-ID says it is. The number goes into the sealed table and nowhere else. */
export type IdentifiedPerson = {
  readonly country: 'SE' | 'FI';
  readonly number: string;
  readonly name: string;
  readonly language: Language | null;
  readonly assurance: Assurance;
};

/**
 * `cancelled`: the person changed their mind. `unreachable`: the e-ID is down or failed. `mismatch`: the answer was not
 * to our question (another state or nonce, a code used before), or lacks what we must know.
 */
export type EidAnswer =
  | { readonly kind: 'identified'; readonly person: IdentifiedPerson }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'mismatch'; readonly detail: string };

export type EidStart =
  | { readonly kind: 'go'; readonly url: URL; readonly checks: SignInChecks }
  | { readonly kind: 'unreachable'; readonly detail: string };

/** A way to sign in, such as a broker of BankID and Freja, or Suomi.fi. Neither function throws. */
export type ElectronicId = {
  /** In addresses: `e-legitimation`. */
  readonly id: string;
  readonly name: InEach<string>;
  readonly explanation: InEach<string>;
  begin(language: Language): Promise<EidStart>;
  /** @param callback the whole address that the e-ID sent the browser back to */
  finish(callback: URL, checks: SignInChecks): Promise<EidAnswer>;
};
