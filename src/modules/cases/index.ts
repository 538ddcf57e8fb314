import './events.ts';
import type { FileIntake, FileStore } from '../../kernel/files/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { Subscription } from '../../kernel/jobs/subscription.ts';
import type { MakeScope } from '../../kernel/scope.ts';
import type { Reveal } from '../identity/index.ts';
import type { EvidenceParts } from '../signing/index.ts';
import type { AsksCosigners } from './ask-cosigners.ts';
import { cosignSubscriptions } from './cosign-letters.ts';
import { type LetterParts, letterSubscriptions } from './deliver-letters.ts';
import { followProtection } from './follow-protection.ts';
import { caseApiRoutes } from './routes/api.ts';
import { filingRoutes } from './routes/filing.ts';
import { officeRoutes } from './routes/office.tsx';
import { officeActRoutes } from './routes/office-acts.tsx';
import { officeOverviewRoutes } from './routes/office-overview.tsx';
import { ownRoutes } from './routes/own.tsx';

export type CasesParts = {
  readonly files: Pick<FileStore, 'open'>;
  readonly intake: FileIntake;
  readonly reveal: Reveal;
  readonly makeScope: MakeScope;
  readonly cosigning: AsksCosigners;
};

/** Filing, the person's own pages, the office, and the lists as JSON. */
export async function casesRoutes(app: App, parts: CasesParts): Promise<void> {
  await filingRoutes(app, parts.cosigning);
  await ownRoutes(app, parts);
  await officeRoutes(app, parts);
  await officeOverviewRoutes(app, parts);
  await officeActRoutes(app);
  await caseApiRoutes(app);
}

/** What follows when something has happened, here or in identity. */
export function subscriptions(parts: LetterParts & EvidenceParts): readonly Subscription[] {
  return [...letterSubscriptions(parts), ...cosignSubscriptions(parts), followProtection];
}

export { caseResource } from './case-resource.ts';
export { caseSchedules as schedules } from './erase-expired.ts';
export type { CaseEvent } from './events.ts';
export { fileCase } from './file-case.ts';
export { kundhandelserRoutes } from './kundhandelser/routes.ts';
export { caseSource, messageSource } from './overview-sources.ts';
export { readOwnCases } from './own-cases.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { signatureSource } from './signature-source.ts';
export { namedFiles } from './store/retention.ts';
