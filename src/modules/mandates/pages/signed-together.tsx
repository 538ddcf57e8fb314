import { ButtonLink, Section, useTexts } from '../../../kernel/html/index.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { SignedFor } from '../signed-for.ts';
import { writeTexts } from '../write-texts/index.ts';

/** Organisations that nobody acts for alone: who signs with whom, and the way to let one of them do it. */
export function SignedTogether({ organisations }: { readonly organisations: readonly SignedFor[] }) {
  const t = useTexts(writeTexts).together;
  if (organisations.length === 0) return null;
  return (
    <Section title={t.title}>
      {organisations.map(({ token, name, inWords }) => (
        <div class="al-flow" key={token}>
          <p>{t.alone(name, inWords)}</p>
          <p>{t.how}</p>
          <ButtonLink href={`${mandatesHref}/ny?for=${token}`} variant="secondary">
            {t.write(name)}
          </ButtonLink>
        </div>
      ))}
    </Section>
  );
}
