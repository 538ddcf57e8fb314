import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, newId } from '../ids.ts';
import { prepared } from './prepared.ts';

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
