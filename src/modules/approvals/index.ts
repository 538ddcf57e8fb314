import './events.ts';

export type { ApprovalRule, ApprovalSummary } from './approval.ts';
export { type ApproverParts, approverRoutes } from './approver-routes.tsx';
export { expireSchedule } from './expire.ts';
export { type Proposal, propose } from './propose.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type ApprovalsParts, approvalRoutes } from './routes.tsx';
export { type Asked, answeredBy, claim, type Standing, standing } from './standing.ts';
export { hasApprovers } from './store/approvers.ts';
export { approve, type VoteKey } from './vote.ts';
