import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { zipOf } from '../../../../test/zip-of.ts';
import { cellsOf, checkRow } from '../check-row.ts';
import type { MappingBody } from '../mapping.ts';
import type { IntakeTarget } from '../target.ts';
import { openRows } from './open-rows.ts';
import { recogniseEncoding } from './recognise-encoding.ts';
import { type SourceRow, UnreadableFile } from './source-row.ts';

const label = { sv: 'x', fi: 'x', en: 'x' };
const target: IntakeTarget = {
  ...{ name: 'test', label, take: async () => 'taken' },
  fields: [
    { name: 'name', label, type: 'text', required: true, key: true },
    { name: 'from', label, type: 'date', required: true },
    { name: 'amount', label, type: 'decimal', required: true },
  ],
};
const fields = { name: { source: 'Namn' }, from: { source: 'Från' }, amount: { source: 'Belopp' } };
const sheet: MappingBody = { layout: { kind: 'sheet', sheet: null, skip: 0, header: true }, encoding: 'auto', fields };
const csv: MappingBody = {
  layout: { kind: 'delimited', delimiter: ';', skip: 0, header: true },
  ...{ encoding: 'auto', fields },
};

async function* inPieces(content: Buffer) {
  for (let at = 0; at < content.length; at += 4096) yield content.subarray(at, at + 4096);
}
async function read(content: Buffer, body: MappingBody) {
  const source = await openRows({ open: async () => inPieces(content) }, body);
  const rows: SourceRow[] = [];
  for await (const row of source.rows) rows.push(row);
  return rows.map((row) => {
    const cells = cellsOf(row, target, body, source.from1904);
    return { number: row.number, ...checkRow(cells, target, body, row.fault) };
  });
}
function faultOf(reading: Promise<unknown>): Promise<string> {
  return reading.then(
    () => 'read',
    (error: unknown) => (error instanceof UnreadableFile ? error.fault.reason : String(error)),
  );
}

const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
type Parts = Readonly<Record<string, string>>;
/** A workbook as spreadsheets write one: shared texts, styles by number, cells by where they stand. */
function workbook(
  rows: string,
  { more = {}, from1904 = false }: { readonly more?: Parts; readonly from1904?: boolean } = {},
) {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${space} xmlns:r="${relation}"><workbookPr${from1904 ? ' date1904="1"' : ''}/>
      <sheets><sheet name="Löner" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${space}><si><t>Namn</t></si><si><t>Från</t></si><si><t>Belopp</t></si>
      <si><r><t>Åsa </t></r><r><t>Öhman</t></r><rPh><t>läses inte</t></rPh></si></sst>`,
    'xl/styles.xml': `<styleSheet ${space}><numFmts><numFmt numFmtId="165" formatCode="d\\.m\\.yyyy"/>
      <numFmt numFmtId="166" formatCode="0.00&quot; dagar&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${space}><sheetData>
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>${rows}
      </sheetData></worksheet>`,
    ...more,
  };
}
const row = (number: number, from: string, amount: string) =>
  `<row r="${number}"><c r="A${number}" t="s"><v>3</v></c>${from}<c r="C${number}" s="2"><v>${amount}</v></c></row>`;

test('a workbook is read as it shows: days by their style or their column, texts in pieces, formulas by their value', async () => {
  const rows = [
    row(2, '<c r="B2" s="1"><v>46053</v></c>', '1234.5'),
    row(4, '<c r="B4"><v>46053.75</v></c>', '-0.1'),
    `<row r="5"><c r="A5" t="inlineStr"><is><t>Bo</t></is></c><c r="B5" t="str"><f>A1</f><v>2026-01-31</v></c><c r="C5"><f>1+1</f><v>2</v></c></row>`,
    row(6, '<c r="B6" t="e"><v>#N/A</v></c>', '1'),
    row(7, '<c r="B7"><v>60</v></c>', '1'),
  ];
  expect(await read(zipOf(workbook(rows.join(''))), sheet)).toMatchObject([
    { number: 2, row: { name: 'Åsa Öhman', from: '2026-01-31', amount: '1234.50' } },
    { number: 4, row: { from: '2026-01-31', amount: '-0.10' } },
    { number: 5, row: { name: 'Bo', from: '2026-01-31', amount: '2.00' } },
    { number: 6, reasons: [{ reason: 'sheet-error', field: 'from' }] },
    { number: 7, reasons: [{ reason: 'not-date', field: 'from' }] }, // 29 February 1900 never was
  ]);
  const old = workbook(row(2, '<c r="B2" s="1"><v>44591</v></c>', '1'), { from1904: true });
  expect(await read(zipOf(old), sheet)).toMatchObject([{ row: { from: '2026-01-31' } }]);
});

test('a cell too many, or one that has slipped a column, keeps its own row apart', async () => {
  const slipped = '<row r="2"><c r="B2" t="s"><v>3</v></c><c r="C2" s="1"><v>46053</v></c><c r="D2"><v>1</v></c></row>';
  const far = row(4, '<c r="B4" s="1"><v>46053</v></c>', '1').replace('</row>', '<c r="XFD4"><v>1</v></c></row>');
  const good = row(3, '<c r="B3" s="1"><v>46053</v></c>', '1');
  expect(await read(zipOf(workbook(slipped + good + far)), sheet)).toMatchObject([
    { number: 2, reasons: [{ reason: 'shifted' }] },
    { number: 3, reasons: [] },
    { number: 4, reasons: [{ reason: 'shifted' }] },
  ]);
});

const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
test.each<[string, () => Buffer, string]>([
  [
    'entities of its own',
    () => zipOf(workbook('', { more: { 'xl/sharedStrings.xml': `${bomb}<sst><si><t>&b;</t></si></sst>` } })),
    'doctype',
  ],
  [
    'something from elsewhere',
    () => zipOf(workbook('', { more: { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' } })),
    'doctype',
  ],
  [
    'a part that says it is larger than we read',
    () => zipOf(workbook(''), { 'xl/worksheets/sheet1.xml': { uncompressedSize: 3_000_000_000 } }),
    'too-large',
  ],
  [
    'a part that unfolds to more than it says',
    () => zipOf(workbook(`<!--${'a'.repeat(900_000)}-->`), { 'xl/worksheets/sheet1.xml': { uncompressedSize: 900 } }),
    'broken',
  ],
  ['two rows of one number', () => zipOf(workbook(row(2, '', '1') + row(2, '', '2'))), 'broken'],
  ['a row of no number', () => zipOf(workbook(row(2, '', '1').replace('r="2"', 'r="två"'))), 'broken'],
  ['no end', () => zipOf(workbook('')).subarray(0, 900), 'not-a-sheet'],
  ['no sheet in it', () => zipOf({ 'a.txt': 'hej' }), 'not-a-sheet'],
  [
    'a sheet that breaks off',
    () => zipOf(workbook('', { more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1">' } })),
    'broken',
  ],
])('a workbook with %s is refused as a whole', async (_, made, reason) => {
  expect(await faultOf(read(made(), sheet))).toBe(reason);
});

const letters = 'Namn;Från;Belopp\r\nÅsa Öhman, Köpmansgränd;2026-01-31;1 234,50\r\n';
test.each([
  ['UTF-8', 'utf-8', Buffer.from(letters)],
  ['UTF-16', 'utf-16le', Buffer.from(`\ufeff${letters}`, 'utf16le')],
  ['UTF-16, the great end first', 'utf-16be', iconv.encode(letters, 'utf-16be', { addBOM: true })],
  ['ISO-8859-1', 'windows-1252', Buffer.from(letters, 'latin1')],
  ['Windows-1252', 'windows-1252', iconv.encode(letters, 'windows-1252')],
  ['CP437', 'cp437', iconv.encode(letters, 'cp437')],
  ['CP850 with an ø', 'cp850', iconv.encode(letters.replace('Köp', 'Køp'), 'cp850')],
])('a text in %s is read as it was written', async (_, name, content) => {
  expect(await recogniseEncoding(inPieces(content))).toBe(name);
  const [first] = await read(content, csv);
  expect(first?.row?.name).toMatch(/^Åsa Öhman, K[öø]pmansgränd$/);
  expect(first?.row?.amount).toBe('1234.50');
});

test('one broken row in a hundred costs itself and no other', async () => {
  const breaks = [
    (line: string) => line.replace(';', ';;'),
    (line: string) => line.replace('Prov', '"Prov'),
    (line: string) => line.replace(/;[^;]*$/, ''),
    (line: string) => line.replace('2026-01-31', '2026-02-31'),
    (line: string) => line.replace(',50', ',505'),
    (line: string) => line.replace('2026', '#N/A'),
  ];
  const lines = Array.from({ length: 3000 }, (_, n) => `Prov ${n};2026-01-31;${n},50`);
  const broken = lines.map((line, n) => (n % 100 === 50 ? (breaks[(n / 50) % breaks.length] ?? String)(line) : line));
  const rows = await read(Buffer.from(`Namn;Från;Belopp\n${broken.join('\n')}\n`), csv);
  expect(rows).toHaveLength(3000);
  expect(rows.filter(({ reasons }) => reasons.length > 0).map(({ number }) => number)).toEqual(
    lines.flatMap((_, n) => (n % 100 === 50 ? [n + 2] : [])),
  );
});

test('fixed widths and XML are read by the same fields', async () => {
  const layout: MappingBody['layout'] = {
    kind: 'fixed-width',
    skip: 1,
    columns: [
      { name: 'Namn', from: 1, length: 10 },
      { name: 'Från', from: 11, length: 8 },
      { name: 'Belopp', from: 19, length: 9 },
    ],
  };
  const body: MappingBody = {
    layout,
    encoding: 'auto',
    fields: { ...fields, from: { source: 'Från', dateFormat: 'yyyymmdd' } },
  };
  const text = ['HUVUD', 'Åsa Öhman 20260131  1234,50', 'Bo        20260131     2,00 för mycket', 'Kort'];
  expect(await read(iconv.encode(text.join('\r\n'), 'cp850'), body)).toMatchObject([
    { number: 2, row: { name: 'Åsa Öhman', from: '2026-01-31', amount: '1234.50' } },
    { number: 3, reasons: [{ reason: 'shifted' }] },
    {
      number: 4,
      reasons: [
        { reason: 'missing', field: 'from' },
        { reason: 'missing', field: 'amount' },
      ],
    },
  ]);
  const xml: MappingBody = {
    layout: { kind: 'xml', row: 'rad' },
    encoding: 'auto',
    fields: { name: { source: 'namn' }, from: { source: '@from' }, amount: { source: 'lön/belopp' } },
  };
  const document = `<?xml version="1.0"?><l:fil xmlns:l="x"><l:rad from="2026-01-31"><namn>Åsa &amp; Bo</namn><lön><belopp>1,5</belopp></lön></l:rad></l:fil>`;
  expect(await read(Buffer.from(document), xml)).toMatchObject([
    { row: { name: 'Åsa & Bo', from: '2026-01-31', amount: '1.50' } },
  ]);
});
