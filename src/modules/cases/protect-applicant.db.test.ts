import { expect, test } from 'vitest';
import { caseWorld } from '../../../test/case-world.ts';
import { type EventId, newId } from '../../kernel/ids.ts';
import type { Run } from '../../kernel/jobs/subscription.ts';
import { protectParty } from '../identity/index.ts';
import { openHandledCase } from './handled-case.ts';
import { protectedLater } from './protect-applicant.ts';
import { readQueue } from './read-queue.ts';

const world = caseWorld();
const { anna, erik, karin } = world;
const everything = { assignment: 'all', show: 'open', authority: null } as const;

test('who gets a protected identity later leaves no name in the cases filed before, and only that right opens them', async () => {
  const [key, other] = [await world.filed(anna), await world.filed(erik)];
  const office = world.official(karin);
  expect((await openHandledCase(office, key)).applicant).toBe(anna.name);

  const register = world.worker([anna.party]);
  await protectParty(register, anna.party, true);
  const told = await world.db.sql<{ kind: string; body: object }>(
    'select kind, body from kernel.outbox where kind ~ $1',
    ['protected'],
  );
  expect(told).toEqual([{ kind: 'identity.protected', body: { authorities: [], parties: [anna.party] } }]);
  const event = { kind: 'identity.protected', authorities: [], parties: [anna.party] } as const;
  const run: Run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };
  await protectedLater.handle(world.worker([anna.party]), event, run);
  await protectedLater.handle(world.worker([anna.party]), event, run); // told again, it is the same

  const lines = (await readQueue(office, everything, 50)).cases;
  const shown = lines.map((line) => [line.case, line.applicantName, line.protected]);
  expect(shown).toContainEqual([key.case, null, true]);
  expect(shown).toContainEqual([other.case, erik.name, false]);
  await expect(openHandledCase(office, key)).rejects.toMatchObject({ kind: 'not-allowed' });
  const withRight = await openHandledCase(world.official(karin, { rights: ['protected-identity'] }), key);
  expect(withRight.applicant).toBe(anna.name);
});
