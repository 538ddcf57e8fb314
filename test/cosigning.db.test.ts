import { beforeEach, expect, test } from 'vitest';
import definition from '../services/barnomsorgsplats-2.json' with { type: 'json' };
import type { PartyId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { fileSigned } from '../src/modules/cases/take-in-signatures.ts';
import { expireSchedule } from '../src/modules/signing/index.ts';
import { cosigningHouse, elsa, emil, main, service } from './cosigning-house.ts';
import { database } from './database.ts';

// An application for a child with two guardians: through the pages, signed at the e-ID, followed up by the jobs.

const { title } = definition.texts.sv;
const db = database();
const house = cosigningHouse(db, ['anna', 'mikael', 'erik', 'siv', 'karin']);
const { by, ask, sign, cases, until } = house;

beforeEach(async () => {
  await house.forget();
  await db.sql('delete from services.draft');
});

const drafts = (party: PartyId) =>
  db.sql<{ state: string; why: string; filed: boolean }>(
    `select cosigning ->> 'state' as state, cosigning ->> 'why' as why, filed_at is not null as filed
     from services.draft where party_id = $1`,
    [party],
  );

test('own children are chosen from the register, with the address; what comes from it is marked, and can be changed', async () => {
  const anna = by('anna');
  const first = await anna.send(await anna.open(service), /\/ansok$/);
  expect(main(first)).toMatch(/Dina barn enligt folkbokföringen[\s\S]*Emil Sjöblom[\s\S]*Elsa Sjöblom/);
  expect(first.body).not.toMatch(/040519A911W|190922A936C/);
  const page = await house.summary('anna', [elsa]);
  expect(main(page)).toMatch(/Namn och födelsedag enligt folkbokföringen/);
  expect(main(page)).toMatch(/Adress enligt folkbokföringen/);
  expect(main(page)).not.toMatch(/Vårdnaden/); // it is known, and not asked about
  const { draft } = await house.latestDraft();
  const contact = await anna.open(`${service}/ansok/${draft}/contact`);
  expect(main(contact)).toContain('value="Storängsvägen 4"');
  const changed = await anna.send(contact, '/contact', { 'address.street': 'Bygatan 2' });
  expect(main(changed)).not.toMatch(/Adress enligt folkbokföringen/);
});

test('custody alone: it is filed at once, and says what the register said', async () => {
  const before = (await cases()).length;
  const receipt = await by('anna').send(await house.summary('anna', [elsa]), '/skicka');
  expect(receipt.url).toMatch(/\/kvitto$/);
  const filed = (await cases())[before];
  expect(filed?.body).toMatchObject({ act: { custody: { children: ['alone'] } } });
  expect(filed?.answers).toMatchObject({ children: [{ name: 'Elsa Sjöblom', registered: expect.any(String) }] });
});

test('shared custody: no case until the other guardian has signed; then one, of both, with evidence that holds', async () => {
  const before = (await cases()).length;
  const summary = await house.summary('anna', [emil]);
  expect(main(summary)).toContain('Mikael Sjöblom behöver skriva under');
  const waiting = await by('anna').send(summary, '/skicka');
  expect(main(waiting)).toContain('Väntar på underskrift av Mikael Sjöblom.');
  const { draft, signing } = await house.latestDraft();
  expect(await cases()).toHaveLength(before);
  expect(main(await by('anna').open('/mina-sidor'))).toContain(`Väntar på underskrift: ${title}`);
  expect(main(await by('anna').open('/mina-sidor/oversikt'))).toContain('Anna Sjöblom söker');
  // a page of it, from another tab, leads back to where it waits
  expect((await by('anna').open(`${service}/ansok/${draft}/need`)).url).toBe(`${service}/ansok/${draft}`);

  await until(
    () => house.letters('mikael'),
    (page) => page.includes(`Skriv under: ${title}`),
  );
  expect(main(await by('mikael').open('/mina-sidor'))).toContain(`Skriv under: ${title}`);
  const toSign = await by('mikael').open(`/mina-sidor/signera/${signing}`);
  expect(main(toSign)).toMatch(/Emil Sjöblom[\s\S]*Storängsvägen 4/);
  await by('mikael').sign(toSign);
  await until(cases, (all) => all.length === before + 1);
  const filed = (await cases())[before];
  expect(filed?.parties).toHaveLength(2);
  for (const sub of ['anna', 'mikael']) {
    expect(main(await by(sub).open('/mina-sidor/arenden'))).toContain(`/mina-sidor/arenden/sottunga/${filed?.id}`);
  }
  const own = main(await by('mikael').open(`/mina-sidor/arenden/sottunga/${filed?.id}`));
  expect(own).toMatch(/Den sökande[\s\S]*Underskrifter[\s\S]*Mikael Sjöblom/);
  expect(own).not.toContain('Kontrollerat nu'); // it is verified for who looks at the evidence, and not here
  const desk = main(await by('karin').open(`/handlaggning/sottunga/${filed?.id}`));
  expect(desk).toMatch(/Mikael Sjöblom, skrev under[\s\S]*underskrifterna stämmer med ansökan/);
  expect(desk).toMatch(/Delad vårdnad; alla har skrivit under/);

  // The same event again, as a job that was not known to be done would have it: nothing more.
  const [event] = await db.sql<{ parties: PartyId[] }>('select parties from signing.signing where signing_id = $1', [
    signing,
  ]);
  expect(await again(signing, draft, event?.parties ?? [])).toBe('filed');
  expect(await cases()).toHaveLength(before + 1);
});

const parts = { secrets: makeSecrets(exampleDataKey), baseUrl: 'http://127.0.0.1:3000' };

function again(signing: string, draft: string, parties: readonly PartyId[]) {
  const scope = db.scopes({
    ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities: [], parties } },
  });
  const event = {
    kind: 'signing.completed',
    authorities: [],
    parties,
    signing,
    subject: { kind: 'application', id: draft },
  };
  return fileSigned(scope, parts, event as never);
}

test('a refusal opens it again for the applicant alone, with the reason, and nothing is filed', async () => {
  const before = (await cases()).length;
  const { signing, party, href } = await ask('anna', [emil]);
  const page = await by('mikael').open(`/mina-sidor/signera/${signing}`);
  await by('mikael').send(page, '/neka', { reason: 'Vi har sagt Kökar.' });
  await until(
    () => drafts(party),
    ([one]) => one?.why === 'refused',
  );
  const open = await by('anna').open(href);
  expect(main(open)).toMatch(/någon ville inte skriva under[\s\S]*Vi har sagt Kökar\./);
  expect(main(await by('anna').open('/mina-sidor'))).toContain(`Öppen igen: ${title}`);
  await until(
    () => house.letters('anna'),
    (letters) => letters.includes(`Inte underskrivet: ${title}`),
  );
  expect(await cases()).toHaveLength(before);
});

test('a deadline that passes opens it again; the applicant and who should have signed are told', async () => {
  const { signing, party, href } = await ask('anna', [emil]);
  const past = Temporal.Now.instant().subtract({ minutes: 1 }).toString();
  await db.sql('update signing.signing set deadline = $2 where signing_id = $1', [signing, past]);
  await db.sql(
    `update services.draft set cosigning = jsonb_set(cosigning, '{deadline}', to_jsonb($2::text)) where party_id = $1`,
    [party, past],
  );
  expect(main(await by('anna').open(href))).toContain('alla hann inte skriva under i tid'); // before the clock has written so
  const worker = db.scopes({
    ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities: [], parties: [] } },
  });
  await expireSchedule.run(worker);
  await until(
    () => drafts(party),
    ([one]) => one?.why === 'expired',
  );
  await until(
    () => house.letters('anna'),
    (letters) => letters.includes(`Tiden gick ut: ${title}`),
  );
  await until(
    () => house.letters('mikael'),
    (letters) => letters.includes(`Tiden gick ut: ${title}`),
  );
});

test('taken back by the applicant nobody can sign it any more; sent anew it is another signing', async () => {
  const { signing, waiting, href } = await ask('anna', [emil]);
  const open = await by('anna').send(waiting, '/oppna');
  expect(main(open)).toContain('tillbakatagen');
  expect((await by('mikael').open(`/mina-sidor/signera/${signing}`)).body).not.toContain('/skriv-under"');
  await until(
    () => house.letters('mikael'),
    (letters) => letters.includes(`Ska inte skrivas under längre: ${title}`),
  );
  await by('anna').send(open, '/skicka');
  const anew = await house.latestDraft();
  expect(anew.signing).not.toBe(signing);
  expect((await by('anna').open(href)).url).toBe(href);
});

test('a page saved in another tab after it was sent makes the signatures void; one given in the same moment files nothing', async () => {
  const before = (await cases()).length;
  const anna = by('anna');
  const summary = await house.summary('anna', [emil]);
  const { draft } = await house.latestDraft();
  const tab = await anna.open(`${service}/ansok/${draft}/household`);
  await anna.send(summary, '/skicka');
  const { signing, party } = await house.latestDraft();
  await anna.send(tab, '/household', { income: '1000' });
  expect(await drafts(party)).toMatchObject([{ state: 'back', why: 'changed', filed: false }]);
  expect((await by('mikael').open(`/mina-sidor/signera/${signing}`)).body).not.toContain('/skriv-under"');

  // Signed first, and changed before the job came to it: what was signed is not what stands there.
  await db.sql('revoke update on services.draft from worker');
  const second = await anna.send(await anna.open(`${service}/ansok/${draft}/sammanfattning`), '/skicka');
  const waited = await house.latestDraft();
  await sign('mikael', waited.signing);
  await anna.send(second, '/oppna');
  await db.sql('grant update (answers, typed, changes, changed_at, filed_at, cosigning) on services.draft to worker');
  const parties = await partiesOf(waited.signing);
  expect(await again(waited.signing, draft, parties)).toBe('void');
  expect(await cases()).toHaveLength(before);
  expect(await drafts(party)).toMatchObject([{ state: 'back', why: 'withdrawn', filed: false }]);
});

async function partiesOf(signing: string): Promise<readonly PartyId[]> {
  const [row] = await db.sql<{ parties: PartyId[] }>('select parties from signing.signing where signing_id = $1', [
    signing,
  ]);
  return row?.parties ?? [];
}

test('two who sign at once: one case; a job that dies in the middle leaves nothing, and the next one files it', async () => {
  const before = (await cases()).length;
  await house.change('190922A936C', { guardians: ['140388-942J', house.numberOf('erik')] });
  const { signing, draft, party, waiting } = await ask('anna', [emil, elsa]);
  expect(main(waiting)).toMatch(/Erik Lindqvist[\s\S]*Mikael Sjöblom|Mikael Sjöblom[\s\S]*Erik Lindqvist/);
  // The draft is emptied before the case is written: that fails, as when the process is gone.
  await db.sql('revoke insert on cases."case" from worker');
  await Promise.all([sign('mikael', signing), sign('erik', signing)]);
  const parties = await partiesOf(signing);
  await expect(again(signing, draft, parties)).rejects.toThrow('permission denied');
  expect(await drafts(party)).toMatchObject([{ state: 'waiting', filed: false }]);
  expect(await cases()).toHaveLength(before);
  await db.sql('grant insert on cases."case" to worker');
  const outcomes = await Promise.all([again(signing, draft, parties), again(signing, draft, parties)]);
  expect(outcomes).toEqual(['filed', 'filed']);
  const filed = await cases();
  expect(filed).toHaveLength(before + 1);
  expect(filed[before]?.parties).toHaveLength(3);
});

test('where somebody is protected nobody is asked, and nothing of a protected child is shown; the officer is told', async () => {
  const siv = by('siv');
  const before = (await cases()).length;
  const first = await siv.send(await siv.open(service), /\/ansok$/);
  expect(main(first)).toContain('skyddade personuppgifter');
  expect(main(first)).not.toContain('Nils');
  let page = await siv.send(first, '/children', {
    ...{ 'children.0.name': 'Nora', 'children.0.born': '2024-02-28', 'children.0.hours': '20' },
    'children.0.start': Temporal.Now.plainDateISO().add({ months: 1 }).toString(),
  });
  page = await siv.send(page, '/custody', { shared: 'no' });
  page = await siv.send(page, '/need', { situation: 'seeking', wantsCall: 'no' });
  page = await siv.send(page, '/household');
  page = await siv.send(page, '/contact', {
    ...{ 'address.street': 'Ombud 1', 'address.postalCode': '22100', 'address.city': 'Mariehamn' },
  });
  const { party } = await house.latestDraft();
  expect((await siv.send(page, '/skicka')).url).toMatch(/\/kvitto$/);
  expect((await cases())[before]?.body).toMatchObject({ act: { custody: { children: ['protected'] } } });
  expect(await db.sql('select 1 from signing.signing where requested_by = $1', [party])).toEqual([]);
});

test('a register that is silent stops nobody: children are typed, custody is asked about, and the officer sees that nobody has checked', async () => {
  await house.behave('down');
  const before = (await cases()).length;
  const anna = by('anna');
  const first = await anna.send(await anna.open(service), /\/ansok$/);
  expect(main(first)).toContain('Vi kunde inte fråga folkbokföringen');
  let page = await anna.send(first, '/children', {
    ...{ 'children.0.name': 'Emil Sjöblom', 'children.0.born': '2019-05-04', 'children.0.hours': '20' },
    'children.0.start': Temporal.Now.plainDateISO().add({ months: 1 }).toString(),
  });
  page = await anna.send(page, '/custody', { shared: 'no' });
  page = await anna.send(page, '/need', { situation: 'seeking', wantsCall: 'no' });
  page = await anna.send(page, '/household');
  page = await anna.send(page, '/contact', {
    ...{ 'address.street': 'Bygatan 2', 'address.postalCode': '22720', 'address.city': 'Sottunga' },
  });
  expect(main(page)).toContain('Vårdnaden är inte kontrollerad');
  expect((await anna.send(page, '/skicka')).url).toMatch(/\/kvitto$/);
  const filed = (await cases())[before];
  expect(filed?.body).toMatchObject({ act: { custody: { children: ['silent'] } } });
  const desk = main(await by('karin').open(`/handlaggning/sottunga/${filed?.id}`));
  expect(desk).toMatch(/Vårdnaden är inte kontrollerad[\s\S]*registret kunde inte frågas/);
});
