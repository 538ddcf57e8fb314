import { Actions, Button, Details, Form, SearchField, Select, useTexts } from '../../../kernel/html/index.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { directions, everything, type ListFilter, queryOf, standings } from '../list-filter.ts';
import { listTexts } from '../list-texts/index.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { NamedInList } from '../store/listed.ts';

export type FilterProps = {
  readonly filter: ListFilter;
  readonly named: NamedInList;
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string }>;
};

/** Which of them are looked for. */
export function ListFilterForm({ filter, named, authorities }: FilterProps) {
  const t = useTexts(listTexts).filter;
  const isWhole = queryOf(filter) === queryOf(everything);
  return (
    <Details summary={t.title} open={!isWhole}>
      <Form action={mandatesHref} method="get">
        <Select
          name="visa"
          label={t.show}
          empty={t.all}
          value={filter.direction ?? ''}
          choices={directions.map((value) => ({ value, label: t.directions[value] }))}
        />
        <Select
          name="lage"
          label={t.standing}
          empty={t.all}
          value={filter.standing ?? ''}
          choices={standings.map((value) => ({ value, label: t.standings[value] }))}
        />
        {named.authorities.length > 0 && (
          <Select
            name="myndighet"
            label={t.authority}
            empty={t.all}
            value={filter.authority?.toString() ?? ''}
            choices={named.authorities.map((one) => ({
              value: String(one),
              label: authorities.get(one as AuthorityId)?.name ?? String(one),
            }))}
          />
        )}
        <Select
          name="person"
          label={t.person}
          empty={t.all}
          value={filter.person ?? ''}
          choices={named.persons.map(({ party, name }) => ({ value: party, label: name }))}
        />
        <SearchField name="sok" label={t.search} value={filter.search} width="half" />
        <Actions>
          <Button>{t.submit}</Button>
          {!isWhole && <a href={mandatesHref}>{t.clear}</a>}
        </Actions>
      </Form>
    </Details>
  );
}

/** The same list, to keep or to print. */
export function TakeOut({ filter }: { readonly filter: ListFilter }) {
  const t = useTexts(listTexts).take;
  const query = queryOf(filter);
  const links = [
    [`${mandatesHref}/utskrift`, t.print],
    [`${mandatesHref}.pdf`, t.pdf],
    [`${mandatesHref}.csv`, t.csv],
    [`${mandatesHref}.json`, t.json],
  ] as const;
  return (
    <Details summary={t.title}>
      <ul>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={`${href}${query}`}>{label}</a>
          </li>
        ))}
      </ul>
    </Details>
  );
}
