import { CardList, Page, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import { AdministrationNavigation, type Authority } from '../../directory/index.ts';
import { type AdoptedService, wordsFor } from '../adoption.ts';
import { texts } from '../texts/index.ts';

export type AdoptionsPageProps = { readonly authority: Authority; readonly services: readonly AdoptedService[] };

/** An authority's services, for its administrator. */
export function AdoptionsPage({ authority, services }: AdoptionsPageProps) {
  const t = useTexts(texts).adoption;
  const { language } = usePage();
  const home = `/administration/${authority.slug}`;
  return (
    <Page title={t.listTitle} kicker={authority.name} lead={t.listLead}>
      <AdministrationNavigation authority={authority} current="services" />
      <CardList
        items={services.map((service) => ({
          href: `${home}/tjanster/${service.slug}`,
          title: wordsFor(service, language).of('title'),
          text: service.retention ? undefined : t.proposedTime,
          tag: <State service={service} />,
        }))}
      />
    </Page>
  );
}

function State({ service }: { readonly service: AdoptedService }) {
  const t = useTexts(texts).adoption;
  if (service.withheld.length > 0) return <Tag tone="warning">{t.withheld}</Tag>;
  return <Tag tone={service.isOpen ? 'success' : 'neutral'}>{service.isOpen ? t.open : t.closed}</Tag>;
}
