import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadList, type SigningLine } from './store/signers.ts';

export type OwnSignings = {
  readonly mine: readonly SigningLine[];
  readonly others: readonly SigningLine[];
  readonly done: readonly SigningLine[];
};

const OPEN_MOST = 100;
const DONE_MOST = 50;

/**
 * What the reader is asked to sign, what waits for others, and what is over.
 * @throws Refusal not-allowed
 */
export async function ownSignings(scope: Scope): Promise<OwnSignings> {
  await permit(scope, 'signing.read', {}, scope.principal ?? undefined);
  const party = scope.principal;
  if (party === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const [open, done] = await scope.read((tx) =>
    Promise.all([
      loadList(tx, party, { open: true, most: OPEN_MOST }),
      loadList(tx, party, { open: false, most: DONE_MOST }),
    ]),
  );
  // Past its deadline it is over, though the clock has not written so yet.
  const isPast = (line: SigningLine) => Temporal.Instant.compare(scope.now, line.deadline) >= 0;
  const past = open.filter(isPast).map((line) => ({ ...line, ball: 'done' as const, state: 'expired' as const }));
  const now = open.filter((line) => !isPast(line));
  return {
    mine: now.filter(({ ball }) => ball === 'me'),
    others: now.filter(({ ball }) => ball === 'others'),
    done: [...past, ...done],
  };
}
