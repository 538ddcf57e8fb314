import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { isEmailAddress } from '../../../kernel/identifiers/email-address.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Authority, Contact } from '../authority.ts';
import { brandOf } from '../brand.ts';
import { authoritiesByIds } from '../find-authority.ts';
import { AdministrationPage, SettingsPage } from '../pages/settings.tsx';
import { ReportParams, SavedQuery, SettingsForm, Slug } from '../schema.ts';
import { dismissBarrierReport, readSettings, saveSettings } from '../settings.ts';
import { texts } from '../texts/index.ts';
import { toldAtField } from '../told-at-field.ts';

type Answers = Static<typeof SettingsForm>;

const fieldOf = { 'directory.accent': 'farg', 'directory.host-name': 'vardnamn' };

/** What an authority's administrator decides of its pages. */
export async function administrationRoutes(app: App): Promise<void> {
  const config = { room: 'official' } as const;
  const url = '/administration/:authority';

  app.get('/administration', { config }, async (request, reply) => {
    const own = await administered(request);
    const [only, ...more] = own;
    if (only && more.length === 0) return reply.seeOther(`/administration/${only.slug}`);
    return reply.page(<AdministrationPage authorities={own} />);
  });

  app.get(url, { config, schema: { params: Slug, querystring: SavedQuery } }, async (request, reply) => {
    const { id } = await ownBySlug(request, request.params.authority);
    const { authority, reports } = await readSettings(request.scope, id);
    request.brand = brandOf(authority);
    const { revision } = authority;
    const page = { authority, reports, revision, errors: [], answers: answersOf(authority) };
    return reply.page(<SettingsPage {...page} saved={request.query.sparat === 'ja'} />);
  });

  app.post(url, { config, schema: { params: Slug, body: SettingsForm } }, async (request, reply) => {
    const { scope, language, body } = request;
    const { id } = await ownBySlug(request, request.params.authority);
    const { authority, reports } = await readSettings(scope, id);
    request.brand = brandOf(authority);
    const errors = wrongIn(body, texts[language].settings);
    if (errors.length === 0) {
      try {
        await saveSettings(scope, id, body.version, settingsOf(body));
        return reply.seeOther(`/administration/${authority.slug}?sparat=ja`);
      } catch (error) {
        errors.push(toldAtField(error, fieldOf, language));
      }
    }
    const page = { authority, reports, revision: body.version, errors, answers: body, saved: false };
    return reply.page(<SettingsPage {...page} />, { status: 422 });
  });

  app.post(`${url}/hinder/:report`, { config, schema: { params: ReportParams } }, async (request, reply) => {
    const { id, slug } = await ownBySlug(request, request.params.authority);
    await dismissBarrierReport(request.scope, id, request.params.report);
    return reply.seeOther(`/administration/${slug}`);
  });
}

/** The authorities that the reader is an administrator of. */
async function administered({ scope }: FastifyRequest): Promise<readonly Authority[]> {
  const grants = scope.actor.kind === 'official' ? scope.actor.grants : [];
  const ids = grants.filter((grant) => grant.role === 'administrator').map((grant) => grant.authority);
  return [...(await authoritiesByIds(scope, ids)).values()].sort((a, b) => a.id - b.id);
}

/** @throws Refusal not-found, the same for one that is not the reader's as for one that does not exist */
export async function ownBySlug(request: FastifyRequest, slug: string): Promise<Authority> {
  const found = (await administered(request)).find((one) => one.slug === slug);
  if (!found) throw new Refusal('not-found', 'directory.authority.unknown');
  return found;
}

function answersOf({ contact, accent, hostName }: Authority): Omit<Answers, 'version'> {
  const { email, phone, address } = contact;
  return {
    epost: email ?? '',
    telefon: phone ?? '',
    adress: address?.join('\n') ?? '',
    farg: accent ?? '',
    vardnamn: hostName ?? '',
  };
}

function settingsOf(answers: Answers) {
  const or = (text: string) => (text.trim() === '' ? null : text.trim());
  const lines = answers.adress.split(/\r?\n/).flatMap((line) => or(line) ?? []);
  const [email, phone] = [or(answers.epost), or(answers.telefon)];
  const contact: Contact = {
    ...(email && { email }),
    ...(phone && { phone }),
    ...(lines.length > 0 && { address: lines }),
  };
  return { contact, accent: or(answers.farg), hostName: or(answers.vardnamn) };
}

function wrongIn(answers: Answers, t: { readonly emailWrong: string; readonly phoneWrong: string }): FieldError[] {
  const [email, phone] = [answers.epost.trim(), answers.telefon.trim()];
  return [
    ...(email !== '' && !isEmailAddress(email) ? [{ field: 'epost', text: t.emailWrong }] : []),
    ...(phone !== '' && !/^\+?[\d\s()-]{5,}$/.test(phone) ? [{ field: 'telefon', text: t.phoneWrong }] : []),
  ];
}
