import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type Authority, authorityBySlug } from '../directory/index.ts';

/** An employer that the official does not work for looks the same as one that is not there. */
export async function employer(scope: Scope, slug: string): Promise<Authority> {
  const authority = await authorityBySlug(scope, slug).catch((error: unknown) => {
    throw isRefusal(error, 'not-found') ? new Refusal('not-found', 'payroll.run.not-found') : error;
  });
  if (!scope.fence.authorities.includes(authority.id)) throw new Refusal('not-found', 'payroll.run.not-found');
  return authority;
}
