import type { AuthorityId, PartyId } from '../ids.ts';
import { isUuid } from '../ids.ts';

/** Whose rows a transaction may touch: the rows of these authorities, and these parties' own rows. */
export type Fence = { readonly authorities: readonly AuthorityId[]; readonly parties: readonly PartyId[] };

/** `write-at-once`: a write whose statements are all asked at once, so that its commit leaves with them. */
export type Mode = 'read' | 'write' | 'write-at-once';

/**
 * The statements that open a fenced transaction, sent as one simple query.
 * Built from checked integers and UUIDs only: a syntax error here would cancel its own `begin`, and the statement that
 * follows in the pipeline would then run and commit unfenced. `set local` and not `set_config()`: on Citus only the
 * statement reaches the workers.
 * @throws TypeError when an id is not what its type says
 */
export function fenceSql(fence: Fence, mode: Mode): string {
  for (const id of fence.authorities) {
    if (!Number.isInteger(id) || id < 1 || id > 0x7fffffff) throw new TypeError('not an authority id');
  }
  for (const id of fence.parties) if (!isUuid(id)) throw new TypeError('not a party id');
  const begin = mode === 'read' ? 'begin read only' : 'begin read write';
  return `${begin};set local app.authorities='{${fence.authorities.join()}}';set local app.parties='{${fence.parties.join()}}'`;
}
