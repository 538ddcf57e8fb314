import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { adoptedServices, type CameBack, setBack, setSigned } from '../services/index.ts';
import {
  type Evidence,
  type EvidenceParts,
  evidenceOf,
  publishedKeys,
  type SigningNow,
  signingState,
  verifyEvidence,
} from '../signing/index.ts';
import { APPLICATION } from './ask-cosigners.ts';
import { findCase } from './store/case.ts';
import { caseOfDraft, type Submission, storeCase } from './submission.ts';

export type SigningKind =
  | 'signing.requested'
  | 'signing.completed'
  | 'signing.refused'
  | 'signing.withdrawn'
  | 'signing.expired';

/** An application that others sign, seen from the job that follows what happens to it. */
export type SignedFor = {
  readonly submission: Submission;
  readonly now: SigningNow;
  readonly evidence: Evidence;
  /** Reaches the authority, who applies and all who sign. */
  readonly there: Scope;
};

/** Undefined when the event is of somebody else's signing. */
export async function signedFor(
  scope: Scope,
  parts: EvidenceParts,
  event: EventOf<SigningKind>,
): Promise<SignedFor | undefined> {
  if (event.subject.kind !== APPLICATION) return undefined;
  const permitted = await permit(scope, 'service.file', {});
  const [now, evidence] = await Promise.all([
    signingState(scope, event.signing),
    evidenceOf(scope, parts, event.signing),
  ]);
  const submission = submissionIn(evidence);
  const authorities: readonly AuthorityId[] = [submission.authority];
  const parties: readonly PartyId[] = [...new Set([...now.signing.parties, submission.applicant])];
  return { submission, now, evidence, there: scope.reaching(permitted, { authorities, parties }) };
}

/**
 * When all have signed, the application is filed: the case is made of what they signed and nothing else, with the
 * evidence, which is verified first. Handled again it finds the case there; a draft that was changed after they were asked
 * waits for no such signing: nothing is filed, and what was signed is void.
 * @throws EvidenceProblem when the evidence does not hold: the job stops for a person to look
 */
export async function fileSigned(
  scope: Scope,
  parts: EvidenceParts,
  event: EventOf<'signing.completed'>,
): Promise<'filed' | 'void' | 'not-ours'> {
  const found = await signedFor(scope, parts, event);
  if (found?.now.state !== 'completed') return 'not-ours';
  const { submission, now, evidence, there } = found;
  const verified = await verifyEvidence(evidence, await publishedKeys(scope));
  if (!verified.complete) throw new Error('a completed signing lacks a signature');
  const { applicant, draft, service } = submission;
  const [authority, adopted] = await Promise.all([
    authorityById(there, submission.authority),
    adoptedServices(there, submission.authority),
  ]);
  const handler = adopted.find((one) => one.service === service) ?? { unitAuthority: null, unit: null };
  const signers = now.signing.signers.map(({ party }) => party);
  const { signing } = event;
  return there.write(async (tx) => {
    if (await setSigned(tx, { party: applicant, draft, signing }, there.now)) {
      await storeCase(there, tx, submission, { authority, handler, signers, signed: { signing, evidence } });
      return 'filed';
    }
    return (await findCase(tx, { authority: authority.id, case: caseOfDraft(draft) })) ? 'filed' : 'void';
  });
}

const cameBack = {
  'signing.refused': 'refused',
  'signing.withdrawn': 'withdrawn',
  'signing.expired': 'expired',
} as const satisfies Partial<Record<SigningKind, CameBack>>;

/** Somebody would not sign, or nobody did in time, or it was taken back: the draft is open again, and says why. */
export async function reopen(
  scope: Scope,
  parts: EvidenceParts,
  event: EventOf<'signing.refused' | 'signing.withdrawn' | 'signing.expired'>,
): Promise<void> {
  const found = await signedFor(scope, parts, event);
  if (!found) return;
  const { submission, now, there } = found;
  const refused = now.events.find((one) => one.kind === 'refused');
  const { applicant, draft } = submission;
  const back = { why: cameBack[event.kind], reason: refused?.reason ?? null };
  await there.write((tx) => setBack(tx, { party: applicant, draft, signing: event.signing }, back, there.now));
}

/** What was signed, as it was sealed by `applicationToSign`. */
function submissionIn({ document }: Evidence): Submission {
  return (JSON.parse(document) as { readonly content: Submission }).content; // only this module asks about its own subject
}
