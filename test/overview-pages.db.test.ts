import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { caseWorld, type Person } from './case-world.ts';
import { given } from './mandate-keys.ts';
import { asItComes, foreign, overviewHouse, scripted } from './overview-house.ts';

const world = caseWorld();
const one = scripted();
const other = scripted('other');
const slow = scripted('slow', 60_000);
let app: App;
let patience: number;
/** What is kept of what was shown before is of another test. */
let since: Temporal.Instant;

beforeAll(async () => {
  app = await overviewHouse(world, [one, other, slow], { patience: () => patience });
  await app.listen({ host: '127.0.0.1', port: 0 });
  await world.filed(world.anna);
  await world.draft(world.anna);
});
afterAll(() => app.close());
beforeEach(async () => {
  Object.assign(one, { mode: 'ok', items: [foreign('1')], asked: 0 });
  for (const silent of [other, slow]) Object.assign(silent, { mode: 'empty', items: [], asked: 0 });
  patience = 20_000;
  await world.db.sql('delete from overview.last_known');
  since = Temporal.Now.instant();
});

const PAGE = '/mina-sidor/oversikt';
async function page(who = 'anna', query = '', language = 'sv') {
  const { body } = await app.inject({
    url: PAGE + query,
    cookies: { session: who },
    headers: { 'accept-language': language },
  });
  return body;
}
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
async function isKept({ party }: Person): Promise<boolean> {
  const rows = await world.db.sql(
    'select 1 from overview.last_known where source_id = $1 and party_id = $2 and as_of > $3',
    [one.id, party, since.toString()],
  );
  return rows.length > 0;
}
const untilKept = () => expect.poll(() => isKept(world.anna)).toBe(true);

test('own cases, drafts and others’ cases stand in lists by whose move it is', async () => {
  one.items = [foreign('1'), foreign('2', { ball: 'me', title: 'Komplettera' }), foreign('3', { ball: 'done' })];
  const html = main(await page());
  const [mine = '', theirs = '', done = ''] = html.split(/<h2 class="al-h2">/).slice(1);
  expect(mine).toContain('Din tur');
  expect(mine).toContain('Komplettera');
  expect(mine).toContain('Fyll i klart och skicka in.');
  expect(theirs).toContain('Hos myndigheten');
  expect(theirs).toContain('SOT ');
  expect(theirs).toContain('Så räknas dagen: Tjänstens väntetid från dagen då ärendet kom in');
  expect(theirs).toContain('Ärende 1');
  expect(done).toContain('Ärende 3');
});

test('the head and the quick ones are sent at once, a slow one below them, and the end when it has come', async () => {
  patience = 100;
  slow.mode = 'held';
  slow.items = [foreign('7', { source: 'slow' })];
  // It answers when the page has said that it waits for it, and not before.
  const pieces = await asItComes(app, PAGE, 'anna', (html) => {
    if (html.includes('Vi väntar fortfarande på svar från: Annorstädes')) slow.release();
  });
  const pieceWith = (text: string) => pieces.findIndex((html) => html.includes(text));
  const waits = pieceWith('Vi väntar fortfarande');
  expect(pieceWith('Min ärendeöversikt</h1>')).toBe(0);
  expect(waits).toBeGreaterThan(0);
  expect(pieceWith('SOT ')).toBeLessThanOrEqual(waits);
  expect(pieceWith('Från Annorstädes')).toBeGreaterThan(waits);
  expect(pieceWith('Ärende 7')).toBeGreaterThan(waits);
  expect(pieces.at(-1)).toContain('</html>');
});

test('one that is down and was never asked says so, and no list claims to be the whole truth', async () => {
  one.mode = 'down';
  const html = main(await page('erik'));
  expect(html).toContain('Annorstädes kunde inte frågas');
  expect(html).toContain('Du kan ha ärenden där som inte syns här');
  expect(html).toContain('Ingenting hos dem som har svarat');
  expect(html).not.toContain('Ingenting väntar på dig');
  expect(await isKept(world.erik)).toBe(false);
});

test('one that is down shows what it said before, with its day; what it said is sealed', async () => {
  await page();
  await untilKept();
  const [kept] = await world.db.sql<{ sealed: string }>(
    `select sealed from overview.last_known where source_id = 'elsewhere'`,
  );
  expect(kept?.sealed).not.toContain('Ärende');
  one.mode = 'down';
  const html = main(await page());
  expect(html).toContain('Annorstädes svarar inte');
  expect(html).toContain('Ärende 1');
  one.mode = 'ok';
  one.items = [];
  await page();
  expect(main(await page())).not.toContain('Ärende 1');
});

test.each(['down', 'hanging', 'throwing'] as const)('the rest of the page lives when one is %s', async (mode) => {
  const failing = Object.assign(scripted('failing', mode === 'hanging' ? 1_000 : 60_000), { mode });
  const living = Object.assign(scripted('living'), { items: [foreign('9', { source: 'living' })] });
  const house = await overviewHouse(world, [failing, living]);
  const { body: html } = await house.inject({ url: PAGE, cookies: { session: 'anna' } });
  await house.close();
  expect(html).toContain('Ärende 9');
  expect(html).toContain('SOT ');
  expect(html).toContain('Annorstädes');
  expect(html.trimEnd().endsWith('</html>')).toBe(true);
});

test('a case that another source knows of too is shown once', async () => {
  const number = /SOT \d{4}-\d{4}/.exec(await page())?.[0] ?? '';
  one.items = [foreign('1', { authority: 'Sottunga kommun', reference: number.replace(' ', '') })];
  const html = main(await page());
  expect(html).toContain('Finns även i Annorstädes (samma myndighet och samma ärendenummer)');
  expect(html).not.toContain('Ärende 1');
});

test('nothing of what one person is shown is shown to another, or kept for them', async () => {
  await page();
  await untilKept();
  one.mode = 'down';
  const html = main(await page('erik'));
  expect(html).not.toContain('Ärende 1');
  expect(html).not.toContain('SOT ');
  expect((await app.inject(PAGE)).statusCode).toBe(303);
  expect((await app.inject('/api/v1/overview')).statusCode).toBe(401);
});

test('filter and search show what was chosen, in each part', async () => {
  one.items = [foreign('1', { ball: 'me', title: 'Körkort' }), foreign('2', { ball: 'me', title: 'Vapenlicens' })];
  const html = main(await page('anna', '?visa=min-tur&sok=k%C3%B6rkort'));
  expect(html).toContain('Körkort');
  expect(html).not.toContain('Vapenlicens');
  expect(html).not.toContain('Hos myndigheten</h2>');
});

test('as a table a cell can not reckon, and what is missing is said on the first line', async () => {
  one.items = [foreign('1', { title: '=HYPERLINK("http://evil")' })];
  const csv = async () => (await app.inject({ url: `${PAGE}.csv`, cookies: { session: 'anna' } })).body;
  expect(await csv()).toContain(`"'=HYPERLINK(""http://evil"")"`);
  await untilKept();
  one.mode = 'down';
  expect((await csv()).split('\r\n')[0]).toContain('OFULLSTÄNDIGT: dessa kunde inte frågas: Annorstädes');
});

test('as JSON it says which sources failed, with 207', async () => {
  const answer = () => app.inject({ url: '/api/v1/overview', cookies: { session: 'anna' } });
  expect((await answer()).statusCode).toBe(200);
  await untilKept();
  one.mode = 'down';
  const partial = await answer();
  expect(partial.statusCode).toBe(207);
  expect(partial.json().sources).toContainEqual(
    expect.objectContaining({ id: 'elsewhere', state: 'stale', fault: 'down' }),
  );
});

test('a case elsewhere has a page, whose address does not tell its id; another’s is not there', async () => {
  one.items = [foreign('199001019802', { events: [{ at: '2026-03-01T10:00:00Z', words: 'Inkom' }] })];
  const href = /href="(\/mina-sidor\/oversikt\/elsewhere\/[^"]+)"/.exec(await page())?.[1] ?? '';
  expect(href).not.toContain('199001019802');
  const visit = (who: string) => app.inject({ url: href, cookies: { session: who } });
  expect((await visit('anna')).body).toContain('Inkom');
  one.items = [];
  expect((await visit('erik')).statusCode).toBe(404);
});

test('a case that is known is asked for by itself, with its documents; away, it is shown as it was', async () => {
  const href = /href="(\/mina-sidor\/oversikt\/elsewhere\/[^"]+)"/.exec(await page())?.[1] ?? '';
  await untilKept();
  const visit = async () => (await app.inject({ url: href, cookies: { session: 'anna' } })).body;
  const { asked, askedOne } = one;
  expect(await visit()).toContain('Karta');
  expect([one.asked, one.askedOne]).toEqual([asked, askedOne + 1]);
  one.mode = 'down';
  const html = await visit();
  expect(html).toContain('Annorstädes svarar inte');
  expect(html).toContain('Ärende 1');
  expect(html).not.toContain('Karta');
});

test.each(['sv', 'fi', 'en'])('in %s', async (language) => {
  const titles: Record<string, string> = { sv: 'Din tur', fi: 'Sinun vuorosi', en: 'Your turn' };
  const { body } = await app.inject({ url: PAGE, cookies: { session: 'anna', language } });
  expect(body).toContain(titles[language]);
});

describe('everybody’s cases in one view', () => {
  const ALL = '/mina-sidor/oversikt/alla';
  const sections = async (who: string, query = '') => {
    const { body } = await app.inject({ url: ALL + query, cookies: { session: who } });
    return main(body)
      .split(/<h2 class="al-h2">/)
      .slice(1);
  };
  const usesBy = ({ party }: Person) =>
    world.db.sql('select basis from kernel.audit_line where party_id = $1 and actor_party = $2', [
      ...[world.anna.party, party],
    ]);

  test('of nobody but oneself it says that one acts for nobody', async () => {
    const { body } = await app.inject({ url: ALL, cookies: { session: 'erik' } });
    expect(body).toContain('Du får inte agera för någon annan just nu');
    expect(body).not.toContain('SOT ');
  });

  test('each row says in whose name, each person is asked behind their own fence, and reads that it was done', async () => {
    const mandate = await given(world, world.anna, world.erik, { level: 'passive' });
    one.itemsOf = (party) => [
      foreign(party, { title: party === world.anna.party ? 'Annas bygglov' : 'Eriks körkort' }),
    ];
    const [own = '', annas = '', ...more] = await sections('erik');
    expect(more).toEqual([]);
    expect(own).toContain('Dina egna');
    expect(own).toContain('Eriks körkort');
    expect(own).not.toMatch(/Annas|SOT /);
    expect(annas).toContain('För Anna Öhman');
    expect(annas).toMatch(/Annas bygglov[\s\S]*data-label="För"[^>]*>Anna Öhman/);
    expect(annas).toContain('SOT ');
    expect(annas).not.toContain('Eriks');
    expect(annas).toContain('Tjänstens väntetid från dagen då ärendet kom in');
    // Opened in her name, by a form: nothing of whom stands in an address.
    expect(annas).toContain(`name="principal" value="${world.anna.party}"`);
    expect(annas).not.toMatch(new RegExp(`href="[^"]*${world.anna.party}`));
    const [use] = await usesBy(world.erik);
    expect(use).toMatchObject({ basis: [{ kind: 'mandate', id: mandate }] });
  });

  test('as a table each line says in whose name, and what is missing of whom stands first', async () => {
    one.itemsOf = (party) => [
      foreign(party, { title: party === world.anna.party ? 'Annas bygglov' : 'Eriks körkort' }),
    ];
    slow.mode = 'down';
    const { body } = await app.inject({ url: `${ALL}.csv`, cookies: { session: 'erik' } });
    const lines = body.slice(1).split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'Dig själv;OFULLSTÄNDIGT: dessa kunde inte frågas: Annorstädes',
      'Anna Öhman;OFULLSTÄNDIGT: dessa kunde inte frågas: Annorstädes',
      expect.stringContaining('För;Vems tur;Ärende'),
    ]);
    expect(lines.filter((line) => line.includes('Eriks körkort'))).toMatchObject([
      expect.stringMatching(/^Dig själv;/),
    ]);
    expect(
      lines.filter((line) => /Annas bygglov|SOT /.test(line)).every((line) => line.startsWith('Anna Öhman;')),
    ).toBe(true);
  });

  test('nothing of it is found afterwards in a page that is one person’s alone, or kept as theirs', async () => {
    await sections('erik');
    await expect.poll(() => isKept(world.erik)).toBe(true);
    await untilKept();
    one.mode = 'down';
    expect(main(await page('erik'))).toContain('Eriks körkort');
    expect(main(await page('erik'))).not.toMatch(/Annas bygglov|SOT /);
    expect(main(await page('anna'))).not.toContain('Eriks körkort');
    const [own = '', annas = ''] = await sections('erik');
    expect(own).toMatch(/Annorstädes svarar inte[\s\S]*Eriks körkort/);
    expect(annas).toMatch(/Annorstädes svarar inte[\s\S]*Annas bygglov/);
  });
});
