import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import { limits } from '../../kernel/http/rate-limits.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../kernel/refusal.ts';
import { admit, type Scope } from '../../kernel/scope.ts';
import { loadOwnParty } from '../identity/index.ts';
import { mandateIdIn, ownMandate } from './change-mandate.ts';
import type { Issued } from './drafting.ts';
import { errandIn, firstTyped, modelOf, narrowerTemplates } from './errand.ts';
import { type Filled, readForm, rearranged, type Typed, templateIn, typedIn } from './form.ts';
import type { Errand, FormModel } from './form-model.ts';
import { type IssueParts, issueMandate, requestMandate } from './issue-mandate.ts';
import { mandatesHref } from './mandates-href.ts';
import { assertOfAge } from './of-age.ts';
import { PreviewPage } from './pages/preview.tsx';
import { TemplatesPage } from './pages/templates.tsx';
import { WritePage } from './pages/write.tsx';
import { plainWords } from './plain-words.ts';
import { ownOrganisations } from './signed-for.ts';
import { type MandateSubjects, type Template, templates } from './subjects.ts';
import { momentsOf } from './terms.ts';
import { texts } from './texts/index.ts';
import { passOn, writeAnew } from './write-anew.ts';
import { writeTexts } from './write-texts/index.ts';

export type WriteParts = IssueParts & { readonly subjects: MandateSubjects };

const config = { room: 'resident' } as const;
const posting = { ...config, rateLimit: limits.posting } as const;
const AnyForm = Type.Record(Type.String(), Type.Unknown());
const Asked = Type.Object({
  mall: Type.Optional(Type.String({ maxLength: 20 })),
  gor: Type.Optional(Type.String({ maxLength: 20 })),
  fullmakt: Type.Optional(Type.String({ maxLength: 36 })),
  for: Type.Optional(Type.String({ maxLength: 40 })),
});
const Sealed = Type.Object({ sealed: Type.String({ maxLength: 40_000 }) });
const sealedFor = (request: FastifyRequest) =>
  `mandates.preview:${request.reader?.session ?? ''}:${request.scope.principal ?? ''}`;

type Kept = { readonly errand: Errand; readonly template: Template; readonly typed: Typed };

/** Writing a mandate: what for, for whom, what that means, and off to be signed. */
export async function writeRoutes(app: App, parts: WriteParts): Promise<void> {
  app.get(`${mandatesHref}/ny`, { config, schema: { querystring: Asked } }, async (request, reply) => {
    const { scope, query } = request;
    await admit(scope, 'mandate.issue');
    const errand = errandIn(query);
    if (errand.kind !== 'ask' && request.acting === null) await assertOfAge(scope, parts);
    const template = templateIn(query.mall);
    const isAnew = errand.kind === 'change' || errand.kind === 'renew';
    if (template === null && !isAnew) return reply.page(<TemplatesPage {...(await templatesFor(request, errand))} />);
    const model = await modelOf(scope, errand, template, parts);
    return reply.page(<WritePage model={model} typed={firstTyped(model, scope.now)} errors={[]} />);
  });

  async function templatesFor({ scope, acting }: FastifyRequest, errand: Errand) {
    if (errand.kind === 'ask') return { errand, own: null, templates: templates.filter((one) => one !== 'case') };
    if (errand.kind === 'pass-on') {
      const { mandate } = await ownMandate(scope, errand.of ?? mandateIdIn(''));
      return { errand, own: null, templates: narrowerTemplates(mandate) };
    }
    const mayChoose = parts.organisations && acting === null && errand.organisation === null;
    const own = mayChoose && parts.organisations ? await ownOrganisations(scope, parts.organisations) : null;
    return { errand, own, templates: errand.organisation ? templates.filter((one) => one !== 'case') : templates };
  }

  function again(reply: FastifyReply, model: FormModel, typed: Typed, errors: readonly FieldError[]): FastifyReply {
    return reply.page(<WritePage model={model} typed={typed} errors={errors} />, {
      status: errors.length > 0 ? 422 : 200,
    });
  }

  app.post(`${mandatesHref}/ny/granska`, { config: posting, schema: { body: AnyForm } }, async (request, reply) => {
    const { scope, body, language } = request;
    await admit(scope, 'mandate.issue');
    const errand = errandIn(body);
    const model = await modelOf(scope, errand, templateIn(body.mall), parts);
    const typed = typedIn(body);
    const changed = rearranged(typed, body._action);
    if (changed) return again(reply, model, changed, []);
    const read = readForm(scope, model, typed, parts);
    if (read.kind === 'faults') return again(reply, model, typed, read.errors);
    const { givers, holders } = await namesOf(scope, model, read);
    const holder = scope.principal ?? ('' as PartyId); // only the names are worded
    const named = holders.map((name) => ({ party: holder, name }));
    const words = plainWords({ ...read.wanted, ...momentsOf(read.wanted), holders: named }, language);
    const kept: Kept = { errand, template: model.template, typed };
    const sealed = parts.secrets.encrypt(JSON.stringify(kept), sealedFor(request));
    return reply.page(<PreviewPage words={words} model={model} givers={givers} holders={holders} sealed={sealed} />);
  });

  app.post(`${mandatesHref}/ny`, { config: posting, schema: { body: Sealed } }, async (request, reply) => {
    const { scope } = request;
    const { errand, template, typed } = opened(request, request.body.sealed);
    const model = await modelOf(scope, errand, template, parts);
    const read = readForm(scope, model, typed, parts);
    if (read.kind === 'faults') return again(reply, model, typed, read.errors);
    try {
      const { mandate, signing } = await write(scope, model, read);
      return reply.seeOther(model.isRequest ? `${mandatesHref}/${mandate}` : `/mina-sidor/signera/${signing}`);
    } catch (error) {
      if (!isRefusal(error, 'invalid')) throw error;
      return again(reply, model, typed, [faultOf(error, request)]);
    }
  });

  /** @throws Refusal conflict for what was shown to somebody else, or in another name */
  function opened(request: FastifyRequest, sealed: string): Kept {
    try {
      return JSON.parse(parts.secrets.decrypt(sealed, sealedFor(request))); // sealed by the preview alone
    } catch {
      throw new Refusal('conflict', 'mandates.preview.other');
    }
  }

  async function write(scope: Scope, { errand, older }: FormModel, filled: Filled): Promise<Issued> {
    const { wanted, holders, jointly } = filled;
    if (errand.kind === 'give') return issueMandate(scope, parts, wanted, holders, jointly);
    if (errand.kind === 'ask') {
      const [from] = holders;
      if (!from) throw new Refusal('invalid', 'mandates.number');
      return requestMandate(scope, parts, wanted, from);
    }
    if (older === null) throw new Refusal('not-found', 'mandates.not-found');
    if (errand.kind === 'pass-on') return passOn(scope, parts, older, wanted, holders);
    return writeAnew(scope, parts, older, errand.kind, wanted);
  }
}

/** What stands in the form's own words for what was refused. */
function faultOf({ key }: Refusal, { language }: FastifyRequest): FieldError {
  const { errors } = writeTexts[language];
  const t = texts[language].create.errors;
  const of: Readonly<Record<string, FieldError>> = {
    'mandates.to-oneself': { field: 'holders.0.number', text: t.self },
    'mandates.same-twice': { field: 'holders.0.number', text: errors.twice },
    'mandates.person-only': { field: 'holders.0.number', text: errors.personOnly },
    'mandates.minor-named': { field: 'holders.0.number', text: errors.minor },
    'mandates.signatory.rule': { field: 'chosen', text: errors.rule },
  };
  return of[key] ?? { field: 'from', text: t['from-past'] };
}

/** Whom the preview names: those whom the reader has written, and who is known already. */
async function namesOf(
  scope: Scope,
  { errand, organisation, older }: FormModel,
  { holders, jointly }: Filled,
): Promise<{ readonly givers: readonly string[]; readonly holders: readonly string[] }> {
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name);
  const { principal } = scope;
  const own = principal === null ? undefined : await scope.read((tx) => loadOwnParty(tx, principal));
  const self = own?.name ?? '';
  if (errand.kind === 'ask') return { givers: names(holders), holders: [self] };
  if (older) {
    const to = errand.kind === 'pass-on' ? names(holders) : names(older.terms.holders);
    return { givers: names(older.terms.grantors), holders: to };
  }
  if (organisation) {
    const toActor = jointly.organisation?.toActor ?? [];
    return { givers: [organisation.name], holders: [toActor, names(holders)].flat() };
  }
  return { givers: [self, ...names(jointly.alsoFrom)], holders: names(holders) };
}
