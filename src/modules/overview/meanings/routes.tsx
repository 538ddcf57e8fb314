import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { administeredBySlug, authorityById } from '../../directory/index.ts';
import type { GuardedSource } from '../guard.ts';
import { readTyped, typedFrom, typedOf } from './form.ts';
import { type CodeKind, codeKinds } from './meaning.ts';
import { CodePage } from './pages/code.tsx';
import { PreviewPage } from './pages/preview.tsx';
import { MeaningsPage } from './pages/sources.tsx';
import { canBeSaid, readMeanings, sayMeaning } from './read-meanings.ts';

export type MeaningParts = { readonly sources: readonly Pick<GuardedSource, 'id' | 'name' | 'keeper'>[] };

const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const BySource = Type.Object({ ...Slug.properties, source: Type.String({ maxLength: 50 }) });
const WhichCode = Type.Object({
  slag: Type.Enum([...codeKinds], { default: 'status' }),
  kod: Type.String({ maxLength: 200, default: '' }),
});
const Saying = Type.Object({
  ...WhichCode.properties,
  steg: Type.Enum(['visa', 'andra', 'spara'], { default: 'visa' }),
  tidigare: Type.Integer({ minimum: 0, default: 0 }),
});

/** What other systems' codes mean in people's overviews: said by the administrator of the authority that keeps the source. */
export async function meaningRoutes(app: App, { sources }: MeaningParts): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority/kallor';

  async function keptBy(request: FastifyRequest, slug: string) {
    const { id } = await administeredBySlug(request, slug);
    const authority = await authorityById(request.scope, id);
    return { authority, kept: sources.filter(({ keeper }) => keeper === id) };
  }

  /** @throws Refusal not-found for a source of somebody else's, and for a code that can not be told apart */
  async function codeOf(
    request: FastifyRequest,
    at: { authority: string; source: string },
    slag: CodeKind,
    kod: string,
  ) {
    const { authority, kept } = await keptBy(request, at.authority);
    const source = kept.find(({ id }) => id === at.source);
    const code = kod.trim();
    if (!source || !canBeSaid(code)) throw new Refusal('not-found', 'kernel.page.not-found');
    const all = await readMeanings(request.scope, authority.id, source.id);
    const said = all.said.filter((one) => one.kind === slag && one.code === code);
    return { authority, source, all, said, kind: slag, code };
  }

  app.get(url, { config, schema: { params: Slug } }, async (request, reply) => {
    const { authority, kept } = await keptBy(request, request.params.authority);
    const { id } = authority;
    const found = await Promise.all(
      kept.map(async (source) => ({ source, all: await readMeanings(request.scope, id, source.id) })),
    );
    return reply.page(<MeaningsPage authority={authority} found={found} />);
  });

  app.get(
    `${url}/:source`,
    { config, schema: { params: BySource, querystring: WhichCode } },
    async (request, reply) => {
      const { slag, kod } = request.query;
      const one = await codeOf(request, request.params, slag, kod);
      const typed = typedOf(one.said[0] ?? null, one.all.today);
      return reply.page(<CodePage {...one} typed={typed} errors={[]} />);
    },
  );

  app.post(`${url}/:source`, { config, schema: { params: BySource, body: Saying } }, async (request, reply) => {
    const { scope, body, params, language } = request;
    const one = await codeOf(request, params, body.slag, body.kod);
    const typed = typedFrom(body);
    const read = readTyped(typed, one.kind, one.all.today, language);
    if ('errors' in read || body.steg === 'andra') {
      const errors = 'errors' in read ? read.errors : [];
      const status = errors.length > 0 ? 422 : 200;
      return reply.page(<CodePage {...one} typed={typed} errors={errors} />, { status });
    }
    const said = { source: one.source.id, kind: one.kind, code: one.code, ...read };
    if (body.steg === 'visa') return reply.page(<PreviewPage {...one} typed={typed} next={said} />);
    await sayMeaning(scope, one.authority.id, { ...said, seq: body.tidigare + 1 });
    return reply.seeOther(`/administration/${one.authority.slug}/kallor`);
  });
}
