import type { Language } from '../../../kernel/texts.ts';
import type { OverviewItem } from '../item.ts';
import { texts } from '../texts/index.ts';
import { keyOf } from '../view.ts';
import type { CalendarDay } from './icalendar.ts';

/**
 * The days of what waits for the person, and those when an answer is expected. A calendar lies open on a kitchen table and
 * with whoever runs it, so it tells neither what, nor with whom: who signs in sees that.
 */
export function calendarDays(
  items: readonly OverviewItem[],
  language: Language,
  overviewUrl: string,
): readonly CalendarDay[] {
  const t = texts[language].calendar;
  return items.flatMap((item) => {
    if (item.ball === 'done') return [];
    const day = item.ball === 'me' ? item.deadline : item.expected;
    if (day === null) return [];
    return {
      uid: `${keyOf(item)}@allmanning`,
      on: day.on,
      summary: item.ball === 'me' ? t.lastDay : t.expectedDay,
      description: `${t.signIn} ${overviewUrl}`,
      url: overviewUrl,
    };
  });
}
