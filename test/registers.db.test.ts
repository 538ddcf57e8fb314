import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { database } from './database.ts';
import { openRegistersHouse, type RegistersHouse } from './registers-house.ts';
import { testPerson } from './simulators.ts';

const db = database(mayActBy('high'));
let house: RegistersHouse;
beforeAll(async () => {
  house = await openRegistersHouse(db, { registerPatience: 2_000 }); // a busy machine makes a quick one late
});
afterAll(() => house.close());
beforeEach(() => house.reset());

type Party = { party_id: string; name: string; is_protected: boolean };
async function partyOf(session: string): Promise<Party> {
  const [row] = await db.sql<Party>(
    'select p.party_id, p.name, p.is_protected from identity.party p join identity.session s using (party_id) where s.token_hash = sha256($1::bytea)',
    [Buffer.from(session)],
  );
  if (!row) throw new Error('nobody has signed in');
  return row;
}
async function pageOf(session: string, path = '/mina-sidor/uppgifter'): Promise<string> {
  const response = await fetch(house.base + path, { headers: { cookie: `session=${session}` } });
  return `${response.status} ${await response.text()}`;
}

test('who signs in is called what the population register says, and is protected when it says so', async () => {
  await house.change('population', testPerson('johan').number, { name: 'Johan Berg-Karlsson' });
  expect(await partyOf(await house.signIn('johan'))).toMatchObject({
    name: 'Johan Berg-Karlsson',
    is_protected: false,
  });
  expect(await partyOf(await house.signIn('siv'))).toMatchObject({ name: 'Siv Mattsson', is_protected: true });
});

test('a protection that is new reaches the person’s log and whoever keeps the name, and its end does too', async () => {
  const { number } = testPerson('anna');
  const { party_id: party } = await partyOf(await house.signIn('anna'));
  const told = () =>
    db.sql(`select from kernel.audit_line where party_id = $1 and purpose = 'identity.purpose.protection'`, [party]);
  const jobs = () => db.sql(`select from kernel.outbox where kind = 'identity.protection-changed'`);
  await db.sql('delete from kernel.outbox');
  for (const [protectedIdentity, times] of [
    [true, 1],
    [true, 1],
    [false, 2],
  ] as const) {
    await house.change('population', number, { protectedIdentity });
    // The copy of a sign-in moments ago would do for ten minutes.
    await db.sql(`update base_registers.copy set fetched_at = fetched_at - interval '11 minutes'`);
    expect(await partyOf(await house.signIn('anna'))).toMatchObject({ is_protected: protectedIdentity });
    expect(await told()).toHaveLength(times);
  }
  expect(await pageOf(await house.signIn('anna'), '/mina-sidor/logg')).toContain(
    'Befolkningsregistret sade om dina uppgifter är skyddade',
  );
  expect((await jobs()).length).toBeLessThanOrEqual(2); // drained meanwhile
});

test.each(['down', 'slow', 'wrong', 'contradictory', 'another', 'unknown-type', 'too-large', 'not-allowed'])(
  'a population register that is %s keeps nobody out, and takes no protection away',
  async (mode) => {
    await house.signIn('siv');
    await db.sql('truncate base_registers.copy');
    await house.behave('population', { mode, delayMs: 60_000 });
    const begun = performance.now();
    expect(await partyOf(await house.signIn('siv'))).toMatchObject({ name: 'Siv Mattsson', is_protected: true });
    expect(performance.now() - begun).toBeLessThan(30_000);
  },
);

test('one reads what the registers say of oneself, with source and moment, and nobody’s number', async () => {
  const page = await pageOf(await house.signIn('anna'));
  expect(page).toMatch(/^200/);
  for (const text of ['Storängsvägen 4', 'Emil Sjöblom', 'Elsa Sjöblom', 'Sottunga Provturism Ab', 'Gift']) {
    expect(page).toContain(text);
  }
  expect(page).toContain('2 av Anna Sjöblom, Maja Öhman och Johan Berg tillsammans');
  for (const number of ['140388-942J', '040519A911W', '190922A936C', '050192-934W']) expect(page).not.toContain(number);
});

test('of others who are protected no name is shown: not a child’s, not who one signs with', async () => {
  const page = await pageOf(await house.signIn('lars'));
  expect(page).toContain('Ett barn med skyddade personuppgifter');
  expect(page).toContain('Lars Eriksson ensam eller en person med skyddade personuppgifter ensam');
  expect(page).not.toContain('Mattsson');
});

test('the protected person’s own page holds no address, since none is fetched', async () => {
  await house.change('population', testPerson('siv').number, {
    address: { street: 'Hemliga gränd 1', postalCode: '22720', place: 'Sottunga', country: 'FI' },
  });
  const page = await pageOf(await house.signIn('siv'));
  expect(page).toContain('Hämtas inte hit, eftersom dina uppgifter är skyddade');
  expect(page).not.toContain('Hemliga');
});

test('guardianship is read from both sides, an ended one as ended', async () => {
  const ingrid = await pageOf(await house.signIn('ingrid'));
  expect(ingrid).toMatch(/God man för dig[\s\S]*Noor Rahimi[\s\S]*Tills vidare/);
  const erik = await pageOf(await house.signIn('erik'));
  expect(erik).toMatch(/Du är förvaltare för[\s\S]*Bo Lundmark/);
  const fatima = await pageOf(await house.signIn('fatima'));
  expect(fatima).toMatch(/You are guardian \(god man\) of[\s\S]*Bo Lundmark[\s\S]*31 January 2025[\s\S]*Ended/);
});

test('dissolved, bankrupt and in liquidation are told, and none signs for what has ended', async () => {
  const johan = await pageOf(await house.signIn('johan'));
  expect(johan).toMatch(/Kökars provbåt Ab[\s\S]*Upplöst[\s\S]*31 maj 2024/);
  const noor = await pageOf(await house.signIn('noor'));
  expect(noor).toContain('I konkurs');
  expect(noor).not.toContain('Vem skriver under');
  expect(await pageOf(await house.signIn('aino'))).toContain('Selvitystilassa');
});

test('who has died is signed out by what a register says in answer to any question, and nobody else is', async () => {
  const [johan, lars] = [await house.signIn('johan'), await house.signIn('lars')];
  await house.change('population', testPerson('johan').number, { diedOn: '2026-01-31' });
  await db.sql('truncate base_registers.copy, mandates.register_heard');
  expect(await pageOf(johan, '/mina-sidor/valj')).toMatch(/^200 /); // the page asks; what follows is told by an event
  const sessions = () =>
    db.sql('select 1 from identity.session where token_hash = sha256($1::bytea)', [Buffer.from(johan)]);
  await expect.poll(sessions).toEqual([]);
  expect(await pageOf(lars)).toMatch(/^200 /);
});

test('each source fails for itself: the others are there without waiting for it, and nothing is said to be missing', async () => {
  const session = await house.signIn('anna');
  await db.sql('truncate base_registers.copy');
  await house.behave('company', { mode: 'slow', delayMs: 60_000 });
  await house.behave('guardianship', { mode: 'down' });
  const begun = performance.now();
  const page = await pageOf(session);
  expect(performance.now() - begun).toBeLessThan(30_000); // the screen's own second is measured in Chromium
  expect(page).toContain('Storängsvägen 4');
  expect(page).toContain('Bolagsregistret kunde inte frågas nu.');
  expect(page).toContain('Ställföreträdarregistret kunde inte frågas nu.');
  expect(page).toContain('Det svarade inte i tid.');
  expect(page).not.toContain('har ingen uppgift om dig');
});

test('what was answered before stands with its moment when the register fails later', async () => {
  const session = await house.signIn('anna');
  await pageOf(session);
  await db.sql(`update base_registers.copy set fetched_at = fetched_at - interval '13 hours'`);
  await house.behave('company', { mode: 'contradictory' });
  const page = await pageOf(session);
  expect(page).toContain('Bolagsregistret kunde inte frågas nu. Det senaste svaret är från');
  expect(page).toContain('Svaret motsade sig självt.');
  expect(page).toContain('Sottunga Provturism Ab');
});

test('the log says that registers were asked about one, what for, and by whom', async () => {
  const session = await house.signIn('maja');
  await pageOf(session);
  await pageOf(session);
  const { party_id: party } = await partyOf(session);
  const lines = await db.sql('select purpose, action from kernel.audit_line where party_id = $1', [party]);
  // The population register was asked at sign-in; that copy answers.
  expect(lines).toEqual([1, 2].map(() => ({ purpose: 'identity.purpose.own-details', action: 'register.read' })));
  expect(await pageOf(session, '/mina-sidor/logg')).toContain('Du öppnade dina uppgifter, och registret frågades');
});

test('what a register sends is text, never markup', async () => {
  await house.change('population', testPerson('karin').number, {
    name: 'Karin <script>alert(1)</script>',
    address: { street: '"><img src=x onerror=alert(1)>', postalCode: '1', place: 'x', country: 'FI' },
  });
  const page = await pageOf(await house.signIn('karin'));
  expect(page).not.toMatch(/<script>alert|<img src=x/);
  expect(page).toContain('&lt;script>alert(1)');
});

test('a register of development is made to misbehave from its page, and its process being gone is said', async () => {
  const cookies = new Map<string, string>();
  async function shown(): Promise<string> {
    const response = await fetch(`${house.base}/utveckling/register`, {
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response.text();
  }
  const token = /name="_csrf" value="([^"]+)"/.exec(await shown())?.[1] ?? '';
  const posted = await fetch(`${house.base}/utveckling/register/company`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ _csrf: token, 'mode-company': 'wrong' }) },
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
  expect([posted.status, posted.headers.get('location')]).toEqual([303, '/utveckling/register#company']);
  expect(await shown()).toMatch(/value="wrong" selected/);
  expect(await pageOf(await house.signIn('anna'))).toContain('Svaret gick inte att förstå.');
});
