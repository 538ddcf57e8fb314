import type { JWK } from 'jose';
import type { InEach, Language } from '../../kernel/texts.ts';
import type { IdentifiedPerson, SignInChecks } from '../identity/index.ts';

/** What a person is asked to sign at the e-ID. */
export type ToBeSigned = {
  /** What is put under the signature: our canonical JSON, with the document's digest in it. */
  readonly data: string;
  /** What the e-ID shows: the document in plain words, in the person's language. */
  readonly message: string;
};

/** Signs a request to the e-ID with the house's key: nobody on the way can change what is shown or signed. */
export type SignRequest = (claims: Readonly<Record<string, unknown>>) => Promise<string>;

/** What the e-ID gave, already verified: its own token, and the key that it is verified with any time later. */
export type SignedAtEid = {
  readonly person: IdentifiedPerson;
  readonly issuer: string;
  /** When the person signed, by the e-ID's clock. */
  readonly signedAt: Temporal.Instant;
  readonly token: string;
  readonly key: JWK;
};

/** As `EidAnswer`; `mismatch` is also a signature on something else than what was asked. */
export type SignatureAnswer =
  | { readonly kind: 'signed'; readonly signed: SignedAtEid }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'mismatch'; readonly detail: string };

/** `unsupported`: an e-ID that people sign in with but that does not sign. */
export type SignatureStart =
  | { readonly kind: 'go'; readonly url: URL; readonly checks: SignInChecks }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'unreachable'; readonly detail: string };

/** A way to sign with an e-ID, such as a broker of BankID and Freja. Neither function throws. */
export type ElectronicSignature = {
  /** The same as the way to sign in: `e-legitimation`. */
  readonly id: string;
  readonly name: InEach<string>;
  begin(language: Language, asked: ToBeSigned, sign: SignRequest): Promise<SignatureStart>;
  /** @param callback the whole address that the e-ID sent the browser back to */
  finish(callback: URL, checks: SignInChecks, asked: ToBeSigned): Promise<SignatureAnswer>;
};
