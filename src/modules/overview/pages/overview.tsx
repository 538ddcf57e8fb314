import {
  Actions,
  Button,
  Details,
  Form,
  Later,
  Page,
  SearchField,
  Select,
  useTexts,
} from '../../../kernel/html/index.ts';
import { balls } from '../item.ts';
import { texts } from '../texts/index.ts';
import { ballSlugs, hrefOf, type View } from '../view.ts';

export const overviewHref = '/mina-sidor/oversikt';

export type OverviewPageProps = { readonly view: View };

/** The head of the overview and what one can do with it; the cases come below as they are answered. */
export function OverviewPage({ view }: OverviewPageProps) {
  const t = useTexts(texts);
  const isWhole = view.ball === null && view.search === '';
  const suffix = hrefOf(view);
  return (
    <Page title={t.title} lead={t.lead} width="wide" breadcrumbs={[{ href: '/mina-sidor', label: t.home }]}>
      <p>
        <a href={`${overviewHref}/alla`}>{t.everybody}</a>
      </p>
      <Details summary={t.filter.title} open={!isWhole}>
        <Form action={overviewHref} method="get">
          <Select
            name="visa"
            label={t.filter.show}
            empty={t.filter.all}
            value={view.ball ? ballSlugs[view.ball] : ''}
            choices={balls.map((ball) => ({ value: ballSlugs[ball], label: t.ball[ball] }))}
          />
          <SearchField name="sok" label={t.filter.search} value={view.search} width="half" />
          <Actions>
            <Button>{t.filter.submit}</Button>
            {!isWhole && <a href={overviewHref}>{t.filter.clear}</a>}
          </Actions>
        </Form>
      </Details>
      <Details summary={t.take.title}>
        <ul>
          <li>
            <a href={`${overviewHref}.csv${suffix}`}>{t.take.csv}</a>
          </li>
          <li>
            <a href={`${overviewHref}.json${suffix}`}>{t.take.json}</a>
          </li>
          <li>
            <a href={`${overviewHref}/kalender`}>{t.calendar.link}</a>
          </li>
        </ul>
        <p>{t.take.print}</p>
      </Details>
      <Later />
    </Page>
  );
}
