import { renderDocument } from '../../../kernel/documents/index.ts';
import { downloadDisposition, safeFileName } from '../../../kernel/files/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { authoritiesByIds } from '../../directory/index.ts';
import { loadOwnParty } from '../../identity/index.ts';
import type { Engine } from '../engine/payslip.ts';
import { readOwnPay } from '../read-pay.ts';
import { ownWorkRoutes } from '../requests/routes.tsx';
import { ByAuthority, ByRun } from '../schema.ts';
import { draftPay } from './draft-pay.ts';
import { readOwnPayslip } from './own-payslip.ts';
import { DraftPayPage } from './pages/draft-pay.tsx';
import { OwnPayPage } from './pages/own-pay.tsx';
import { OwnPayslipPage } from './pages/own-payslip.tsx';
import { payslipDocument } from './payslip-document.ts';
import { texts } from './texts/index.ts';

/** Each one's own pay. */
export async function ownPayRoutes(app: App, { engine }: { readonly engine: Engine }): Promise<void> {
  const config = { room: 'resident' } as const;
  const one = '/mina-sidor/lon/:authority/:run';
  await ownWorkRoutes(app);

  app.get('/mina-sidor/lon', { config }, async ({ scope }, reply) => {
    const [pay, drafts] = await Promise.all([readOwnPay(scope), draftPay(scope, engine)]);
    const paying = pay.employees.map(({ authority }) => authority);
    const ids = [
      ...paying,
      ...pay.payslips.map(({ row }) => row.authority),
      ...drafts.map(({ employee }) => employee.authority),
    ];
    const employers = await authoritiesByIds(scope, [...new Set(ids)]);
    return reply.page(<OwnPayPage pay={pay} drafts={drafts} employers={employers} />);
  });

  app.get(
    '/mina-sidor/lon/:authority/utkast',
    { config, schema: { params: ByAuthority } },
    async ({ scope, params }, reply) => {
      const drafts = await draftPay(scope, engine);
      const employers = await authoritiesByIds(
        scope,
        drafts.map(({ employee }) => employee.authority),
      );
      for (const draft of drafts) {
        const authority = employers.get(draft.employee.authority);
        if (authority?.slug === params.authority)
          return reply.page(<DraftPayPage authority={authority} draft={draft} book={engine.book} />);
      }
      throw new Refusal('not-found', 'payroll.payslip.not-found');
    },
  );

  app.get(one, { config, schema: { params: ByRun } }, async ({ scope, params }, reply) => {
    const payslip = await readOwnPayslip(scope, params.authority, params.run);
    return reply.page(<OwnPayslipPage payslip={payslip} book={engine.book} />);
  });

  app.get(`${one}/lonebesked.pdf`, { config, schema: { params: ByRun } }, async (request, reply) => {
    const { scope, params, language } = request;
    const { authority, employee, compared } = await readOwnPayslip(scope, params.authority, params.run);
    const { party, country, number } = employee;
    const own = party === null ? undefined : await scope.read((tx) => loadOwnParty(tx, party));
    const name = own && !own.isProtected ? employee.name : null;
    const content = await renderDocument(
      payslipDocument({ compared, authority, employee: { number, name, country }, language, book: engine.book }),
    );
    const title = `${texts[language].letter.file} ${compared.view.row.from.slice(0, 7)}.pdf`;
    return reply
      .type('application/pdf')
      .header('content-disposition', downloadDisposition(safeFileName(title, 'application/pdf')))
      .send(content);
  });
}
