import {
  Actions,
  Alert,
  Button,
  Day,
  Details,
  Form,
  Later,
  Moment,
  Page,
  SearchField,
  Section,
  Select,
  Table,
  Tag,
  useTexts,
} from '../../../kernel/html/index.ts';
import { balls } from '../item.ts';
import { dayOf, tones } from '../pages/item-cards.tsx';
import { overviewHref } from '../pages/overview.tsx';
import { Trouble } from '../pages/parts.tsx';
import type { ShownItem } from '../same-case.ts';
import { texts as overviewTexts } from '../texts/index.ts';
import { ballSlugs, hrefOf, pageOf, type View } from '../view.ts';
import type { Everybody, Somebody, Theirs } from './people.ts';
import { texts } from './texts/index.ts';

export const everybodyHref = `${overviewHref}/alla`;

export type EverybodyPageProps = { readonly everybody: Everybody; readonly view: View };

/** The head of the view of everybody's cases; each person's come below, by themselves. */
export function EverybodyPage({ everybody: { people, more, silent }, view }: EverybodyPageProps) {
  const t = useTexts(texts);
  const { filter, ball, title, home, take } = useTexts(overviewTexts);
  const isWhole = view.ball === null && view.search === '';
  return (
    <Page
      title={t.title}
      lead={t.lead}
      width="wide"
      breadcrumbs={[
        { href: '/mina-sidor', label: home },
        { href: overviewHref, label: title },
      ]}
    >
      {silent.length > 0 && (
        <Alert tone="warning" title={t.silentTitle}>
          <p>{t.silent}</p>
        </Alert>
      )}
      {people.length === 1 && silent.length === 0 && <p>{t.nobody}</p>}
      {more && (
        <Alert title={t.moreTitle}>
          <p>
            {t.more(people.length - 1)} <a href="/mina-sidor/valj">{t.choose}</a>
          </p>
        </Alert>
      )}
      <Details summary={filter.title} open={!isWhole}>
        <Form action={everybodyHref} method="get">
          <Select
            name="visa"
            label={filter.show}
            empty={filter.all}
            value={view.ball ? ballSlugs[view.ball] : ''}
            choices={balls.map((one) => ({ value: ballSlugs[one], label: ball[one] }))}
          />
          <SearchField name="sok" label={filter.search} value={view.search} width="half" />
          <Actions>
            <Button>{filter.submit}</Button>
            {!isWhole && <a href={everybodyHref}>{filter.clear}</a>}
          </Actions>
        </Form>
      </Details>
      <p>
        <a href={`${everybodyHref}.csv${hrefOf(view)}`}>{take.csv}</a>
      </p>
      <Later />
    </Page>
  );
}

export type PersonSectionProps = Theirs & { readonly view: View };

/** One person's cases, each saying in whose name. */
export function PersonSection({ who, whole, view }: PersonSectionProps) {
  const t = useTexts(texts);
  const { ball, nothingMatches, noneSoFar, item: words } = useTexts(overviewTexts);
  const name = useName(who);
  if (whole === null) {
    return (
      <Section title={who.isOneself ? t.own : t.inNameOf(name)}>
        <Alert tone="warning" title={t.failedTitle}>
          <p>{t.failed}</p>
        </Alert>
      </Section>
    );
  }
  const { items, asked } = whole;
  const isFiltered = view.ball !== null || view.search !== '';
  const isPartial = asked.some(({ answer: { state } }) => state === 'failed' || state === 'stale');
  return (
    <Section title={who.isOneself ? t.own : t.inNameOf(name)}>
      {asked.map((one) => (
        <Trouble key={one.source.id} asked={one} />
      ))}
      {items.length === 0 ? (
        <p>{isFiltered ? nothingMatches : isPartial ? noneSoFar : t.none}</p>
      ) : (
        <Table
          caption={who.isOneself ? t.own : t.inNameOf(name)}
          captionHidden
          rows={items}
          rowKey={({ source, id }) => `${source} ${id}`}
          columns={[
            { header: t.columns.item, names: true, cell: (item) => <What item={item} /> },
            { header: t.columns.inNameOf, cell: () => name },
            {
              header: words.status,
              cell: (item) => (
                <div>
                  <Tag tone={tones[item.ball]}>{item.status.words}</Tag> {ball[item.ball]}
                </div>
              ),
            },
            { header: t.columns.day, cell: (item) => <When item={item} /> },
            { header: t.columns.open, cell: (item) => <Open item={item} who={who} name={name} /> },
          ]}
        />
      )}
    </Section>
  );
}

function useName({ isOneself, name }: Somebody): string {
  const t = useTexts(texts);
  return isOneself ? t.oneself : (name ?? t.protected);
}

function What({ item: { title, kind, authority, reference, nextStep, last } }: { readonly item: ShownItem }) {
  const about = [kind ?? null, authority, reference].filter((one) => one !== null && one !== '');
  return (
    <div>
      <div>{title}</div>
      {nextStep !== null && <div>{nextStep}</div>}
      <div class="al-muted">
        {about.join(' · ')} · {last.words} <Moment at={last.at} zone="Europe/Stockholm" short dayOnly />
      </div>
    </div>
  );
}

function When({ item }: { readonly item: ShownItem }) {
  const { item: t } = useTexts(overviewTexts);
  const day = dayOf(item);
  if (!day) return <>–</>;
  return (
    <div>
      {item.deadline ? t.answerBy : t.expected} <Day on={Temporal.PlainDate.from(day.on)} short />
      <div class="al-muted">{day.counted}</div>
    </div>
  );
}

/** The case's own page is one person's alone: it is opened in their name, which the session then has. */
function Open({ item, who, name }: { readonly item: ShownItem; readonly who: Somebody; readonly name: string }) {
  const t = useTexts(texts);
  return (
    <Form action="/mina-sidor/valj" class="al-inline">
      <input type="hidden" name="principal" value={who.isOneself ? '' : who.party} />
      <input type="hidden" name="till" value={pageOf(item)} />
      <Button variant="secondary" size="sm" context={item.title}>
        {who.isOneself ? t.open : t.openAs(name)}
      </Button>
    </Form>
  );
}
