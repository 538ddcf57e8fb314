import type { Action, Task } from '../../kernel/authority.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import type { MachineRight } from '../../kernel/machine-clients/index.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import type { IntakeTarget } from './target.ts';

/** Where some kinds of files are handled, and by whom: each has its own pages, and shows none of another's. */
export type Desk = {
  /** Of its pages; `:authority` is the slug. */
  readonly url: string;
  readonly right: { readonly action: Action; readonly task?: Task };
  readonly targets: readonly IntakeTarget[];
  /** Where an authority's own systems bring the same rows, and what their key must let them. */
  readonly machines?: { readonly url: string; readonly right: MachineRight };
};

export type AtDesk = { readonly there: Scope; readonly permitted: Permit };

/** @throws Refusal not-allowed */
export async function atDesk(scope: Scope, { right }: Desk, authority: AuthorityId): Promise<AtDesk> {
  const { action, task } = right;
  const permitted = await permit(scope, action, { authority, ...(task ? { task } : {}) });
  return { there: scope.reaching(permitted, { authorities: [authority] }), permitted };
}

/** The address of a desk's pages for one authority. */
export function deskHref({ url }: Pick<Desk, 'url'>, slug: string): string {
  return url.replace(':authority', slug);
}
