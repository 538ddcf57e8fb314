import { Type } from 'typebox';
import { downloadDisposition, type FileStore, safeFileName } from '../../../kernel/files/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { employer } from '../employer.ts';
import { ByAuthority, ByRun } from '../schema.ts';
import { askCancelling, askReport, noteHandedOver, saveTerms, sendReport, termsOf } from './handle-report.ts';
import { ReportsPage } from './pages/reports-page.tsx';
import { TermsPage } from './pages/terms-page.tsx';
import { openReport, readReports } from './read-reports.ts';
import { wholeKinds } from './report.ts';
import { noTerms, readTerms } from './terms.ts';

const Answers = Type.Record(Type.String(), Type.String({ maxLength: 200 }));
const Kind = Type.Object({ kind: Type.Enum(wholeKinds) });
const Cancelled = Type.Object({ number: Type.String({ maxLength: 40 }), reason: Type.String({ maxLength: 1000 }) });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
const ByReport = Type.Object({ authority: Type.String({ maxLength: 100 }), run: Uuid, report: Uuid });
const Saved = Type.Object({ hande: Type.Optional(Type.Literal('saved')) });

/** What is made of the ledger for others. */
export async function reportRoutes(app: App, { files }: { readonly files: Pick<FileStore, 'open'> }): Promise<void> {
  const config = { room: 'official' } as const;
  const list = '/lon/:authority/:run/rapporter';
  const one = `${list}/:report`;
  const terms = '/lon/:authority/uppgifter';

  app.get(list, { config, schema: { params: ByRun } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    const view = await readReports(scope, authority.id, params.run);
    return reply.page(<ReportsPage authority={authority} view={view} />);
  });

  app.post(list, { config, schema: { params: ByRun, body: Kind } }, async ({ scope, params, body }, reply) => {
    const { id, slug } = await employer(scope, params.authority);
    await askReport(scope, { authority: id, run: params.run }, body.kind);
    return reply.seeOther(`/lon/${slug}/${params.run}/rapporter`);
  });

  app.post(`${list}/makulera`, { config, schema: { params: ByRun, body: Cancelled } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { id, slug } = await employer(scope, params.authority);
    await askCancelling(scope, { authority: id, run: params.run }, body);
    return reply.seeOther(`/lon/${slug}/${params.run}/rapporter`);
  });

  app.get(`${one}/fil`, { config, schema: { params: ByReport } }, async ({ scope, params }, reply) => {
    const { id } = await employer(scope, params.authority);
    const { name, content, size } = await openReport(scope, files, { authority: id, report: params.report });
    return reply
      .type('application/octet-stream')
      .header('content-length', size)
      .header('content-disposition', downloadDisposition(safeFileName(name, 'application/octet-stream')))
      .send(content);
  });

  app.post(`${one}/skicka`, { config, schema: { params: ByReport, body: Answers } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { id, slug } = await employer(scope, params.authority);
    await sendReport(scope, { authority: id, report: params.report }, body[`till-${params.report}`] ?? '');
    return reply.seeOther(`/lon/${slug}/${params.run}/rapporter`);
  });

  app.post(`${one}/lamnad`, { config, schema: { params: ByReport } }, async ({ scope, params }, reply) => {
    const { id, slug } = await employer(scope, params.authority);
    await noteHandedOver(scope, { authority: id, report: params.report });
    return reply.seeOther(`/lon/${slug}/${params.run}/rapporter`);
  });

  app.get(terms, { config, schema: { params: ByAuthority, querystring: Saved } }, async (request, reply) => {
    const authority = await employer(request.scope, request.params.authority);
    const kept = await termsOf(request.scope, authority.id);
    const seen = { terms: { ...noTerms, ...kept?.terms }, seq: kept?.seq ?? 0, changedBy: kept?.byName ?? null };
    const saved = request.query.hande === 'saved';
    return reply.page(<TermsPage authority={authority} saved={saved} wrong={[]} {...seen} />);
  });

  app.post(terms, { config, schema: { params: ByAuthority, body: Answers } }, async (request, reply) => {
    const { scope, params, body } = request;
    const authority = await employer(scope, params.authority);
    const said = readTerms(body);
    const seq = Number(body.seq ?? '0');
    if (said.wrong.length > 0 || !Number.isSafeInteger(seq)) {
      const page = { authority, ...said, seq, changedBy: null, saved: false };
      await termsOf(scope, authority.id);
      return reply.page(<TermsPage {...page} />, { status: 422 });
    }
    await saveTerms(scope, authority.id, seq, said.terms);
    return reply.seeOther(`/lon/${authority.slug}/uppgifter?hande=saved`);
  });
}
