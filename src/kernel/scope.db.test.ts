import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../test/database.ts';
import type { Actor } from './authority.ts';
import type { Tx } from './database/connection.ts';
import { pipelined } from './database/pipelined.ts';
import { type AuthorityId, newId, type PartyId } from './ids.ts';
import type { Scope } from './scope.ts';

const db = database();
const anna = newId<PartyId>();
const erik = newId<PartyId>();
const sottunga = 2480766 as AuthorityId;

function resident(party: PartyId): Scope {
  const actor: Actor = { kind: 'person', party, name: 'A', assurance: 'high', session: 's' };
  return db.scopes({ actor, principal: party, room: 'resident', fence: { authorities: [], parties: [party] } });
}

function job(authorities: AuthorityId[]): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities, parties: [] } });
}

function line(about: PartyId) {
  return { about, action: 'case.read' as const, purpose: 'test.purpose', basis: [], authority: sottunga };
}

async function linesOf(tx: Tx): Promise<string[]> {
  const rows = await tx.selectFrom('kernel.audit_line').select('party_id').execute();
  return rows.map((row) => row.party_id);
}

function linesSeen(scope: Scope): Promise<string[]> {
  return scope.read(linesOf);
}

beforeAll(async () => {
  await job([sottunga]).write(async (tx) => {
    const scope = job([sottunga]);
    await Promise.all([scope.audit(tx, line(anna)), scope.audit(tx, line(erik))]);
  });
});

test('a person sees their own rows and nobody else’s, although the statement names nobody', async () => {
  expect(await linesSeen(resident(anna))).toEqual([anna]);
});

test('a party without rows sees none', async () => {
  expect(await linesSeen(resident(newId()))).toEqual([]);
});

test('a job behind one authority can not write for another', async () => {
  const scope = job([7520180 as AuthorityId]);
  await expect(scope.write((tx) => scope.audit(tx, line(anna)))).rejects.toThrow(/row-level security/);
});

test('a setting that is missing throws, and does not open the table', async () => {
  await expect(db.pools.resident.query('select * from kernel.audit_line')).rejects.toThrow(
    /app\.parties|malformed array/,
  );
});

test('after a transaction a reused connection has no fence left', async () => {
  await linesSeen(resident(anna));
  await Promise.all(
    Array.from({ length: 8 }, () =>
      expect(db.pools.resident.query('select * from kernel.audit_line')).rejects.toThrow(),
    ),
  );
});

test('a read can not write', async () => {
  const scope = job([sottunga]);
  await expect(scope.read((tx) => scope.audit(tx, line(anna)))).rejects.toThrow(/read-only transaction/);
});

test('an error rolls back all of the write, and the connection serves the next', async () => {
  const stranger = newId<PartyId>();
  const scope = job([sottunga]);
  await expect(
    scope.write(async (tx) => {
      await scope.audit(tx, line(stranger));
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await linesSeen(resident(stranger))).toEqual([]);
});

test('a failed statement that is swallowed does not pass for a commit', async () => {
  const scope = job([sottunga]);
  await expect(
    scope.write(async (tx) => {
      await sql`select 1 / 0`.execute(tx).catch(() => undefined);
    }),
  ).rejects.toThrow(/rolled back/);
});

test('a write at once is kept whole, or not at all', async () => {
  const [kept, undone] = [newId<PartyId>(), newId<PartyId>()];
  const scope = job([sottunga]);
  await scope.writeAtOnce((tx) => Promise.all([scope.audit(tx, line(kept)), scope.audit(tx, line(kept))]));
  expect(await linesSeen(resident(kept))).toEqual([kept, kept]);
  const failing = scope.writeAtOnce((tx) =>
    pipelined([scope.audit(tx, line(undone)), sql`select 1 / 0`.execute(tx), scope.audit(tx, line(undone))]),
  );
  await expect(failing).rejects.toThrow(/division by zero/);
  expect(await linesSeen(resident(undone))).toEqual([]);
});

test('a write at once that throws in the same turn, or swallows a failure, keeps nothing', async () => {
  const stranger = newId<PartyId>();
  const scope = job([sottunga]);
  const thrown = scope.writeAtOnce(async (tx) => {
    scope.audit(tx, line(stranger)).catch(() => undefined);
    throw new Error('no');
  });
  await expect(thrown).rejects.toThrow('no');
  const swallowed = scope.writeAtOnce(async (tx) => {
    await Promise.all([scope.audit(tx, line(stranger)), sql`select 1 / 0`.execute(tx).catch(() => undefined)]);
  });
  await expect(swallowed).rejects.toThrow(/rolled back/);
  expect(await linesSeen(resident(stranger))).toEqual([]);
});

test('a write at once whose commit fails is not done, though each of its statements was', async () => {
  const undone = newId<PartyId>();
  const late = 'create temp table late (n int unique deferrable initially deferred) on commit drop';
  const answered: string[] = [];
  const scope = job([sottunga]);
  const failing = scope.writeAtOnce((tx) =>
    Promise.all([
      sql.raw(late).execute(tx),
      sql`insert into late values (1), (1)`.execute(tx),
      scope.audit(tx, line(undone)).then(() => answered.push('audit')),
    ]),
  );
  await expect(failing).rejects.toThrow(/duplicate key value/);
  expect(answered).toEqual(['audit']);
  expect(await linesSeen(resident(undone))).toEqual([]);
});

test('after a write at once that failed the connections serve the next, and what was behind the failure says so', async () => {
  const kept = newId<PartyId>();
  for (let n = 0; n < 12; n++) {
    const outcomes: unknown[] = [];
    const failing = job([sottunga]).writeAtOnce(async (tx) => {
      const asked = [sql`select 1`.execute(tx), sql`select 1 / 0`.execute(tx), sql`select 2`.execute(tx)];
      for (const { status, ...rest } of await Promise.allSettled(asked)) {
        outcomes.push(status === 'fulfilled' ? status : String((rest as { reason: unknown }).reason));
      }
    });
    await expect(failing).rejects.toThrow(/rolled back/);
    expect(outcomes).toEqual([
      'fulfilled',
      'error: division by zero',
      'BehindFailed: a statement before this one failed',
    ]);
  }
  await Promise.all(
    Array.from({ length: 12 }, () => job([sottunga]).writeAtOnce((tx) => job([sottunga]).audit(tx, line(kept)))),
  );
  expect(await linesSeen(resident(kept))).toHaveLength(12);
});

test('a write at once answers nothing that is asked after an answer', async () => {
  const late = job([sottunga]).writeAtOnce(async (tx) => {
    await sql`select 1`.execute(tx);
    await sql`select 2`.execute(tx);
  });
  await expect(late).rejects.toThrow(/at once/);
});

test('statements sent at once are pipelined and answered in order', async () => {
  const answers = await job([sottunga]).read((tx) =>
    Promise.all([1, 2, 3].map(async (n) => (await sql<{ n: number }>`select ${n}::int as n`.execute(tx)).rows[0]?.n)),
  );
  expect(answers).toEqual([1, 2, 3]);
});

test('what a read asks after an answer lies behind the fence again', async () => {
  const settings = sql<{ parties: string }>`select current_setting('app.parties') as parties`;
  const seen = await resident(anna).read(async (tx) => {
    const first = await settings.execute(tx);
    const [second, third] = await Promise.all([settings.execute(tx), linesOf(tx)]);
    return [first.rows, second.rows, third];
  });
  expect(seen).toEqual([[{ parties: `{${anna}}` }], [{ parties: `{${anna}}` }], [anna]]);
});

test('a failed statement of a read fails what was asked with it, and nothing after it', async () => {
  const answer = resident(anna).read(async (tx) => {
    const asked = await Promise.allSettled([sql`select 1 / 0`.execute(tx), linesOf(tx)]);
    return [...asked.map(({ status }) => status), await linesOf(tx)];
  });
  expect(await answer).toEqual(['rejected', 'rejected', [anna]]);
});

test('what several ask in one turn leaves together, each behind their own fence', async () => {
  const settings = sql<{ parties: string }>`select current_setting('app.parties') as parties`;
  const parties = [anna, erik, newId<PartyId>(), anna];
  const seen = await Promise.all(
    parties.map((party) => resident(party).read(async (tx) => [(await settings.execute(tx)).rows, await linesOf(tx)])),
  );
  expect(seen).toEqual(
    parties.map((party) => [[{ parties: `{${party}}` }], party === anna || party === erik ? [party] : []]),
  );
});

test('a statement that fails fails no other read, whether it lies behind the same fence or behind it in line', async () => {
  const fails = (party: PartyId) => resident(party).read((tx) => sql`select 1 / 0`.execute(tx));
  const unknown = () => resident(erik).read((tx) => sql`select * from kernel.nothing_of_the_kind`.execute(tx));
  for (let turn = 0; turn < 2; turn += 1) {
    const reads = [linesSeen(resident(anna)), fails(anna), linesSeen(resident(anna)), fails(erik), unknown()];
    const outcomes = await Promise.allSettled([...reads, linesSeen(resident(erik)), linesSeen(resident(newId()))]);
    expect(outcomes.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      [anna],
      expect.stringContaining('division by zero'),
      [anna],
      expect.stringContaining('division by zero'),
      expect.stringContaining('does not exist'),
      [erik],
      [],
    ]);
  }
});

test('a read that its connection fails is told so, and the next has another', async () => {
  const killed = resident(anna).read((tx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx));
  const outcomes = await Promise.allSettled([killed, linesSeen(resident(erik))]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await linesSeen(resident(erik))).toEqual([erik]);
});

test('a statement after the scope has ended is refused', async () => {
  let leaked: Parameters<Parameters<Scope['read']>[0]>[0] | undefined;
  await job([sottunga]).read(async (tx) => {
    leaked = tx;
    await sql`select 1`.execute(tx);
  });
  if (!leaked) throw new Error('the work did not run');
  await expect(sql`select 1`.execute(leaked)).rejects.toThrow(/closed/);
});

test('a use case that waits for somebody else between its transactions holds no connection', async () => {
  const scope = resident(anna);
  const pool = db.pools.resident;
  const slow = Array.from({ length: 20 }, async () => {
    await linesSeen(scope);
    await new Promise((resolve) => setTimeout(resolve, 100)); // the remote call
    expect(pool.totalCount - pool.idleCount).toBeLessThanOrEqual(4);
    return linesSeen(scope);
  });
  expect(await Promise.all(slow)).toHaveLength(20);
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0);
});

test('the audit trail can not be changed, not even by its owner', async () => {
  await expect(db.sql('delete from kernel.audit_line')).rejects.toThrow(/append-only/);
  await expect(db.sql(`update kernel.audit_line set purpose = 'other'`)).rejects.toThrow(/append-only/);
});

test('an anonymous actor leaves no line, and so may not look', async () => {
  const scope = db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } });
  await expect(scope.write((tx) => scope.audit(tx, line(anna)))).rejects.toThrow(TypeError);
});
