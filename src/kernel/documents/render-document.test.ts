import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Block, DocumentModel } from './document.ts';
import { renderDocument } from './index.ts';

const every: readonly Block[] = [
  { kind: 'notice', label: 'Beslut', text: 'Ansökan beviljas' },
  { kind: 'heading', level: 2, text: 'Det här ansökte du om' },
  { kind: 'paragraph', text: 'Ett stycke.\n\nEtt till, på finska: yö, äänekäs.' },
  { kind: 'values', values: [{ label: 'Namn', value: 'Åsa Öberg Šimić' }] },
  { kind: 'list', ordered: true, items: ['Skriv', 'Skicka'] },
  { kind: 'table', columns: [{ heading: 'Post' }, { heading: 'Belopp', align: 'right' }], rows: [['Avgift', '250 €']] },
  { kind: 'heading', level: 3, text: 'Överklaga' },
  { kind: 'fine-print', text: 'Framställt maskinellt.' },
];

function model(blocks: readonly Block[] = every): DocumentModel {
  return {
    language: 'sv',
    title: 'Beslut',
    sender: 'Sottunga kommun',
    particulars: [{ label: 'Datum', value: '1 mars 2026' }],
    blocks,
    footer: 'Sottunga kommun, info@sottunga.example',
    createdAt: Temporal.Instant.from('2026-03-01T10:00:00Z'),
  };
}

/** The file's bytes, with every packed stream unpacked. */
function unpacked(pdf: Buffer): string {
  return pdf.toString('latin1').replace(/stream\n([\s\S]*?)\nendstream/g, (whole, packed: string) => {
    try {
      return `stream\n${inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')}\nendstream`;
    } catch {
      return whole;
    }
  });
}

const pageCount = (pdf: Buffer) => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

describe('a rendered document', () => {
  test('says that it is accessible: tagged, in its language, with its title shown', async () => {
    const text = unpacked(await renderDocument(model()));
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Lang (sv)');
    expect(text).toContain('/DisplayDocTitle true');
    expect(text).toMatch(/\/Title \d+ 0 R/); // written as an object of its own
    expect(text).toContain('(Beslut)');
    expect(text).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('tags each block as what it is, and decoration as nothing', async () => {
    const text = unpacked(await renderDocument(model()));
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']) {
      expect(text).toContain(`/S /${tag}\n`);
    }
    expect(text).toContain('/Scope /Column');
    expect(text).toContain('/Artifact');
  });

  test('embeds its fonts, and maps Swedish, Finnish and Sámi letters back to text', async () => {
    const text = unpacked(await renderDocument(model()));
    expect(text.match(/\/FontFile2/g)).toHaveLength(2);
    expect(text).not.toMatch(/\/BaseFont \/(Helvetica|Times|Courier)/);
    for (const letter of 'ÅÖåäöŠć') {
      expect(text).toContain(`<${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`);
    }
  });

  test('shows a question mark for what the font lacks, and never a missing glyph', async () => {
    const pdf = await renderDocument(model([{ kind: 'paragraph', text: 'A 😀 \u0000\u202e B' }]));
    const shown = await renderDocument(model([{ kind: 'paragraph', text: 'A ?  B' }]));
    expect(pdf).toEqual(shown);
  });

  test('is the same, byte for byte, for the same model', async () => {
    expect(await renderDocument(model())).toEqual(await renderDocument(model()));
  });

  test('goes on over pages, each with its number', async () => {
    const long = Array.from({ length: 60 }, (_, n): Block => ({ kind: 'paragraph', text: `Stycke ${n}. `.repeat(20) }));
    const values: Block = { kind: 'values', values: [{ label: 'Berättelse', value: 'Ord på rad. '.repeat(700) }] };
    expect(pageCount(await renderDocument(model([...long, values])))).toBeGreaterThan(6);
    expect(pageCount(await renderDocument(model([])))).toBe(1);
  });

  test('an ampersand in the title does not break the metadata', async () => {
    const text = unpacked(await renderDocument({ ...model(), title: 'Hem & <skola>' }));
    expect(text).not.toContain('Hem & <skola>');
  });
});
