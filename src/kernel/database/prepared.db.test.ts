import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, newId } from '../ids.ts';
import { prepared } from './prepared.ts';
import { preparedList } from './prepared-list.ts';

const db = database();

function job() {
  const fence = { authorities: [2480766 as AuthorityId], parties: [] };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

test('each call has its own parameters, and what does not change stays', async () => {
  let built = 0;
  const ask = prepared((tx, { id }: { readonly id: string }) => {
    built += 1;
    return tx.selectNoFrom([sql<string>`${id}::text`.as('id'), sql<number>`${7}::int`.as('seven')]);
  });
  const answers = await job().read((tx) => Promise.all(['a', "b'; drop"].map((id) => ask(tx, { id }))));
  expect(answers).toEqual([[{ id: 'a', seven: 7 }], [{ id: "b'; drop", seven: 7 }]]);
  expect(built).toBe(1);
});

test('a moment is sent as every moment is', async () => {
  const at = Temporal.Instant.from('2026-03-29T01:30:00.123456Z');
  const ask = prepared((tx, key: { readonly at: Temporal.Instant }) =>
    tx.selectNoFrom(sql<Temporal.Instant>`${key.at}::timestamptz`.as('at')),
  );
  const [row] = await job().read((tx) => ask(tx, { at }));
  expect(row?.at.equals(at)).toBe(true);
});

test('a text that depends on what a parameter is can not be prepared', async () => {
  const ask = prepared((tx, { most }: { readonly most: number }) =>
    tx
      .selectFrom('kernel.audit_line')
      .select('line_id')
      .limit(most + 1),
  );
  await expect(job().read((tx) => ask(tx, { most: 5 }))).rejects.toThrow(/may not depend on its parameter "most"/);
});

test('it lies behind the fence of the scope that asks, not of the one that asked first', async () => {
  const [anna, erik] = [newId<never>(), newId<never>()];
  const ask = prepared((tx, _none: object) =>
    tx.selectNoFrom(sql<string>`current_setting('app.parties')`.as('parties')),
  );
  for (const party of [anna, erik]) {
    const actor = { kind: 'person', party, name: 'A', assurance: 'high', session: 's' } as const;
    const scope = db.scopes({
      actor,
      principal: party,
      room: 'resident',
      fence: { authorities: [], parties: [party] },
    });
    expect(await scope.read((tx) => ask(tx, {}))).toEqual([{ parties: `{${party}}` }]);
  }
});

describe('a list', () => {
  const days = preparedList(['day', 'at', 'name'], (tx, { most }: { readonly most: number }) =>
    tx
      .selectFrom(sql<{ n: number }>`generate_series(1, ${most}::int)`.as<'series'>(sql`series(n)`))
      .select([
        sql<Temporal.PlainDate>`date '2026-03-28' + n`.as('day'),
        sql<Temporal.Instant>`timestamptz '2026-03-28 12:00:00.123456+02' + n * interval '1 day'`.as('at'),
        sql<string | null>`case when n = 2 then '"<å' end`.as('name'),
      ])
      .orderBy('n', 'desc'),
  );

  test('comes as its rows, in order, with moments and days as texts', async () => {
    expect(await job().read((tx) => days(tx, { most: 2 }))).toEqual([
      { day: '2026-03-30', at: '2026-03-30T10:00:00.123456+00:00', name: '"<å' },
      { day: '2026-03-29', at: '2026-03-29T10:00:00.123456+00:00', name: null },
    ]);
  });

  test('may be empty', async () => {
    expect(await job().read((tx) => days(tx, { most: 0 }))).toEqual([]);
  });
});
