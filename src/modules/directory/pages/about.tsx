import { ButtonLink, Page, Section, useTexts } from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

/** What Allmänning is, for who has followed the name here. */
export function About() {
  const t = useTexts(texts).about;
  return (
    <Page title={t.title} lead={t.lead}>
      <p>{t.text}</p>
      <p>
        <ButtonLink href="/">{t.choose}</ButtonLink>
      </p>
    </Page>
  );
}

/** Who is responsible for personal data here; each municipality has its own notice. */
export function Privacy() {
  const t = useTexts(texts).about;
  return (
    <Page title={t.privacyTitle} lead={t.privacyLead}>
      <p>{t.responsible}</p>
      <p>{t.logged}</p>
      <Section title={t.cookiesTitle}>
        <p>{t.cookies}</p>
      </Section>
      <p>
        <ButtonLink href="/" variant="secondary">
          {t.choose}
        </ButtonLink>
      </p>
    </Page>
  );
}
