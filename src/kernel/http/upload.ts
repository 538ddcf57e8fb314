/** One file of a posted form. What the browser says of its name is kept for the reader only, and never believed. */
export type Upload = { readonly field: string; readonly fileName: string; readonly content: Buffer };
