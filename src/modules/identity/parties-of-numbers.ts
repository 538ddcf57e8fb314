import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { findPartiesOfNumbers, findProtected } from './store/parties.ts';

/** Who here has the numbers that a register has named; those whom nobody here knows are left out, and nobody is made. */
export async function partiesOfNumbers(
  scope: Scope,
  secrets: Pick<Secrets, 'indexes'>,
  numbers: readonly Identifier[],
): Promise<ReadonlyMap<string, PartyId>> {
  const indexed = numbers.flatMap(({ country, value }) =>
    secrets.indexes(`${country}:${value}`, 'identity.number').map((index) => ({ value, index })),
  );
  if (indexed.length === 0) return new Map();
  const found = await scope.read((tx) =>
    findPartiesOfNumbers(
      tx,
      indexed.map(({ index }) => index),
    ),
  );
  const parties = new Map(found.map(({ index, party }) => [index.toString('hex'), party]));
  return new Map(
    indexed.flatMap(({ value, index }) => {
      const party = parties.get(index.toString('hex'));
      return party ? [[value, party] as const] : [];
    }),
  );
}

/** Which of the numbers that another register has named are of a protected identity: no name is shown for those. */
export async function protectedNumbers(
  scope: Scope,
  secrets: Pick<Secrets, 'indexes'>,
  numbers: readonly Identifier[],
): Promise<ReadonlySet<string>> {
  const indexed = numbers.flatMap(({ country, value }) =>
    secrets.indexes(`${country}:${value}`, 'identity.number').map((index) => ({ value, index })),
  );
  if (indexed.length === 0) return new Set();
  const indexes = indexed.map(({ index }) => index);
  const found = new Set((await scope.read((tx) => findProtected(tx, indexes))).map((index) => index.toString('hex')));
  return new Set(indexed.flatMap(({ value, index }) => (found.has(index.toString('hex')) ? [value] : [])));
}
