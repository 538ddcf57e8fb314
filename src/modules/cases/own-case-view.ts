import type { Scope } from '../../kernel/scope.ts';
import { type ReadableSection, readable } from '../services/index.ts';
import type { OwnCaseFacts, OwnCaseKey } from './complete.ts';
import { ownCase } from './complete.ts';
import { serviceOf } from './service-of.ts';
import { type Signatures, signaturesForParty } from './signatures.ts';
import { dayAt } from './zone.ts';

/** One's own case, as its page shows it. */
export type OwnCaseView = OwnCaseFacts & {
  readonly title: string;
  readonly answers: readonly ReadableSection[];
  readonly today: Temporal.PlainDate;
  readonly signatures: Signatures | null;
  /** The reader sent it in; who signed it with them reads it too. */
  readonly isApplicant: boolean;
};

/** @throws Refusal not-found when it is not there or somebody else's */
export async function viewOwnCase(scope: Scope, key: OwnCaseKey): Promise<OwnCaseView> {
  const facts = await ownCase(scope, key);
  const { definition, words } = await serviceOf(scope, facts.filed, scope.language);
  return {
    ...facts,
    title: words.of('title'),
    answers: readable(definition, facts.filed.answers, { words, country: facts.authority.country }),
    today: dayAt(facts.authority, scope.now),
    signatures: await signaturesForParty(scope, facts.actions),
    isApplicant: facts.filed.applicant === scope.principal,
  };
}
