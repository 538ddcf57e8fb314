import { beforeAll, expect, test } from 'vitest';
import { payHouse } from './pay-house.ts';
import { sottunga } from './pay-world.ts';

const house = payHouse();
const { world } = house;
const details = {
  ...{
    seq: '0',
    number: '0205071-4',
    creator: '0205072-2',
    sender: '0205073-0',
    contactName: 'L',
    contactPhone: '+358 18',
  },
  ...{ pensionProvider: '20', pensionPolicy: '20-1', accidentInsurer: '0205074-9', accidentPolicy: '1' },
};
let here: string;
let file: string;
const strangers = ['sundsvall', 'other', 'manager', 'nobody'];

beforeAll(async () => {
  here = `/lon/sottunga/${await world.pay(sottunga, '2026-03')}/rapporter`;
  await house.post('/lon/sottunga/uppgifter', 'officer', details);
  await house.post(here, 'officer', { kind: 'incomes-register' });
  await house.settle();
  const [made] = await world.db.sql<{ report: string }>('select report_id::text as report from payroll.report');
  file = `${here}/${made?.report}`;
});

const counts = () =>
  world.db.sql(
    `select (select count(*) from payroll.report)::int as reports, (select count(*) from payroll.report_terms)::int as terms,
      (select count(*) from exchange.delivery)::int as sent,
      (select count(*) from payroll.report where handed_at is not null)::int as handed`,
  );

test.each(strangers)('%s sees no report, no file and none of the employer’s details', async (who) => {
  for (const url of [
    here,
    `${file}/fil`,
    '/lon/sottunga/uppgifter',
    '/lon/sottunga/revision',
    '/lon/sottunga/revision.csv',
  ]) {
    const answer = await house.get(url, who);
    expect([303, 403, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('0205071-4');
    expect(answer.body).not.toContain('140388');
  }
});

test.each([...strangers, 'auditor'])('%s has nothing made, sent, handed over or changed', async (who) => {
  const before = await counts();
  const tries: readonly (readonly [string, Record<string, string>])[] = [
    [here, { kind: 'voucher-csv' }],
    [`${file}/skicka`, { [`till-${file.split('/').at(-1)}`]: '018f0000-0000-7000-8000-000000000001' }],
    [`${file}/lamnad`, {}],
    [`${here}/makulera`, { number: '1', reason: 'x' }],
    ['/lon/sottunga/uppgifter', { ...details, seq: '1' }],
  ];
  for (const [url, fields] of tries)
    expect([303, 401, 403, 404]).toContain((await house.post(url, who, fields)).statusCode);
  expect(await counts()).toEqual(before);
});

test('another employer’s officer can not reach it by their own employer’s address', async () => {
  for (const url of [here, `${file}/fil`])
    expect((await house.get(url.replace('sottunga', 'sundsvall'), 'sundsvall')).statusCode).toBe(404);
});

test('a file with a protected person in it opens only for those with that right, and all whom it names are told', async () => {
  expect((await house.get(`${file}/fil`, 'officer')).statusCode).toBe(403);
  expect((await house.get(`${file}/fil`, 'auditor')).statusCode).toBe(403);
  const lines = async () =>
    (await world.db.sql(`select from kernel.audit_line where actor_name = 'trusted' and authority_id = $1`, [sottunga]))
      .length;
  const before = await lines();
  const opened = await house.get(`${file}/fil`, 'trusted');
  expect(opened.statusCode).toBe(200);
  expect(opened.body).toContain('020975-9662');
  expect(await lines()).toBe(before + 3);
});

test('the auditor reads', async () => {
  const list = await house.get('/lon/sottunga/revision', 'auditor');
  expect(list.statusCode).toBe(200);
  for (const word of ['Lön: ny', 'Inkomstregistret', 'Lönerna räknades', 'Stämmer', 'Uppgifter för rapporter'])
    expect(list.body).toContain(word);
  for (const word of ['Sjöblom', 'Mattsson', '140388', '300000']) expect(list.body).not.toContain(word);
  const table = await house.get('/lon/sottunga/revision.csv?fran=2020-01-01', 'auditor');
  for (const word of ['section;at;who;what;about;detail', 'salary new', 'report.incomes-register', 'agrees'])
    expect(table.body).toContain(word);
  expect((await house.get('/lon/sottunga/revision?fran=igår', 'auditor')).body).toContain('Skriv dagen som');
  const page = await house.get(here, 'auditor');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Gjorda rapporter');
  for (const word of ['Gör en rapport', 'Skicka', 'lamnad', '/uppgifter']) expect(page.body).not.toContain(word);
});
