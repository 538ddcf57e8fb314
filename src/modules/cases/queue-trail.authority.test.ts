import { expect, test } from 'vitest';
import { caseWorld, kokar, sottunga } from '../../../test/case-world.ts';
import { readQueue } from './read-queue.ts';

const world = caseWorld();
const { anna, erik, siv, karin } = world;
const everything = { assignment: 'all', show: 'open', authority: null } as const;

type Line = { party_id: string; authority_id: number; actor_name: string; purpose: string; basis: { kind: string }[] };

function lines(): Promise<Line[]> {
  return world.db.sql<Line>(
    `select party_id, authority_id, actor_name, purpose, basis from kernel.audit_line where action = 'case.list'
     order by authority_id desc, party_id = $1 desc`,
    [anna.party],
  );
}

test('whom the queue names can read that the official saw it, once a day for each authority; a protected person is not named', async () => {
  for (const who of [anna, anna, erik, siv]) await world.filed(who);
  await world.filed(anna, 'kokar');
  const noon = Temporal.Now.zonedDateTimeISO('Europe/Stockholm').with({ hour: 12 }).toInstant();
  const office = (now = noon) =>
    world.db.scopes({ ...world.official(karin, {}, { authority: kokar }), principal: null, requestId: 'r', now });
  await readQueue(office(), everything, 50);
  const line = { actor_name: 'Karin Holm', purpose: 'cases.purpose.queue', basis: [{ kind: 'role' }] };
  const first = [
    { ...line, party_id: anna.party, authority_id: sottunga },
    { ...line, party_id: erik.party, authority_id: sottunga },
    { ...line, party_id: anna.party, authority_id: kokar },
  ];
  expect(await lines()).toMatchObject(first);

  await Promise.all([readQueue(office(), everything, 50), readQueue(office(), everything, 50)]);
  expect(await lines()).toHaveLength(3);
  await readQueue(world.official(erik), everything, 50);
  expect(await lines()).toHaveLength(5); // another official is another line
  await readQueue(office(noon.add({ hours: 24 })), { ...everything, authority: sottunga }, 50);
  expect(await lines()).toHaveLength(7);
});

test('a page of the queue names only those on it', async () => {
  const before = await lines();
  await world.filed(karin);
  await world.filed(karin);
  const office = world.official(siv);
  // Two of seven, in the order of their ids: one of them may be the protected person, who is not named.
  const { cases } = await readQueue(office, everything, 2);
  const named = cases.filter(({ applicantName }) => applicantName !== null).map(({ applicant }) => applicant);
  expect(named).not.toEqual([]);
  const seen = (await lines()).filter((one) => !before.some((old) => old.actor_name === one.actor_name));
  expect(new Set(seen.map(({ party_id }) => party_id))).toEqual(new Set(named));
});

test('when the log can not be written, there is no queue', async () => {
  await world.db.sql('revoke insert on kernel.audit_line from web_official');
  try {
    await expect(readQueue(world.official(karin), everything, 50)).rejects.toMatchObject({ code: '42501' });
  } finally {
    await world.db.sql('grant insert on kernel.audit_line to web_official');
  }
});
