export type { Destination } from './destination.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type IntakeParts, intakeRoutes } from './routes.tsx';
export type { RunParts } from './run-file.ts';
export { type AccountParts, accountSubscription, type SendFile } from './send-account.ts';
export { namedFiles } from './store/mappings.ts';
export { runSubscription } from './subscriptions.ts';
export type { AboutPeople, Brought, Code, IntakeTarget, Taking, TargetField, TargetRow } from './target.ts';
