import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { makeFileStore } from '../../kernel/files/index.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { unitsFromFile } from '../directory/index.ts';
import type { Desk } from './desk.ts';
import { countsOf, type FileKey, totalOf } from './file.ts';
import type { MappingBody } from './mapping.ts';
import { mend } from './mend-row.ts';
import { runFile } from './run-file.ts';
import { loadFile } from './store/files.ts';
import { insertMapping } from './store/mappings.ts';
import { countRows, insertRows, loadRows } from './store/rows.ts';
import { takeFile } from './take-file.ts';

const sottunga = 2480766 as AuthorityId;
const db = database();
const folder = mkdtempSync(join(tmpdir(), 'intake-'));
afterAll(() => rmSync(folder, { recursive: true }));
const parts = { targets: [unitsFromFile], files: makeFileStore(folder), secrets: makeSecrets(exampleDataKey) };

const desk: Desk = { url: '', right: { action: 'authority.administer' }, targets: [unitsFromFile] };
const atDesk = { desk, secrets: parts.secrets };

const body: MappingBody = {
  layout: { kind: 'delimited', delimiter: ';', skip: 0, header: true },
  encoding: 'auto',
  fields: {
    name: { source: 'Enhet' },
    tasks: { source: 'Uppgifter', codes: { BO: 'child-care' } },
    from: { source: 'Från', dateFormat: 'd.m.y' },
    to: { source: 'Till', dateFormat: 'd.m.y' },
  },
};

const maja = newId<PartyId>();
function official(): Scope {
  const actor = {
    kind: 'official',
    party: maja,
    name: 'Maja Ek',
    assurance: 'high',
    session: 's',
    grants: [],
  } as const;
  return db.scopes({ actor, room: 'official', fence: { authorities: [sottunga], parties: [] } });
}
function job(): Scope {
  const fence = { authorities: [sottunga], parties: [] };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

async function newMapping(layout: MappingBody['layout'] = body.layout) {
  const key = { authority: sottunga, mapping: newId<string>() };
  const by = { party: maja, name: 'Maja Ek', at: Temporal.Now.instant() };
  const facts = { name: 'Enheter', body: { ...body, layout }, sample: null, accountTo: null };
  await official().write((tx) => insertMapping(tx, key, unitsFromFile.name, facts, by));
  return key;
}
async function came(content: Buffer, mapping?: Awaited<ReturnType<typeof newMapping>>) {
  const { digest, size } = await parts.files.put(content, 'application/octet-stream');
  return takeFile(official(), desk, mapping ?? (await newMapping()), { name: 'enheter.csv', digest, size });
}
async function countsIn(key: FileKey) {
  return countsOf(await job().read((tx) => countRows(tx, key)));
}
async function run(content: Buffer | string, mapping?: Awaited<ReturnType<typeof newMapping>>) {
  const key = await came(Buffer.from(content), mapping);
  await runFile(job(), parts, key);
  return { key, counts: await countsIn(key), file: await job().read((tx) => loadFile(tx, key)) };
}
async function units(): Promise<object[]> {
  return db.sql(
    `select name, tasks, from_day::text, to_day::text from directory.unit where authority_id = $1 order by 1`,
    [sottunga],
  );
}
const header = 'Enhet;Uppgifter;Från;Till';

test('each row of a file is taken, unchanged or in quarantine, and the file once more changes nothing', async () => {
  const mapping = await newMapping();
  const content = `${header}\nSkolan;BO;1.1.2026;\nKansliet;Administration, lön;1.1.2026;\nHamnen;dialogue;31.2.2026;\n`;
  const { counts, key } = await run(content.replace('lön', 'payroll'), mapping);
  expect(counts).toEqual({ waiting: 0, taken: 2, unchanged: 0, quarantined: 1 });
  const before = await units();
  expect(await came(Buffer.from(content.replace('lön', 'payroll')), mapping)).toMatchObject({ ...key, again: true });
  const another = await run(content.replace('lön', 'payroll'));
  expect(another.counts).toEqual({ waiting: 0, taken: 0, unchanged: 2, quarantined: 1 });
  expect(await units()).toEqual(before);
});

test.each([
  ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 without its mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['Windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
  ['CP437', (text: string) => iconv.encode(text, 'cp437')],
])('a file in %s is read as it was written', async (name, written) => {
  const { counts } = await run(written(`${header}\r\nÅängen ${name};BO;1.1.2026;\r\n`));
  expect(counts.taken).toBe(1);
  expect(await units()).toContainEqual(expect.objectContaining({ name: `Åängen ${name}` }));
});

test('rows about the same that say different things wait for a person, whatever their order; said twice is once', async () => {
  const { counts, key } = await run(
    `${header}\nBryggan;BO;1.1.2026;\nBron;BO;1.1.2026;\nBryggan;BO;2.1.2026;\nBron;BO;1.1.2026;`,
  );
  expect(counts).toEqual({ waiting: 0, taken: 1, unchanged: 1, quarantined: 2 });
  const cells = { Enhet: 'Bryggan', Uppgifter: 'BO', Från: '2.1.2026', Till: '' };
  expect(await mend(official(), atDesk, key, 4, { ...cells, Från: 'snart' })).toEqual({
    wrong: [{ reason: 'not-date', field: 'from' }],
  });
  expect(await mend(official(), atDesk, key, 4, cells)).toEqual({ wrong: [] });
  await runFile(job(), parts, key);
  expect(await countsIn(key)).toEqual({ waiting: 0, taken: 2, unchanged: 1, quarantined: 1 });
  await expect(mend(official(), atDesk, key, 4, cells)).rejects.toThrow('intake.row.mended-meanwhile');
  await mend(official(), atDesk, key, 2, { ...cells, Från: '3.1.2026' }); // against the one that has been taken
  await runFile(job(), parts, key);
  const [left] = await job().read((tx) => loadRows(tx, key, 'quarantined', 0, 10));
  expect(left).toMatchObject({ number: 2, reasons: [{ reason: 'contradicts' }] });
});

test('a file that lacks a column, or breaks off, is refused as a whole', async () => {
  const before = await units();
  expect((await run('Enhet;Uppgifter\nVägen;BO\n')).file.fault).toEqual({ reason: 'columns', where: 'Från, Till' });
  const xml = await newMapping({ kind: 'xml', row: 'enhet' });
  expect((await run('<r><enhet><Enhet>A</Enhet></enhet><enhet>', xml)).file).toMatchObject({ state: 'refused' });
  expect((await run('<!DOCTYPE r [<!ENTITY a "b">]><r><enhet>&a;</enhet></r>', xml)).file.fault?.reason).toBe(
    'doctype',
  );
  expect(await units()).toEqual(before);
});

test('a job that was killed while it read goes on where it was', async () => {
  const rows = Array.from({ length: 620 }, (_, n) => `Rum ${n};BO;1.1.2026;`);
  const key = await came(Buffer.from(`${header}\n${rows.join('\n')}\n`));
  const kept = { number: 2, state: 'quarantined', keyIndex: null, digest: null, sealed: 'x' } as const;
  await job().write((tx) => insertRows(tx, key, [{ ...kept, reasons: [{ reason: 'quotes' }] }])); // as far as it came
  await runFile(job(), parts, key);
  expect(await countsIn(key)).toEqual({ waiting: 0, taken: 619, unchanged: 0, quarantined: 1 });
});

test('of two jobs that take the same file at once, each row is taken by one', async () => {
  const rows = Array.from({ length: 150 }, (_, n) => `Sal ${n};BO;1.1.2026;`);
  const key = await came(Buffer.from(`${header}\n${rows.join('\n')}\n`));
  await Promise.all([runFile(job(), parts, key), runFile(job(), parts, key)]);
  await runFile(job(), parts, key);
  expect(await countsIn(key)).toEqual({ waiting: 0, taken: 150, unchanged: 0, quarantined: 0 });
});

test('the database keeps nothing readable of what rows hold', async () => {
  await run(`${header}\nHemliga rummet;BO;i går;\n`);
  const rows = await db.sql('select r::text as text from intake.row r');
  expect(JSON.stringify(rows)).not.toContain('Hemliga');
});

const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 3 }))
      .map(([n, day]) => `Hus ${n};BO;${day}.1.2026;`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('x', ';;;', 'A;"oj;1.1.2026;', 'Hus 1;BO;1.1.2026;;;extra', 'Hus 2;okänd;1.1.2026;'),
  },
  {
    weight: 1,
    arbitrary: fc.string({ maxLength: 30 }).map((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}"]/gu, ' ')),
  },
);

test('whatever the rows are: together they are all rows, their order means nothing, and twice is once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 12 }),
      fc.infiniteStream(fc.nat()),
      async (lines, random) => {
        const isRow = (text: string) => text.replaceAll(';', '').trim() !== '';
        fc.pre(lines.some(isRow) && !lines.some((text) => text.includes('"') && !text.startsWith('A;"oj')));
        const clean = () => db.sql('delete from directory.unit where authority_id = $1', [sottunga]);
        await clean();
        const first = await run(`${header}\n${lines.join('\n')}\n`);
        const after = await units();
        expect(totalOf(first.counts)).toBe(
          lines.filter((text) => text.trim() !== '' && (isRow(text) || text.includes('"'))).length,
        );
        const shuffled = lines.map((text) => ({ text, at: random.next().value ?? 0 })).sort((a, b) => a.at - b.at);
        await clean();
        const other = await run(`${header}\n${shuffled.map(({ text }) => text).join('\n')}\n`);
        expect(other.counts).toEqual(first.counts);
        expect(await units()).toEqual(after);
        const again = await run(`${header}\n${lines.join('\n')}\n\n`);
        expect(again.counts).toEqual({
          ...first.counts,
          taken: 0,
          unchanged: first.counts.taken + first.counts.unchanged,
        });
        expect(await units()).toEqual(after);
      },
    ),
    { numRuns: 12 },
  );
});
