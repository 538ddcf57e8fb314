import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { type Authority, operatorAuthority } from '../authority.ts';
import { brandOf } from '../brand.ts';
import { allMunicipalities, authorityById, authorityBySlug } from '../find-authority.ts';
import { matching, partFrom } from '../municipality-list.ts';
import { About, Privacy } from '../pages/about.tsx';
import { Accessibility } from '../pages/accessibility.tsx';
import { FrontPage } from '../pages/front-page.tsx';
import { BarrierForm, ListQuery, SentQuery, Slug } from '../schema.ts';
import { reportBarrier } from '../settings.ts';
import { loadAuthorityOfHost } from '../store/authorities.ts';
import { loadThemeBySlug } from '../store/themes.ts';
import { withoutSucceeded } from '../successors.ts';
import { texts } from '../texts/index.ts';

const CARDS = 24;

/** @param parts.baseUrl the common address; at any other host name `/` leads to the authority that has it */
export async function publicRoutes(app: App, parts: { readonly baseUrl: string }): Promise<void> {
  const commonHost = new URL(parts.baseUrl).hostname;

  app.get('/', { config: { room: 'public' }, schema: { querystring: ListQuery } }, async (request, reply) => {
    const { scope, hostname } = request;
    if (hostname !== commonHost) {
      const own = await scope.read((tx) => loadAuthorityOfHost(tx, hostname));
      if (own !== undefined) return reply.seeOther(`/${(await authorityById(scope, own)).slug}`);
    }
    const query = request.query.sok?.trim() ?? '';
    const joined = (await allMunicipalities(scope)).filter((one) => one.joinedAt !== null);
    // who looks for an old name finds it, and is led on from its page
    const shown = query === '' ? await withoutSucceeded(scope, joined) : matching(joined, query);
    const part = partFrom(shown, request.query.fran, CARDS);
    return reply.page(<FrontPage query={query} part={part} />);
  });

  app.get('/tema/:authority.css', { config: { room: 'public' }, schema: { params: Slug } }, async (request, reply) => {
    const css = await request.scope.read((tx) => loadThemeBySlug(tx, request.params.authority));
    if (css === undefined) throw new Refusal('not-found', 'directory.authority.unknown');
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(css);
  });

  app.get('/om', { config: { room: 'public' } }, async (_request, reply) => reply.page(<About />));
  app.get('/om/personuppgifter', { config: { room: 'public' } }, async (_request, reply) => reply.page(<Privacy />));

  barriers(app, '/om/tillganglighet', (scope) => authorityById(scope, operatorAuthority));
  barriers(app, '/:authority/tillganglighet', (scope, slug) => authorityBySlug(scope, slug));
}

type FindAuthority = (scope: Scope, slug: string) => Promise<Authority>;

/** The accessibility statement of one authority, or of the installation itself. */
function barriers(app: App, url: string, find: FindAuthority): void {
  const config = { room: 'public' } as const;
  const about = async (request: { scope: Scope; params: unknown }) => {
    const { authority: slug } = request.params as { authority?: string }; // the second address has none
    const authority = await find(request.scope, slug ?? '');
    const own = authority.kind === 'operator' ? null : brandOf(authority);
    return { authority, own, href: url.replace(':authority', authority.slug) };
  };

  app.get(url, { config, schema: { querystring: SentQuery } }, async (request, reply) => {
    const { authority, own, href } = await about(request);
    request.brand = own;
    const sent = request.query.skickat === 'ja';
    const answers = { sida: '', hinder: '' };
    return reply.page(<Accessibility authority={authority} href={href} sent={sent} errors={[]} answers={answers} />);
  });

  const posting = { ...config, rateLimit: limits.posting };
  app.post(url, { config: posting, schema: { body: BarrierForm } }, async (request, reply) => {
    const { authority, own, href } = await about(request);
    request.brand = own;
    if (request.body.hinder.trim() === '') {
      const errors = [{ field: 'hinder', text: texts[request.language].accessibility.bodyMissing }];
      const page = { authority, href, sent: false, errors, answers: request.body };
      return reply.page(<Accessibility {...page} />, { status: 422 });
    }
    await reportBarrier(request.scope, authority.id, request.body.sida, request.body.hinder);
    return reply.seeOther(`${href}?skickat=ja`);
  });
}
