import type { PageContext } from './page-context.ts';

/** A page of Sottunga, read by a resident; for tests of pages and components. */
export function testContext(changes: Partial<PageContext> = {}): PageContext {
  return {
    language: 'sv',
    path: '/mina-sidor/meddelanden?sida=2',
    csrf: 'a-token',
    authority: {
      slug: 'sottunga',
      name: 'Sottunga',
      themeHref: null,
      contact: { email: 'info@example.ax', phone: '+358 18 000', address: ['Byavägen 1', '22720 Sottunga'] },
    },
    reader: { name: 'Anna Karlsson', kind: 'person', assurance: 'high' },
    acting: null,
    navigation: [
      { href: '/mina-sidor', label: { sv: 'Min översikt', fi: 'Oma näkymä', en: 'My overview' } },
      { href: '/mina-sidor/meddelanden', label: { sv: 'Meddelanden', fi: 'Viestit', en: 'Messages' }, count: 2 },
    ],
    requestId: '0198f2c4-77aa-7bbb-8000-000000000001',
    development: false,
    ...changes,
  };
}
