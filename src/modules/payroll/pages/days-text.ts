import { dayText } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import { texts } from '../texts/index.ts';

/** `3.11.2026 – 7.11.2026`, one day, or from a day on. */
export function daysText(
  { from, to }: { readonly from: string; readonly to: string | null },
  language: Language,
): string {
  const day = (on: string) => dayText(Temporal.PlainDate.from(on), language, true);
  if (to === from) return day(from);
  return to === null ? texts[language].person.from(day(from)) : `${day(from)} – ${day(to)}`;
}
