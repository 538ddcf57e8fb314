import { describe, expect, test } from 'vitest';
import type { Actor } from '../src/kernel/authority.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { openHandledCase } from '../src/modules/cases/handled-case.ts';
import { readQueue } from '../src/modules/cases/read-queue.ts';
import { successions, withdrawSuccession } from '../src/modules/directory/reform.ts';
import { kokar, sottunga } from './case-world.ts';
import { type Official, otherUnit, successionWorld, unit } from './succession-world.ts';

const world = successionWorld();
const { announce, today } = world;
const key = () => world.case;
const nowhere = /cases\.not-found/;

/** In their office on that day. */
async function at(who: Official, day: Temporal.PlainDate): Promise<Scope> {
  const grants = await world.grantsOf(who, day);
  const actor: Actor = {
    kind: 'official',
    party: world.parties[who],
    name: who,
    assurance: 'high',
    session: 's',
    grants,
  };
  const authorities = [...new Set(grants.map(({ authority }) => authority))];
  return world.db.scopes({
    actor,
    room: 'official',
    fence: { authorities, parties: [] },
    now: day.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant(),
  });
}

describe('a case of Kökar, from the day that Sottunga takes over', () => {
  test.each<Official>(['ofSottunga', 'bySottungasAgreement'])(
    'is read by %s on the day, and not the day before',
    async (who) => {
      const day = today.add({ days: 30 });
      await announce(day);
      const before = await at(who, day.subtract({ days: 1 }));
      await expect(openHandledCase(before, key())).rejects.toThrow(nowhere);
      const after = await at(who, day);
      expect((await openHandledCase(after, key())).filed).toMatchObject({ case: key().case, authority: kokar });
      const view = { assignment: 'all', show: 'open', authority: null } as const;
      const numbers = async (scope: Scope) => (await readQueue(scope, view, 50)).cases.map((line) => line.case);
      expect(await numbers(before)).not.toContain(key().case);
      expect(await numbers(after)).toContain(key().case);
    },
  );

  test.each<Official>(['inSottungasUnit', 'forOtherTasks', 'inMariehamn'])('is still not there for %s', async (who) => {
    const day = today.add({ days: 30 });
    await announce(day);
    await expect(openHandledCase(await at(who, day), key())).rejects.toThrow(nowhere);
  });

  test('that lies in a unit is read by who works in that unit or in all, and not from another unit', async () => {
    const day = today.add({ days: 30 });
    await announce(day);
    await world.inUnit(key(), unit);
    expect((await openHandledCase(await at('inSottungasUnit', day), key())).filed.unit).toBe(unit);
    expect((await openHandledCase(await at('ofSottunga', day), key())).filed.unit).toBe(unit);
    await world.inUnit(key(), otherUnit);
    await expect(openHandledCase(await at('inSottungasUnit', day), key())).rejects.toThrow(nowhere);
    await world.inUnit(key(), null);
  });

  test('is read by Kökar’s own officials as before, who get nothing of Sottunga’s', async () => {
    const day = today.add({ days: 30 });
    await announce(day);
    const scope = await at('ofKokar', day);
    expect((await openHandledCase(scope, key())).filed.case).toBe(key().case);
    expect(scope.fence.authorities).toEqual([kokar]);
  });

  test('stays where it was when the succession is taken back before the day', async () => {
    const day = today.add({ days: 30 });
    await announce(day);
    const [announced] = await successions(world.system(sottunga));
    await withdrawSuccession(world.system(sottunga), announced?.id ?? '');
    await expect(openHandledCase(await at('ofSottunga', day), key())).rejects.toThrow(nowhere);
  });
});
