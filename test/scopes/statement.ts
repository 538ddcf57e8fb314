import type { Pool } from 'pg';
import type { Tx } from '../../src/kernel/database/connection.ts';
import type { Room } from '../../src/kernel/scope.ts';
import type { World } from './worlds.ts';

/** What must be inside the fence for a login role to reach the row: the authority, the party, or both. */
export type Key = 'authority' | 'party' | 'both';

export const rooms = ['resident', 'official', 'worker'] as const satisfies readonly Room[];

/** The function under test on rows of a world; the pool is the room's own, for what runs outside a transaction. */
type Call = (tx: Tx, of: World, pool: Pool) => Promise<unknown>;

/** Reached with the key, in these rooms; in all others, and without the key, it gets nothing. */
export type Fenced = {
  readonly kind: 'fenced';
  readonly by: Partial<Record<Room, Key>>;
  readonly call: Call;
  readonly before?: string;
};

/** Goes past the fence by a narrow function, from these rooms only. */
export type Past = { readonly kind: 'past'; readonly from: readonly Room[]; readonly why: string; readonly call: Call };

/** How a store function stands to the fence; `open`: it reads or writes what is open to all, or sends no statement. */
export type Statement = Fenced | Past | { readonly kind: 'open'; readonly why: string };

/** @param before run as the owner first, `$1` the authority: what the call needs to have something to do */
export function fenced(by: Partial<Record<Room, Key>>, call: Call, before?: string): Statement {
  return { kind: 'fenced', by, call, ...(before === undefined ? {} : { before }) };
}

export function past(from: readonly Room[], why: string, call: Call): Statement {
  return { kind: 'past', from, why, call };
}

export function open(why: string): Statement {
  return { kind: 'open', why };
}

/** Every function of a store, so that the compiler asks for the one that is forgotten. */
export type StatementsOf<Store> = {
  readonly [Name in keyof Store as Store[Name] extends (...args: never[]) => unknown ? Name : never]: Statement;
};
