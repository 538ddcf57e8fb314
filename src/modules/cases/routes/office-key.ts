import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../../directory/index.ts';
import { caseIdIn } from '../complete.ts';
import type { CaseKey } from '../filed-case.ts';

/**
 * The authority of an office's address. One that the official does not work for looks the same as one that is not there.
 * @throws Refusal not-found
 */
export async function officeAuthority(scope: Scope, slug: string): Promise<Authority> {
  const authority = await authorityBySlug(scope, slug).catch((error: unknown) => {
    throw isRefusal(error, 'not-found') ? new Refusal('not-found', 'cases.not-found') : error;
  });
  if (!scope.fence.authorities.includes(authority.id)) throw new Refusal('not-found', 'cases.not-found');
  return authority;
}

/** @throws Refusal not-found */
export async function officeKey(
  scope: Scope,
  { authority, case: id }: { readonly authority: string; readonly case: string },
): Promise<CaseKey> {
  return { authority: (await officeAuthority(scope, authority)).id, case: caseIdIn(id) };
}
