import type { ComponentChildren } from 'preact';
import { Moment, type TimeZone } from './moment.tsx';

export type TimelineItem = {
  readonly key: string;
  readonly at: Temporal.Instant;
  readonly title: string;
  /** Who did it. */
  readonly by?: string | undefined;
  readonly body?: ComponentChildren;
  /** What matters most, such as the decision; `quiet` for what only the office sees. */
  readonly weight?: 'main' | 'quiet' | undefined;
};

/** What has happened, in the order given (newest first is kindest). */
export function Timeline({ items, zone }: { readonly items: readonly TimelineItem[]; readonly zone: TimeZone }) {
  return (
    <ol class="al-timeline">
      {items.map((item) => (
        <li
          key={item.key}
          class={item.weight ? `al-timeline__item al-timeline__item--${item.weight}` : 'al-timeline__item'}
        >
          <p class="al-timeline__title">{item.title}</p>
          <p class="al-timeline__when">
            <Moment at={item.at} zone={zone} />
            {item.by && ` · ${item.by}`}
          </p>
          {item.body && <div class="al-timeline__body al-flow">{item.body}</div>}
        </li>
      ))}
    </ol>
  );
}
