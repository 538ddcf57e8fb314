import { join } from 'node:path';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { projectRoot } from '../../../kernel/project-root.ts';
import type { Country, LineCode } from '../engine/codes.ts';
import { monthAround } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import type { Line } from '../engine/line.ts';
import { calculatePayslip, makeEngine } from '../engine/payslip.ts';
import type { Fact } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { writeAgi } from './agi.ts';
import { writeIncomesRegister } from './incomes-register.ts';
import { checkIncomesRegister } from './incomes-register-structure.ts';
import { toPc8 } from './pc8.ts';
import type { EarlierEntry, Paid, ReportInput } from './report.ts';
import { writeSie } from './sie.ts';
import { type ReportTerms, readTerms, voucherAccounts } from './terms.ts';
import { voucherOf } from './voucher.ts';
import { writeVoucherCsv } from './voucher-csv.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const run = '018f0000-0000-7000-8000-00000000aaaa';
const authority = 2480766 as AuthorityId;

const accounts = Object.fromEntries(voucherAccounts.map((account, n) => [account, String(5000 + n)]));
const { terms, wrong } = readTerms({
  ...{ number: '0205071-4', creator: '0205072-2', sender: '0205073-0', contactName: 'Åsa <Löner> & "co"' },
  ...{ contactPhone: '+358 18 12345', contactEmail: 'loner@example.ax', pensionProvider: '20' },
  ...{ pensionPolicy: '20-1234567A', accidentInsurer: '0205074-9', accidentPolicy: '12-345' },
  ...accounts,
});
const swedish: ReportTerms = { ...terms, number: '212000-2411', creator: '212000-2411' };

type Item = readonly [code: LineCode, amount: number];

function paid(
  who: string,
  country: Country,
  month: string,
  pay: readonly Item[],
  benefits: readonly Item[] = [],
): Paid {
  const earned = monthAround(`${month}-01`);
  const made = (items: readonly Item[]) => items.map(([code, amount]) => givenLine(country, { code, amount }, earned));
  const card = { basePercent: 185_000, yearLimit: 4_000_000, additionalPercent: 350_000, earnedBefore: 0 };
  const { lines, employer, gross, net } = calculatePayslip(engine, {
    ...{ country, paymentDate: earned.to, earned, birthDate: '1988-03-14', employer: {} },
    ...{ pay: made(pay), benefits: made(benefits) },
    tax: country === 'AX' ? { kind: 'card', card } : { kind: 'table', table: 33, column: 1 },
  });
  const post = { title: 'Lärare', position: who, unit: 'Skolan "Ö"' };
  const facts = [{ seq: 1, kind: 'employment', employment: 1, from: '2020-01-01', to: null, body: post }] as Fact[];
  const employee = { authority, id: who, number: who, name: 'N', party: null, birthDate: '1988-03-14', country };
  const row = {
    authority,
    run,
    employee: who,
    ...earned,
    paymentDate: earned.to,
    gross: String(gross),
    net: String(net),
  };
  return {
    employee: { ...employee, seq: 1, facts: '[]' },
    row: { ...row, factsSeq: 1, rules: 'r', cost: '0', held: null, totals: '{}', lines: '{}', at: null },
    ...{
      facts,
      lines: [...lines, ...employer],
      recoveredLater: [],
      claims: [],
      paidBack: [],
      paymentOf: () => undefined,
    },
  };
}

function input(some: readonly Paid[], over: Partial<ReportInput> = {}): ReportInput {
  return {
    ...{ report: '018f0000-0000-7000-8000-00000000bbbb', employer: { authority, name: 'Vårdö' }, terms, paid: some },
    ...{
      earlier: new Map(),
      about: `run ${run}`,
      cancels: null,
      absent: [],
      earlierAbsence: new Map(),
      numberOf: () => '140388-942J',
      specificationOf: () => 7,
      period: '2026-03-01',
    },
    ...{ at: Temporal.Instant.from('2026-03-31T08:00:00Z'), production: false },
    ...over,
  };
}

/** A part of the earlier month that is taken back. */
function recovery(of: Paid, amount: number): Line {
  const line = of.lines.find(({ code }) => code === 'monthly');
  if (!line) throw new Error('nothing monthly');
  return { ...line, amount: 0 - amount, quantity: null, base: null, rate: null, facts: [...line.facts, 'ledger'] };
}

function elements(file: Buffer | null, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (element: XmlElement) => {
    if (element.name === name) found.push(element);
    for (let child = element.firstChild; child !== null; child = child.next)
      if (child instanceof XmlElement) walk(child);
  };
  walk(XmlDocument.fromBuffer(file ?? Buffer.from('<x/>')).root);
  return found;
}

const textOf = (file: Buffer | null, name: string) => elements(file, name).map(({ content }) => content.trim());
const earlier = (entry: Partial<EarlierEntry>) =>
  new Map([['a', { employee: 'a', entry: 'x', version: 1, digest: '', removed: false, ...entry }]]);

test('what an employer reports under is read from a form, and what looks wrong is named', () => {
  expect(wrong).toEqual([]);
  expect(readTerms({ number: '123', 'net-payable': 'x' }).wrong).toEqual(['number', 'net-payable']);
});

describe('the Incomes Register', () => {
  const march = paid(
    'a',
    'AX',
    '2026-03',
    [
      ['monthly', 3_000_00],
      ['evening', 43_56],
      ['night', 92_93],
    ],
    [['phone', 20_00]],
  );
  const written = writeIncomesRegister(input([march]));

  test('has the structure of its schema, read by another parser, and text that looks like markup stays text', () => {
    expect(written.problems).toEqual([]);
    expect(checkIncomesRegister(written.content ?? Buffer.alloc(0))).toEqual([]);
    expect(textOf(written.content, 'Name')).toEqual(['Åsa <Löner> & "co"']);
  });

  test('keeps owner, creator and sender apart, and sums by code to what was paid and withheld', () => {
    const code = (element: string) => textOf(written.content, element).map((text) => text.replace(/^1\s+/, ''));
    expect(code('DeliveryDataOwner')).toEqual(['0205071-4']);
    expect(code('DeliveryDataCreator')).toEqual(['0205072-2']);
    expect(code('DeliveryDataSender')).toEqual(['0205073-0']);
    const amounts = textOf(written.content, 'Amount');
    const codes = textOf(written.content, 'TransactionCode');
    expect(Object.fromEntries(codes.map((one, n) => [one, amounts[n]]))).toMatchObject({
      ...{ 201: '3000.00', 206: '43.56', 236: '92.93', 330: '20.00' },
      ...{ 402: '583.95', 413: '230.42', 414: '28.09' },
    });
  });

  test('a fault in the structure is found: order, a missing part, a wrong text, something strange', () => {
    const text = written.content?.toString() ?? '';
    const faults: readonly (readonly [string | RegExp, string])[] = [
      [/<Source>.*<\/Source>\n/, ''],
      ['<Type>2</Type>', '<Type>two</Type>'],
      ['<TransactionCode>', '<Strange/><TransactionCode>'],
      [/(<ActionCode>.*<\/ActionCode>)\s*(<ReportId>.*<\/ReportId>)/, '$2$1'],
      ['583.95', '583,95'],
      ['2017/1/WageReportsToIR', '2017/1/Other'],
    ];
    for (const [from, to] of faults) expect(checkIncomesRegister(Buffer.from(text.replace(from, to)))).not.toEqual([]);
  });

  test('the same again says nothing; a change replaces under the same id, one version on', () => {
    const [entry] = written.entries;
    const again = writeIncomesRegister(input([march], { earlier: earlier({ ...entry }) }));
    expect([again.content, again.problems.map(({ kind }) => kind)]).toEqual([null, ['nothing']]);
    const gone = { ...entry, digest: 'cancelled', removed: true };
    expect(writeIncomesRegister(input([march], { earlier: earlier(gone) })).content).toBeNull();
    const more = paid('a', 'AX', '2026-03', [['monthly', 3_100_00]]);
    const replaced = writeIncomesRegister(input([more], { earlier: earlier({ ...entry }) }));
    expect(textOf(replaced.content, 'ActionCode')).toEqual(['2']);
    expect(textOf(replaced.content, 'ReportVersion')).toEqual(['2']);
    expect(textOf(replaced.content, 'ReportId')).toEqual(textOf(written.content, 'ReportId'));
  });

  test('what is taken back is a recovery with the payment that it was of, and there an unjust enrichment', () => {
    const line = recovery(march, 500_00);
    const april = paid('a', 'AX', '2026-04', [['monthly', 3_000_00]]);
    const back = { ...april, lines: [line, ...april.lines], paymentOf: () => march.row };
    const now = writeIncomesRegister(input([back]));
    expect(now.problems).toEqual([]);
    expect(textOf(now.content, 'Recovery')).toEqual(['true']);
    expect(textOf(now.content, 'Amount')).toContain('500.00');
    expect(textOf(now.content, 'OrigPaymentPeriod')[0]?.split(/\s+/)).toEqual([
      '2026-03-31',
      '2026-03-01',
      '2026-03-31',
    ]);
    const then = writeIncomesRegister(
      input([{ ...march, recoveredLater: [line] }], { earlier: earlier({ ...written.entries[0] }) }),
    );
    expect(textOf(then.content, 'ActionCode')).toEqual(['2']);
    expect(textOf(then.content, 'UnjustEnrichment')).toEqual(['true']);
    expect(textOf(then.content, 'Amount').slice(0, 2).sort()).toEqual(['2500.00', '500.00']);
  });

  test('who can not be reported is kept apart and named, and the rest goes on', () => {
    const car = paid('b', 'AX', '2026-03', [['monthly', 2_000_00]], [['car', 500_00]]);
    const nobody = paid('c', 'AX', '2026-03', [['monthly', 2_000_00]]);
    const some = writeIncomesRegister(
      input([march, car, nobody], { numberOf: (who) => (who === 'c' ? null : '140388-942J') }),
    );
    expect(some.rows).toBe(1);
    expect(some.problems.map(({ kind, employee }) => [kind, employee])).toEqual([
      ['car-details-missing', 'b'],
      ['number-missing', 'c'],
    ]);
  });

  test('what nobody has checked is refused in production, and a missing detail of the employer everywhere', () => {
    const kinds = (over: Partial<ReportInput>) =>
      writeIncomesRegister(input([march], over)).problems.map(({ kind }) => kind);
    expect(kinds({ production: true })).toContain('unverified');
    expect(kinds({ terms: { ...terms, pensionPolicy: '' } })).toEqual(['terms-missing']);
  });
});

describe('the declaration to Skatteverket', () => {
  const numberOf = () => '197911239817';
  const one = paid('a', 'SE', '2026-03', [['monthly', 35_000_50]], [['housing', 1_000_00]]);
  const two = paid('b', 'SE', '2026-03', [['monthly', 30_000_00]]);
  const specificationOf = (who: string) => (who === 'a' ? 7 : 3);
  const written = writeAgi(input([one, two], { terms: swedish, numberOf, specificationOf }));
  const coded = (code: string) =>
    [...(written.content?.toString() ?? '').matchAll(new RegExp(`faltkod="${code}">([^<]*)<`, 'g'))].map(
      ([, text]) => text,
    );

  test('has whole kronor, öre dropped once, and totals of what each pays', () => {
    expect(written.problems).toEqual([]);
    expect(coded('011')).toEqual(['35000', '30000']);
    expect(coded('012')).toEqual(['1000']);
    expect(coded('043')).toEqual(['1']);
    const ore = [one, two].flatMap(({ lines }) => lines).filter(({ code }) => code === 'employer-contributions');
    expect(coded('487')).toEqual([String(Math.trunc(ore.reduce((sum, { amount }) => sum + amount, 0) / 100))]);
    expect(Number(coded('497')[0])).toBe(coded('001').reduce((sum, text) => sum + Number(text), 0));
  });

  test('each person has their own specification number, and numbers are twelve digits', () => {
    expect(coded('570')).toEqual(['7', '3']);
    expect(new Set(coded('201'))).toEqual(new Set(['162120002411']));
    expect(elements(written.content, 'IU')).toHaveLength(2);
    expect(elements(written.content, 'HU')).toHaveLength(1);
  });

  test('whose pay has become nothing is removed under the same number; who was never there is not', () => {
    const none = { ...one, lines: [] };
    const gone = writeAgi(input([none, two], { terms: swedish, numberOf, specificationOf, earlier: earlier({}) }));
    expect(gone.content?.toString()).toContain('faltkod="205">1<');
    expect(gone.entries.map(({ employee, removed, version }) => [employee, removed, version])).toEqual([
      ['a', true, 2],
      ['b', false, 1],
    ]);
    expect(writeAgi(input([none, two], { terms: swedish, numberOf, specificationOf })).rows).toBe(1);
  });

  test('what would be refused there is found before', () => {
    const less = { ...one, lines: one.lines.map((line) => ({ ...line, amount: 0 - Math.abs(line.amount) })) };
    const kinds = (over: Partial<ReportInput>) =>
      writeAgi(input([less], { terms: swedish, numberOf, ...over })).problems.map(({ kind }) => kind);
    expect(kinds({})).toContain('negative-amount');
    expect(kinds({ numberOf: () => null })).toContain('number-missing');
    expect(kinds({ terms: { ...swedish, contactEmail: '' } })).toContain('terms-missing');
  });
});

describe('the voucher', () => {
  const all = [
    paid('a', 'AX', '2026-03', [['monthly', 3_000_00]], [['phone', 20_00]]),
    paid('b', 'AX', '2026-03', [['monthly', 2_500_00]]),
  ];

  /** A reader of its own, by the words of the format: fields, quotes, braces. */
  function readSie(file: Buffer): readonly (readonly string[])[] {
    const text = new TextDecoder('latin1').decode(file); // byte by byte; letters above 127 stay as they are in PC8
    return text
      .split('\r\n')
      .map((line) =>
        [...line.matchAll(/"((?:\\.|[^"\\])*)"|\{([^}]*)\}|(\S+)/g)].map(([, quoted, braces, plain]) =>
          quoted !== undefined ? quoted.replaceAll('\\"', '"') : (braces ?? plain ?? ''),
        ),
      );
  }

  test('is SIE 4I in PC8: one verification of the payment date that balances, with accounts and cost centres', () => {
    const written = writeSie(input(all));
    const records = readSie(written.content ?? Buffer.alloc(0));
    const of = (label: string) => records.filter(([first]) => first === label);
    expect(of('#FORMAT')).toEqual([['#FORMAT', 'PC8']]);
    expect(of('#SIETYP')).toEqual([['#SIETYP', '4']]);
    expect(of('#VER').map((record) => record.slice(1, 4))).toEqual([['LON', '', '20260331']]);
    const sum = of('#TRANS').reduce((all, record) => all + Math.round(Number(record.at(-1)) * 100), 0);
    expect(sum).toBe(0);
    expect(of('#TRANS').length).toBeGreaterThan(5);
    const known = new Set(of('#KONTO').map(([, number]) => number));
    expect(of('#TRANS').every(([, number]) => known.has(number))).toBe(true);
    expect(written.content?.includes(Buffer.from('V\u0086rd\u0094', 'latin1'))).toBe(true); // å is 86, ö 94 in code page 437
  });

  test('costs are borne by each post’s accounting, by shares, and by the unit where nobody has said any', () => {
    const [one] = all;
    if (!one) throw new Error('nobody');
    const post = (employment: number, monthly: number) => [
      { ...one.facts[0], seq: employment * 10, employment },
      {
        kind: 'salary',
        seq: employment * 10 + 1,
        employment,
        from: '2020-01-01',
        to: null,
        body: { monthly, share: 1_000_000 },
      },
    ];
    const parts = [
      { dimensions: ['4711', '210', 'P7'], share: 600_000 },
      { dimensions: ['4712'], share: 400_000 },
    ];
    const split = { kind: 'accounting', seq: 12, employment: 1, from: '2020-01-01', to: null, body: { parts } };
    const of = (facts: readonly object[]) =>
      voucherOf([{ ...one, facts: facts as readonly Fact[] }]).filter(({ account }) => account === 'wages');
    expect(of([...post(1, 1), split]).map(({ objects, amount }) => [objects.join('/'), amount])).toEqual([
      ['4711/210/P7', 180_000],
      ['4712', 120_000],
    ]);
    expect(of([...post(1, 200_000), split, ...post(2, 100_000)]).map(({ amount }) => amount)).toEqual([
      ...[120_000, 80_000, 100_000],
    ]);
    const borne = [{ ...one, facts: [...post(1, 1), split] as readonly Fact[] }];
    expect(voucherOf(borne).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    const records = readSie(writeSie(input(borne)).content ?? Buffer.alloc(0));
    expect(records.filter(([label]) => label === '#DIM').map(([, number]) => number)).toEqual(['1', '20', '6']);
    expect(writeVoucherCsv(input(borne)).content?.toString()).toContain(';4711;');
  });

  test('letters are those of code page 437, and one that it lacks loses its mark', () => {
    expect([...toPc8('åäöÅÄÖé')]).toEqual([0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82]);
    expect(toPc8('Šimić 漢').toString('latin1')).toBe('Simic ?');
  });

  test('as a table has the same sums, and text that would be a formula is none', () => {
    const written = writeVoucherCsv(input(all));
    const rows = (written.content?.toString() ?? '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    const sum = (column: number) => rows.reduce((all, row) => all + Math.round(Number(row[column]) * 100), 0);
    expect(sum(5)).toBe(sum(6));
    expect(sum(5)).toBe(written.total);
    expect(writeSie(input(all)).total).toBe(written.total);
  });

  test('is not made without an account for each sum', () => {
    const some = { ...terms, accounts: { ...terms.accounts, wages: '' } };
    expect(writeSie(input(all, { terms: some })).problems).toEqual([
      { kind: 'account-missing', employee: null, detail: 'wages' },
    ]);
  });
});
