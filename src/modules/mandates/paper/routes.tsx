import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { downloadDisposition, type FileIntake, fileRefusalTexts } from '../../../kernel/files/index.ts';
import type { FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import { permit } from '../../../kernel/scope.ts';
import { authoritiesByIds } from '../../directory/index.ts';
import { mandateIdIn } from '../change-mandate.ts';
import { PaperPage } from '../pages/paper.tsx';
import { PaperFormPage, PaperTemplatesPage } from '../pages/paper-form.tsx';
import { PaperListPage } from '../pages/paper-list.tsx';
import { paperTexts } from '../paper-texts/index.ts';
import type { ScannedPaper } from '../store/papers.ts';
import type { MandateSubjects } from '../subjects.ts';
import { usualDays } from '../terms.ts';
import { type PaperModel, paperTemplateIn, paperTypedIn, readPaperForm } from './paper-form.ts';
import { PAPER_TASK, paperHref, papersHref } from './paper-subject.ts';
import {
  type Files,
  listPapers,
  officesOf,
  openOwnScan,
  openPaper,
  openScan,
  type PaperKey,
  revokeOnPaper,
  type Scan,
} from './papers.ts';
import { type PaperParts, registerPaper } from './register-paper.ts';

export type PaperRouteParts = PaperParts & {
  readonly subjects: MandateSubjects;
  readonly files: Files;
  readonly intake: FileIntake;
};

const config = { room: 'official' } as const;
const AUTHORITY_MOST = 2_147_483_647;
const ById = Type.Object({
  authority: Type.Integer({ minimum: 1, maximum: AUTHORITY_MOST }),
  mandate: Type.String({ maxLength: 36 }),
});
const ByFile = Type.Object({ ...ById.properties, which: Type.String({ maxLength: 20 }) });
const AnyForm = Type.Record(Type.String(), Type.Unknown());
const scans = { kinds: ['pdf', 'png', 'jpeg', 'webp'], maxBytes: 20_000_000 } as const;

/** Mandates that were signed on paper: taken in, looked at by another, revoked; and the original for its parties. */
export async function paperRoutes(app: App, parts: PaperRouteParts): Promise<void> {
  const one = `${papersHref}/:authority/:mandate`;

  app.get(
    papersHref,
    { config, schema: { querystring: Type.Object({ fore: Type.Optional(Type.String({ maxLength: 100 })) }) } },
    async ({ scope, query }, reply) => {
      const found = await listPapers(scope, query.fore);
      const authorities = await authoritiesByIds(
        scope,
        found.papers.map(({ paper }) => paper.authority),
      );
      const first = query.fore === undefined;
      return reply.page(<PaperListPage {...found} authorities={authorities} first={first} now={scope.now} />);
    },
  );

  /** @throws Refusal not-allowed for another authority's | not-found for no template */
  async function modelOf({ scope }: FastifyRequest, id: number, mall: unknown): Promise<PaperModel> {
    const authority = id as AuthorityId; // as the schema or the office says
    await permit(scope, 'paper-mandate.register', { authority, task: PAPER_TASK });
    const template = paperTemplateIn(mall);
    const name = (await authoritiesByIds(scope, [authority])).get(authority)?.name;
    if (template === null || name === undefined) throw new Refusal('not-found', 'mandates.paper.not-found');
    const all = template === 'service' ? await parts.subjects.services(scope) : [];
    const subjects = all.filter(({ reach }) => reach.kind === 'service' && reach.authority === authority);
    return { authority: { id: authority, name }, template, subjects };
  }

  app.get(
    `${papersHref}/ny`,
    {
      config,
      schema: {
        querystring: Type.Object({
          myndighet: Type.Optional(Type.Integer({ minimum: 1, maximum: AUTHORITY_MOST })),
          mall: Type.Optional(Type.String({ maxLength: 20 })),
        }),
      },
    },
    async (request, reply) => {
      const { scope, query } = request;
      if (query.myndighet === undefined) {
        await permit(scope, 'paper-mandate.register', { task: PAPER_TASK });
        return reply.page(
          <PaperTemplatesPage offices={[...(await authoritiesByIds(scope, officesOf(scope))).values()]} />,
        );
      }
      const model = await modelOf(request, query.myndighet, query.mall);
      return reply.page(<PaperFormPage model={model} typed={usualDays(scope.now)} errors={[]} />);
    },
  );

  /** The scan, or what is wrong with it. */
  async function taken({ uploads, language }: FastifyRequest): Promise<ScannedPaper | FieldError> {
    const [upload] = uploads;
    const missing = { field: 'document', text: paperTexts[language].form.errors.document };
    if (!upload || upload.content.length === 0) return missing;
    try {
      const kept = await parts.intake({ name: upload.fileName, content: upload.content }, scans);
      return { file: kept.digest, name: kept.name, mediaType: kept.mediaType };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return { field: 'document', text: fileRefusalTexts[error.key]?.[language].what ?? missing.text };
    }
  }

  app.post(
    `${papersHref}/ny`,
    { config: { ...config, rateLimit: limits.posting }, schema: { body: AnyForm } },
    async (request, reply) => {
      const { scope, body } = request;
      const model = await modelOf(request, Number(body.authority) || 0, body.template);
      const typed = paperTypedIn(body);
      const read = readPaperForm(scope, model, typed, parts);
      const errors = read.kind === 'faults' ? [...read.errors] : [];
      const document = await taken(request);
      if ('field' in document) errors.push(document);
      if (errors.length === 0 && read.kind === 'read' && !('field' in document)) {
        const { wanted, grantor, holder } = read;
        const authority = model.authority.id;
        try {
          const mandate = await registerPaper(scope, parts, { authority, wanted, grantor, holder, document });
          return reply.seeOther(`${paperHref({ authority, mandate })}?klart=ja`);
        } catch (error) {
          errors.push(faultOf(error, request));
        }
      }
      return reply.page(<PaperFormPage model={model} typed={typed} errors={errors} />, { status: 422 });
    },
  );

  async function shown(request: FastifyRequest, reply: FastifyReply, key: PaperKey, errors: readonly FieldError[]) {
    const { scope } = request;
    const kept = await openPaper(scope, key);
    const authorityName = (await authoritiesByIds(scope, [key.authority])).get(key.authority)?.name ?? '';
    const saved = (request.query as { klart?: string }).klart === 'ja';
    return reply.page(<PaperPage {...{ kept, authorityName, saved, errors }} now={scope.now} />, {
      status: errors.length > 0 ? 422 : 200,
    });
  }

  app.get(
    one,
    {
      config,
      schema: { params: ById, querystring: Type.Object({ klart: Type.Optional(Type.String({ maxLength: 5 })) }) },
    },
    (request, reply) => shown(request, reply, keyOf(request.params), []),
  );

  app.post(
    `${one}/aterkalla`,
    { config: { ...config, rateLimit: limits.posting }, schema: { params: ById, body: AnyForm } },
    async (request, reply) => {
      const key = keyOf(request.params);
      const document = await taken(request);
      if ('field' in document) return shown(request, reply, key, [document]);
      await revokeOnPaper(request.scope, key, document);
      return reply.seeOther(`${papersHref}/${key.authority}/${key.mandate}?klart=ja`);
    },
  );

  app.get(`${one}/fil/:which`, { config, schema: { params: ByFile } }, async ({ scope, params }, reply) =>
    sent(reply, await openScan(scope, parts.files, keyOf(params), params.which)),
  );

  app.get(
    '/mina-sidor/fullmakter/:mandate/papper/:which',
    {
      config: { room: 'resident' },
      schema: {
        params: Type.Object({ mandate: Type.String({ maxLength: 36 }), which: Type.String({ maxLength: 20 }) }),
      },
    },
    async ({ scope, params }, reply) =>
      sent(reply, await openOwnScan(scope, parts.files, mandateIdIn(params.mandate), params.which)),
  );
}

function keyOf({ authority, mandate }: { authority: number; mandate: string }): PaperKey {
  return { authority: authority as AuthorityId, mandate }; // as the schema says
}

function sent(reply: FastifyReply, { paper, content, size }: Scan): FastifyReply {
  return reply
    .type(paper.mediaType)
    .header('content-length', size)
    .header('content-disposition', downloadDisposition(paper.name))
    .send(content);
}

/** What only the registering could find, at its field. @throws whatever else it was */
function faultOf(error: unknown, { language }: FastifyRequest): FieldError {
  const t = paperTexts[language].form.errors;
  const known: Readonly<Record<string, string>> = {
    'mandates.to-oneself': t.self,
    'mandates.paper.unknown': t.unknown,
    'mandates.paper.gone': t.gone,
  };
  const text = isRefusal(error, 'invalid') ? known[error.key] : undefined;
  if (text === undefined) throw error;
  return { field: 'grantor-number', text };
}
