import type { Block } from './document.ts';
import { colours, margins, type Paper, type StructParent, type TextStyle } from './paper.ts';

const body: TextStyle = { size: 10.5, lineGap: 4 };
const label: TextStyle = { size: 9.5, colour: colours.quiet, lineGap: 4 };
const cell: TextStyle = { size: 9.5, lineGap: 3 };
const GUTTER = 12;
const fine: TextStyle = { size: 8.5, colour: colours.quiet, lineGap: 3 };
const headings = { 2: { size: 14, bold: true }, 3: { size: 11, bold: true } } as const;

type Draw<K extends Block['kind']> = (paper: Paper, block: Extract<Block, { kind: K }>) => void;

const draw: { readonly [K in Block['kind']]: Draw<K> } = {
  heading(paper, { level, text }) {
    paper.need(paper.height(text, headings[level]) + 70); // a heading never stands alone at the foot of a page
    paper.down(level === 2 ? 12 : 6);
    paper.write(paper.root, `H${level}`, text, headings[level]);
    paper.down(level === 2 ? 5 : 2);
  },

  paragraph(paper, { text }) {
    for (const part of paragraphs(text)) {
      paper.need(30);
      paper.write(paper.root, 'P', part, body);
      paper.down(7);
    }
  },

  notice(paper, { label: name, text }) {
    const inner = paper.width - 34;
    const outcome: TextStyle = { size: 15, bold: true, lineGap: 4 };
    const height = paper.height(name, label, inner) + paper.height(text, outcome, inner) + 26;
    paper.need(height + 10);
    const top = paper.pdf.y;
    paper.artifact(() => {
      paper.pdf.rect(margins.left, top, paper.width, height).fill(colours.tint);
      paper.pdf.rect(margins.left, top, 4, height).fill(paper.accent);
    });
    paper.down(12);
    paper.write(paper.root, 'P', name, label, { x: 20, width: inner });
    paper.write(paper.root, 'P', text, outcome, { x: 20, width: inner });
    paper.pdf.y = top + height + 14;
  },

  values(paper, { values }) {
    const left = Math.round(paper.width * 0.34);
    paper.element(paper.root, 'L', (list) => {
      for (const { label: name, value } of values) {
        const high = Math.max(paper.height(name, label, left - 16), paper.height(value, body, paper.width - left));
        paper.need(Math.min(high + 12, 160));
        const page = paper.pdf.page;
        const top = paper.pdf.y;
        let end = top;
        paper.element(list, 'LI', (item) => {
          paper.pdf.y = top + 1;
          paper.write(item, 'Lbl', name, label, { width: left - 16 });
          end = paper.pdf.y;
          paper.pdf.y = top;
          paper.write(item, 'LBody', value, body, { x: left, width: paper.width - left });
        });
        if (paper.pdf.page === page) paper.pdf.y = Math.max(end, paper.pdf.y);
        paper.down(3);
        rule(paper, colours.line);
        paper.down(6);
      }
    });
    paper.down(6);
  },

  list(paper, { ordered = false, items }) {
    paper.element(paper.root, 'L', (list) => {
      for (const [index, text] of items.entries()) {
        paper.need(30);
        paper.element(list, 'LI', (item) => {
          const top = paper.pdf.y;
          paper.write(item, 'Lbl', ordered ? `${index + 1}.` : '•', body, { x: 4, width: 18 });
          paper.pdf.y = top;
          paper.write(item, 'LBody', text, body, { x: 22 });
        });
        paper.down(3);
      }
    });
    paper.down(6);
  },

  table(paper, { columns, rows }) {
    const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0);
    const widths = columns.map(({ share = 1 }) => (paper.width * share) / shares);
    const placed = (texts: readonly string[]) => {
      let x = 0;
      return texts.map((text, index) => {
        const full = widths[index] ?? 0;
        const place = { x, width: index < texts.length - 1 ? full - GUTTER : full };
        x += full;
        return { text, place, align: columns[index]?.align ?? 'left' };
      });
    };
    const drawRow = (parent: StructParent, texts: readonly string[], tag: 'TH' | 'TD') => {
      const style: TextStyle = tag === 'TH' ? { ...cell, bold: true } : cell;
      const cells = placed(texts);
      const high = Math.max(...cells.map(({ text, place }) => paper.height(text, style, place.width)));
      paper.need(high + 14);
      const top = paper.pdf.y;
      paper.element(parent, 'TR', (row) => {
        for (const { text, place, align } of cells) {
          paper.pdf.y = top;
          const scope = tag === 'TH' ? { scope: 'Column' as const } : {};
          paper.write(row, tag, text, { ...style, align }, { ...place, ...scope });
        }
      });
      paper.pdf.y = top + high + 2;
      rule(paper, tag === 'TH' ? colours.quiet : colours.line);
      paper.down(6);
    };
    paper.need(60);
    paper.element(paper.root, 'Table', (table) => {
      drawRow(
        table,
        columns.map(({ heading }) => heading),
        'TH',
      );
      for (const row of rows) drawRow(table, row, 'TD');
    });
    paper.down(8);
  },

  'fine-print'(paper, { text }) {
    paper.down(2);
    for (const part of paragraphs(text)) {
      paper.need(26);
      paper.write(paper.root, 'P', part, fine);
      paper.down(5);
    }
  },
};

export function drawBlock<K extends Block['kind']>(paper: Paper, block: Extract<Block, { kind: K }>): void {
  draw[block.kind as K](paper, block);
}

function paragraphs(text: string): string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function rule(paper: Paper, colour: string): void {
  const { y } = paper.pdf;
  paper.artifact(() => {
    paper.pdf
      .moveTo(margins.left, y)
      .lineTo(margins.left + paper.width, y)
      .lineWidth(0.6)
      .stroke(colour);
  });
}
