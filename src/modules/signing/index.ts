import './events.ts';

export type { SignedDocument } from './document.ts';
export type {
  ElectronicSignature,
  SignatureAnswer,
  SignedAtEid,
  SignRequest,
  ToBeSigned,
} from './electronic-signature.ts';
export { type Evidence, type EvidenceParts, evidenceOf } from './evidence.ts';
export { expireSchedule } from './expire.ts';
export { type JsonSignature, type JsonSigner, jsonSigner, publishedKeys } from './keys.ts';
export { type OpenSignings, openSignings } from './own-signings.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { requestSignatures, type SignatureRequest } from './request-signatures.ts';
export { signingRoutes } from './routes.tsx';
export { rotateSignatureKey, shipSignatureKey } from './ship-keys.ts';
export { type NamedSigner, signersOf } from './signers-of.ts';
export type { SigningSubject } from './signing.ts';
export { type SigningNow, signingState } from './signing-state.ts';
export type { SubjectLink } from './subject-link.ts';
export { EvidenceProblem, verifyEvidence } from './verify-evidence.ts';
export { withdraw } from './withdraw.ts';
