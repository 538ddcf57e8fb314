import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile } from './source-row.ts';

/** What the parts of a workbook may unfold to: far above a real one, far below what a hostile one could. */
const PART_MAX = 400 * 1024 * 1024;
const SHARED_MAX = 100 * 1024 * 1024;
const TEXTS_MAX = 2_000_000;

/** The parts of a workbook (Office Open XML): each is read from the zip on demand, none is unfolded onto the disk. */
export type Workbook = {
  readonly from1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedTexts: readonly string[];
  /** By the number of the cell's style: whether its number is a day. */
  readonly dateStyles: readonly boolean[];
  open(part: string): Promise<Readable>;
  close(): void;
};

/** @throws UnreadableFile not-a-sheet | too-large | broken */
export async function openWorkbook(content: Buffer): Promise<Workbook> {
  const zip = await yauzl.fromBufferPromise(content, { lazyEntries: true }).catch(() => {
    throw new UnreadableFile('not-a-sheet');
  });
  const entries = await entriesOf(zip);
  const has = (part: string) => entries.has(part);
  const open = async (part: string) => {
    const entry = entries.get(part);
    if (!entry) throw new UnreadableFile('not-a-sheet', part);
    const most = part === 'xl/sharedStrings.xml' ? SHARED_MAX : PART_MAX;
    if (entry.uncompressedSize > most) throw new UnreadableFile('too-large', part);
    return zip.openReadStreamPromise(entry);
  };
  const targets = new Map<string, string>();
  await readXml(await open('xl/_rels/workbook.xml.rels'), {
    open: (name, at) => {
      if (name === 'Relationship') targets.set(at.Id ?? '', partOf(at.Target ?? ''));
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let from1904 = false;
  await readXml(await open('xl/workbook.xml'), {
    open: (name, at) => {
      if (name === 'workbookPr') from1904 = at.date1904 === '1' || at.date1904 === 'true';
      if (name === 'sheet') sheets.push({ name: at.name ?? '', part: targets.get(at['r:id'] ?? '') ?? '' });
    },
  });
  return {
    from1904,
    sheets,
    sharedTexts: has('xl/sharedStrings.xml') ? await sharedTexts(await open('xl/sharedStrings.xml')) : [],
    dateStyles: has('xl/styles.xml') ? await dateStyles(await open('xl/styles.xml')) : [],
    open,
    close: () => zip.close(),
  };
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size > 10_000) throw new UnreadableFile('too-large');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('not-a-sheet');
  }
  return entries;
}

function partOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

export type XmlReader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
};

/**
 * Reads XML as it comes. No DTD, so no entities of its own and nothing from elsewhere; not well-formed is refused.
 * @throws UnreadableFile doctype | broken
 */
export async function readXml(content: AsyncIterable<Uint8Array | string>, reader: XmlReader): Promise<void> {
  for await (const _ of xmlSteps(content, reader));
}

/** The same, stopping after each piece, so that what was read of it can be handed on. */
export async function* xmlSteps(
  content: AsyncIterable<Uint8Array | string>,
  reader: XmlReader,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let fault: UnreadableFile | undefined;
  parser.on('doctype', () => {
    fault ??= new UnreadableFile('doctype');
  });
  parser.on('error', () => {
    fault ??= new UnreadableFile('broken', String(parser.line));
  });
  parser.on('opentag', (tag) => reader.open?.(tag.name, tag.attributes as Record<string, string>)); // without xmlns
  parser.on('closetag', (tag) => reader.close?.(tag.name));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  const utf8 = new TextDecoder('utf-8');
  try {
    for await (const chunk of content) {
      parser.write(typeof chunk === 'string' ? chunk : utf8.decode(chunk, { stream: true }));
      if (fault) throw fault;
      yield;
    }
    parser.close();
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('broken');
  }
  if (fault) throw fault;
  yield;
}

async function sharedTexts(content: Readable): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(content, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') inPhonetic = true;
      inText = name === 't';
    },
    close: (name) => {
      if (name === 'si' && texts.push(text) > TEXTS_MAX) throw new UnreadableFile('too-large');
      if (name === 'rPh') inPhonetic = false;
      inText = false;
    },
    text: (piece) => {
      if (inText && !inPhonetic) text += piece;
    },
  });
  return texts;
}

/** Formats that come with the program (ECMA-376 part 1, 18.8.30) and show a day. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

async function dateStyles(content: Readable): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(content, {
    open: (name, at) => {
      if (name === 'numFmt') own.set(Number(at.numFmtId), showsDay(at.formatCode ?? ''));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) {
        const format = Number(at.numFmtId ?? 0);
        styles.push(own.get(format) ?? builtInDates.has(format));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

/** `yyyy\-mm\-dd`, `d.m.yy`; not `0.00" dagar"` or `[Red]0`. */
function showsDay(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '').toLowerCase();
  return /[yd]/.test(bare);
}
