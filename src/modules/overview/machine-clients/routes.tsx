import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { isUuid, newId } from '../../../kernel/ids.ts';
import { endClient, insertClient, listClients, machineRights } from '../../../kernel/machine-clients/index.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { administeredBySlug, authorityById } from '../../directory/index.ts';
import { texts } from '../texts/index.ts';
import { KeysPage, validDays } from './page.tsx';

export type MachineClientParts = { readonly newToken: Secrets['token'] };

const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const ById = Type.Object({ ...Slug.properties, client: Type.String({ maxLength: 50 }) });
const Making = Type.Object({
  name: Type.String({ maxLength: 100, default: '' }),
  days: Type.Enum([...validDays], { default: '180' }),
  rights: Type.Array(Type.Enum([...machineRights]), { default: [], maxItems: machineRights.length }),
});
const HOURS = 24;

/** Keys for other systems, made and ended by the authority's administrator. */
export async function machineClientRoutes(app: App, { newToken }: MachineClientParts): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority/nycklar';

  async function shown(request: FastifyRequest, slug: string) {
    const { scope } = request;
    const { id } = await administeredBySlug(request, slug);
    await permit(scope, 'authority.administer', { authority: id });
    const [authority, clients] = await Promise.all([authorityById(scope, id), scope.read((tx) => listClients(tx, id))]);
    return { authority, clients, now: scope.now };
  }
  const untouched = { made: null, typed: { name: '', days: '180', rights: [] }, errors: [] };

  app.get(url, { config, schema: { params: Slug } }, async (request, reply) =>
    reply.page(<KeysPage {...(await shown(request, request.params.authority))} {...untouched} />),
  );

  app.post(url, { config, schema: { params: Slug, body: Making } }, async (request, reply) => {
    const { scope, body, language } = request;
    const name = body.name.trim();
    const before = await shown(request, request.params.authority);
    const t = texts[language].keys;
    const errors = [
      ...(name === '' ? [{ field: 'name', text: t.nameMissing }] : []),
      ...(body.rights.length === 0 ? [{ field: 'rights', text: t.rightsMissing }] : []),
    ];
    if (errors.length > 0) {
      return reply.page(<KeysPage {...before} made={null} typed={body} errors={errors} />, { status: 422 });
    }
    const { token, hash } = newToken();
    await scope.write((tx) =>
      insertClient(tx, {
        ...{ id: newId<string>(), authority: before.authority.id, name, rights: body.rights, keyHash: hash },
        ...{ madeAt: scope.now, madeBy: scope.actor.kind === 'official' ? scope.actor.name : '' },
        expiresAt: scope.now.add({ hours: HOURS * Number(body.days) }),
      }),
    );
    // Answered at once and not after a redirect: the key is shown here and nowhere else.
    const after = await shown(request, request.params.authority);
    return reply.page(<KeysPage {...after} {...untouched} made={token} />);
  });

  app.post(`${url}/:client/avsluta`, { config, schema: { params: ById } }, async (request, reply) => {
    const { authority, client } = request.params;
    const { id, slug } = await administeredBySlug(request, authority);
    await permit(request.scope, 'authority.administer', { authority: id });
    if (!isUuid(client)) throw new Refusal('not-found', 'kernel.page.not-found');
    await request.scope.write((tx) => endClient(tx, id, client, request.scope.now));
    return reply.seeOther(`/administration/${slug}/nycklar`);
  });
}
