import { textOf } from './text.ts';

/** About two pages. */
export const longtext = textOf('many', 4000);
