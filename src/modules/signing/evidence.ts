import type { PartyId, SigningId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { openDocument } from './document.ts';
import { findSigning, personOf } from './own-signing.ts';
import { openToken } from './sign.ts';
import { loadSignatures } from './store/events.ts';

export const EVIDENCE = 'allmanning.evidence/1';

/** Everything that shows who signed what, in one file that a stranger can verify. */
export type Evidence = {
  readonly type: typeof EVIDENCE;
  /** Where the house publishes its keys. */
  readonly jwksUri: string;
  readonly signing: SigningId;
  /** The document's canonical JSON, to the letter. */
  readonly document: string;
  readonly signatures: readonly {
    readonly place: number;
    /** The house's statement: a compact JWS over canonical JSON. */
    readonly statement: string;
    /** The e-ID's token; only in the file of the person who signed, since their identity number stands in it. */
    readonly token?: string;
  }[];
};

export type EvidenceParts = { readonly secrets: Secrets; readonly baseUrl: string };

/**
 * The evidence of a signing so far, for one of its parties.
 * @throws Refusal not-found
 */
export async function evidenceOf(scope: Scope, { secrets, baseUrl }: EvidenceParts, id: string): Promise<Evidence> {
  const { kept } = await findSigning(scope, id);
  const signatures = await scope.read((tx) => loadSignatures(tx, kept.signing.id));
  const reader: PartyId | null = scope.actor.kind === 'person' ? personOf(scope).party : null;
  openDocument(kept.document); // or it has been changed, and is no evidence
  return {
    type: EVIDENCE,
    jwksUri: `${baseUrl}/.well-known/jwks.json`,
    signing: kept.signing.id,
    document: kept.document.text,
    signatures: signatures
      .toSorted((a, b) => a.place - b.place)
      .map(({ place, by, statement, sealedToken }) => ({
        place,
        statement,
        ...(by === reader ? { token: openToken(secrets, kept.signing.id, place, sealedToken) } : {}),
      })),
  };
}
