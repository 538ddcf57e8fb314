import type { Tx } from '../../../kernel/database/connection.ts';
import type { MandateId } from '../../../kernel/ids.ts';
import type { Mandate } from '../mandate.ts';
import { loadMandate } from '../store.ts';

/** More than may be; one that leads round in a circle ends here too. */
const READ_MOST = 8;

/** A mandate, then what it was passed on from, and so on to the first that the scope reaches. */
export async function loadChain(tx: Tx, id: MandateId): Promise<Mandate[]> {
  const chain: Mandate[] = [];
  for (let next: MandateId | undefined = id; next && chain.length < READ_MOST; ) {
    const found: Mandate | undefined = (await loadMandate(tx, next))?.mandate;
    if (!found) break;
    chain.push(found);
    next = found.terms.passedOn?.from;
  }
  return chain;
}
