import type { FieldError } from '../../kernel/html/index.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Language } from '../../kernel/texts.ts';
import { refusalTexts } from './refusal-texts.ts';

/**
 * A refusal that is about one field, as the error at that field; anything else is thrown on.
 * @param fields by the refusal key's beginning: `directory.accent` → `farg`
 */
export function toldAtField(error: unknown, fields: Readonly<Record<string, string>>, language: Language): FieldError {
  if (!isRefusal(error)) throw error;
  const field = Object.entries(fields).find(([key]) => error.key === key || error.key.startsWith(`${key}.`))?.[1];
  const text = refusalTexts[error.key]?.[language];
  if (!field || !text) throw error;
  const filled = `${text.what}. ${text.why} ${text.next}`.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = String(error.details[name] ?? whole);
    return language === 'en' ? value : value.replace(/^(\d+)\.(\d+)$/, '$1,$2');
  });
  return { field, text: filled };
}
