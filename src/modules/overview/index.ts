export type { AskOptions, CaseSource, FoundCases } from './case-source.ts';
export { guarded } from './guard.ts';
export { bareItem, type OverviewItem } from './item.ts';
export { forgetLastKnownSchedule, lastKnownIn } from './last-known.ts';
export { machineClientRoutes } from './machine-clients/routes.tsx';
export { refusalTexts } from './refusal-texts.ts';
export { overviewRoutes, usualPatience } from './routes.tsx';
