import { locales } from '../../../kernel/locale.ts';
import type { Language } from '../../../kernel/texts.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

/** `november 2026`, of any of its days or of `2026-11`. */
export function monthText(day: string, language: Language): string {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
    formats.set(language, format);
  }
  return format.format(Date.parse(`${day.slice(0, 7)}-15T12:00Z`));
}
