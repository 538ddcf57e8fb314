import { Alert, Moment, Section, Table, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Asked } from '../ask-sources.ts';
import { foundIn } from '../found.ts';
import { type Ball, balls } from '../item.ts';
import type { Doubled, ShownItem } from '../same-case.ts';
import { texts } from '../texts/index.ts';
import { isInView, type View } from '../view.ts';
import { ItemCards, type SourceNames } from './item-cards.tsx';

/** What may be missing on the page because of this source. */
export function Trouble({ asked }: { readonly asked: Asked }) {
  const t = useTexts(texts).trouble;
  const { language, path } = usePage();
  const { answer } = asked;
  const name = asked.source.name[language];
  const missing = foundIn(asked)?.missing ?? [];
  if (answer.state === 'failed' || answer.state === 'stale') {
    return (
      <Alert tone="warning" title={answer.state === 'stale' ? t.staleTitle(name) : t.failedTitle(name)}>
        <p>
          {asked.spared ? t.spared[asked.spared] : t.faults[answer.fault]}{' '}
          {answer.state === 'failed' ? (
            t.failed
          ) : (
            <>
              {t.stale} <Moment at={answer.asOf} zone="Europe/Stockholm" />.
            </>
          )}
        </p>
        <p>
          <a href={path}>{t.again}</a>
        </p>
      </Alert>
    );
  }
  if (missing.length === 0) return null;
  return (
    <Alert tone="warning" title={t.missingTitle(name)}>
      <p>{t.missing(missing.join(', '))}</p>
    </Alert>
  );
}

export type ListsProps = {
  readonly items: readonly ShownItem[];
  readonly view: View;
  readonly names: SourceNames;
  /** Some have not answered, or could not be asked: an empty list is not the whole truth. */
  readonly isPartial: boolean;
};

/** The cases by whose move it is. */
export function Lists({ items, view, names, isPartial }: ListsProps) {
  const t = useTexts(texts);
  const shown = balls.filter((ball) => view.ball === null || view.ball === ball);
  function none(ball: Ball) {
    if (view.search !== '') return t.nothingMatches;
    return isPartial ? t.noneSoFar : t.none[ball];
  }
  return (
    <>
      {shown.map((ball) => {
        const here = items.filter((item) => item.ball === ball && isInView(item, view));
        return (
          <Section key={ball} title={t.ball[ball]}>
            {here.length > 0 ? <ItemCards items={here} names={names} /> : <p>{none(ball)}</p>}
          </Section>
        );
      })}
    </>
  );
}

/** Said while somebody is waited for; hidden by the style sheet when the page has come whole. */
export function Waiting({ sources }: { readonly sources: readonly Asked['source'][] }) {
  const t = useTexts(texts).late;
  const { language } = usePage();
  return <p class="al-waits">{t.waiting(sources.map(({ name }) => name[language]).join(', '))}</p>;
}

export type LateProps = {
  readonly asked: Asked;
  readonly items: readonly ShownItem[];
  readonly doubled: readonly Doubled[];
  readonly view: View;
  readonly names: SourceNames;
};

/** One that answered after the lists had been sent. */
export function Late({ asked, items, doubled, view, names }: LateProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const name = asked.source.name[language];
  const here = items.filter((item) => isInView(item, view));
  const isSilent = here.length === 0 && doubled.length === 0;
  return (
    <Section title={t.late.from(name)}>
      <Trouble asked={asked} />
      {here.length > 0 && <ItemCards items={here} names={names} />}
      {isSilent && asked.answer.state !== 'failed' && (
        <p>{items.length > 0 ? t.nothingMatches : t.late.nothing(name)}</p>
      )}
      <DoubledList doubled={doubled} />
    </Section>
  );
}

function DoubledList({ doubled }: { readonly doubled: readonly Doubled[] }) {
  const t = useTexts(texts);
  if (doubled.length === 0) return null;
  return (
    <>
      <p>{t.doubled.title(doubled.length)}</p>
      <ul>
        {doubled.map(({ item, shownAs, rule }) => (
          <li key={item.id}>{t.doubled.line(shownAs, t.rule[rule])}</li>
        ))}
      </ul>
    </>
  );
}

/** Who was asked and what they said: the end of the page, so that it is seen to be whole. */
export function AskedSources({ all }: { readonly all: readonly Asked[] }) {
  const t = useTexts(texts).asked;
  const { language } = usePage();
  function state(asked: Asked): string {
    const { answer } = asked;
    switch (answer.state) {
      case 'answered':
        return `${t.answered(answer.value.items.length)}${answer.value.more ? `, ${t.more}` : ''}`;
      case 'nothing':
        return t.nothing;
      case 'not-asked':
        return t.notAsked;
      case 'not-allowed':
        return t.notAllowed;
      case 'failed':
        return t.failed;
      case 'stale':
        return t.stale;
    }
  }
  return (
    <div class="al-answered">
      <Section title={t.title}>
        <Table
          caption={t.caption}
          captionHidden
          rows={all}
          rowKey={({ source }) => source.id}
          columns={[
            { header: t.source, names: true, cell: ({ source }) => source.name[language] },
            { header: t.state, cell: state },
            {
              header: t.at,
              cell: ({ answer }) =>
                answer.state === 'stale' ? (
                  <Moment at={answer.asOf} zone="Europe/Stockholm" short />
                ) : hasSaid(answer) ? (
                  t.now
                ) : (
                  '–'
                ),
            },
          ]}
        />
      </Section>
    </div>
  );
}

function hasSaid({ state }: Asked['answer']): boolean {
  return state === 'answered' || state === 'nothing';
}
