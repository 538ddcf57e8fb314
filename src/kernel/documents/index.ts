export type { Block, Column, DocumentModel, LabelledValue } from './document.ts';
export { renderDocument } from './render-document.ts';
