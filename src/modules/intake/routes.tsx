import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { DataFileIntake } from '../../kernel/files/index.ts';
import { downloadDisposition } from '../../kernel/files/index.ts';
import type { FieldError } from '../../kernel/html/index.ts';
import type { App } from '../../kernel/http/app-types.ts';
import type { FindOffice, Office } from '../../kernel/http/office.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { accountOf } from './account.ts';
import { type Desk, deskHref } from './desk.ts';
import type { Destination } from './destination.ts';
import { answersOf, bodyIn, type FormAnswers } from './mapping-form.ts';
import { beginMapping, type Sample, saveMapping, seeMapping } from './mappings.ts';
import { mend } from './mend-row.ts';
import { FilePage } from './pages/file-page.tsx';
import { FilesPage } from './pages/files-page.tsx';
import { MappingPage } from './pages/mapping-page.tsx';
import { RowPage } from './pages/row-page.tsx';
import { reasonText } from './reason-text.ts';
import { refusalTexts } from './refusal-texts.ts';
import type { RunParts } from './run-file.ts';
import { seeFile, seeFiles, seeRow } from './see-files.ts';
import { takeFile } from './take-file.ts';
import { targetNamed } from './targets.ts';
import { texts } from './texts/index.ts';

export type IntakeParts = Omit<RunParts, 'targets'> & {
  readonly desk: Desk;
  readonly office: FindOffice;
  readonly keep: DataFileIntake;
  /** Who may be sent the account of a file. */
  readonly destinations: (scope: Scope, authority: AuthorityId) => Promise<readonly Destination[]>;
};

const LARGEST_MEGABYTES = 10;
const Id = Type.String({ format: 'uuid' });
const Slug = Type.Object({ authority: Type.String({ maxLength: 100 }) });
const OneMapping = Type.Object({ authority: Type.String({ maxLength: 100 }), mapping: Id });
const OneFile = Type.Object({ authority: Type.String({ maxLength: 100 }), file: Id });
const OneRow = Type.Object({ ...OneFile.properties, row: Type.Integer({ minimum: 1 }) });
const Answers = Type.Record(Type.String(), Type.String({ maxLength: 20_000 }));

/** A desk's files in: descriptions, what came, and the rows that are to be mended. */
export async function intakeRoutes(app: App, parts: IntakeParts): Promise<void> {
  const config = { room: 'official' } as const;
  const { desk } = parts;
  const { url, targets } = desk;
  const one = `${url}/beskrivning/:mapping`;

  app.get(url, { config, schema: { params: Slug } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    return reply.page(await listPage(request.scope, office, [], {}));
  });

  async function listPage(scope: Scope, office: Office, errors: readonly FieldError[], answers: FormAnswers) {
    const seen = await seeFiles(scope, desk, office.authority);
    const page = { office, targets: targets, errors, answers, largestMegabytes: LARGEST_MEGABYTES };
    return <FilesPage home={deskHref(desk, office.slug)} {...page} {...seen} />;
  }

  app.post(`${url}/beskrivning`, { config, schema: { params: Slug, body: Answers } }, async (request, reply) => {
    const { scope, language, body } = request;
    const office = await parts.office(request, request.params.authority);
    const t = texts[language].mapping.wrong;
    const name = body.namn?.trim().slice(0, 100) ?? '';
    const errors: FieldError[] = name === '' ? [{ field: 'namn', text: t.name }] : [];
    const sample = await keptFile(request, 'fil', errors, true);
    if (errors.length > 0 || !sample) return reply.page(await listPage(scope, office, errors, body), { status: 422 });
    const target = targetNamed(targets, body.blir ?? '').name;
    const { mapping } = await beginMapping(scope, parts, office.authority, { name, target, sample });
    return reply.seeOther(`${deskHref(desk, office.slug)}/beskrivning/${mapping}`);
  });

  /** The file that was sent under that name, kept; what is wrong with it is added to the errors. */
  async function keptFile(request: FastifyRequest, field: string, errors: FieldError[], required: boolean) {
    const upload = request.uploads.find((sent) => sent.field === field);
    if (!upload) {
      if (required) errors.push({ field, text: texts[request.language].mapping.wrong.file });
      return null;
    }
    try {
      const { name, digest, size } = await parts.keep(
        { name: upload.fileName, content: upload.content },
        LARGEST_MEGABYTES * 1024 * 1024,
      );
      return { name, digest, size };
    } catch (error) {
      const text = isRefusal(error, 'invalid') ? refusalTexts[error.key]?.[request.language] : undefined;
      if (!text) throw error;
      errors.push({ field, text: `${text.what}. ${text.next}` });
      return null;
    }
  }

  const Saved = Type.Object({ sparat: Type.Optional(Type.Literal('ja')) });
  app.get(one, { config, schema: { params: OneMapping, querystring: Saved } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    return reply.page(
      await mappingPage(request, office, request.params.mapping, [], null, request.query.sparat === 'ja'),
    );
  });

  async function mappingPage(
    { scope }: FastifyRequest,
    office: Office,
    mapping: string,
    errors: readonly FieldError[],
    typed: FormAnswers | null,
    saved: boolean,
  ) {
    const { authority } = office;
    const [seen, destinations] = await Promise.all([
      seeMapping(scope, parts, { authority, mapping }),
      parts.destinations(scope, authority),
    ]);
    const { body, accountTo, name, revision } = seen.kept;
    const answers = typed ?? { ...answersOf(body), namn: name, redovisning: accountTo ?? '' };
    const version = Number(typed?.version ?? revision);
    const page = { office, home: deskHref(desk, office.slug), destinations, answers, revision: version, errors, saved };
    return <MappingPage {...page} {...seen} largestMegabytes={LARGEST_MEGABYTES} />;
  }

  app.post(one, { config, schema: { params: OneMapping, body: Answers } }, async (request, reply) => {
    const { scope, language, body: answers } = request;
    const office = await parts.office(request, request.params.authority);
    const key = { authority: office.authority, mapping: request.params.mapping };
    const [{ target }, destinations] = await Promise.all([
      seeMapping(scope, parts, key),
      parts.destinations(scope, office.authority),
    ]);
    const { body, errors: found } = bodyIn(answers, target, language);
    const errors = [...found];
    const name = answers.namn?.trim().slice(0, 100) ?? '';
    if (name === '') errors.push({ field: 'namn', text: texts[language].mapping.wrong.name });
    const sample: Sample | null = await keptFile(request, 'prov', errors, false);
    if (errors.length > 0) {
      return reply.page(await mappingPage(request, office, key.mapping, errors, answers, false), { status: 422 });
    }
    const accountTo = destinations.find(({ destination }) => destination === answers.redovisning)?.destination ?? null;
    await saveMapping(scope, desk, key, Number(answers.version), { name, body, sample, accountTo });
    return reply.seeOther(`${deskHref(desk, office.slug)}/beskrivning/${key.mapping}?sparat=ja`);
  });

  app.post(`${one}/fil`, { config, schema: { params: OneMapping } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    const { mapping } = request.params;
    const errors: FieldError[] = [];
    const came = await keptFile(request, 'fil', errors, true);
    if (!came) return reply.page(await mappingPage(request, office, mapping, errors, null, false), { status: 422 });
    const { file, again } = await takeFile(request.scope, desk, { authority: office.authority, mapping }, came);
    return reply.seeOther(`${deskHref(desk, office.slug)}/${file}${again ? '?hande=again' : ''}`);
  });

  const Told = Type.Object({
    hande: Type.Optional(Type.Union([Type.Literal('again'), Type.Literal('mended')])),
    efter: Type.Optional(Type.Integer({ minimum: 0 })),
  });
  app.get(`${url}/:file`, { config, schema: { params: OneFile, querystring: Told } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    const key = { authority: office.authority, file: request.params.file };
    const seen = await seeFile(request.scope, desk, key, request.query.efter ?? 0);
    const target = targetNamed(targets, seen.file.target);
    const nextHref = seen.next && `${deskHref(desk, office.slug)}/${key.file}?efter=${seen.next}`;
    const page = {
      office,
      home: deskHref(desk, office.slug),
      target,
      nextHref: nextHref || undefined,
      told: request.query.hande,
    };
    return reply.page(<FilePage {...seen} {...page} />);
  });

  app.get(`${url}/:file/redovisning.csv`, { config, schema: { params: OneFile } }, async (request, reply) => {
    const { scope, language } = request;
    const office = await parts.office(request, request.params.authority);
    const { file } = await seeFile(scope, desk, { authority: office.authority, file: request.params.file }, 0);
    const account = await accountOf(scope, file, targetNamed(targets, file.target), language);
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', downloadDisposition(`${file.name.replace(/\.[a-z]+$/, '')}-redovisning.csv`))
      .send(account);
  });

  app.get(`${url}/:file/rad/:row`, { config, schema: { params: OneRow } }, async (request, reply) => {
    const office = await parts.office(request, request.params.authority);
    return reply.page(await rowPage(request, office, request.params, null, []));
  });

  async function rowPage(
    { scope, language }: FastifyRequest,
    office: Office,
    { file: id, row: number }: { readonly file: string; readonly row: number },
    typed: FormAnswers | null,
    errors: readonly FieldError[],
  ) {
    const seen = await seeRow(scope, parts, { authority: office.authority, file: id }, number);
    const { file, row, asFound } = seen;
    const target = targetNamed(targets, file.target);
    const why = row.reasons.map((reason) => reasonText(reason, target, language));
    const cells = typed ?? seen.cells;
    return (
      <RowPage {...{ office, home: deskHref(desk, office.slug), file, target, number, why, cells, asFound, errors }} />
    );
  }

  app.post(`${url}/:file/rad/:row`, { config, schema: { params: OneRow, body: Answers } }, async (request, reply) => {
    const { scope, language, body, params } = request;
    const office = await parts.office(request, params.authority);
    const key = { authority: office.authority, file: params.file };
    const { file, cells } = await seeRow(scope, parts, key, params.row);
    const target = targetNamed(targets, file.target);
    const typed = target.fields.flatMap(({ name }) => {
      const source = file.body.fields[name]?.source;
      const value = body[`cell.${name}`];
      return source && value !== undefined ? [[source, value] as const] : [];
    });
    const mended = { ...cells, ...Object.fromEntries(typed) };
    const { wrong } = await mend(scope, parts, key, params.row, mended);
    if (wrong.length === 0) return reply.seeOther(`${deskHref(desk, office.slug)}/${key.file}?hande=mended`);
    const errors = wrong.flatMap((reason) =>
      'field' in reason ? [{ field: `cell.${reason.field}`, text: reasonText(reason, target, language) }] : [],
    );
    return reply.page(await rowPage(request, office, params, mended, errors), { status: 422 });
  });
}
