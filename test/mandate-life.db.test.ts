import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from './database.ts';
import { type Simulator, startSimulator, testPersons } from './simulators.ts';
import { type House, openHouse } from './traces/house.ts';
import { type Exchange, Reader } from './traces/reader.ts';

// The life of a mandate through its pages, signed at the e-ID each time.

const db = database();
let house: House;
let companies: Simulator<'company-register'>;
const readers = new Map<string, Reader>();
const mandates = '/mina-sidor/fullmakter';

beforeAll(async () => {
  companies = await startSimulator('company-register');
  house = await openHouse(db, { company: companies.url });
  for (const sub of ['anna', 'erik', 'maja', 'johan', 'fatima', 'noor']) {
    const reader = new Reader(house.app, sub, []);
    await reader.signIn(sub);
    await reader.open('/sprak/sv?till=/om');
    readers.set(sub, reader);
  }
});
afterAll(async () => {
  await house.close();
  await companies.stop();
});

function by(sub: string): Reader {
  const reader = readers.get(sub);
  if (!reader) throw new Error(`nobody is called ${sub}`);
  return reader;
}
const main = (page: Exchange) => /<main\b[\s\S]*<\/main>/.exec(page.body)?.[0] ?? '';
function person(sub: string, at = 'holders.0', name = sub): Record<string, string> {
  const known = testPersons.find((one) => one.sub === sub);
  return { [`${at}.name`]: name, [`${at}.country`]: known?.country ?? '', [`${at}.number`]: known?.number ?? '' };
}
const active = { level: 'active', passOn: 'no' };

/** Fills in a form, looks at the preview and sends it. */
async function write(sub: string, query: string, typed: Record<string, string>): Promise<Exchange> {
  const form = await by(sub).open(`${mandates}/ny?${query}`);
  const preview = await by(sub).send(form, '/granska', typed);
  if (preview.status !== 200) return preview;
  return by(sub).send(preview, '/fullmakter/ny');
}
async function latest(): Promise<string> {
  const [row] = await db.sql<{ id: string }>(
    'select mandate_id as id from mandates.mandate order by drafted_at desc limit 1',
  );
  return row?.id ?? '';
}
async function given(sub: string, to: string, more: Record<string, string> = {}, query = 'mall=everything') {
  await by(sub).sign(await write(sub, query, { ...person(to), ...active, ...more }));
  const id = await latest();
  await by(sub).open(`${mandates}/${id}`);
  return id;
}
const stateOf = async (sub: string, id: string) =>
  /class="ds-tag[^>]*>([^<]*)</.exec(main(await by(sub).open(`${mandates}/${id}`)))?.[1];

test('two who give it together both sign: each sees whose turn it is, and it is valid with the second', async () => {
  const toSign = await write('anna', 'mall=everything', {
    ...person('erik'),
    ...person('maja', 'alsoFrom.0'),
    ...active,
  });
  expect(main(toSign)).toContain('Maja');
  const id = await latest();
  expect(await stateOf('anna', id)).toBe('Väntar på dig');
  await by('anna').sign(toSign);
  expect(await stateOf('anna', id)).toBe('Väntar på andra');
  expect(await stateOf('maja', id)).toBe('Väntar på dig');
  // Who is to have it sees that it waits, and acts for nobody yet.
  expect(await stateOf('erik', id)).toBe('Väntar på andra');
  expect(main(await by('erik').open('/mina-sidor/valj'))).not.toContain('Maja Öhman');
  const [row] = await db.sql<{ signing: string }>(
    'select signing_id as signing from mandates.mandate where mandate_id = $1',
    [id],
  );
  await by('maja').sign(await by('maja').open(`/mina-sidor/signera/${row?.signing}`));
  expect(await stateOf('maja', id)).toBe('Gäller');
  expect(main(await by('erik').open('/mina-sidor/valj'))).toContain('Maja Öhman');

  const receipt = await by('maja').send(await by('maja').open(`${mandates}/${id}`), '/aterkalla');
  expect(main(receipt)).toContain('Fullmakten är återkallad');
  const pdf = await by('maja').open(`${mandates}/${id}/kvitto.pdf`);
  expect(pdf.type).toBe('application/pdf');
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await stateOf('anna', id)).toBe('Återkallad');
});

describe('for an organisation', () => {
  const organisation = async (sub: string) =>
    /ny\?for=([0-9a-f]+)">Sottunga Provturism/.exec((await by(sub).open(`${mandates}/ny`)).body)?.[1] ?? '';

  test('two sign jointly, whom the register lets; one alone, or one whom it does not know, is refused', async () => {
    const token = await organisation('anna');
    expect(token).not.toBe('');
    const query = `mall=everything&for=${token}`;
    const alone = await write('anna', query, { ...person('erik'), ...active });
    expect(alone.status).toBe(422);
    expect(main(alone)).toContain('får inte teckna firman tillsammans');

    const form = await by('anna').open(`${mandates}/ny?${query}`);
    const johan = /<label for="chosen[^"]*">Johan Berg/.exec(form.body)?.[0] ?? '';
    const box = /for="([^"]*)"/.exec(johan)?.[1] ?? '';
    const tag = new RegExp(`<input[^>]*id="${box}"[^>]*>`).exec(form.body)?.[0] ?? '';
    const [own, other] = [
      /name="chosen"[^>]*value="([^"]*)"[^>]*checked/.exec(form.body)?.[1],
      /value="([^"]*)"/.exec(tag)?.[1],
    ];
    const preview = await by('anna').sendFields(form, '/granska', [
      ...Object.entries({ ...person('erik'), ...active }),
      ['chosen', own ?? ''],
      ['chosen', other ?? ''],
    ]);
    expect(main(preview)).toContain('Sottunga Provturism Ab');
    const toSign = await by('anna').send(preview, '/fullmakter/ny');
    const id = await latest();
    await by('anna').sign(toSign);
    expect(await stateOf('johan', id)).toBe('Väntar på dig');
    const asked = await by('johan').open(`${mandates}/${id}`);
    const link = /href="(\/mina-sidor\/signera\/[^"]*)"/.exec(main(asked))?.[1] ?? '';
    await by('johan').sign(await by('johan').open(link));
    expect(await stateOf('johan', id)).toBe('Gäller');
    // One of those who signed is enough to stop it.
    await by('johan').send(await by('johan').open(`${mandates}/${id}`), '/aterkalla');
    expect(await stateOf('anna', id)).toBe('Återkallad');
  });

  test('who does not sign for it is not let in by its address, and a silent register is no empty one', async () => {
    const token = await organisation('anna');
    expect((await by('noor').open(`${mandates}/ny?mall=everything&for=${token}`)).status).toBe(403);
    expect(main(await by('noor').open('/mina-sidor/valj'))).not.toContain('Provturism');
    await fetch(`${companies.url}/control`, { method: 'POST', body: JSON.stringify({ mode: 'down' }) });
    expect(main(await by('fatima').open(`${mandates}/ny`))).toContain('Företagsregistret svarar inte');
    await fetch(`${companies.url}/control`, { method: 'POST', body: JSON.stringify({ mode: 'ok' }) });
  });
});

describe('asked for', () => {
  test('a request is seen by whom it is put to, written otherwise, signed; it can not be put twice', async () => {
    const sent = await write('erik', 'gor=be-om&mall=everything', { ...person('fatima'), ...active });
    expect(main(sent)).toContain('Du har bett fatima om den här fullmakten.');
    const request = await latest();
    const twice = await write('erik', 'gor=be-om&mall=mail', { ...person('fatima'), subject: 'all', passOn: 'no' });
    expect(twice.status).toBe(409);

    const seen = await by('fatima').open(`${mandates}/${request}`);
    expect(main(seen)).toContain('Erik Lindqvist ber dig om den här fullmakten.');
    await by('fatima').sign(await write('fatima', `gor=andra&fullmakt=${request}`, { level: 'passive' }));
    const id = await latest();
    expect(id).not.toBe(request);
    expect(await stateOf('fatima', id)).toBe('Gäller');
    expect(await stateOf('erik', request)).toBe('Ersatt av en ny');
    expect(main(await by('erik').open(`${mandates}/${id}`))).toContain('Ansöka, svara eller ändra något.');
  });

  test('one who says no is left in peace', async () => {
    await write('johan', 'gor=be-om&mall=everything', { ...person('noor'), ...active });
    const id = await latest();
    const link =
      /href="(\/mina-sidor\/signera\/[^"]*)"/.exec(main(await by('noor').open(`${mandates}/${id}`)))?.[1] ?? '';
    await by('noor').send(await by('noor').open(link), '/neka', { reason: 'Nej.' });
    expect(await stateOf('johan', id)).toBe('Inte undertecknad');
    expect((await write('johan', 'gor=be-om&mall=everything', { ...person('noor'), ...active })).status).toBe(409);
  });
});

test('a change takes the old one’s place when it is signed, and a renewal begins when the old one ends', async () => {
  const old = await given('anna', 'johan');
  const toSign = await write('anna', `gor=andra&fullmakt=${old}`, { level: 'passive' });
  expect(await stateOf('johan', old)).toBe('Gäller');
  await by('anna').sign(toSign);
  const changed = await latest();
  expect([await stateOf('anna', changed), await stateOf('johan', old)]).toEqual(['Gäller', 'Ersatt av en ny']);
  // The holder asks for a longer one, which the grantor signs.
  await write('johan', `gor=fornya&fullmakt=${changed}`, {});
  const renewed = await latest();
  const link =
    /href="(\/mina-sidor\/signera\/[^"]*)"/.exec(main(await by('anna').open(`${mandates}/${renewed}`)))?.[1] ?? '';
  await by('anna').sign(await by('anna').open(link));
  expect([await stateOf('anna', renewed), await stateOf('anna', changed)]).toEqual(['Börjar gälla senare', 'Gäller']);
});

test('what is passed on is the same or less, goes round in no circle, and ends with what it came from', async () => {
  const parent = await given('maja', 'erik', { passOn: 'yes', level: 'passive' }, 'mall=everything');
  const query = `gor=ge-vidare&mall=everything&fullmakt=${parent}`;
  expect((await write('erik', query, { ...person('fatima'), ...active })).status).toBe(409); // wider
  expect((await write('erik', query, { ...person('maja'), level: 'passive', passOn: 'no' })).status).toBe(422);
  await by('erik').sign(await write('erik', query, { ...person('fatima'), level: 'passive', passOn: 'yes' }));
  const child = await latest();
  expect([await stateOf('erik', child), await stateOf('maja', child)]).toEqual(['Gäller', 'Gäller']);
  const back = `gor=ge-vidare&mall=everything&fullmakt=${child}`;
  expect((await write('fatima', back, { ...person('erik'), level: 'passive', passOn: 'no' })).status).toBe(409);
  expect((await by('johan').open(`${mandates}/ny?${back}`)).status).toBe(404);
  expect(main(await by('fatima').open('/mina-sidor/valj'))).toContain('Maja Öhman');
  await by('maja').send(await by('maja').open(`${mandates}/${parent}`), '/aterkalla');
  expect(await stateOf('fatima', child)).toBe('Upphörde med den som den kom från');
  expect(main(await by('fatima').open('/mina-sidor/valj'))).not.toContain('Maja Öhman');
});

/** Sends what no form of theirs holds. */
async function forged(sub: string, url: string): Promise<number> {
  const page = await by(sub).open('/mina-sidor');
  const body = page.body.replaceAll('action="/logga-ut"', `action="${url}"`);
  return (await by(sub).send({ ...page, body }, url)).status;
}

describe('who has been given one', () => {
  const act = async (sub: string, id: string, what: string) =>
    by(sub).send(await by(sub).open(`${mandates}/${id}`), `/${what}`);

  test('takes it, once, and gives it back; nobody else does that for them', async () => {
    const id = await given('fatima', 'noor');
    for (const what of ['ta-emot', 'tacka-nej', 'lamna-tillbaka']) {
      expect(await forged('johan', `${mandates}/${id}/${what}`), what).toBe(404);
      expect(await forged('fatima', `${mandates}/${id}/${what}`), what).toBe(403);
    }
    expect(await forged('noor', `${mandates}/${id}/aterkalla`)).toBe(403);
    await act('noor', id, 'ta-emot');
    expect(main(await by('fatima').open(`${mandates}/${id}`))).toContain('Togs emot');
    expect(await forged('noor', `${mandates}/${id}/ta-emot`)).toBe(403);
    expect(await forged('noor', `${mandates}/${id}/tacka-nej`)).toBe(403);
    await act('noor', id, 'lamna-tillbaka');
    expect(await stateOf('fatima', id)).toBe('Tillbakalämnad');
    expect(main(await by('noor').open('/mina-sidor/valj'))).not.toContain('Fatima');
    for (const sub of ['noor', 'fatima']) expect(await forged(sub, `${mandates}/${id}/aterkalla`), sub).toBe(409);
  });

  test('says no to it, and then it gives nothing', async () => {
    const id = await given('fatima', 'noor');
    await act('noor', id, 'tacka-nej');
    expect(await stateOf('fatima', id)).toBe('Tackat nej');
    expect(await forged('noor', `${mandates}/${id}/ta-emot`)).toBe(409);
    expect(main(await by('noor').open('/mina-sidor/valj'))).not.toContain('Fatima');
  });

  test('is alone with its grantor: who has nothing to do with it neither changes, renews nor passes it on', async () => {
    const id = await given('fatima', 'noor');
    for (const errand of ['andra', 'fornya', 'ge-vidare']) {
      const { status } = await by('johan').open(`${mandates}/ny?gor=${errand}&mall=everything&fullmakt=${id}`);
      expect(status, errand).toBe(404);
    }
    await act('noor', id, 'tacka-nej');
  });
});

test('in order, the second neither signs nor is let to the e-ID before the first; late, nobody is', async () => {
  const typed = { ...person('erik'), ...person('johan', 'alsoFrom.0'), ...active, order: 'listed', days: '7' };
  const toSign = await write('maja', 'mall=everything', typed);
  const id = await latest();
  const [row] = await db.sql<{ signing: string }>(
    'select signing_id as signing from mandates.mandate where mandate_id = $1',
    [id],
  );
  const sign = `/mina-sidor/signera/${row?.signing}`;
  expect((await by('noor').open(sign)).status).toBe(404);
  expect((await by('noor').open(`${sign}/skriv-under`)).status).toBe(404);
  expect((await by('johan').open(`${sign}/skriv-under`)).status).toBe(409);
  await by('maja').sign(toSign);
  const second = await by('johan').open(sign);
  expect(main(second)).toContain('/skriv-under');

  // The days have gone.
  await db.sql("update signing.signing set deadline = now() - interval '1 minute' where signing_id = $1", [
    row?.signing,
  ]);
  expect((await by('johan').open(`${sign}/skriv-under`)).status).toBe(409);
  expect(main(await by('johan').open(sign))).not.toContain('/skriv-under');
  expect(main(await by('erik').open('/mina-sidor/valj'))).not.toContain('Maja Öhman');
});
