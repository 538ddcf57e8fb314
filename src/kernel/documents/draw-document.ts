import { buffer } from 'node:stream/consumers';
import type { InEach } from '../texts.ts';
import type { DocumentModel } from './document.ts';
import { drawBlock } from './draw-block.ts';
import { colours, fonts, makePaper, margins, type Paper } from './paper.ts';

const pageNumber: InEach<(page: number, pages: number) => string> = {
  sv: (page, pages) => `Sida ${page} av ${pages}`,
  fi: (page, pages) => `Sivu ${page}/${pages}`,
  en: (page, pages) => `Page ${page} of ${pages}`,
};

export async function drawDocument(model: DocumentModel): Promise<Buffer> {
  const paper = makePaper(model);
  const finished = buffer(paper.pdf);
  drawLetterhead(paper, model);
  for (const block of model.blocks) drawBlock(paper, block);
  drawFooters(paper, model);
  paper.root.end();
  paper.pdf.end();
  return finished;
}

function drawLetterhead(paper: Paper, { sender, particulars, title }: DocumentModel): void {
  const { pdf } = paper;
  const aside = paper.width * 0.36;
  paper.artifact(() => pdf.rect(0, 0, pdf.page.width, 8).fill(paper.accent));
  const top = pdf.y - 6;
  pdf.y = top;
  const name = { size: 13, bold: true, colour: paper.accent };
  paper.write(paper.root, 'P', sender, name, { width: paper.width - aside - 16 });
  const under = pdf.y;
  pdf.y = top + 2;
  for (const { label, value } of particulars) {
    const line = { size: 9, colour: colours.quiet, align: 'right', lineGap: 3 } as const;
    paper.write(paper.root, 'P', `${label}: ${value}`, line, { x: paper.width - aside, width: aside });
  }
  pdf.y = Math.max(under, pdf.y) + 34;
  paper.write(paper.root, 'H1', title, { size: 23, bold: true, lineGap: 3 });
  paper.down(16);
}

function drawFooters(paper: Paper, { footer, language }: DocumentModel): void {
  const { pdf } = paper;
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // or the text below the margin would begin a page of its own
    const y = pdf.page.height - 50;
    const right = 80;
    paper.artifact(() => {
      pdf.moveTo(margins.left, y - 10).lineTo(margins.left + paper.width, y - 10);
      pdf.lineWidth(0.6).stroke(colours.line);
      pdf.font(fonts.regular).fontSize(8.5).fillColor(colours.quiet);
      pdf.text(footer, margins.left, y, { width: paper.width - right - 10, height: 24, ellipsis: true });
      const number = pageNumber[language](page + 1, count);
      pdf.text(number, margins.left + paper.width - right, y, { width: right, align: 'right' });
    });
  }
}
