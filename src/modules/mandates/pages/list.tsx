import { formatDate } from '../../../kernel/calendar/format.ts';
import { ButtonLink, type Card, CardList, Page, Section, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Mandate } from '../mandate.ts';
import type { Representing } from '../represented.ts';
import type { RightOver } from '../store/register-rights.ts';
import { lastDay } from '../terms.ts';
import { texts } from '../texts/index.ts';
import { OwnRights, RightsOver } from './register-rights.tsx';
import { StateTag } from './state-tag.tsx';

export const mandatesHref = '/mina-sidor/fullmakter';

export type ListProps = {
  readonly issued: readonly Mandate[];
  readonly received: readonly Mandate[];
  /** Null when the reader acts for somebody: whom they act for is their own matter. */
  readonly representing: Representing | null;
  /** Who may act for whose list it is, by a register. */
  readonly over: readonly RightOver[];
  /** The person who reads. */
  readonly me: PartyId | null;
  readonly now: Temporal.Instant;
};

/** Mandates given and received, and for whom one can act. */
export function MandatesPage({ issued, received, representing, over, me, now }: ListProps) {
  const t = useTexts(texts);
  const { language } = usePage();
  const names = (all: Mandate['terms']['holders']) => all.map(({ name }) => name).join(', ');
  const card = (mandate: Mandate, title: string): Card => {
    const { from, until, subject } = mandate.terms;
    const days = `${formatDate(from.toZonedDateTimeISO('Europe/Stockholm').toPlainDate(), language)} – ${formatDate(lastDay(until), language)}`;
    return {
      href: `${mandatesHref}/${mandate.id}`,
      title,
      text: subject[language],
      meta: days,
      tag: <StateTag mandate={mandate} me={me} now={now} />,
    };
  };
  return (
    <Page title={t.title} lead={t.lead} width="wide">
      <ButtonLink href={`${mandatesHref}/ny`}>{t.list.create}</ButtonLink>
      <Section title={t.list.issued}>
        {issued.length === 0 ? (
          <p>{t.list.none}</p>
        ) : (
          <CardList level={3} items={issued.map((one) => card(one, t.list.to(names(one.terms.holders))))} />
        )}
        <p>
          <a class="ds-link" href="/mina-sidor/logg">
            {t.list.log}
          </a>
        </p>
      </Section>
      <Section title={t.list.received}>
        {received.length === 0 ? (
          <p>{t.list.none}</p>
        ) : (
          <CardList level={3} items={received.map((one) => card(one, t.list.from(names(one.terms.grantors))))} />
        )}
      </Section>
      {representing && (
        <>
          <OwnRights {...representing} />
          <ButtonLink href="/mina-sidor/valj" variant="secondary">
            {t.list.choose}
          </ButtonLink>
        </>
      )}
      <RightsOver rights={over} />
    </Page>
  );
}
