import {
  Button,
  ButtonLink,
  CardList,
  EmptyState,
  Form,
  Page,
  Pagination,
  SearchField,
  Section,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { locales } from '../../../kernel/locale.ts';
import type { Part } from '../municipality-list.ts';
import { texts } from '../texts/index.ts';

export type FrontPageProps = { readonly query: string; readonly part: Part };

/** Where everybody begins: find your municipality, by name or in the list. */
export function FrontPage({ query, part }: FrontPageProps) {
  const t = useTexts(texts).front;
  const { language } = usePage();
  const number = new Intl.NumberFormat(locales[language]);
  const cards = part.rows.map((one) => ({
    href: `/${one.slug}`,
    title: one.name,
    text: one.county ?? undefined,
    meta: one.population === null ? undefined : t.inhabitants(number.format(one.population)),
  }));
  return (
    <Page title={t.title} lead={t.lead} look="hero" width="wide">
      <Form action="/" method="get" class="al-form al-form--inline">
        <SearchField name="sok" label={t.search} value={query} autocomplete="off" />
        <Button>{t.searchButton}</Button>
      </Form>
      <Section title={query === '' ? t.all : t.found(number.format(part.total), query)}>
        {cards.length > 0 ? <CardList items={cards} layout="grid" level={3} /> : <Nothing query={query} />}
        <Pagination previousHref={hrefOf(query, part.previous)} nextHref={hrefOf(query, part.next)} />
      </Section>
    </Page>
  );
}

function Nothing({ query }: { readonly query: string }) {
  const t = useTexts(texts).front;
  if (query === '') return <EmptyState title={t.nobody}>{t.nobodyWhy}</EmptyState>;
  const all = (
    <ButtonLink href="/" variant="secondary">
      {t.showAll}
    </ButtonLink>
  );
  return (
    <EmptyState title={t.none} action={all}>
      {t.noneWhy}
    </EmptyState>
  );
}

function hrefOf(query: string, slug: string | undefined): string | undefined {
  if (slug === undefined) return undefined;
  return `/?${new URLSearchParams({ ...(query !== '' && { sok: query }), fran: slug })}`;
}
