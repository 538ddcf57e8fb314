import { Page, Section, Table, useTexts } from '../../../kernel/html/index.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Authority } from '../../directory/index.ts';
import { type AdoptedService, wordsFor } from '../adoption.ts';
import { DRAFT_DAYS } from '../erase-drafts.ts';
import type { Retention } from '../format/definition.ts';
import { retentionOf } from '../offer.ts';
import { texts } from '../texts/index.ts';
import { Contact } from './contact.tsx';

export type PrivacyProps = {
  readonly authority: Authority;
  readonly services: readonly AdoptedService[];
  readonly language: Language;
};

/** What the authority does with personal data here (GDPR articles 13-14), service by service. */
export function PrivacyPage({ authority, services, language }: PrivacyProps) {
  const t = useTexts(texts).privacy;
  const rows = services.map((service) => {
    const words = wordsFor(service, language);
    return {
      id: service.slug,
      title: words.of('title'),
      purpose: words.of('purpose'),
      retention: retentionOf(service),
    };
  });
  return (
    <Page
      title={t.title}
      lead={t.lead(authority.name)}
      width="wide"
      breadcrumbs={[{ href: `/${authority.slug}`, label: authority.name }]}
    >
      <Section title={t.responsible}>
        <p>{t.responsibleText(authority.name)}</p>
        <Contact contact={authority.contact} />
      </Section>
      <Section title={t.why}>
        <Table
          caption={t.why}
          captionHidden
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { header: t.service, cell: (row) => row.title, names: true },
            { header: t.purpose, cell: (row) => row.purpose },
            { header: t.kept, cell: (row) => <Kept retention={row.retention} /> },
          ]}
        />
        <p>{t.drafts(DRAFT_DAYS)}</p>
      </Section>
      <Section title={t.ground}>
        <p>{t.groundText}</p>
      </Section>
      <Section title={t.who}>
        <p>{t.whoText}</p>
        <p>
          <a class="ds-link" href="/mina-sidor/logg">
            {t.log}
          </a>
        </p>
      </Section>
      <Section title={t.rights}>
        <ul>
          {t.rightsList.map((right) => (
            <li key={right}>{right}</li>
          ))}
        </ul>
        <p>
          {t.rightsText} {t.complain[authority.country]}
        </p>
      </Section>
      <Section title={t.cookies}>
        <p>{t.cookiesText}</p>
      </Section>
    </Page>
  );
}

function Kept({ retention }: { readonly retention: Retention }) {
  const t = useTexts(texts).privacy;
  return (
    <>
      {t.after[retention.after](t.years(retention.years))}, {t[retention.then]}.
      {!retention.verified && ` ${t.proposed}`}
    </>
  );
}
