import type { Language } from '../texts.ts';

export type LabelledValue = { readonly label: string; readonly value: string };

export type Column = {
  readonly heading: string;
  /** Amounts and numbers stand to the right. */
  readonly align?: 'left' | 'right';
  /** Share of the width beside the others' shares; 1 when absent. */
  readonly share?: number;
};

/** What a document is made of. Order on the page is order of reading. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  /** Blank lines part paragraphs. */
  | { readonly kind: 'paragraph'; readonly text: string }
  /** The thing that the reader looks for first: the outcome, the reference. */
  | { readonly kind: 'notice'; readonly label: string; readonly text: string }
  | { readonly kind: 'values'; readonly values: readonly LabelledValue[] }
  | { readonly kind: 'list'; readonly ordered?: boolean; readonly items: readonly string[] }
  /** Cells are short: a row is never parted between pages. */
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'fine-print'; readonly text: string };

/** A letter from an authority: a receipt, a decision. Holds no identity number in its title. */
export type DocumentModel = {
  readonly language: Language;
  readonly title: string;
  /** Who sends it; stands at the top of the first page. */
  readonly sender: string;
  /** The sender's colour as `#rrggbb`; its contrast against white is checked where it is chosen. */
  readonly accent?: string;
  /** Beside the sender: the date, the diary number. */
  readonly particulars: readonly LabelledValue[];
  readonly blocks: readonly Block[];
  /** One line at the foot of each page, before the page number. */
  readonly footer: string;
  /** Written into the file; the same model gives the same bytes. */
  readonly createdAt: Temporal.Instant;
};
