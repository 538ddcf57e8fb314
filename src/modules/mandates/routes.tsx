import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import { limits } from '../../kernel/http/rate-limits.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { admit, type Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { actOnMandate, mandateIdIn, ownMandate } from './change-mandate.ts';
import type { FollowParts } from './follow-registers.ts';
import { type FormModel, readForm, subjectsFor, type Typed, templateIn, typedIn } from './form.ts';
import { type IssueParts, issueMandate } from './issue-mandate.ts';
import { mandateListRoutes } from './list-routes.tsx';
import { mandatesHref } from './mandates-href.ts';
import { ChoosePage } from './pages/choose.tsx';
import { CreatePage, PreviewPage, TemplatesPage } from './pages/create.tsx';
import { actOfPath, MandatePage, ReceiptPage } from './pages/mandate.tsx';
import { plainWords } from './plain-words.ts';
import { actFor, representedBy } from './represented.ts';
import { loadSigningId } from './store.ts';
import type { MandateSubjects, Template } from './subjects.ts';
import { takeInSigning } from './take-in-signing.ts';
import { momentsOf, usualDays } from './terms.ts';
import { texts } from './texts/index.ts';
import { usesFor } from './uses.ts';

export type MandatesParts = IssueParts & {
  readonly subjects: MandateSubjects;
  /** Asks the registers. */
  readonly follow: FollowParts;
};

const config = { room: 'resident' } as const;
const asOneself = { room: 'resident', asOneself: true } as const;
const AnyForm = Type.Record(Type.String(), Type.Unknown());
const ById = Type.Object({ mandate: Type.String({ maxLength: 36 }) });
const sealedFor = (request: FastifyRequest) =>
  `mandates.preview:${request.reader?.session ?? ''}:${request.scope.principal ?? ''}`;

function personIn({ actor }: Scope): PartyId | null {
  return actor.kind === 'person' ? actor.party : null;
}

/** «Mina fullmakter»: giving, seeing, revoking; and choosing for whom one acts. */
export async function mandatesRoutes(app: App, parts: MandatesParts): Promise<void> {
  await mandateListRoutes(app, parts.follow);

  app.get(
    `${mandatesHref}/ny`,
    { config, schema: { querystring: Type.Object({ mall: Type.Optional(Type.String({ maxLength: 20 })) }) } },
    async (request, reply) => {
      const { scope } = request;
      await admit(scope, 'mandate.issue');
      const template = templateIn(request.query.mall);
      if (template === null) return reply.page(<TemplatesPage />);
      const subjects = await subjectsFor(scope, template, parts.subjects);
      return reply.page(
        <CreatePage template={template} subjects={subjects} typed={usualDays(scope.now)} errors={[]} />,
      );
    },
  );

  async function modelOf(request: FastifyRequest, template: Template | null): Promise<FormModel> {
    if (template === null) throw new Refusal('not-found', 'mandates.not-found');
    return { template, subjects: await subjectsFor(request.scope, template, parts.subjects) };
  }

  function again(reply: FastifyReply, model: FormModel, typed: Typed, errors: readonly FieldError[]): FastifyReply {
    return reply.page(<CreatePage {...model} typed={typed} errors={errors} />, { status: 422 });
  }

  app.post(
    `${mandatesHref}/ny/granska`,
    { config: { ...config, rateLimit: limits.posting }, schema: { body: AnyForm } },
    async (request, reply) => {
      const { scope, body, language } = request;
      await admit(scope, 'mandate.issue');
      const model = await modelOf(request, templateIn(String(body.template)));
      const typed = typedIn(body);
      const read = readForm(scope, model, typed, parts);
      if (read.kind === 'faults') return again(reply, model, typed, read.errors);
      const { wanted, holder } = read;
      const holders = [{ party: scope.principal ?? ('' as never), name: holder.name }];
      const words = plainWords({ ...wanted, ...momentsOf(wanted), holders }, language);
      const kept = JSON.stringify({ template: model.template, typed });
      return reply.page(<PreviewPage words={words} sealed={parts.secrets.encrypt(kept, sealedFor(request))} />);
    },
  );

  app.post(
    `${mandatesHref}/ny`,
    {
      config: { ...config, rateLimit: limits.posting },
      schema: { body: Type.Object({ sealed: Type.String({ maxLength: 20_000 }) }) },
    },
    async (request, reply) => {
      const { scope } = request;
      const { template, typed } = opened(request, request.body.sealed);
      const model = await modelOf(request, template);
      const read = readForm(scope, model, typed, parts);
      if (read.kind === 'faults') return again(reply, model, typed, read.errors);
      try {
        const { signing } = await issueMandate(scope, parts, read.wanted, read.holder);
        return reply.seeOther(`/mina-sidor/signera/${signing}`);
      } catch (error) {
        if (!isRefusal(error, 'invalid')) throw error;
        const { self } = texts[request.language].create.errors;
        return again(reply, model, typed, [{ field: 'number', text: self }]);
      }
    },
  );

  /** @throws Refusal conflict for what was shown to somebody else, or in another name */
  function opened(request: FastifyRequest, sealed: string): { readonly template: Template; readonly typed: Typed } {
    try {
      return JSON.parse(parts.secrets.decrypt(sealed, sealedFor(request))); // sealed by the preview alone
    } catch {
      throw new Refusal('conflict', 'mandates.preview.other');
    }
  }

  app.get(`${mandatesHref}/:mandate`, { config, schema: { params: ById } }, async (request, reply) => {
    const { scope } = request;
    const id = mandateIdIn(request.params.mandate);
    await ownMandate(scope, id);
    await takeInSigning(scope, id); // who comes back from the e-ID finds it signed
    const { mandate, stream } = await ownMandate(scope, id);
    const signing = await scope.read((tx) => loadSigningId(tx, id));
    return reply.page(
      <MandatePage
        mandate={mandate}
        stream={stream}
        signing={signing}
        reader={scope.principal ?? ('' as never)}
        me={personIn(scope)}
        now={scope.now}
        uses={await usesFor(scope, mandate)}
        registrar={mandate.paper && (await authorityById(scope, mandate.paper.authority)).name}
      />,
    );
  });

  app.post(
    `${mandatesHref}/:mandate/:act`,
    { config, schema: { params: Type.Object({ mandate: Type.String({ maxLength: 36 }), act: Type.String() }) } },
    async (request, reply) => {
      const act = actOfPath[request.params.act];
      if (!act) throw new Refusal('not-found', 'mandates.not-found');
      const { mandate, at } = await actOnMandate(request.scope, mandateIdIn(request.params.mandate), act);
      return reply.page(<ReceiptPage mandate={mandate} act={act} at={at} />);
    },
  );

  app.get('/mina-sidor/valj', { config: asOneself }, async (request, reply) =>
    reply.page(
      <ChoosePage
        representing={await representedBy(request.scope, parts.follow)}
        actingFor={request.reader?.actingFor?.party ?? null}
      />,
    ),
  );

  app.post(
    '/mina-sidor/valj',
    { config: asOneself, schema: { body: Type.Object({ principal: Type.String({ maxLength: 36 }) }) } },
    async (request, reply) => {
      const { principal } = request.body;
      await actFor(request.scope, principal === '' ? null : principal, parts.follow);
      // What was shown in the other name is not to be found again by going back.
      return reply.header('clear-site-data', '"cache"').seeOther('/mina-sidor');
    },
  );
}
