import { formatDate } from '../../../kernel/calendar/format.ts';
import {
  Actions,
  ButtonLink,
  type Card,
  CardList,
  EmptyState,
  Page,
  Pagination,
  Section,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { ToldElsewhere } from '../elsewhere/list-elsewhere.ts';
import type { ElsewhereRow } from '../elsewhere/rows.ts';
import { type ListFilter, queryOf } from '../list-filter.ts';
import { listTexts } from '../list-texts/index.ts';
import type { Mandate } from '../mandate.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { OwnMandates } from '../own-mandates.ts';
import type { Representing } from '../represented.ts';
import type { NamedInList } from '../store/listed.ts';
import type { RightOver } from '../store/register-rights.ts';
import { lastDay } from '../terms.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';
import { ListedElsewhere } from './elsewhere.tsx';
import { ListFilterForm, TakeOut } from './list-filter.tsx';
import { OwnRights, RightsOver } from './register-rights.tsx';
import { StateTag } from './state-tag.tsx';

export type ListProps = OwnMandates & {
  readonly filter: ListFilter;
  /** Null when there are no mandates at all. */
  readonly named: NamedInList | null;
  readonly authorities: ReadonlyMap<AuthorityId, { readonly name: string }>;
  /** The newest of them are here. */
  readonly first: boolean;
  /** Null when the reader acts for somebody: whom they act for is their own matter. */
  readonly representing: Representing | null;
  /** What other registers of mandates hold, and how each answered. */
  readonly elsewhere: readonly ElsewhereRow[];
  readonly told: readonly ToldElsewhere[];
  /** Who may act for whose list it is, by a register. */
  readonly over: readonly RightOver[];
  /** The person who reads. */
  readonly me: PartyId | null;
  readonly now: Temporal.Instant;
};

/** Mandates given and received, and for whom one can act. */
export function MandatesPage(props: ListProps) {
  const { listed, next, filter, named, authorities, first, representing, over, elsewhere, told } = props;
  const t = useTexts(texts);
  const found = useTexts(listTexts);
  const w = useTexts(writeTexts);
  const more = next === null ? undefined : `${mandatesHref}${queryOf(filter, { fore: next })}`;
  const isWhole = queryOf(filter) === '';
  return (
    <Page title={t.title} lead={t.lead} width="wide">
      <Actions>
        <ButtonLink href={`${mandatesHref}/ny`}>{t.list.create}</ButtonLink>
        <ButtonLink href={`${mandatesHref}/ny?gor=be-om`} variant="secondary">
          {w.links.ask}
        </ButtonLink>
      </Actions>
      {named && <ListFilterForm filter={filter} named={named} authorities={authorities} />}
      {named && <TakeOut filter={filter} />}
      {!isWhole && listed.length === 0 ? (
        <EmptyState title={found.noMatch}>
          <p>{found.noMatchWhy}</p>
        </EmptyState>
      ) : (
        <>
          {filter.direction !== 'fatts' && <Given {...props} />}
          {filter.direction !== 'getts' && <Received {...props} />}
        </>
      )}
      <Pagination previousHref={first ? undefined : `${mandatesHref}${queryOf(filter)}`} nextHref={more} />
      {isWhole && first && representing && <OwnRights {...representing} />}
      {isWhole && first && (
        <ListedElsewhere rows={elsewhere} told={told} silentElsewhere={representing?.silentElsewhere ?? []} />
      )}
      {isWhole && first && representing && (
        <ButtonLink href="/mina-sidor/valj" variant="secondary">
          {t.list.choose}
        </ButtonLink>
      )}
      {isWhole && first && <RightsOver rights={over} isSilent={(representing?.silent.length ?? 0) > 0} />}
    </Page>
  );
}

function names(all: Mandate['terms']['holders']): string {
  return all.map(({ name }) => name).join(', ');
}

function Given({ listed, me, now }: ListProps) {
  const t = useTexts(texts).list;
  const given = listed.filter(({ role }) => role !== 'holder');
  const cards = given.map(({ mandate }) => ({ mandate, title: t.to(names(mandate.terms.holders)) }));
  return (
    <Section title={t.issued}>
      <Cards cards={cards} me={me} now={now} />
      <p>
        <a class="ds-link" href="/mina-sidor/logg?ratt=alla">
          {t.log}
        </a>
      </p>
    </Section>
  );
}

function Received({ listed, me, now }: ListProps) {
  const t = useTexts(texts).list;
  const received = listed.filter(({ role }) => role === 'holder');
  const cards = received.map(({ mandate }) => ({ mandate, title: t.from(names(mandate.terms.grantors)) }));
  return (
    <Section title={t.received}>
      <Cards cards={cards} me={me} now={now} />
    </Section>
  );
}

type CardsProps = Pick<ListProps, 'me' | 'now'> & {
  readonly cards: readonly { readonly mandate: Mandate; readonly title: string }[];
};

function Cards({ cards, me, now }: CardsProps) {
  const t = useTexts(texts).list;
  const { language } = usePage();
  if (cards.length === 0) return <p>{t.none}</p>;
  const items = cards.map(({ mandate, title }): Card => {
    const { from, until, subject } = mandate.terms;
    const days = `${formatDate(from.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(), language)} – ${formatDate(lastDay(until), language)}`;
    return {
      href: `${mandatesHref}/${mandate.id}`,
      ...{ title, text: subject[language], meta: days },
      tag: <StateTag mandate={mandate} me={me} now={now} />,
    };
  });
  return <CardList level={3} items={items} />;
}
