import type { FastifyRequest } from 'fastify';
import { zones } from '../../kernel/calendar/format.ts';
import type { Office } from '../../kernel/http/office.ts';
import { brandOf } from './brand.ts';
import { AdministrationNavigation } from './pages/administration-navigation.tsx';
import { ownBySlug } from './routes/administration.tsx';

/** For the pages of rooms that know no directory (`FindOffice`). */
export async function officeBySlug(request: FastifyRequest, slug: string): Promise<Office> {
  const authority = await ownBySlug(request, slug);
  const brand = brandOf(authority);
  request.brand = brand;
  return {
    ...{ authority: authority.id, slug: authority.slug, name: authority.name, brand },
    zone: zones[authority.country],
    navigation: (current) => <AdministrationNavigation authority={authority} current={current} />,
  };
}
