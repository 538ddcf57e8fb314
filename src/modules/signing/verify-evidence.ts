import { compactVerify, createLocalJWKSet, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import { canonicalJson, sha256Hex } from '../../kernel/canonical-json.ts';
import { EVIDENCE, type Evidence } from './evidence.ts';
import { type SigningData, STATEMENT, STATEMENT_TYPE, type Statement } from './statement.ts';

/** What is wrong with a file of evidence; each word is a different lie. */
export type EvidenceFault =
  | 'not-evidence'
  | 'document-not-canonical'
  | 'no-signature'
  | 'statement-forged'
  | 'statement-of-another-signing'
  | 'statement-of-another-document'
  | 'statement-at-another-place'
  | 'signed-data-of-another'
  | 'place-twice'
  | 'token-of-another'
  | 'token-forged'
  | 'token-signed-something-else';

export type Verified = {
  readonly title: string;
  readonly digest: string;
  /** False: not everybody who was asked is in the file. */
  readonly complete: boolean;
  readonly signatures: readonly {
    readonly place: number;
    readonly of: number;
    readonly statement: Statement;
    /** Whether the e-ID's own token is in the file, and agrees. */
    readonly token: 'agrees' | 'not-in-file';
  }[];
};

export class EvidenceProblem extends Error {
  readonly fault: EvidenceFault;
  readonly place: number | undefined;

  constructor(fault: EvidenceFault, place?: number) {
    super(place === undefined ? fault : `${fault} at place ${place}`);
    this.fault = fault;
    this.place = place;
  }
}

const signatureClaim = 'https://id.oidc.se/claim/userSignature';

/**
 * Believes nothing in the file but what the house's published keys have signed, and for a token what the e-ID's key has
 * that the house saw that day. Needs no database and no network.
 * @param jwks the house's keys, as `/.well-known/jwks.json` gives them
 * @throws EvidenceProblem
 */
export async function verifyEvidence(file: unknown, jwks: { readonly keys: readonly JWK[] }): Promise<Verified> {
  if (!isEvidence(file)) throw new EvidenceProblem('not-evidence');
  if (!isCanonical(file.document)) throw new EvidenceProblem('document-not-canonical');
  if (file.signatures.length === 0) throw new EvidenceProblem('no-signature');
  const digest = sha256Hex(file.document);
  const signatures: Verified['signatures'][number][] = [];
  for (const one of file.signatures) {
    const statement = await openStatement(one, jwks);
    assertSame(statement.signing === file.signing, 'statement-of-another-signing', one.place);
    assertSame(statement.document.sha256 === digest, 'statement-of-another-document', one.place);
    assertSame(statement.place === one.place, 'statement-at-another-place', one.place);
    assertSame(!signatures.some(({ place }) => place === one.place), 'place-twice', one.place);
    assertSame(isOfThis(statement), 'signed-data-of-another', one.place);
    if (one.token !== undefined) await verifyToken(one.token, statement, one.place);
    const token = one.token === undefined ? 'not-in-file' : 'agrees';
    signatures.push({ place: one.place, of: statement.of, statement, token });
  }
  const [first] = signatures;
  const title = first?.statement.document.title.sv ?? '';
  return { title, digest, complete: signatures.every(({ of }) => of === signatures.length), signatures };
}

function assertSame(isSo: boolean, fault: EvidenceFault, place: number): void {
  if (!isSo) throw new EvidenceProblem(fault, place);
}

type One = Evidence['signatures'][number];

async function openStatement({ statement, place }: One, jwks: { readonly keys: readonly JWK[] }): Promise<Statement> {
  try {
    const keys = createLocalJWKSet({ keys: [...jwks.keys] });
    const { payload, protectedHeader } = await compactVerify(statement, keys, { algorithms: ['ES256'] });
    const text = Buffer.from(payload).toString('utf8');
    const said = JSON.parse(text) as Statement; // what the house has signed
    if (protectedHeader.typ !== STATEMENT_TYPE || said.type !== STATEMENT || !isCanonical(text))
      throw new Error('other');
    return said;
  } catch {
    throw new EvidenceProblem('statement-forged', place);
  }
}

/** What the e-ID was asked to have signed says the same as the statement. */
function isOfThis({ data, signing, document, place, signer, onBehalfOf }: Statement): boolean {
  const said = JSON.parse(data) as SigningData; // inside what the house has signed
  return (
    said.signing === signing &&
    said.document === document.sha256 &&
    said.place === place &&
    said.signer === signer.party &&
    said.onBehalfOf === (onBehalfOf?.party ?? null)
  );
}

async function verifyToken(
  token: string,
  { electronicId, data, message, takenAt }: Statement,
  place: number,
): Promise<void> {
  if (sha256Hex(token) !== electronicId.tokenSha256) throw new EvidenceProblem('token-of-another', place);
  let signed: unknown;
  try {
    const { payload } = await jwtVerify(token, await importJWK(electronicId.key, decodeProtectedHeader(token).alg), {
      issuer: electronicId.issuer,
      currentDate: new Date(takenAt), // in time then, and long expired since
      clockTolerance: 300,
    });
    const jws = Buffer.from(String(payload[signatureClaim]), 'base64').toString('utf8');
    const opened = await compactVerify(jws, await importJWK(electronicId.key, decodeProtectedHeader(jws).alg));
    signed = JSON.parse(Buffer.from(opened.payload).toString('utf8'));
  } catch {
    throw new EvidenceProblem('token-forged', place);
  }
  const { tbs_data, sign_message } = signed as { readonly tbs_data?: string; readonly sign_message?: string };
  if (tbs_data === base64(data) && sign_message === base64(message)) return;
  throw new EvidenceProblem('token-signed-something-else', place);
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function isCanonical(text: string): boolean {
  try {
    return canonicalJson(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

function isEvidence(file: unknown): file is Evidence {
  const { type, signing, document, signatures } = (file ?? {}) as Partial<Record<keyof Evidence, unknown>>;
  if (type !== EVIDENCE || typeof signing !== 'string' || typeof document !== 'string') return false;
  return Array.isArray(signatures) && signatures.every(isSignature);
}

function isSignature(one: unknown): one is One {
  const { place, statement, token } = (one ?? {}) as Partial<Record<keyof One, unknown>>;
  return (
    Number.isSafeInteger(place) && typeof statement === 'string' && (token === undefined || typeof token === 'string')
  );
}
