import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { rights, tasks } from '../../../kernel/authority.ts';
import { dateIn } from '../../../kernel/calendar/format.ts';
import type { FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { isEmailAddress } from '../../../kernel/identifiers/email-address.ts';
import { isUuid, newId, type PartyId, type UnitId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import {
  type Authority,
  authoritiesByIds,
  authorityById,
  authorityBySlug,
  brandOf,
  isInForce,
  operatorAuthority,
  unitsOf,
} from '../../directory/index.ts';
import { endRole, giveRole } from '../give-role.ts';
import { acceptInvitation, invitationOf, invite, withdrawInvitation } from '../invite.ts';
import { inviteByMail } from '../invite-by-mail.ts';
import { officialNames } from '../names.ts';
import { InvitationAccepted, InvitationPage } from '../pages/invitation.tsx';
import { InvitationMade, type RoleForm, Roles, type RolesProps } from '../pages/roles.tsx';
import type { RoleTerms } from '../role.ts';
import { loadAssignments, loadInvitations } from '../store/roles.ts';
import { texts } from '../texts/index.ts';

export type RoleParts = { readonly secrets: Secrets; readonly baseUrl: string };

const Token = Type.Object({ token: Type.String({ maxLength: 100 }) });
const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const Mailed = Type.Object({ skickad: Type.Optional(Type.Literal('ja')) });
const Body = Type.Object({
  to: Type.Optional(Type.String({ maxLength: 40 })),
  note: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.Optional(Type.String({ maxLength: 254 })),
  form: Type.Optional(Type.String({ format: 'uuid' })),
  role: Type.Optional(Type.Enum(['case-officer', 'administrator'])),
  unit: Type.Optional(Type.String({ maxLength: 40 })),
  tasks: Type.Optional(Type.Array(Type.Enum([...tasks]))),
  rights: Type.Optional(Type.Array(Type.Enum([...rights]))),
});

/** Roles are given here, and taken by whoever has been given the link. */
export async function roleRoutes(app: App, { secrets, baseUrl }: RoleParts): Promise<void> {
  const official = { room: 'official' } as const;

  app.get(
    '/administration/:authority/roller',
    { config: official, schema: { params: Slug, querystring: Mailed } },
    async (request, reply) => {
      const authority = await administered(request, request.params.authority);
      const roles = await rolesOf(request.scope, authority);
      return reply.page(<Roles {...roles} mailed={request.query.skickad === 'ja'} formId={newId()} />);
    },
  );

  app.post(
    '/administration/:authority/roller',
    { config: official, schema: { params: Slug, body: Body } },
    async (request, reply) => {
      const { scope, body } = request;
      const form = body.form ?? newId();
      const authority = await administered(request, request.params.authority);
      const operates = authority.id === operatorAuthority;
      const errors = errorsIn(body, operates, request);
      if (errors.length > 0) {
        const roles = await rolesOf(scope, authority);
        return reply.page(<Roles {...roles} form={body} formId={form} errors={errors} />, { status: 422 });
      }
      const terms: RoleTerms = {
        role: operates ? 'operator' : (body.role ?? 'case-officer'),
        unit: body.unit ? await unitOf(scope, authority, body.unit) : null,
        tasks: body.tasks ?? [],
        rights: body.rights ?? [],
      };
      if (body.to) {
        await giveRole(scope, authority.id, await knownOfficial(scope, authority, body.to), terms);
        return reply.seeOther(`/administration/${authority.slug}/roller`);
      }
      const note = body.note?.trim() ?? '';
      const address = body.email?.trim();
      if (address) {
        const invitee = { note, address, language: request.language, form };
        await inviteByMail(scope, secrets, authority.id, terms, invitee);
        return reply.seeOther(`/administration/${authority.slug}/roller?skickad=ja`);
      }
      const { path } = await invite(scope, secrets, authority.id, terms, note);
      const link = new URL(path, baseUrl).href;
      return reply.header('cache-control', 'no-store').page(<InvitationMade slug={authority.slug} link={link} />);
    },
  );

  const One = Type.Object({ authority: Type.String({ maxLength: 100 }), id: Type.String({ format: 'uuid' }) });
  app.post(
    '/administration/:authority/roller/:id/avsluta',
    { config: official, schema: { params: One } },
    async (request, reply) => {
      const authority = await administered(request, request.params.authority);
      await endRole(request.scope, authority.id, request.params.id);
      return reply.seeOther(`/administration/${authority.slug}/roller`);
    },
  );
  app.post(
    '/administration/:authority/roller/inbjudan/:id/ta-tillbaka',
    { config: official, schema: { params: One } },
    async (request, reply) => {
      const authority = await administered(request, request.params.authority);
      await withdrawInvitation(request.scope, authority.id, request.params.id);
      return reply.seeOther(`/administration/${authority.slug}/roller`);
    },
  );

  const invited = { room: 'public', rateLimit: limits.signIn } as const;
  app.get('/inbjudan/:token', { config: invited, schema: { params: Token } }, async (request, reply) => {
    const { token } = request.params;
    const { role, authority } = await invitationOf(request.scope, secrets, token);
    const { name } = await authorityById(request.scope, authority);
    return reply.page(<InvitationPage role={role} authority={name} token={token} />);
  });
  app.post(
    '/inbjudan/:token',
    { config: { ...invited, room: 'resident', asOneself: true }, schema: { params: Token } },
    async (request, reply) => {
      const { role, authority } = await acceptInvitation(request.scope, secrets, request.params.token);
      const { name } = await authorityById(request.scope, authority);
      return reply.page(<InvitationAccepted role={role} authority={name} />);
    },
  );
}

/** The authority of the address, for who may give roles there: their own also when it has no public pages. */
async function administered(request: FastifyRequest, slug: string): Promise<Authority> {
  const { scope } = request;
  const own = await authoritiesByIds(scope, scope.fence.authorities);
  const found = [...own.values()].find((one) => one.slug === slug) ?? (await authorityBySlug(scope, slug));
  await permit(scope, 'role.give', { authority: found.id });
  if (found.id !== operatorAuthority) request.brand = brandOf(found);
  return found;
}

async function rolesOf(scope: Scope, authority: Authority): Promise<Omit<RolesProps, 'formId'>> {
  const given = await permit(scope, 'role.give', { authority: authority.id });
  const there = scope.reaching(given, { authorities: [authority.id] });
  const [[assignments, invitations], units] = await Promise.all([
    there.read((tx) => Promise.all([loadAssignments(tx, authority.id), loadInvitations(tx, authority.id, scope.now)])),
    unitsOf(scope, authority.id),
  ]);
  const names = await officialNames(there, authority.id, [...new Set(assignments.map((one) => one.party))]);
  const today = dateIn('SE', scope.now);
  return {
    authority: { name: authority.name, slug: authority.slug, operates: authority.id === operatorAuthority },
    assignments,
    invitations,
    names: new Map([...names].map(([party, { name }]) => [party, name])),
    units: units.filter((unit) => isInForce(unit, today)),
  };
}

function errorsIn(form: RoleForm, operates: boolean, request: FastifyRequest): readonly FieldError[] {
  const t = texts[request.language].roles;
  const email = form.email?.trim();
  const officer = !operates && (form.role ?? 'case-officer') === 'case-officer';
  return [
    ...(!form.to && !form.note?.trim() ? [{ field: 'note', text: t.noteMissing }] : []),
    ...(email && form.to ? [{ field: 'email', text: t.emailAndKnown }] : []),
    ...(email && !form.to && !isEmailAddress(email) ? [{ field: 'email', text: t.emailWrong }] : []),
    ...(officer && !form.tasks?.length ? [{ field: 'tasks', text: t.taskMissing }] : []),
  ];
}

/** @throws Refusal not-found for a unit that is not the authority's */
async function unitOf(scope: Scope, authority: Authority, id: string): Promise<UnitId> {
  const unit = (await unitsOf(scope, authority.id)).find((one) => one.id === id);
  if (!unit) throw new Refusal('not-found', 'identity.role.not-found');
  return unit.id;
}

/** @throws Refusal not-found for who has no role there: others are invited */
async function knownOfficial(scope: Scope, authority: Authority, id: string): Promise<PartyId> {
  const { assignments } = await rolesOf(scope, authority);
  const known = isUuid(id) ? assignments.find((one) => one.party === id) : undefined;
  if (!known) throw new Refusal('not-found', 'identity.party.not-found');
  return known.party;
}
