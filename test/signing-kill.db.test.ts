import type { PoolClient } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import type { SigningId } from '../src/kernel/ids.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { database } from './database.ts';
import { signingHouse } from './signing-house.ts';

/** Before which statement of the pages' connections the next one is cut; 0: none. */
const cut = { before: 0, sent: 0 };
const db = database(mayActBy('high'));
beforeAll(() => {
  db.pools.resident.on('error', () => undefined);
  db.pools.resident.on('connect', (client: PoolClient) => {
    client.on('error', () => undefined);
    const query = client.query.bind(client);
    const counted = (...args: unknown[]) => {
      cut.sent++;
      if (cut.sent === cut.before)
        (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      return (query as (...all: unknown[]) => unknown)(...args);
    };
    Object.assign(client, { query: counted });
  });
});
const house = signingHouse(db);

/** All that one signature leaves, counted as the owner sees it. */
async function left(id: SigningId) {
  const [row] = await db.sql<Record<string, number | string>>(
    `select s.seq, s.state,
       (select count(*)::int from signing.event e where e.signing_id = s.signing_id and e.kind = 'signed') as signed,
       (select count(*)::int from kernel.outbox o where o.kind = 'signing.completed' and o.body->>'signing' = $1) as told,
       (select count(*)::int from kernel.audit_line a where a.action = 'signing.sign' and a.resource->>'signing' = $1) as logged,
       (select count(*)::int from signing.signer i where i.signing_id = s.signing_id and i.ball = 'done') as listed
     from signing.signing s where s.signing_id = $1::uuid`,
    [id],
  );
  return row;
}

const nothing = { seq: 1, state: 'open', signed: 0, told: 0, logged: 0, listed: 0 };
const everything = { seq: 2, state: 'completed', signed: 1, told: 1, logged: 1, listed: 1 };

test('cut off at any statement between the e-ID’s answer and the page, it is signed whole or not at all, and nothing acknowledged is lost', async () => {
  const anna = house.partyOf('anna');
  const outcomes = { whole: 0, none: 0 };
  for (let n = 1, wasCut = true; wasCut; n++) {
    const id = await house.asked({ signers: [{ party: anna }] });
    const path = await house.toEidAndBack('anna', id, { person: 'anna' });
    Object.assign(cut, { before: n, sent: 0 });
    const answer = await house.get('anna', path);
    wasCut = cut.sent >= n;
    cut.before = 0;

    const kept = await left(id);
    if (answer.statusCode === 303) expect(kept).toEqual(everything);
    else expect([nothing, everything]).toContainEqual(kept);
    outcomes[kept?.signed === 1 ? 'whole' : 'none']++;

    if (kept?.signed === 0) {
      const again = await house.get('anna', await house.toEidAndBack('anna', id, { person: 'anna' }));
      expect(again.statusCode).toBe(303);
      expect(await left(id)).toEqual(everything);
    }
    expect(n).toBeLessThan(200);
  }
  expect(outcomes.none).toBeGreaterThan(5);
  expect(outcomes.whole).toBeGreaterThan(0);
});
