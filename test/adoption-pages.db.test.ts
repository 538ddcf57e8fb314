import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { newId } from '../src/kernel/ids.ts';
import { closeCase } from '../src/modules/cases/close.ts';
import { decide } from '../src/modules/cases/decide.ts';
import { fileCase } from '../src/modules/cases/index.ts';
import { adoptedService, adoptedServices, changeAdoption } from '../src/modules/services/index.ts';
import { takeNewerVersion } from '../src/modules/services/newer-version.ts';
import { adoptionHouse } from './adoption-house.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';
import { noRegisters } from './no-registers.ts';

const world = caseWorld();
const { anna, karin, erik } = world;
let app: App;

const phone = '018-000 00';

beforeAll(async () => {
  await world.db.sql('update directory.authority set contact = $2 where authority_id = $1', [
    ...[sottunga, JSON.stringify({ phone })],
  ]);
  app = await adoptionHouse(world);
});
afterAll(() => app.close());

const visit = (url: string, who = 'maja', language = 'sv') =>
  app.inject({ url, cookies: { session: who, language }, headers: { 'accept-language': language } });

const page = '/administration/sottunga/tjanster/barnomsorgsplats';

/** Every control of the form as it stands. */
function controls(html: string): Record<string, string> {
  const form = /<form[^>]*action="\/administration\/[^"]+"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? '';
  const found: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const [name, value, type] = [attribute('name'), attribute('value') ?? '', attribute('type')];
    if (name && (type !== 'radio' || / checked/.test(tag))) found[name] = value;
  }
  for (const [, name = '', text = ''] of form.matchAll(/<textarea[^>]*? name="([^"]+)"[^>]*>([^<]*)</g))
    found[name] = text.replaceAll('&lt;', '<');
  return found;
}

async function send(typed: Record<string, string>, from?: Record<string, string>, url = page) {
  const standing = from ?? controls((await visit(url)).body);
  return app.inject({
    ...{ method: 'POST', url, cookies: { session: 'maja' } },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...standing, ...typed }).toString(),
  });
}

const adopted = () => adoptedService(world.worker([]), sottunga, 'barnomsorgsplats');

test('the form follows from the service’s settings, in the authority’s currency and in three languages', async () => {
  const sv = (await visit(page)).body;
  for (const name of ['replyDays', 'maxFee', 'rateFirst', 'rateSecond', 'rateThird']) {
    expect(sv).toContain(`name="setting.${name}"`);
  }
  expect(sv).toMatch(/euro|€/);
  expect(sv).toContain('Allt är inte kontrollerat mot källan');
  const order = [...sv.matchAll(/ name="setting\.(\w+)"/g)].map(([, name]) => name);
  expect(order).toEqual(['replyDays', 'maxFee', 'rateFirst', 'rateSecond', 'rateThird']);
  for (const language of ['fi', 'en']) expect((await visit(page, 'maja', language)).statusCode).toBe(200);
  expect((await visit('/administration/sottunga/tjanster')).body).toContain(`href="${page}"`);
});

test('what is saved shows on the start page, with who changed what beside the form', async () => {
  const saved = await send({
    'setting.maxFee': '250,50',
    'setting.replyDays': '10',
    'text.sv.lead': 'Sök plats på vårt <daghem>.',
    'text.fi.title': 'Paikka Sottungassa',
  });
  expect([saved.statusCode, saved.headers.location]).toEqual([303, `${page}?sparat=ja`]);
  expect(await adopted()).toMatchObject({ settings: { maxFee: 25050, replyDays: 10 } });
  const start = (await visit('/sottunga/tjanster/barnomsorgsplats', 'anna')).body;
  expect(start).toContain('250,50');
  expect(start).toContain('inom 10 dagar');
  expect(start).toContain('Sök plats på vårt &lt;daghem>.');
  const after = (await visit(page)).body;
  expect(after).toContain('Maja Ek');
  expect(after).toMatch(/Dagar inom vilka vi svarar: 14 dagar → 10 dagar/);
  const rows = await world.db.sql<{ actor_party: string; basis: { kind: string }[] }>(
    'select actor_party, basis from services.adoption_change where authority_id = $1',
    [sottunga],
  );
  expect(rows[0]).toMatchObject({ actor_party: karin.party, basis: [{ kind: 'role' }] });
  expect((await send({})).statusCode).toBe(303); // nothing changed: nothing is written
  expect(await world.db.sql('select from services.adoption_change')).toHaveLength(rows.length);
});

test('each error stands at its field and in the summary, and all that was typed is kept', async () => {
  const wrong = await send({
    ...{ 'setting.replyDays': '', 'setting.maxFee': 'mycket', 'setting.rateFirst': '101', years: '0', decision: 'KS' },
    'text.sv.title': 'x'.repeat(81),
  });
  expect(wrong.statusCode).toBe(422);
  for (const field of [
    'setting.replyDays',
    'setting.maxFee',
    'setting.rateFirst',
    'years',
    'decidedOn',
    'text.sv.title',
  ]) {
    expect(wrong.body).toContain(`href="#${field}"`);
  }
  expect(wrong.body).toContain('id="setting.maxFee-error"');
  expect(wrong.body).toContain('value="mycket"');
  expect((await adopted()).settings.replyDays).toBe(10);
});

test('a page that somebody else has overtaken saves nothing, says what is new and keeps what was typed', async () => {
  const old = controls((await visit(page)).body);
  await send({ 'setting.replyDays': '12' });
  const late = await send({ 'setting.replyDays': '21' }, old);
  expect(late.statusCode).toBe(409);
  expect(late.body).toContain('12 dagar (Maja Ek)');
  expect(late.body).toContain('value="21"');
  expect((await adopted()).settings.replyDays).toBe(12);
  const { revision = '' } = controls(late.body);
  expect((await send({ 'setting.replyDays': '21', revision }, old)).statusCode).toBe(303);
  expect((await adopted()).settings.replyDays).toBe(21);
});

test('a unit is chosen among one’s own and those of providers by agreement, and no other', async () => {
  const { body } = await visit(page);
  expect(body).toContain('name="handler"');
  expect((await send({ handler: `${kokar}/${newId()}` })).statusCode).toBe(422);
});

test('a change applies to new filings only', async () => {
  const suggestions = '/administration/sottunga/tjanster/forslag';
  const before = await world.filed(anna);
  await send({ 'setting.replyDays': '33' }, undefined, suggestions);
  const after = await world.filed(anna);
  const settings = await world.db.sql<{ settings: unknown }>(
    'select settings from cases."case" where case_id = any ($1) order by diary_ordinal',
    [[before.case, after.case]],
  );
  expect(settings).toEqual([{ settings: { replyDays: 20 } }, { settings: { replyDays: 33 } }]);
});

test('a newer version is taken into use by who administers, with all that the authority had made its own', async () => {
  await send({ 'setting.replyDays': '12', 'text.sv.lead': 'Hos oss på ön.' });
  await world.db.sql('update services.adoption set version = 1 where authority_id = $1 and slug = $2', [
    ...[sottunga, 'barnomsorgsplats'],
  ]);
  const { body } = await visit(page);
  expect(body).toContain('Version 2 av tjänsten finns; ni har version 1');
  const revision = /name="revision" value="(\d+)"/.exec(body)?.[1] ?? '';
  const take = (of: string) =>
    app.inject({
      ...{ method: 'POST', url: `${page}/version`, cookies: { session: 'maja' } },
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ ...controls(body), revision: of }).toString(),
    });
  const stranger = world.official(karin, { role: 'administrator', authority: kokar, employer: kokar });
  await expect(takeNewerVersion(stranger, sottunga, 'barnomsorgsplats', Number(revision))).rejects.toMatchObject({
    kind: 'not-allowed',
  });
  expect((await take(String(Number(revision) - 1))).statusCode).toBe(409);
  expect((await visit(page)).body).toContain('ni har version 1');

  expect((await take(revision)).headers.location).toBe(`${page}?sparat=ja`);
  const after = (await visit(page)).body;
  expect(after).not.toContain('ni har version');
  expect(after).toContain('Version: 1 → 2');
  expect(await adopted()).toMatchObject({
    ...{ version: 2, settings: { replyDays: 12 }, texts: { sv: { lead: 'Hos oss på ön.' } } },
  });
  expect((await take(String(Number(revision) + 1))).statusCode).toBe(409); // there is none newer
});

test('contact and reply days show where one begins, fills in and looks it over', async () => {
  const draft = await world.draft(anna);
  const service = '/sottunga/tjanster/forslag';
  const pages = [service, `${service}/ansok/${draft}/suggestion`, `${service}/ansok/${draft}/sammanfattning`];
  const [start, fill, summary] = await Promise.all(pages.map(async (url) => (await visit(url, 'anna')).body));
  for (const body of [start, fill, summary]) expect(body).toContain(phone);
  for (const body of [start, summary]) expect(body).toContain('inom 33 dagar');
});

test('another authority’s administrator finds nothing here, an officer and a resident neither', async () => {
  for (const who of ['other', 'officer']) {
    for (const url of [page, '/administration/sottunga/tjanster']) expect((await visit(url, who)).statusCode).toBe(404);
  }
  expect((await visit(page, 'anna')).statusCode).toBeGreaterThanOrEqual(303);
  const scope = world.official(karin, { role: 'administrator', authority: kokar, employer: kokar });
  const change = changeAdoption(scope, sottunga, 'forslag', 1, { isOpen: false });
  await expect(change).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(scope.read((tx) => tx.selectFrom('services.adoption_change').selectAll().execute())).resolves.toEqual(
    [],
  );
});

describe('once production has used the installation', () => {
  const list = () => visit('/drift/tjanster', 'operator');

  beforeAll(async () => {
    await visit('/sottunga', 'anna');
  });
  afterEach(async () => {
    await world.db.sql('update kernel.installation set production_since = null');
    await forgetAll();
  });
  async function inProduction(): Promise<void> {
    await world.db.sql('update kernel.installation set production_since = now()');
    await forgetAll();
  }
  /** The administrator's page looks at things as they are now. */
  const forgetAll = () => visit(page);

  test('what is unverified is not offered, and the operator reads which and why; before, it is offered and marked', async () => {
    const marked = (await list()).body;
    expect(marked).toContain('Erbjuds och visas med en anmärkning');
    expect(marked).toContain('appeal-time.se');
    expect((await visit('/sottunga', 'anna')).body).toContain('/sottunga/tjanster/barnomsorgsplats"');
    await inProduction();
    const refused = (await list()).body;
    expect(refused).toContain('Erbjuds inte: det här är drift på riktigt');
    expect(refused).toContain('skollagen (2010:800) 8 kap. 14 §');
    expect((await visit('/sottunga', 'anna')).body).not.toContain('/sottunga/tjanster/barnomsorgsplats"');
    const start = (await visit('/sottunga/tjanster/barnomsorgsplats', 'anna')).body;
    expect(start).toContain('Tjänsten är inte öppen än');
    expect(start).not.toContain('/ansok"');
    expect((await visit(page)).body).toContain('Tjänsten erbjuds inte än');
  });

  test('nothing can be begun or sent in it, whichever way one comes', async () => {
    const draft = await world.draft(erik);
    const filing = { authority: 'sottunga', service: 'forslag', draft, seq: 3 };
    await inProduction();
    await expect(fileCase(world.resident(erik), filing, noRegisters)).rejects.toMatchObject({
      key: 'services.service.withheld',
    });
    const { startDraft } = await import('../src/modules/services/open-draft.ts');
    const [service] = await adoptedServices(world.worker([]), sottunga);
    if (!service) throw new Error('nothing adopted');
    await expect(startDraft(world.resident(erik), service)).rejects.toMatchObject({ key: 'services.service.withheld' });
  });

  test('a service with nothing unverified is offered when the authority has decided how long cases are kept', async () => {
    const suggestions = '/administration/sottunga/tjanster/forslag';
    await inProduction();
    expect((await visit('/sottunga', 'anna')).body).not.toContain('/sottunga/tjanster/forslag"');
    const day = { 'decidedOn-day': '14', 'decidedOn-month': '3', 'decidedOn-year': '2026' };
    const saved = await send({ years: '3', decision: 'Kommunstyrelsen § 25', ...day }, undefined, suggestions);
    expect(saved.statusCode).toBe(303);
    expect((await visit('/sottunga', 'anna')).body).toContain('/sottunga/tjanster/forslag"');
    expect((await visit('/sottunga/personuppgifter', 'anna')).body).toContain('3 år efter att ärendet avslutats');
    const filed = await world.filed(erik);
    expect(filed.authority).toBe(sottunga);
    const taken = await send({ years: '', decision: '' }, undefined, suggestions);
    expect(taken.statusCode).toBe(422); // decided again, never taken back
  });

  test('a decision that would cite unverified law is refused, also in a case from before, and none is closed by a mere proposal', async () => {
    const key = await world.filed(erik);
    await world.db.sql(`update cases."case" set service_id = 'se.sundsvall/foreningsbidrag' where case_id = $1`, [
      key.case,
    ]);
    await inProduction();
    const scope = world.official(karin);
    const handled = { ...key, seq: 1, transaction: newId() };
    await expect(decide(scope, handled as never, { decision: 'reject', reasons: 'x' })).rejects.toMatchObject({
      key: 'cases.unverified-law',
    });
    await expect(closeCase(scope, handled as never)).rejects.toMatchObject({ key: 'cases.close.no-retention' });
  });
});
