import { expect, test } from 'vitest';
import { caseWorld, sottunga } from '../../../test/case-world.ts';
import { noRegisters } from '../../../test/no-registers.ts';
import { connectAsOwner } from '../../kernel/database/owner.ts';
import { type EventId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Run } from '../../kernel/jobs/subscription.ts';
import { protectParty } from '../identity/index.ts';
import { fileCase } from './file-case.ts';
import { followProtection } from './follow-protection.ts';
import { openHandledCase } from './handled-case.ts';
import { readQueue } from './read-queue.ts';
import { caseOfDraft } from './submission.ts';

const world = caseWorld();
const { anna, erik, siv, karin } = world;
const everything = { assignment: 'all', show: 'open', authority: null } as const;

/** As the register says it. */
function protect(party: PartyId, isProtected: boolean): Promise<void> {
  return protectParty(world.worker([party]), party, isProtected);
}

async function told(party: PartyId): Promise<void> {
  const event = { kind: 'identity.protection-changed', authorities: [], parties: [party] } as const;
  const run: Run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };
  await followProtection.handle(world.worker([party]), event, run);
}

async function inQueue(id: string): Promise<unknown> {
  const { cases } = await readQueue(world.official(karin), everything, 50);
  const line = cases.find((one) => one.case === id);
  return line && [line.applicantName, line.protected];
}

test('who gets a protected identity later leaves no name in the cases filed before, and only that right opens them', async () => {
  const [key, other] = [await world.filed(anna), await world.filed(erik)];
  const office = world.official(karin);
  expect((await openHandledCase(office, key)).applicant).toBe(anna.name);

  await protect(anna.party, true);
  const events = await world.db.sql<{ kind: string; body: object }>(
    'select kind, body from kernel.outbox where kind ~ $1',
    ['protection'],
  );
  expect(events).toEqual([{ kind: 'identity.protection-changed', body: { authorities: [], parties: [anna.party] } }]);
  await told(anna.party);
  await told(anna.party); // told again, it is the same

  expect(await inQueue(key.case)).toEqual([null, true]);
  expect(await inQueue(other.case)).toEqual([erik.name, false]);
  await expect(openHandledCase(office, key)).rejects.toMatchObject({ kind: 'not-allowed' });
  const withRight = await openHandledCase(world.official(karin, { rights: ['protected-identity'] }), key);
  expect(withRight.applicant).toBe(anna.name);
});

test('when the protection is lifted, the cases filed under it are as others again', async () => {
  const key = await world.filed(siv);
  expect(await inQueue(key.case)).toEqual([null, true]);
  await protect(siv.party, false);
  await told(siv.party);
  expect(await inQueue(key.case)).toEqual([siv.name, false]);
  expect((await openHandledCase(world.official(karin), key)).applicant).toBe(siv.name);
});

test('of changes told late or in the wrong order, the cases follow what the person is now', async () => {
  const key = await world.filed(erik);
  await protect(erik.party, true);
  await protect(erik.party, false);
  await protect(erik.party, true);
  for (let late = 0; late < 3; late++) await told(erik.party);
  expect(await inQueue(key.case)).toEqual([null, true]);
});

test('a filing waits for a protection that is being taken over, and is protected', async () => {
  await protect(anna.party, false);
  const draft = await world.draft(anna);
  const register = await connectAsOwner(world.db.url);
  await register.query('begin');
  await register.query('select identity.set_protected($1, true)', [anna.party]);
  const filing = fileCase(
    world.resident(anna),
    { authority: 'sottunga', service: 'forslag', draft, seq: 3 },
    noRegisters,
  );
  const early = await Promise.race([filing.then(() => 'filed'), later()]);
  await register.query('commit');
  await register.end();
  await filing;
  expect(early).toBe('waits');
  expect(await inQueue(caseOfDraft(draft))).toEqual([null, true]);
});

test('a protection waits for a filing that is under way, and then reaches its case', async () => {
  await protect(anna.party, false);
  const draft = await world.draft(anna);
  const holder = await connectAsOwner(world.db.url);
  await holder.query('begin');
  await holder.query('select from services.draft where draft_id = $1 for update', [draft]);
  const filing = fileCase(
    world.resident(anna),
    { authority: 'sottunga', service: 'forslag', draft, seq: 3 },
    noRegisters,
  );
  await isHeldUp();
  const protecting = protect(anna.party, true).then(() => told(anna.party));
  const early = await Promise.race([protecting.then(() => 'protected'), later()]);
  await holder.query('commit');
  await holder.end();
  await Promise.all([filing, protecting]);
  expect(early).toBe('waits');
  expect(await inQueue(caseOfDraft(draft))).toEqual([null, true]);
  const rows = await world.db.sql('select applicant_name from cases."case" where authority_id = $1 and protected', [
    sottunga,
  ]);
  expect(rows.every((row) => (row as { applicant_name: string | null }).applicant_name === null)).toBe(true);
});

/** The filing has come to the draft that another holds. */
async function isHeldUp(): Promise<void> {
  const waiting = `select from pg_locks l join pg_stat_activity a using (pid)
    where not l.granted and a.datname = current_database()`;
  await expect.poll(async () => (await world.db.sql(waiting)).length).toBeGreaterThan(0);
}

function later(): Promise<'waits'> {
  return new Promise((resolve) => {
    setTimeout(() => resolve('waits'), 300);
  });
}
