import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  CardList,
  Details,
  Form,
  Page,
  Section,
  SummaryList,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { AdoptedService } from '../adoption.ts';
import { DRAFT_DAYS } from '../erase-drafts.ts';
import type { Fact } from '../facts.ts';
import type { Words } from '../format/words.ts';
import { texts } from '../texts/index.ts';
import { Contact } from './contact.tsx';

export type StartProps = {
  readonly authority: Authority;
  readonly service: AdoptedService;
  readonly words: Words;
  readonly facts: readonly Fact[];
  readonly replyDays: number | undefined;
  /** What stands between the reader and the first question. */
  readonly entrance: 'open' | 'sign-in' | 'stronger' | 'closed' | 'withheld';
  readonly drafts: readonly {
    readonly id: string;
    readonly href: string;
    readonly savedAt: string;
    /** It waits for others to sign it, or has come back from them. */
    readonly state: 'waiting' | 'again' | null;
  }[];
  readonly told: 'saved' | 'removed' | null;
};

/** Before one begins: what it is, what it takes, what comes of it, and who is responsible. */
export function StartPage(props: StartProps) {
  const t = useTexts(texts).start;
  const { authority, service, words, facts, replyDays, drafts } = props;
  const { definition } = service;
  const law = definition.legal.filter(({ country }) => country === authority.country);
  const home = `/${authority.slug}`;
  const short = [
    { label: t.takes, value: t.minutes(definition.minutes) },
    ...(replyDays === undefined ? [] : [{ label: t.reply, value: t.days(replyDays) }]),
    ...facts.map(({ label, value, isUnverified }) => ({
      label,
      value: value ? `${value}${isUnverified ? ` (${t.unverified})` : ''}` : t.notSet,
    })),
  ];
  return (
    <Page title={words.of('title')} lead={words.of('lead')} breadcrumbs={[{ href: home, label: authority.name }]}>
      {props.told === 'saved' && (
        <Alert tone="success" title={t.saved} announced>
          <p>{t.savedText(DRAFT_DAYS)}</p>
        </Alert>
      )}
      {props.told === 'removed' && (
        <Alert tone="success" title={t.removed} announced>
          <p>{t.removedText}</p>
        </Alert>
      )}
      {drafts.length > 0 && <Drafts {...props} />}
      <SummaryList rows={short} />
      {definition.needs.length > 0 && (
        <Section title={t.atHand}>
          <ul>
            {definition.needs.map((id) => (
              <li key={id}>{words.of(`need.${id}`)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Entrance {...props} />
      <Section title={t.next}>
        <p>{words.of('next')}</p>
      </Section>
      <Section title={t.privacy}>
        <p>
          {t.privacyText(authority.name)} {t.privacyWhy(lowerFirst(words.of('purpose'), words.language))}
        </p>
        <p>
          <a class="ds-link" href={`${home}/personuppgifter`}>
            {t.privacyLink}
          </a>
        </p>
      </Section>
      {law.length > 0 && (
        <Details summary={t.law}>
          <ul>
            {law.map(({ id, citation, verified }) => (
              <li key={id}>
                {citation}
                {!verified && <span class="al-muted"> ({t.unverified})</span>}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Section title={t.contact}>
        <Contact contact={authority.contact} />
      </Section>
    </Page>
  );
}

function Entrance({ authority, service, entrance, drafts }: StartProps) {
  const t = useTexts(texts).start;
  const here = `/${authority.slug}/tjanster/${service.slug}`;
  if (entrance === 'closed' || entrance === 'withheld') {
    return (
      <Alert tone="info" title={t[entrance]}>
        <p>{entrance === 'closed' ? t.closedText : t.withheldText}</p>
      </Alert>
    );
  }
  if (entrance === 'open') {
    return (
      <Form action={`${here}/ansok`}>
        <p class="al-muted">{t.pause}</p>
        <Actions>
          <Button variant={drafts.length > 0 ? 'secondary' : 'primary'}>
            {drafts.length > 0 ? t.beginNew : t.begin}
          </Button>
        </Actions>
      </Form>
    );
  }
  return (
    <div class="al-flow">
      <p class="al-muted">{entrance === 'stronger' ? t.strongerWhy : t.signInWhy}</p>
      <p class="al-muted">{t.pause}</p>
      <Actions>
        <ButtonLink href={`/logga-in?till=${encodeURIComponent(here)}`}>
          {entrance === 'stronger' ? t.stronger : t.signIn}
        </ButtonLink>
      </Actions>
    </div>
  );
}

function Drafts({ words, drafts }: StartProps) {
  const { start: t, cosign } = useTexts(texts);
  return (
    <Section title={t.drafts}>
      <CardList
        level={3}
        items={drafts.map(({ href, savedAt, state }) => ({
          href,
          title: `${state ? cosign[state] : t.resume}: ${words.of('title')}`,
          meta: t.savedOn(savedAt),
        }))}
      />
      {drafts.map(({ id, href, savedAt }) => (
        <Details key={id} summary={drafts.length > 1 ? `${t.remove}: ${t.savedOn(savedAt)}` : t.remove}>
          <p>{t.removeText}</p>
          <Form action={`${href}/ta-bort`}>
            <Button variant="secondary" size="sm" context={`${words.of('title')}, ${t.savedOn(savedAt)}`}>
              {t.removeNow}
            </Button>
          </Form>
        </Details>
      ))}
    </Section>
  );
}

/** A purpose is a sentence of its own elsewhere: "För att …". */
function lowerFirst(text: string, language: string): string {
  return text.charAt(0).toLocaleLowerCase(language) + text.slice(1);
}
