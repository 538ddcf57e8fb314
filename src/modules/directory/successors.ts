import { dateIn } from '../../kernel/calendar/format.ts';
import { keptFor } from '../../kernel/kept.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Authority } from './authority.ts';
import { authoritiesByIds } from './find-authority.ts';
import { loadSuccessions } from './store/successions.ts';
import { holdersOf, inForce, type Succession } from './succession.ts';

/** Asked by every front page, and changed a few times in a decade: kept as other public facts are. */
const successions = keptFor<'all', readonly Succession[]>(5_000, 1);

/** After a change that this process has made. */
export function forgetSuccessions(): void {
  successions.forget('all');
}

async function succeeded(scope: Scope): Promise<readonly Succession[]> {
  const known = successions.get('all') ?? successions.keep('all', await scope.read(loadSuccessions));
  return inForce(known, today(scope));
}

/** The same day as the session look-up's: rights and pages change together. */
function today(scope: Scope): Temporal.PlainDate {
  return dateIn('SE', scope.now);
}

/** Who does today what an authority did, and since when. */
export type Successors = { readonly since: Temporal.PlainDate; readonly authorities: readonly Authority[] };

/** Null when it still does it itself. Its own pages, cases and numbers live on in either case. */
export async function successorsOf(scope: Scope, authority: Authority): Promise<Successors | null> {
  const all = await succeeded(scope);
  const own = all.filter((one) => one.predecessor === authority.id);
  const [first, ...others] = own.map((one) => one.inForceOn);
  if (!first) return null;
  const since = others.reduce((a, b) => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b), first);
  const ids = holdersOf(all, authority.id, today(scope));
  const found = await authoritiesByIds(scope, ids);
  return { since, authorities: ids.flatMap((id) => found.get(id) ?? []) };
}

/** The authorities without those that others have succeeded: what the list of the front page shows. */
export async function withoutSucceeded(scope: Scope, all: readonly Authority[]): Promise<readonly Authority[]> {
  const gone = new Set((await succeeded(scope)).map((one) => one.predecessor));
  return gone.size === 0 ? all : all.filter((one) => !gone.has(one.id));
}
