import type { AuthorityId, PartyId } from '../ids.ts';
import { isUuid } from '../ids.ts';

/** Whose rows a transaction may touch: the rows of these authorities, and these parties' own rows. */
export type Fence = { readonly authorities: readonly AuthorityId[]; readonly parties: readonly PartyId[] };

export const READ_ONLY = 'begin read only';

/**
 * The statements that open a fenced transaction.
 * Built from checked integers and UUIDs only: sent as one simple query, a syntax error here would cancel its own `begin`,
 * and what follows in the pipeline would then run and commit unfenced. `set local` and not `set_config()`: on Citus only
 * the statement reaches the workers.
 * @throws TypeError when an id is not what its type says
 */
export function openingOf(
  fence: Fence,
  mode: 'read' | 'write',
): readonly [begin: string, authorities: string, parties: string] {
  for (const id of fence.authorities) {
    if (!Number.isInteger(id) || id < 1 || id > 0x7fffffff) throw new TypeError('not an authority id');
  }
  for (const id of fence.parties) if (!isUuid(id)) throw new TypeError('not a party id');
  return [
    mode === 'read' ? READ_ONLY : 'begin read write',
    `set local app.authorities='{${fence.authorities.join()}}'`,
    `set local app.parties='{${fence.parties.join()}}'`,
  ];
}
