import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../src/kernel/database/connection.ts';
import type { Fence } from '../src/kernel/database/fence.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Room, Scope } from '../src/kernel/scope.ts';
import { database } from './database.ts';
import { approvalStatements } from './scopes/approvals.ts';
import { registerStatements } from './scopes/base-registers.ts';
import { caseStatementsByFile } from './scopes/cases.ts';
import { directoryStatements } from './scopes/directory.ts';
import { exchangeStatements } from './scopes/exchange.ts';
import { identityStatements } from './scopes/identity.ts';
import { intakeStatements } from './scopes/intake.ts';
import { kernelStatements } from './scopes/kernel.ts';
import { mailboxStatements } from './scopes/mailbox.ts';
import { mandateStatements } from './scopes/mandates.ts';
import { notificationStatements } from './scopes/notifications.ts';
import { overviewStatements } from './scopes/overview.ts';
import { paymentStatements } from './scopes/payments.ts';
import { payrollStatements } from './scopes/payroll.ts';
import { serviceStatements } from './scopes/services.ts';
import { signingStatements } from './scopes/signing.ts';
import { type Fenced, type Key, type Past, rooms, type Statement } from './scopes/statement.ts';
import { plant, sottunga, sundsvall, type World } from './scopes/worlds.ts';

/** Every store of the house, file by file, function by function: how it stands to the fence. */
const registry: Readonly<Record<string, Readonly<Record<string, Statement>>>> = {
  ...exchangeStatements,
  ...intakeStatements,
  ...kernelStatements,
  ...directoryStatements,
  ...notificationStatements,
  ...registerStatements,
  ...approvalStatements,
  ...paymentStatements,
  ...identityStatements,
  ...signingStatements,
  ...mailboxStatements,
  ...mandateStatements,
  ...overviewStatements,
  ...payrollStatements,
  ...serviceStatements,
  ...caseStatementsByFile,
};

const modules = join(projectRoot, 'src/modules');
const stores = ['*/store.ts', '*/store/*.ts'].flatMap((pattern) => globSync(pattern, { cwd: modules }));
const db = database();
beforeAll(async () => {
  await plant(db);
  await prepareCount('everything', 'true');
  await prepareCount('theirs', `t::text like '%${sottunga.authority}%' or t::text like '%${sottunga.party}%'`);
});

describe('the registry', () => {
  test('names every store of the modules', () => {
    const named = Object.keys(registry).filter((file) => !file.startsWith('..'));
    expect(named.sort()).toEqual(stores.sort());
  });

  test.each(Object.entries(registry))('names every function of %s', async (file, statements) => {
    const store: Record<string, unknown> = await import(join(modules, file));
    const functions = Object.keys(store).filter((name) => typeof store[name] === 'function');
    expect(Object.keys(statements).sort()).toEqual(functions.sort());
  });

  test('no module sends a statement from elsewhere than its store; facts that ship come in as the owner', () => {
    const statement = /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`|\.query[(<]/;
    const elsewhere = globSync('**/*.{ts,tsx}', { cwd: modules }).filter(
      (file) =>
        !stores.includes(file) &&
        !/\.test\.tsx?$|\/ship-[a-z]+\.ts$/.test(file) &&
        statement.test(readFileSync(join(modules, file), 'utf8')),
    );
    expect(elsewhere).toEqual([]);
  });
});

const all = Object.entries(registry).flatMap(([file, statements]) =>
  Object.entries(statements).map(([name, statement]) => ({ name: `${file} ${name}`, ...statement })),
);
const fencedOnes = all.filter((one) => one.kind === 'fenced');
const pastOnes = all.filter((one) => one.kind === 'past');

const nobody: Fence = { authorities: [], parties: [] };
const fence = (authority: World, party: World): Fence => ({
  authorities: [authority.authority],
  parties: [party.party],
});

function rightFence(of: World, key: Key): Fence {
  const { authorities, parties } = fence(of, of);
  return { authorities: key === 'party' ? [] : authorities, parties: key === 'authority' ? [] : parties };
}

/** Everything but the key, and for a room that never reaches it, the key as well. */
function wrongFences(key: Key | undefined): Fence[] {
  if (key === undefined) return [fence(sottunga, sottunga), nobody];
  const wrong = [nobody, fence(sundsvall, sundsvall)];
  if (key !== 'party') wrong.push(fence(sundsvall, sottunga));
  if (key !== 'authority') wrong.push(fence(sottunga, sundsvall));
  return wrong;
}

function scope(room: Room, behind: Fence): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room, fence: behind });
}

function isNothing(result: unknown): boolean {
  return !result || (Array.isArray(result) && result.length === 0);
}

/** A `no` of the database itself, or of a store that found no row to change. Any other error is a broken test. */
function isDenied(error: unknown): boolean {
  return (error as { code?: unknown }).code === '42501' || isRefusal(error);
}

class TakeBack extends Error {}

/** Whether the transaction has changed or locked a row: it gets its number by that. */
async function hasWritten(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`
    select pg_current_xact_id_if_assigned() is not null as wrote`.execute(tx);
  return rows[0]?.wrote !== false;
}

/** Whether it finds something or writes something; what it wrote is taken back. */
async function doesSomething(one: Fenced | Past, room: Room, behind: Fence): Promise<boolean> {
  let did = false;
  const work = scope(room, behind).write(async (tx) => {
    const result = await one.call(tx, sottunga, db.pools[room]);
    did = (await hasWritten(tx)) || !isNothing(result);
    throw new TakeBack();
  });
  await work.catch((error) => {
    if (!(error instanceof TakeBack)) throw error;
  });
  return did;
}

/** Prepares `name`: the rows of every table of ours, how many and a digest of what stands in them. */
async function prepareCount(name: string, where: string): Promise<void> {
  const tables = await db.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
  );
  const digest = `md5(coalesce(string_agg(t::text, chr(10) order by t::text), ''))`;
  const counts = tables.map(
    (table) =>
      `select '${table.name}' as "table", count(*)::int as rows, ${digest} as digest from ${table.name} t where ${where}`,
  );
  await db.sql(`prepare ${name} as ${counts.join(' union all ')} order by 1`);
}

/** As the owner sees it. */
const everything = () => db.sql('execute everything');
const theirs = () => db.sql('execute theirs');

/** As the function before has left everything; who does its work with the key takes it back. */
let untouched: Awaited<ReturnType<typeof everything>> | undefined;
let theirsUntouched: Awaited<ReturnType<typeof theirs>> | undefined;

describe.each(fencedOnes)('$name', (one) => {
  beforeAll(async () => {
    if (one.before) await db.sql(one.before, [sottunga.authority]);
  });

  test('does its work with the key', async () => {
    for (const [room, key] of Object.entries(one.by) as [Room, Key][]) {
      expect(await doesSomething(one, room, rightFence(sottunga, key)), room).toBe(true);
    }
  });

  test('gets nothing and changes nothing with another authority’s or another party’s scope', async () => {
    const before = (one.before ? undefined : untouched) ?? (await everything());
    const attempts = rooms.flatMap((room) => wrongFences(one.by[room]).map((behind) => ({ room, behind })));
    const wrote = await Promise.all(
      attempts.map(async ({ room, behind }) => {
        let wrote = false; // what is refused is undone
        const result = await scope(room, behind)
          .write(async (tx) => {
            const found = await one.call(tx, sottunga, db.pools[room]);
            wrote = await hasWritten(tx);
            return found;
          })
          .catch((error) => {
            if (!isDenied(error)) throw error;
          });
        expect(isNothing(result), `${room} behind ${JSON.stringify(behind)} got ${JSON.stringify(result)}`).toBe(true);
        return wrote;
      }),
    );
    // A function that is given the pool may write in a transaction of its own.
    untouched = wrote.includes(true) || one.call.length > 2 ? await everything() : before;
    expect(untouched).toEqual(before);
  });
});

describe.each(pastOnes)('$name, which goes past the fence: $why', (one) => {
  test(`is open to ${one.from.join(' and ')} only`, async () => {
    for (const room of rooms) {
      const asked = doesSomething(one, room, nobody);
      if (one.from.includes(room)) await asked;
      else await expect(asked, room).rejects.toMatchObject({ code: '42501' });
    }
  });
});

// Last, since one's own rows are changed: the way of who writes another's id into an address of their own.
describe.each(fencedOnes)('$name', (one) => {
  test('finds and changes nothing of another’s by their ids, under one’s own authority and party', async () => {
    const before = theirsUntouched ?? (await theirs());
    const { authority, party, token, secret } = sundsvall;
    const forged: World = { ...sottunga, authority, party, token, secret };
    for (const room of Object.keys(one.by) as Room[]) {
      const result = await scope(room, fence(sundsvall, sundsvall))
        .write((tx) => one.call(tx, forged, db.pools[room]))
        .catch((error) => error.message);
      expect(JSON.stringify(result ?? null)).not.toContain(sottunga.secret);
    }
    theirsUntouched = await theirs();
    expect(theirsUntouched).toEqual(before);
  });
});
