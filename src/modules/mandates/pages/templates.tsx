import { Alert, CardList, Page, Section, useTexts } from '../../../kernel/html/index.ts';
import { errandQuery } from '../errand.ts';
import type { Errand } from '../form-model.ts';
import { mandatesHref } from '../mandates-href.ts';
import type { OwnOrganisations } from '../signed-for.ts';
import type { Template } from '../subjects.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';

export type TemplatesProps = {
  readonly errand: Errand;
  readonly templates: readonly Template[];
  /** For which the reader could write it instead; null when that is chosen, or can not be. */
  readonly own: OwnOrganisations | null;
};

/** What kind of mandate: the way to its form. */
export function TemplatesPage({ errand, templates, own }: TemplatesProps) {
  const t = useTexts(texts);
  const w = useTexts(writeTexts);
  const href = (one: Template) => [`${mandatesHref}/ny?mall=${one}`, errandQuery(errand)].filter(Boolean).join('&');
  const kinds = <CardList items={templates.map((one) => ({ href: href(one), title: t.create.template[one] }))} />;
  return (
    <Page
      title={w.title[errand.kind]}
      lead={w.lead[errand.kind]}
      breadcrumbs={[{ href: mandatesHref, label: t.create.back }]}
    >
      {own?.isSilent && <Alert tone="warning">{w.who.silent}</Alert>}
      {own && own.organisations.length > 0 ? (
        <>
          <Section title={w.who.title}>
            <p>{w.who.selfUnless}</p>
            <ul class="ds-list">
              {own.organisations.map(({ token, name }) => (
                <li key={token}>
                  <a class="ds-link" href={`${mandatesHref}/ny?for=${token}`}>
                    {w.who.organisation(name)}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={w.what}>{kinds}</Section>
        </>
      ) : (
        kinds
      )}
    </Page>
  );
}
