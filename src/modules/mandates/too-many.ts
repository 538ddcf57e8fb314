import type { Tx } from '../../kernel/database/connection.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Mandate } from './mandate.ts';
import { loadAsked, lockAsker } from './store/asked.ts';

/** Unsigned ones by one person at a time: nobody means to sign more. */
const OPEN_MOST = 20;
/** Asked of others by one person at a time. */
const REQUESTS_MOST = 5;
/** Who has said no is left in peace. */
const PEACE_DAYS = 30;

/**
 * Nobody is flooded with what they never asked for: so many open at a time, one at a time to each, and none for a while
 * after a no. Of two at once by the same person the second counts the first.
 * @throws Refusal conflict
 */
export async function assertNotTooMany(tx: Tx, { draftedBy, draftedAt, terms }: Mandate): Promise<void> {
  await lockAsker(tx, draftedBy);
  const recent = await loadAsked(tx, draftedBy, draftedAt.subtract({ hours: 24 * PEACE_DAYS }));
  const open = recent.filter(({ isOpen }) => isOpen);
  if (open.length >= OPEN_MOST) throw new Refusal('conflict', 'mandates.ask.too-many');
  if (terms.requestedBy === null) return;
  const requests = open.filter(({ isRequest }) => isRequest);
  if (requests.length >= REQUESTS_MOST) throw new Refusal('conflict', 'mandates.ask.too-many');
  const asked = new Set(terms.grantors.map(({ party }) => party));
  const same = recent.filter(({ isRequest, grantors }) => isRequest && grantors.some((one) => asked.has(one)));
  if (same.some(({ isOpen }) => isOpen)) throw new Refusal('conflict', 'mandates.ask.already');
  if (same.some(({ isRefused }) => isRefused)) throw new Refusal('conflict', 'mandates.ask.was-refused');
}
