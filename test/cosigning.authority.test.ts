import { expect, test } from 'vitest';
import definition from '../services/barnomsorgsplats-2.json' with { type: 'json' };
import type { DraftId } from '../src/kernel/ids.ts';
import { caseOfDraft } from '../src/modules/cases/submission.ts';
import { cosigningHouse, emil } from './cosigning-house.ts';
import { database } from './database.ts';
import type { Exchange } from './traces/reader.ts';

// An application for a child with two guardians, as everybody whom it does not concern.

const db = database();
const house = cosigningHouse(db, ['anna', 'mikael', 'erik', 'fatima', 'karin', 'maja']);
const { by, ask } = house;

const nobodys = '018f0000-0000-7000-8000-000000000000';

/** What the page says, without what differs between two requests. */
function told({ status, body }: Exchange): { status: number; page: string } {
  const page = body
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replace(/name="_csrf" value="[^"]*"/g, '')
    .replace(/<code[^>]*>[^<]*<\/code>/g, '');
  return { status, page };
}

test('before all have signed it is there for who applies and, to be signed, for who is asked: for others as if it were not', async () => {
  const { draft, signing, href } = await ask('anna', [emil]);
  const id = caseOfDraft(draft as DraftId);
  const looks: readonly (readonly [string, string])[] = [
    // another resident, the cosigner themselves, and somebody at their home
    ...['erik', 'mikael', 'fatima'].flatMap((sub) => [
      [sub, href] as const,
      [sub, `${href}/sammanfattning`] as const,
      [sub, `${href}/children`] as const,
    ]),
    ...['erik', 'fatima', 'karin', 'maja'].map((sub) => [sub, `/mina-sidor/signera/${signing}`] as const),
    ...['erik', 'fatima'].map((sub) => [sub, `/mina-sidor/signera/${signing}/bevis.json`] as const),
    // nobody has a case yet, not even who sent it in
    ...['anna', 'mikael', 'erik'].map((sub) => [sub, `/mina-sidor/arenden/sottunga/${id}`] as const),
    // the municipality, by guessing the number that the case will have
    ...['karin', 'maja'].map((sub) => [sub, `/handlaggning/sottunga/${id}`] as const),
  ];
  for (const [sub, path] of looks) {
    const other = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, nobodys);
    const [theirs, none] = [told(await by(sub).open(path)), told(await by(sub).open(other))];
    expect(theirs, `${sub} at ${path}`).toEqual(none);
    if (sub !== 'maja') expect(theirs.status, `${sub} at ${path}`).toBe(404);
  }
  expect((await by('karin').open('/handlaggning')).body).not.toContain(id);
  const [rows] = await db.sql<{ cases: bigint; letters: bigint }>(
    `select (select count(*) from cases."case") as cases,
       (select count(*) from mailbox.message m
        where m.authority_id = (select authority_id from directory.authority where slug = 'sottunga')
          and m.subject like '%' || $1) as letters`,
    [definition.texts.sv.title],
  );
  expect(rows).toEqual({ cases: 0n, letters: 0n });

  // Nobody else opens, takes back, signs or refuses it.
  for (const sub of ['erik', 'mikael']) {
    const page = await by(sub).open('/sottunga/tjanster/barnomsorgsplats');
    const posted = await by(sub).post(page, `${href}/oppna`);
    expect(posted.status).toBe(404);
    expect((await by(sub).post(page, `${href}/skicka`, { seq: '1' })).status).toBe(404);
  }
  const page = await by('erik').open('/sottunga/tjanster/barnomsorgsplats');
  for (const what of ['neka', 'ta-tillbaka']) {
    expect((await by('erik').post(page, `/mina-sidor/signera/${signing}/${what}`, { reason: 'x' })).status).toBe(404);
  }
  expect((await by('anna').open(href)).body).toContain('Väntar på underskrift av Mikael Sjöblom.');

  // When it is a case it is there for both, and for the office; for others it is as little there as before.
  await house.sign('mikael', signing);
  await house.until(house.cases, (all) => all.length === 1);
  for (const sub of ['anna', 'mikael']) {
    expect((await by(sub).open(`/mina-sidor/arenden/sottunga/${id}`)).status).toBe(200);
  }
  expect((await by('karin').open(`/handlaggning/sottunga/${id}`)).status).toBe(200);
  for (const sub of ['erik', 'fatima']) {
    expect((await by(sub).open(`/mina-sidor/arenden/sottunga/${id}`)).status).toBe(404);
  }
  expect((await by('mikael').open(href)).status).toBe(404);
});
