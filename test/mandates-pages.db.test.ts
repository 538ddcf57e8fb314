import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from './database.ts';
import { testPersons } from './simulators.ts';
import { type House, openHouse } from './traces/house.ts';
import { Reader } from './traces/reader.ts';

const db = database();
let house: House;
let anna: Reader;
let erik: Reader;
const erikNumber = testPersons.find(({ sub }) => sub === 'erik')?.number ?? '';

beforeAll(async () => {
  house = await openHouse(db);
  anna = new Reader(house.app, 'anna', []);
  erik = new Reader(house.app, 'erik', []);
  await anna.signIn('anna');
  await erik.signIn('erik');
});
afterAll(() => house.close());

/** Without the header's own forms. */
const main = (body: string) => /<main\b[\s\S]*<\/main>/.exec(body)?.[0] ?? '';

test('a mandate is written, signed, used in the other’s name, seen in the log, and revoked while the page is open', async () => {
  const form = await anna.open('/mina-sidor/fullmakter/ny?mall=everything');
  const wrong = await anna.send(form, '/granska', { 'holders.0.name': '', 'holders.0.number': '123' });
  expect(wrong.status).toBe(422);

  const preview = await anna.send(form, '/granska', {
    'holders.0.name': 'Erik på ön',
    ...{ 'holders.0.country': 'SE', 'holders.0.number': erikNumber, level: 'active', passOn: 'no' },
  });
  expect(preview.status).toBe(200);
  expect(preview.body).toContain('Ansöka, svara och komplettera hos alla myndigheter.');
  expect(preview.body).toContain('Ge fullmakten vidare till någon annan.');
  expect(preview.body).not.toContain(erikNumber);

  const toSign = await anna.send(preview, '/fullmakter/ny');
  expect(toSign.status).toBe(200);
  expect(main(toSign.body)).toContain('Läsa alla dina meddelanden från myndigheter.');

  const [asked] = await db.sql<{ mandate: string }>('select mandate_id as mandate from mandates.mandate');
  const signed = await anna.sign(toSign);
  expect(main(signed.body)).toContain('Du har skrivit under');
  expect(signed.body).toContain(`href="/mina-sidor/fullmakter/${asked?.mandate}"`);
  const page = await anna.open(`/mina-sidor/fullmakter/${asked?.mandate}`);
  expect(main(page.body)).toContain('Gäller');

  // Erik chooses once; each page says in whose name it is.
  const before = await erik.open('/mina-sidor/uppgifter');
  const choose = await erik.open('/mina-sidor/valj');
  expect(main(choose.body)).toContain('Anna Sjöblom');
  // Where to go on is a path of ours or nothing.
  const home = await erik.send(choose, '/mina-sidor/valj', { till: '//example.org/mina-sidor' });
  expect(home.body).toContain('Du agerar för Anna Sjöblom.');
  const inbox = await erik.open('/mina-sidor/meddelanden');
  expect(inbox.status).toBe(200);
  expect((await erik.open('/sottunga')).body).toContain('Du agerar för Anna Sjöblom.');
  const everybody = (await erik.open('/mina-sidor/oversikt/alla')).body;
  expect(main(everybody)).toMatch(/Dina egna[\s\S]*För Anna Sjöblom/);
  expect((await erik.open('/mina-sidor/uppgifter')).body).toContain('men den här sidan gäller dig själv');
  expect((await erik.open('/mina-sidor/logg')).status).toBe(403);

  // A form of another tab, shown in his own name, is not taken in hers.
  const start = await erik.open('/sottunga/tjanster/forslag');
  const token = /name="_csrf" value="([^"]+)"/.exec(before.body)?.[1] ?? '';
  const stale = await erik.send(start, '/ansok', { _csrf: token });
  expect(stale.status).toBe(409);
  expect(stale.body).toContain('Du har bytt vem du agerar för');

  const log = await anna.open('/mina-sidor/logg');
  expect(main(log.body)).toContain('Erik Lindqvist');
  expect(main(log.body)).toContain('Fullmakt');

  const revoked = await anna.send(page, '/aterkalla');
  expect(main(revoked.body)).toContain('Fullmakten är återkallad');
  const refused = await erik.open('/mina-sidor/meddelanden');
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('Fullmakten är återkallad av den som gav den.');
  expect(refused.body).toContain('Du kan inte längre agera för Anna Sjöblom.');
  expect((await erik.open('/sottunga')).status).toBe(200);
  const own = await erik.send(refused, '/mina-sidor/valj');
  expect(own.status).toBe(200);
  expect(own.body).not.toContain('Anna Sjöblom');
});
