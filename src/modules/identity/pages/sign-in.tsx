import { Alert, ButtonLink, Details, Page, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { ElectronicId } from '../electronic-id.ts';
import { texts } from '../texts/index.ts';

export type SignInProps = {
  readonly electronicIds: readonly Pick<ElectronicId, 'id' | 'name' | 'explanation'>[];
  /** Where to go afterwards; a path of our own. */
  readonly till: string;
};

function startHref(id: string, till: string): string {
  return `/logga-in/e-legitimation?val=${encodeURIComponent(id)}&till=${encodeURIComponent(till)}`;
}

export function SignIn({ electronicIds, till }: SignInProps) {
  const t = useTexts(texts).signIn;
  const { language, reader } = usePage();
  return (
    <Page title={t.title} lead={t.lead}>
      {reader && (
        <Alert title={t.alreadyTitle}>
          <p>{t.already(reader.name)}</p>
          <p>
            <a class="ds-link" href={till}>
              {t.goOn}
            </a>
          </p>
        </Alert>
      )}
      {electronicIds.map(({ id, name, explanation }) => (
        <div key={id} class="al-flow">
          <p>
            <ButtonLink href={startHref(id, till)} variant="primary">
              {t.choose(name[language])}
            </ButtonLink>
          </p>
          <p class="al-muted">{explanation[language]}</p>
        </div>
      ))}
      <Details summary={t.why}>
        {t.whyText.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Details>
    </Page>
  );
}

/** Somebody changed their mind: nothing is wrong. */
export function Cancelled({ till }: { readonly till: string }) {
  const t = useTexts(texts).signIn;
  return (
    <Page title={t.cancelledTitle} lead={t.cancelledText}>
      <div class="al-actions">
        <ButtonLink href={`/logga-in?till=${encodeURIComponent(till)}`} variant="primary">
          {t.again}
        </ButtonLink>
        <ButtonLink href="/" variant="secondary">
          {t.home}
        </ButtonLink>
      </div>
    </Page>
  );
}
