import { type Card, CardList, Day, Moment, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { InEach } from '../../../kernel/texts.ts';
import type { Ball, OverviewItem } from '../item.ts';
import type { ShownItem } from '../same-case.ts';
import { texts } from '../texts/index.ts';
import { pageOf } from '../view.ts';

export const tones = { me: 'warning', them: 'accent', done: 'neutral' } as const satisfies Record<Ball, string>;

export type SourceNames = ReadonlyMap<string, InEach<string>>;

export type ItemCardsProps = { readonly items: readonly ShownItem[]; readonly names: SourceNames };

/** The day that a list tells of a case: the last one to act, else when an answer may be expected from who has it. */
export function dayOf({ deadline, expected, ball }: OverviewItem): OverviewItem['deadline'] {
  return deadline ?? (ball === 'them' ? expected : null);
}

/** Cases in a list: what, with whom, how far, what next and until when. */
export function ItemCards({ items, names }: ItemCardsProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  function cardOf(item: ShownItem): Card {
    const also = item.also
      .map(({ source, rule }) => `${names.get(source)?.[language] ?? source} (${t.rule[rule]})`)
      .join(', ');
    const day = dayOf(item);
    return {
      href: pageOf(item),
      title: item.title,
      text: item.nextStep ?? undefined,
      meta: (
        <>
          {item.kind && `${item.kind} · `}
          {item.authority}
          {item.reference !== null && ` · ${item.reference}`}
          {day && (
            <>
              {' · '}
              {item.deadline ? t.item.answerBy : t.item.expected} <Day on={Temporal.PlainDate.from(day.on)} short />
            </>
          )}
          {' · '}
          {item.last.words} <Moment at={item.last.at} zone="Europe/Stockholm" short dayOnly />
          {also !== '' && ` · ${t.also(also)}`}
          {day && (
            <>
              <br />
              {t.item.counted}: {day.counted}
            </>
          )}
        </>
      ),
      tag: <Tag tone={tones[item.ball]}>{item.status.words}</Tag>,
    };
  }
  return <CardList items={items.map(cardOf)} level={3} />;
}
