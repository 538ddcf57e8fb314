import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { isEmailAddress } from '../../../kernel/identifiers/email-address.ts';
import { newId } from '../../../kernel/ids.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type Authority, authorityOfCode } from '../authority.ts';
import { allMunicipalities } from '../find-authority.ts';
import { joinAuthorities, joinAuthority } from '../join-authority.ts';
import { matching, partFrom } from '../municipality-list.ts';
import { Municipalities, type MunicipalitiesProps } from '../pages/municipalities.tsx';
import { JoinForm, MunicipalitiesQuery } from '../schema.ts';
import { texts } from '../texts/index.ts';
import { toldAtField } from '../told-at-field.ts';

const ROWS = 50;
const HREF = '/drift/kommuner';

/**
 * Sends somebody the way in as an authority's first administrator; `identity` can.
 * @param form the id of the form that invites: posted twice, it invites once
 */
export type InviteAdministrator = (scope: Scope, authority: Authority, email: string, form: string) => Promise<void>;

export type OperatorParts = { readonly inviteAdministrator: InviteAdministrator | null };

/** Where the operator takes municipalities live. */
export async function operatorRoutes(app: App, parts: OperatorParts): Promise<void> {
  const config = { room: 'operator' } as const;

  app.get(HREF, { config, schema: { querystring: MunicipalitiesQuery } }, async (request, reply) => {
    await permit(request.scope, 'authority.join', {});
    return page(request, reply, request.query, [], { kod: '', epost: '' });
  });

  app.post(HREF, { config, schema: { body: JoinForm } }, async (request, reply) => {
    const { scope, language, body } = request;
    await permit(scope, 'authority.join', {});
    if (body.alla === 'ja') {
      const left = (await allMunicipalities(scope)).flatMap((one) => (one.joinedAt === null && one.code) || []);
      const joined = await joinAuthorities(scope, left);
      return reply.seeOther(`${HREF}?antal=${joined.length}`);
    }
    const answers = { kod: body.kod?.trim() ?? '', epost: body.epost?.trim() ?? '' };
    const t = texts[language].join;
    const errors: FieldError[] = [];
    if (answers.kod === '') errors.push({ field: 'kod', text: t.codeMissing });
    if (answers.epost !== '' && !isEmailAddress(answers.epost)) errors.push({ field: 'epost', text: t.emailWrong });
    if (errors.length > 0) return page(request, reply, {}, errors, answers, 422);
    try {
      const { authority, already } = await joinAuthority(scope, answers.kod);
      const joined = (await allMunicipalities(scope)).find((one) => one.id === authority);
      const invites = joined && answers.epost !== '';
      if (invites) await parts.inviteAdministrator?.(scope, joined, answers.epost, body.formular ?? newId());
      return reply.seeOther(`${HREF}?klart=${answers.kod}${already ? '&antal=0' : ''}${invites ? '&inbjuden=ja' : ''}`);
    } catch (error) {
      return page(request, reply, {}, [toldAtField(error, { 'directory.join': 'kod' }, language)], answers, 422);
    }
  });

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    query: Static<typeof MunicipalitiesQuery>,
    errors: readonly FieldError[],
    answers: MunicipalitiesProps['answers'],
    status = 200,
  ): Promise<FastifyReply> {
    const all = await allMunicipalities(request.scope);
    const joined = all.filter((one) => one.joinedAt !== null);
    const wanted = query.sok?.trim() ?? '';
    const props: MunicipalitiesProps = {
      query: wanted,
      part: partFrom(matching(all, wanted), query.fran, ROWS),
      joined: joined.length,
      ready: joined.filter((one) => one.readyAt !== null).length,
      left: all.length - joined.length,
      done: doneBy(query, all),
      errors,
      answers,
      invites: parts.inviteAdministrator !== null,
      invited: query.inbjuden === 'ja',
      form: newId(),
    };
    return reply.page(<Municipalities {...props} />, { status });
  }
}

/** What the redirect after a POST says was done. */
function doneBy(query: Static<typeof MunicipalitiesQuery>, all: readonly Authority[]): MunicipalitiesProps['done'] {
  const id = query.klart === undefined ? undefined : authorityOfCode(query.klart);
  const authority = all.find((one) => one.id === id);
  if (authority) return { authority, already: query.antal === 0 };
  return query.antal === undefined ? undefined : { count: query.antal };
}
