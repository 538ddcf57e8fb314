import { text } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { type FileDigest, newId } from '../src/kernel/ids.ts';
import { payHouse } from './pay-house.ts';
import { sottunga, sundsvall } from './pay-world.ts';

const house = payHouse();
const { world } = house;
let march: string;
const here = () => `/lon/sottunga/${march}/rapporter`;

const accounts = Object.fromEntries(
  [
    ...['wages', 'variable-pay', 'holiday-pay', 'sick-pay', 'benefits', 'social-costs', 'pension-costs', 'tax-payable'],
    ...['pension-payable', 'insurance-payable', 'garnishment-payable', 'deductions-payable', 'net-payable'],
    'employer-payable',
  ].map((account, n) => [account, String(5000 + n)]),
);
const details = {
  ...{
    number: '0205071-4',
    creator: '0205072-2',
    sender: '0205073-0',
    contactName: 'Löner',
    contactPhone: '+358 18 1',
  },
  ...{ contactEmail: 'loner@example.ax', pensionProvider: '20', pensionPolicy: '20-1', accidentInsurer: '0205074-9' },
  ...{ accidentPolicy: '12-345', ...accounts },
};

type Row = {
  report: string;
  kind: string;
  version: number;
  state: string;
  rows: number;
  sha256: FileDigest;
  delivery: string;
};
const reports = () =>
  world.db.sql<Row>(
    `select report_id::text as report, kind, version, state, rows, sha256, delivery_id::text as delivery
     from payroll.report order by asked_at, report_id`,
  );
const last = async () => (await reports()).at(-1) as Row;
const content = async ({ sha256 }: Row) => text((await house.files.open(sha256)).stream);

beforeAll(async () => {
  march = await world.pay(sottunga, '2026-03');
});

test('what an employer reports under is said once, and a mistake in it is named beside its field', async () => {
  const wrong = await house.post('/lon/sottunga/uppgifter', 'officer', { ...details, seq: '0', number: '12' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('Ser inte rätt ut');
  expect((await house.post('/lon/sottunga/uppgifter', 'officer', { ...details, seq: '0' })).statusCode).toBe(303);
  expect((await house.get('/lon/sottunga/uppgifter', 'officer')).body).toContain('value="20-1"');
  const late = await house.post('/lon/sottunga/uppgifter', 'officer', { ...details, seq: '0' });
  expect(late.statusCode).toBe(409);
});

test('a report is made of the ledger by a job, once, with the identity numbers traced to whom they belong', async () => {
  expect((await house.post(here(), 'officer', { kind: 'incomes-register' })).statusCode).toBe(303);
  expect((await house.get(here(), 'officer')).body).toContain('Görs');
  await house.settle();
  const made = await last();
  expect(made).toMatchObject({ kind: 'incomes-register', version: 1, state: 'made', rows: 3 });
  const xml = await content(made);
  expect(xml).toContain('<Code>140388-942J</Code>');
  const page = await house.get(here(), 'officer');
  expect(page.body).toContain(made.sha256);
  expect(page.body).not.toContain('140388');
  const lines = await world.db.sql(`select from kernel.audit_line where purpose = 'payroll.purpose.report'`);
  expect(lines).toHaveLength(3);
  expect(await world.db.sql(`select from payroll.reported`)).toHaveLength(3);
});

test('a made report goes out by the deliveries with its very content, and everybody is then reported', async () => {
  const destination = newId<string>();
  await world.db.sql(
    `insert into exchange.destination values ($1, $2, 'Inkomstregistret', 'sftp', 'ir.example', 22, 'u', '/in', 'SHA256:x',
      'k', 's', false, now(), $2, 'Maja')`,
    [sottunga, destination],
  );
  const { report, sha256 } = await last();
  const before = await house.get(here(), 'officer');
  expect(before.body).toContain('Alla är inte lämnade än');
  const sent = await house.post(`${here()}/${report}/skicka`, 'officer', { [`till-${report}`]: destination });
  expect(sent.statusCode).toBe(303);
  expect(await world.db.sql('select sha256, state from exchange.delivery')).toEqual([{ sha256, state: 'waiting' }]);
  const after = await house.get(here(), 'officer');
  expect(after.body).toContain('Alla är lämnade');
  expect(after.body).toContain('väntar på att skickas');
  expect(after.body).toContain('En leverans har inte kommit fram hel än');
  const receipt = { size: 1, sha256, at: '2026-04-01T00:00:00Z' };
  await world.db.sql(`update exchange.delivery set state = 'delivered', receipt = $1`, [JSON.stringify(receipt)]);
  expect((await house.get(here(), 'officer')).body).toContain('Leveranserna har kommit fram hela');
  const again = await house.post(`${here()}/${report}/skicka`, 'officer', { [`till-${report}`]: destination });
  expect(again.statusCode).toBe(409);
});

test('what is reported and has not changed is not reported again', async () => {
  await house.post(here(), 'officer', { kind: 'incomes-register' });
  await house.settle();
  expect(await last()).toMatchObject({ version: 2, state: 'refused' });
  expect((await house.get(here(), 'officer')).body).toContain('Inget nytt att lämna');
});

test('vouchers and lists are made of the same run; those with persons are opened by whom they may be', async () => {
  for (const kind of ['voucher-sie', 'voucher-csv', 'pension', 'union']) {
    await house.post(here(), 'officer', { kind });
    await house.settle();
    expect(await last()).toMatchObject({ kind, state: 'made' });
  }
  const made = await reports();
  const of = (kind: string) => made.find((one) => one.kind === kind) as Row;
  expect(await content(of('union'))).toContain('140388-942J;25.00;Tehy;FI2112345600000785;1232');
  expect((await content(of('pension'))).match(/JuEL/g)).toHaveLength(3);
  const sie = await house.get(`${here()}/${of('voucher-sie').report}/fil`, 'officer');
  expect(sie.statusCode).toBe(200);
  expect(sie.headers['content-disposition']).toMatch(/attachment; filename="sottunga-voucher-sie-2026-03-1-/);
});

test('what should never have been reported is cancelled under its id, goes out, and is not reported again', async () => {
  const cancel = (number: string, reason = 'Betald till fel person') =>
    house.post(`${here()}/makulera`, 'officer', { number, reason });
  expect((await cancel('9999')).statusCode).toBe(409);
  expect((await cancel('1', ' ')).statusCode).toBe(422);
  expect((await cancel('1')).statusCode).toBe(303);
  await house.settle();
  const made = await last();
  expect(made).toMatchObject({ kind: 'incomes-register-cancel', state: 'made', rows: 1 });
  const [entry] = await world.db.sql<{ id: string }>(
    `select entry_id as id from payroll.reported where report_id = $1 and removed`,
    [made.report],
  );
  const xml = await content(made);
  expect(xml).toContain(`<ItemId>${entry?.id}</ItemId>`);
  expect(xml).not.toContain('140388');
  const [destination] = await world.db.sql<{ id: string }>(
    'select destination_id::text as id from exchange.destination',
  );
  await house.post(`${here()}/${made.report}/skicka`, 'officer', { [`till-${made.report}`]: destination?.id ?? '' });
  const sent = await world.db.sql(`select from exchange.delivery where sha256 = $1`, [made.sha256]);
  expect(sent).toHaveLength(1);
  expect((await cancel('1')).statusCode).toBe(409);
  await house.post(here(), 'officer', { kind: 'incomes-register' });
  await house.settle();
  expect(await last()).toMatchObject({ kind: 'incomes-register', state: 'refused' });
  const page = await house.get(here(), 'officer');
  expect(page.body).toContain('Makulerade');
  expect(page.body).toContain('Alla är lämnade');
});

test('Sweden: a declaration of the month, under numbers that stay', async () => {
  const run = await world.pay(sundsvall, '2026-03');
  const url = `/lon/sundsvall/${run}/rapporter`;
  const said = { ...details, number: '212000-2411', creator: '212000-2411', seq: '0' };
  await house.post('/lon/sundsvall/uppgifter', 'sundsvall', said);
  expect((await house.post(url, 'sundsvall', { kind: 'incomes-register' })).statusCode).toBe(409);
  for (const version of [1, 2]) {
    await house.post(url, 'sundsvall', { kind: 'agi' });
    await house.settle();
    const made = await last();
    expect(made).toMatchObject({ kind: 'agi', version, state: 'made', rows: 2 });
    const xml = await content(made);
    const number = xml.indexOf('197911239817');
    expect(xml.slice(number, number + 400)).toMatch(/faltkod="570">[12]</);
    await house.post(`${url}/${made.report}/lamnad`, 'sundsvall');
  }
  const numbers = await world.db.sql('select number from payroll.specification_number order by 1');
  expect(numbers).toEqual([{ number: 1 }, { number: 2 }]);
  const entries = await world.db.sql(
    `select distinct on (employee_id, version) entry_id, version from payroll.reported where about = 'agi 202603'
     order by employee_id, version`,
  );
  expect(new Set(entries.map((row) => JSON.stringify(row))).size).toBe(4);
});
