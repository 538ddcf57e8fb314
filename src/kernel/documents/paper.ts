import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { DocumentModel } from './document.ts';

/**
 * Inter, embedded: it has the letters of Swedish, Finnish, Sámi, Greek and Cyrillic. pdfkit would accept a font that is
 * not embedded without a complaint, and the file would then not be PDF/UA.
 */
const require = createRequire(import.meta.url);
const regular = parsedFont('400Regular/Inter_400Regular.ttf');
const bold = parsedFont('600SemiBold/Inter_600SemiBold.ttf');

/** What the fonts are called in a document. By another name than its own pdfkit would make a font anew at each use. */
export const fonts = { regular: regular.postscriptName, bold: bold.postscriptName } as const;

type Position = { readonly xAdvance: number };
type Run = { readonly glyphs: readonly unknown[]; readonly positions: readonly Position[] };
type Font = {
  readonly postscriptName: string;
  hasGlyphForCodePoint(code: number): boolean;
  layout(word: string, features?: unknown): Run;
};

/** Parsed once, by pdfkit itself: each document would otherwise parse it anew (150 ms against 15 ms). */
function parsedFont(file: string): Font {
  const content = readFileSync(require.resolve(`@expo-google-fonts/inter/${file}`));
  const pdf = new PDFDocument({ autoFirstPage: false });
  pdf.font(content);
  return rememberingWords((pdf as unknown as { _font: { font: Font } })._font.font); // which the types do not show
}

const WORDS_MAX = 20_000;

/**
 * Letters repeat their words, and laying out a word anew is most of the work of a letter. pdfkit scales the positions in
 * place: each caller gets positions of its own.
 */
function rememberingWords(font: Font): Font {
  const layout = font.layout.bind(font);
  const known = new Map<string, Run>();
  font.layout = (word, features) => {
    if (features !== undefined) return layout(word, features);
    const run = known.get(word) ?? layout(word);
    if (known.size >= WORDS_MAX) known.clear();
    known.set(word, run);
    const positions = run.positions.map((position) => ({ ...position }));
    return Object.assign(Object.create(Object.getPrototypeOf(run)), run, { positions });
  };
  return font;
}

export const colours = {
  ink: '#1a1c1f',
  quiet: '#565c64',
  line: '#d5d9de',
  tint: '#f3f5f7',
  accent: '#1d4f73',
} as const;
export const margins = { top: 62, bottom: 84, left: 68, right: 68 } as const;

type Struct = PDFKit.PDFStructureElement;
export type StructParent = Struct;

export type TextStyle = {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly lineGap?: number;
  readonly align?: 'left' | 'right';
};

/** A4 with its structure tree: everything drawn is either a tagged element or an artifact. */
export type Paper = {
  readonly pdf: PDFKit.PDFDocument;
  readonly root: StructParent;
  readonly width: number;
  readonly accent: string;
  /** A text tagged as `tag` in `parent`, at x (from the left margin) and the present y. */
  write(parent: StructParent, tag: string, text: string, style: TextStyle, place?: Place): void;
  height(text: string, style: TextStyle, width?: number): number;
  /** What only decorates, and what repeats on each page: screen readers pass it by. */
  artifact(draw: () => void): void;
  /** Begins a new page when less than this is left. True when it did. */
  need(height: number): boolean;
  down(height: number): void;
  element(parent: StructParent, tag: string, fill: (element: StructParent) => void): void;
};

export type Place = { readonly x?: number; readonly width?: number; readonly scope?: 'Column' | 'Row' };

export function makePaper(model: DocumentModel): Paper {
  const created = new Date(model.createdAt.epochMilliseconds);
  const pdf = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    subset: 'PDF/UA' as 'PDF/A-1', // the types do not know of PDF/UA
    tagged: true,
    lang: model.language,
    displayTitle: true,
    bufferPages: true,
    font: regular as unknown as string, // the types know of paths only; without it, a font is named that is not embedded
    info: {
      Title: forMetadata(model.title),
      Author: forMetadata(model.sender),
      Creator: 'Allmänning',
      Producer: 'Allmänning',
      CreationDate: created,
      ModDate: created,
    },
  });
  pdf.registerFont(fonts.regular, regular as unknown as Buffer); // the types do not know of parsed ones
  pdf.registerFont(fonts.bold, bold as unknown as Buffer);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const width = pdf.page.width - margins.left - margins.right;
  const bottom = () => pdf.page.height - margins.bottom;
  const use = (style: TextStyle) =>
    pdf
      .font(style.bold ? fonts.bold : fonts.regular)
      .fontSize(style.size)
      .fillColor(style.colour ?? colours.ink);
  const gap = (style: TextStyle) => style.lineGap ?? style.size * 0.3;

  return {
    pdf,
    root,
    width,
    accent: model.accent ?? colours.accent,
    write(parent, tag, text, style, place = {}) {
      const x = place.x ?? 0;
      parent.add(
        pdf.struct(tag, place.scope ? ({ scope: place.scope } as PDFKit.Mixins.StructureElementOptions) : {}, () => {
          use(style).text(printable(text), margins.left + x, pdf.y, {
            width: place.width ?? width - x,
            lineGap: gap(style),
            align: style.align ?? 'left',
          });
        }),
      );
    },
    height: (text, style, within = width) =>
      use(style).heightOfString(printable(text), { width: within, lineGap: gap(style) }),
    artifact(draw) {
      const { x, y } = pdf;
      pdf.markContent('Artifact', { type: 'Layout' });
      draw();
      pdf.endMarkedContent();
      pdf.x = x;
      pdf.y = y;
    },
    need(height) {
      if (pdf.y + Math.min(height, bottom() - margins.top) <= bottom()) return false;
      pdf.continueOnNewPage();
      return true;
    },
    down(height) {
      pdf.y += height;
    },
    element(parent, tag, fill) {
      const element = pdf.struct(tag);
      parent.add(element);
      fill(element);
      element.end();
    },
  };
}

/** pdfkit writes these unescaped into the file's XML. */
function forMetadata(text: string): string {
  return text.replaceAll('&', '\uff06').replaceAll('<', '\u2039').replaceAll('>', '\u203a');
}

/** What the fonts can not draw is shown as a question mark: PDF/UA allows no missing glyph. */
function printable(text: string): string {
  const drawn = (letter: string) => letter === '\n' || regular.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
  const clean = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\n\P{C}]/gu, '');
  return [...clean].map((letter) => (drawn(letter) ? letter : '?')).join('');
}
