import type { DocumentModel } from './document.ts';

export type { Block, Column, DocumentModel, LabelledValue } from './document.ts';

/**
 * A PDF that everyone can read: tagged for screen readers (PDF/UA-1, ISO 14289), with language, title and embedded
 * fonts. The same model gives the same bytes, so it can be made again instead of kept. The fonts are parsed when the
 * first document is asked for: a start does not wait for them.
 */
export async function renderDocument(model: DocumentModel): Promise<Buffer> {
  const { drawDocument } = await import('./draw-document.ts');
  return drawDocument(model);
}
