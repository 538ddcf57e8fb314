import './events.ts';

export { accountHint } from './account.ts';
export { type AccountChangeLine, accountChanges } from './account-changes.ts';
export { type AccountChange, accountSubscriptions, changeAccount } from './change-account.ts';
export {
  type AskedPayment,
  type BatchRequest,
  type FaultyPayment,
  faultsOf,
  openBatch,
  type PaymentFault,
} from './open-batch.ts';
export { type Payable, payableAccounts } from './payable.ts';
export { keepPayerOf } from './payer.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type BatchKey, proposeRelease, type ReleaseProposal, release, releasedFile } from './release.ts';
export { paymentRoutes } from './routes.tsx';
export { loadPayer, type Payer } from './store/payers.ts';
export { takeAnswerIn } from './take-answer.ts';
