import { zones } from '../../kernel/calendar/format.ts';
import { useTexts } from '../../kernel/html/index.ts';
import type { FindOffice } from '../../kernel/http/office.ts';
import { brandOf } from '../directory/index.ts';
import { employer } from './employer.ts';
import { texts } from './texts/index.ts';

/** An employer for the pages of rooms that know no payroll, for who handles its pay. */
export const payOffice: FindOffice = async (request, slug) => {
  const authority = await employer(request.scope, slug);
  const brand = brandOf(authority);
  request.brand = brand;
  return {
    ...{ authority: authority.id, slug: authority.slug, name: authority.name, brand },
    zone: zones[authority.country],
    navigation: () => <WayBack />,
  };
};

function WayBack() {
  const t = useTexts(texts).board;
  return (
    <p>
      <a class="ds-link" href="/lon">
        {t.title}
      </a>
    </p>
  );
}
