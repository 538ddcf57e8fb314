import './events.ts';

export type { SignedDocument } from './document.ts';
export { expireSchedule } from './expire.ts';
export { refusalTexts } from './refusal-texts.ts';
export { requestSignatures, type SignatureRequest } from './request-signatures.ts';
export type { SigningSubject } from './signing.ts';
export { type SigningNow, signingState } from './signing-state.ts';
export { withdraw } from './withdraw.ts';
