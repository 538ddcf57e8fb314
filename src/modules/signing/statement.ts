import type { JWK } from 'jose';
import type { Assurance, Basis } from '../../kernel/authority.ts';
import { canonicalJson, sha256Hex } from '../../kernel/canonical-json.ts';
import type { PartyId, SigningId } from '../../kernel/ids.ts';
import type { InEach, Language } from '../../kernel/texts.ts';
import type { SignedDocument } from './document.ts';
import type { SignedAtEid, ToBeSigned } from './electronic-signature.ts';
import { type Signing, type SigningSubject, signerAt } from './signing.ts';

const TO_BE_SIGNED = 'allmanning.to-be-signed/1';
export const STATEMENT = 'allmanning.signature/1';
/** The `typ` of its JWS, so that nothing else that the house signs is taken for it. */
export const STATEMENT_TYPE = 'allmanning-signature+json';

/** What the e-ID puts under the person's signature, beside the words that it shows. */
export type SigningData = {
  readonly type: typeof TO_BE_SIGNED;
  readonly signing: SigningId;
  /** SHA-256 of the document's canonical JSON, in hex. */
  readonly document: string;
  readonly place: number;
  readonly signer: PartyId;
  readonly onBehalfOf: PartyId | null;
  /** Made for this visit to the e-ID: no two signatures are of the same data. */
  readonly attempt: string;
};

/** The house's word for one signature. Canonical JSON in a JWS; a stranger verifies it with the published keys. */
export type Statement = {
  readonly type: typeof STATEMENT;
  readonly signing: SigningId;
  readonly subject: SigningSubject;
  readonly document: { readonly sha256: string; readonly title: InEach<string> };
  /** From 1, of how many. */
  readonly place: number;
  readonly of: number;
  readonly signer: { readonly party: PartyId; readonly name: string | null };
  readonly onBehalfOf: { readonly party: PartyId; readonly name: string | null } | null;
  readonly basis: readonly Basis[];
  /** When the house took it, and when the e-ID says that the person signed. */
  readonly takenAt: string;
  readonly signedAt: string;
  readonly electronicId: {
    readonly issuer: string;
    readonly assurance: Assurance;
    /** The e-ID's public key, as it was that day, and the digest of its token, which holds the identity number. */
    readonly key: JWK;
    readonly tokenSha256: string;
  };
  /** What the e-ID was asked to have signed, to the letter, and what it showed. */
  readonly data: string;
  readonly message: string;
};

const forWhom = { sv: 'För', fi: 'Puolesta', en: 'On behalf of' } as const satisfies InEach<string>;
const protectedPerson = {
  sv: 'en person med skyddade personuppgifter',
  fi: 'henkilö, jolla on turvakielto',
  en: 'a person with a protected identity',
} as const satisfies InEach<string>;

/** What the e-ID shows and has signed. */
export function toBeSigned(
  signing: Signing,
  document: SignedDocument,
  who: { readonly place: number; readonly names: ReadonlyMap<PartyId, string | null>; readonly language: Language },
  attempt: string,
): ToBeSigned {
  const { party, onBehalfOf } = signerAt(signing, who.place);
  const data: SigningData = {
    ...{ type: TO_BE_SIGNED, signing: signing.id, document: signing.digest, place: who.place },
    ...{ signer: party, onBehalfOf, attempt },
  };
  const name = onBehalfOf && (who.names.get(onBehalfOf) ?? protectedPerson[who.language]);
  const behalf = name === null ? [] : [`${forWhom[who.language]}: ${name}`];
  const words = [document.title[who.language], ...behalf, ...document.plainWords[who.language]];
  return { data: canonicalJson(data), message: asOneText(words) };
}

export type Taken = {
  readonly signing: Signing;
  readonly document: SignedDocument;
  readonly place: number;
  readonly name: string | null;
  readonly onBehalfOfName: string | null;
  readonly basis: readonly Basis[];
  readonly takenAt: Temporal.Instant;
  readonly signed: SignedAtEid;
  readonly asked: ToBeSigned;
};

export function statementOf(taken: Taken): Statement {
  const { signing, signed, asked } = taken;
  const { party, onBehalfOf } = signerAt(signing, taken.place);
  return {
    type: STATEMENT,
    signing: signing.id,
    subject: signing.subject,
    document: { sha256: signing.digest, title: taken.document.title },
    place: taken.place,
    of: signing.signers.length,
    signer: { party, name: taken.name },
    onBehalfOf: onBehalfOf && { party: onBehalfOf, name: taken.onBehalfOfName },
    basis: taken.basis,
    takenAt: taken.takenAt.toString(),
    signedAt: signed.signedAt.toString(),
    electronicId: {
      issuer: signed.issuer,
      assurance: signed.person.assurance,
      key: signed.key,
      tokenSha256: sha256Hex(signed.token),
    },
    data: asked.data,
    message: asked.message,
  };
}

/** A blank line between paragraphs, none between the points of a list. */
function asOneText(words: readonly string[]): string {
  const isPoint = (text: string | undefined) => text?.startsWith('- ') === true;
  return words
    .map((text, index) => `${index === 0 ? '' : isPoint(text) && isPoint(words[index - 1]) ? '\n' : '\n\n'}${text}`)
    .join('');
}
