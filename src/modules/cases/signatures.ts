import type { Scope } from '../../kernel/scope.ts';
import { protectedAmong } from '../identity/index.ts';
import { EvidenceProblem, publishedKeys, signersOf, verifyEvidence } from '../signing/index.ts';
import type { CaseAction, SignedApplication } from './action.ts';
import { type FiledCase, resourceOf } from './filed-case.ts';

/** Who signed the application beside who sent it in; `name` is null for a protected identity. */
export type Signature = { readonly name: string | null; readonly at: Temporal.Instant };

export type Signatures = {
  readonly signed: readonly Signature[];
  /** How the evidence stands when it is looked at now; null where it is not. */
  readonly evidence: 'verified' | 'broken' | null;
};

/** For the office: by the evidence that the case holds, verified anew. Null where nobody else has signed. */
export async function signaturesForOffice(
  scope: Scope,
  filed: FiledCase,
  actions: readonly CaseAction[],
): Promise<Signatures | null> {
  const signed = signedIn(actions);
  if (!signed) return null;
  try {
    const { signatures } = await verifyEvidence(signed.evidence, await publishedKeys(scope));
    const signers = signatures.map(({ statement }) => statement.signer.party);
    const { decision } = await scope.mayAct('case.read', { ...resourceOf(filed), protected: true });
    const hidden = decision === 'yes' ? new Set() : await protectedAmong(scope, signers);
    return {
      evidence: 'verified',
      signed: signatures.map(({ statement: { signer, signedAt } }) => ({
        name: hidden.has(signer.party) ? null : signer.name,
        at: Temporal.Instant.from(signedAt),
      })),
    };
  } catch (error) {
    if (error instanceof EvidenceProblem) return { evidence: 'broken', signed: [] };
    throw error;
  }
}

/** For a party: whom they signed with, as they are called to each other today. */
export async function signaturesForParty(scope: Scope, actions: readonly CaseAction[]): Promise<Signatures | null> {
  const signed = signedIn(actions);
  if (!signed) return null;
  const signers = await signersOf(scope, signed.signing);
  return {
    evidence: null, // the page of the signing verifies it, for who wants to see it
    signed: signers.flatMap(({ name, signedAt }) => (signedAt ? [{ name, at: signedAt }] : [])),
  };
}

function signedIn([first]: readonly CaseAction[]): SignedApplication | undefined {
  return first?.act.kind === 'filed' ? first.act.signed : undefined;
}
