import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import type { AsksCosigners } from '../ask-cosigners.ts';
import { fileCase } from '../file-case.ts';
import { ByDraft, Sending } from '../schema.ts';

/** The last step of a form: it becomes a case. */
export async function filingRoutes(app: App, parts: AsksCosigners): Promise<void> {
  app.post(
    '/:authority/tjanster/:service/ansok/:draft/skicka',
    { config: { room: 'resident', rateLimit: limits.posting }, schema: { params: ByDraft, body: Sending } },
    async (request, reply) => {
      const { authority, service, draft } = request.params;
      const filed = await fileCase(request.scope, { ...request.params, seq: request.body.seq }, parts);
      if (filed.state === 'filed') {
        return reply.seeOther(`/mina-sidor/arenden/${filed.authority.slug}/${filed.case}/kvitto`);
      }
      if (filed.state === 'waiting') return reply.seeOther(`/${authority}/tjanster/${service}/ansok/${draft}`);
      const at = filed.page === null ? 'sammanfattning?andrad=ja' : `${filed.page}?fel=ja&andra=ja`;
      return reply.seeOther(`/${authority}/tjanster/${service}/ansok/${draft}/${at}`);
    },
  );
}
