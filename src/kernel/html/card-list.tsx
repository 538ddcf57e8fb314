import type { ComponentChildren } from 'preact';

export type Card = {
  readonly href: string;
  readonly title: string;
  readonly text?: ComponentChildren;
  /** A line in small: the day, the sender, the number. */
  readonly meta?: ComponentChildren;
  /** A StatusTag or Tag. */
  readonly tag?: ComponentChildren;
  /** Something not read yet: bold, and said. */
  readonly unread?: string | undefined;
};

export type CardListProps = {
  readonly items: readonly Card[];
  /** `grid` for things to choose from, `rows` for a list of what one has. */
  readonly layout?: 'grid' | 'rows' | undefined;
  /** The level under the heading that stands above the list. */
  readonly level?: 2 | 3 | undefined;
};

/** Services, cases, messages: each a card whose whole face is its link. */
export function CardList({ items, layout = 'rows', level = 2 }: CardListProps) {
  return (
    <ul class={`al-cards al-cards--${layout}`}>
      {items.map((item) => (
        <CardItem key={item.href} item={item} level={level} />
      ))}
    </ul>
  );
}

function CardItem({ item, level }: { readonly item: Card; readonly level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <li class={item.unread ? 'al-card al-card--unread' : 'al-card'}>
      <div class="al-card__text">
        <Heading class="al-card__title">
          <a href={item.href}>
            {item.unread && <span class="ds-sr-only">{item.unread}: </span>}
            {item.title}
          </a>
        </Heading>
        {item.text && <p>{item.text}</p>}
        {item.meta && <p class="al-card__meta">{item.meta}</p>}
      </div>
      {item.tag && <div class="al-card__tag">{item.tag}</div>}
    </li>
  );
}
