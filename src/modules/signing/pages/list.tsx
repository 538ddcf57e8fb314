import { type Card, CardList, momentText, Page, Section, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { OwnSignings } from '../own-signings.ts';
import type { SigningState } from '../signing.ts';
import type { SigningLine } from '../store/signers.ts';
import { texts } from '../texts/index.ts';

export const signingsHref = '/mina-sidor/signera';
export const ZONE = 'Europe/Stockholm';

type Words = ReturnType<typeof useTexts<typeof texts.sv>>;

export const stateTones = {
  open: 'info',
  completed: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  expired: 'neutral',
} as const satisfies Record<SigningState, string>;

/** What awaits the reader's signature, what awaits others', and what is over. */
export function SigningsPage({ mine, others, done }: OwnSignings) {
  const t = useTexts(texts);
  const { language } = usePage();
  return (
    <Page title={t.list.title} lead={t.list.lead} breadcrumbs={[{ href: '/mina-sidor', label: t.overview }]}>
      <Part title={t.list.mine} none={t.list.mineNone} items={mine.map((one) => openCard(one, t, language))} />
      <Part title={t.list.others} none={t.list.othersNone} items={others.map((one) => openCard(one, t, language))} />
      <Part title={t.list.done} none={t.list.doneNone} items={done.map((one) => doneCard(one, t, language))} />
    </Page>
  );
}

type PartProps = { readonly title: string; readonly none: string; readonly items: readonly Card[] };

function Part({ title, none, items }: PartProps) {
  return (
    <Section title={title}>
      {items.length > 0 ? <CardList items={items} level={3} /> : <p class="al-muted">{none}</p>}
    </Section>
  );
}

function openCard(line: SigningLine, t: Words, language: Language): Card {
  const isMine = line.ball === 'me';
  return {
    href: `${signingsHref}/${line.id}`,
    title: line.title[language],
    meta: t.list.before(momentText(line.deadline, ZONE, language)),
    tag: <Tag tone={isMine ? 'warning' : 'neutral'}>{isMine ? t.awaitsYou : t.awaitsOthers}</Tag>,
  };
}

function doneCard(line: SigningLine, t: Words, language: Language): Card {
  return {
    href: `${signingsHref}/${line.id}`,
    title: line.title[language],
    meta: t.list.latest(momentText(line.at, ZONE, language)),
    tag: <Tag tone={stateTones[line.state]}>{t.state[line.state]}</Tag>,
  };
}
