import { type Card, CardList, Day, Moment, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { InEach } from '../../../kernel/texts.ts';
import type { Ball } from '../item.ts';
import type { ShownItem } from '../same-case.ts';
import { texts } from '../texts/index.ts';
import { pageOf } from '../view.ts';

export const tones = { me: 'warning', them: 'accent', done: 'neutral' } as const satisfies Record<Ball, string>;

export type SourceNames = ReadonlyMap<string, InEach<string>>;

export type ItemCardsProps = { readonly items: readonly ShownItem[]; readonly names: SourceNames };

/** Cases in a list: what, with whom, how far, what next and until when. */
export function ItemCards({ items, names }: ItemCardsProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  function cardOf(item: ShownItem): Card {
    const also = item.also
      .map(({ source, rule }) => `${names.get(source)?.[language] ?? source} (${t.rule[rule]})`)
      .join(', ');
    return {
      href: pageOf(item),
      title: item.title,
      text: item.nextStep ?? undefined,
      meta: (
        <>
          {item.kind && `${item.kind} · `}
          {item.authority}
          {item.reference !== null && ` · ${item.reference}`}
          {item.deadline && (
            <>
              {' · '}
              {t.item.answerBy} <Day on={Temporal.PlainDate.from(item.deadline.on)} short />
            </>
          )}
          {!item.deadline && item.expected && item.ball === 'them' && (
            <>
              {' · '}
              {t.item.expected} <Day on={Temporal.PlainDate.from(item.expected.on)} short />
            </>
          )}
          {' · '}
          {item.last.words} <Moment at={item.last.at} zone="Europe/Stockholm" short dayOnly />
          {also !== '' && ` · ${t.also(also)}`}
        </>
      ),
      tag: <Tag tone={tones[item.ball]}>{item.status.words}</Tag>,
    };
  }
  return <CardList items={items.map(cardOf)} level={3} />;
}
