import type { Resource } from '../../kernel/authority.ts';
import { type AuthorityId, type CaseId, isUuid } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { resourceOf } from './filed-case.ts';
import { findCase } from './store/case.ts';

/** What a case is to a question of authority; null for one that is not the authority's. */
export async function caseResource(scope: Scope, authority: AuthorityId, id: string): Promise<Resource | null> {
  if (!isUuid(id)) return null;
  const filed = await scope.read((tx) => findCase(tx, { authority, case: id as CaseId }));
  return filed ? resourceOf(filed) : null;
}
