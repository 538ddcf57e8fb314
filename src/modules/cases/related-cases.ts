import { permit, type Scope } from '../../kernel/scope.ts';
import type { OwnCaseFacts } from './complete.ts';
import { listOwnCases } from './store/case-party.ts';

/** Another case of the same person's about the same thing at the same authority: an earlier application, one for a sibling. */
export type RelatedCase = { readonly diaryNumber: string; readonly filedAt: Temporal.Instant; readonly href: string };

const SHOWN = 5;
/** Of the person's cases, the latest so many are looked through. */
const LOOKED_AT = 100;

/** The latest first, and no more than the reader may see of the person's cases. @throws Refusal not-allowed */
export async function relatedCases(scope: Scope, { filed, authority }: OwnCaseFacts): Promise<readonly RelatedCase[]> {
  const { principal } = scope;
  if (principal === null) return [];
  const { extent } = await permit(scope, 'case.read-own', {});
  const own = await scope.read((tx) => listOwnCases(tx, principal, { most: LOOKED_AT, extent }));
  return own
    .filter((one) => one.authority === authority.id && one.service === filed.service && one.case !== filed.case)
    .slice(0, SHOWN)
    .map(({ diaryNumber, filedAt, case: id }) => ({
      ...{ diaryNumber, filedAt },
      href: `/mina-sidor/arenden/${authority.slug}/${id}`,
    }));
}
