import type { Scope } from '../../kernel/scope.ts';
import { permit } from '../../kernel/scope.ts';
import type { Reveal } from '../identity/index.ts';
import { type CaseKey, resourceOf } from './filed-case.ts';
import { caseInReach } from './handle.ts';

/** What an official may need an identity number for; each is a text that the person reads in their log. */
export const revealPurposes = ['register', 'contact', 'decision'] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

/**
 * The applicant's identity number, for the page that asked for it and no other.
 * @throws Refusal not-found | not-allowed
 */
export async function revealApplicant(
  scope: Scope,
  reveal: Reveal,
  key: CaseKey,
  purpose: RevealPurpose,
): Promise<Awaited<ReturnType<Reveal>>> {
  const filed = await caseInReach(scope, key);
  await permit(scope, 'identity.reveal', resourceOf(filed));
  return reveal(scope, filed.applicant, {
    purpose: `cases.purpose.reveal-${purpose}`,
    authority: filed.authority,
    task: filed.task,
    unit: filed.unit,
    resource: { case: filed.case },
  });
}
