import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadList, type SigningLine } from './store/signers.ts';

/** What is under way, by whose turn it is. */
export type OpenSignings = {
  readonly mine: readonly SigningLine[];
  readonly others: readonly SigningLine[];
};

export type OwnSignings = OpenSignings & { readonly done: readonly SigningLine[] };

const OPEN_MOST = 100;
const DONE_MOST = 50;

/**
 * What the reader is asked to sign, what waits for others, and what is over.
 * @throws Refusal not-allowed
 */
export async function ownSignings(scope: Scope): Promise<OwnSignings> {
  const party = await readerOf(scope);
  const [open, done] = await scope.read((tx) =>
    Promise.all([
      loadList(tx, party, { open: true, most: OPEN_MOST }),
      loadList(tx, party, { open: false, most: DONE_MOST }),
    ]),
  );
  // Past its deadline it is over, though the clock has not written so yet.
  const past = open.filter((line) => isPast(scope, line));
  const ended = past.map((line) => ({ ...line, ball: 'done' as const, state: 'expired' as const }));
  return { ...partedByTurn(scope, open), done: [...ended, ...done] };
}

/**
 * What is under way, for the pages that gather what waits.
 * @throws Refusal not-allowed
 */
export async function openSignings(scope: Scope): Promise<OpenSignings> {
  const party = await readerOf(scope);
  return partedByTurn(scope, await scope.read((tx) => loadList(tx, party, { open: true, most: OPEN_MOST })));
}

async function readerOf(scope: Scope): Promise<PartyId> {
  await permit(scope, 'signing.read', {}, scope.principal ?? undefined);
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}

function partedByTurn(scope: Scope, open: readonly SigningLine[]): OpenSignings {
  const now = open.filter((line) => !isPast(scope, line));
  return { mine: now.filter(({ ball }) => ball === 'me'), others: now.filter(({ ball }) => ball === 'others') };
}

function isPast({ now }: Scope, { deadline }: SigningLine): boolean {
  return Temporal.Instant.compare(now, deadline) >= 0;
}
