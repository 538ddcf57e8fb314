import { ButtonLink, CardList, EmptyState, Page, Section, Split, Tag, useTexts } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { type AdoptedService, wordsFor } from '../adoption.ts';
import { themes } from '../format/definition.ts';
import { texts } from '../texts/index.ts';
import { Contact } from './contact.tsx';

export type AuthorityFrontProps = {
  readonly authority: Authority;
  readonly services: readonly AdoptedService[];
  readonly language: Language;
};

/** An authority's own front page: what one can do here, by what happens in life. */
export function AuthorityFront({ authority, services, language }: AuthorityFrontProps) {
  const t = useTexts(texts).front;
  const groups = themes.flatMap((theme) => {
    const own = services.filter(({ definition }) => definition.theme === theme);
    return own.length > 0 ? [{ theme, own }] : [];
  });
  return (
    <Page title={authority.name} lead={t.lead} look="hero" width="wide">
      <Split aside={<Aside authority={authority} />} asideLabel={t.about}>
        {groups.length === 0 && <EmptyState title={t.none}>{t.noneWhy}</EmptyState>}
        {groups.map(({ theme, own }) => (
          <Section key={theme} title={t.themes[theme].title} id={theme}>
            <p class="al-muted">{t.themes[theme].text}</p>
            <CardList
              level={3}
              layout="rows"
              items={own.map((service) => {
                const words = wordsFor(service, language);
                return {
                  href: `/${authority.slug}/tjanster/${service.slug}`,
                  title: words.of('title'),
                  text: words.of('lead'),
                  meta: t.minutes(service.definition.minutes),
                  tag: service.isOpen ? undefined : <Tag tone="neutral">{t.closed}</Tag>,
                };
              })}
            />
          </Section>
        ))}
      </Split>
    </Page>
  );
}

function Aside({ authority }: { readonly authority: Authority }) {
  const t = useTexts(texts).front;
  return (
    <>
      <Section title={t.own}>
        <p>{t.ownText}</p>
        <ButtonLink href="/mina-sidor" variant="secondary">
          {t.ownLink}
        </ButtonLink>
      </Section>
      <Section title={t.contact} id="kontakt">
        <p>{t.contactText(authority.name)}</p>
        <Contact contact={authority.contact} />
      </Section>
      <Section title={t.about}>
        <ul>
          <li>
            <a class="ds-link" href={`/${authority.slug}/personuppgifter`}>
              {t.privacy}
            </a>
          </li>
          <li>
            <a class="ds-link" href={`/${authority.slug}/tillganglighet`}>
              {t.accessibility}
            </a>
          </li>
        </ul>
      </Section>
    </>
  );
}
