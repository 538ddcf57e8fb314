import type { InEach } from './texts.ts';

/** How each language writes amounts, dates and lists (BCP 47, for `Intl`). */
export const locales: InEach<string> = { sv: 'sv-SE', fi: 'fi-FI', en: 'en-GB' };
