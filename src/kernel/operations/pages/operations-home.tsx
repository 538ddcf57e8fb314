import { CardList, Page, useTexts } from '../../html/index.ts';
import { texts } from '../texts/index.ts';

/** Roles are given on the pages of the authority that one works for; operators work for the installation's own. */
const OPERATORS = '/administration/allmanningen/roller';

export function OperationsHome() {
  const t = useTexts(texts).home;
  return (
    <Page title={t.title} lead={t.lead} width="wide">
      <CardList
        layout="grid"
        items={[
          { title: t.municipalities, href: '/drift/kommuner', text: t.municipalitiesHint },
          { title: t.successions, href: '/drift/overgangar', text: t.successionsHint },
          { title: t.operators, href: OPERATORS, text: t.operatorsHint },
          { title: t.services, href: '/drift/tjanster', text: t.servicesHint },
          { title: t.letters, href: '/drift/handelser', text: t.lettersHint },
          { title: t.registers, href: '/drift/register', text: t.registersHint },
          { title: t.sources, href: '/drift/kallor', text: t.sourcesHint },
          { title: t.deliveries, href: '/drift/leveranser', text: t.deliveriesHint },
          { title: t.tips, href: '/drift/utskick', text: t.tipsHint },
        ]}
      />
    </Page>
  );
}
