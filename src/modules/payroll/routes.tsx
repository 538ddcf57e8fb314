import { dateIn } from '../../kernel/calendar/format.ts';
import type { App } from '../../kernel/http/app-types.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { keepPayerOf } from '../payments/index.ts';
import { answerFinding } from './answer-finding.ts';
import { besideRoutes } from './beside/routes.tsx';
import { employer } from './employer.ts';
import { monthAround } from './engine/day.ts';
import type { Engine } from './engine/payslip.ts';
import { AllExceptionsPage } from './pages/all-exceptions.tsx';
import { BoardPage } from './pages/board.tsx';
import { OpenTimePage } from './pages/open-time.tsx';
import { PersonPage } from './pages/person.tsx';
import { RunPage } from './pages/run.tsx';
import { parallelRoutes } from './parallel/routes.tsx';
import { makePayOut } from './pay-out/make-pay-out.ts';
import { readPayOut } from './pay-out/read-pay-out.ts';
import { previewRoutes } from './preview/routes.tsx';
import { readAllExceptions } from './read-exceptions.ts';
import { readBoard, readRun } from './read-pay.ts';
import { readPerson, whatIf } from './read-person.ts';
import { recoveryRoutes } from './recovery/routes.tsx';
import { answerRequest, approveTime, readWaiting } from './requests/manage.ts';
import {
  askCalculation,
  cancelRun,
  checkRun,
  closeRun,
  openRun,
  type RunKey,
  releaseRun,
  sendBack,
  stopCalculation,
} from './run/handle-run.ts';
import {
  Answer,
  Answered,
  Approving,
  ByAuthority,
  ByPerson,
  ByRequest,
  ByRun,
  Month,
  OfRun,
  Paying,
  Supposed,
} from './schema.ts';

export type PayrollParts = { readonly engine: Engine; readonly secrets: Secrets };

/** What a button on a run's page does. */
const acts: Readonly<Record<string, (scope: Scope, key: RunKey) => Promise<void>>> = {
  rakna: askCalculation,
  stoppa: stopCalculation,
  kontrollera: checkRun,
  slapp: releaseRun,
  tillbaka: (scope, key) => sendBack(scope, key, ''),
  avsluta: closeRun,
  'ta-tillbaka': cancelRun,
};

/** Pay: the officers' board and runs, persons, and the managers' time. */
export async function payrollRoutes(app: App, { engine, secrets }: PayrollParts): Promise<void> {
  const config = { room: 'official' } as const;
  await parallelRoutes(app);
  await previewRoutes(app, { engine });
  await besideRoutes(app, { secrets });
  await recoveryRoutes(app, { engine });

  app.get('/lon', { config }, async (request, reply) => {
    const next = dateIn('AX', request.scope.now).toString().slice(0, 7);
    return reply.page(<BoardPage board={await readBoard(request.scope)} next={next} />);
  });

  app.get('/lon/undantag', { config }, async (request, reply) =>
    reply.page(<AllExceptionsPage view={await readAllExceptions(request.scope)} />),
  );

  app.post(
    '/lon/:authority/oppna',
    { config, schema: { params: ByAuthority, body: Month } },
    async (request, reply) => {
      const { id, slug } = await employer(request.scope, request.params.authority);
      const month = monthAround(`${request.body.month}-01`);
      const run = await openRun(request.scope, id, { kind: 'regular', month, paymentDate: month.to });
      return reply.seeOther(`/lon/${slug}/${run}`);
    },
  );

  app.get('/lon/:authority/tid', { config, schema: { params: ByAuthority } }, async (request, reply) => {
    const authority = await employer(request.scope, request.params.authority);
    const waiting = await readWaiting(request.scope, authority.id);
    return reply.page(<OpenTimePage authority={authority} waiting={waiting} />);
  });

  app.post(
    '/lon/:authority/tid',
    { config, schema: { params: ByAuthority, body: Approving } },
    async (request, reply) => {
      const { id, slug } = await employer(request.scope, request.params.authority);
      await approveTime(request.scope, id, request.body.employee, request.body.seq);
      return reply.seeOther(`/lon/${slug}/tid`);
    },
  );

  app.post(
    '/lon/:authority/tid/begaran/:request',
    { config, schema: { params: ByRequest, body: Answered } },
    async (request, reply) => {
      const { id, slug } = await employer(request.scope, request.params.authority);
      const { request: asked } = request.params;
      const reason = (request.body as Readonly<Record<string, string>>)[`reason-${asked}`] ?? '';
      await answerRequest(request.scope, id, asked, { state: request.body.state, reason });
      return reply.seeOther(`/lon/${slug}/tid`);
    },
  );

  app.get('/lon/:authority/:run', { config, schema: { params: ByRun } }, async (request, reply) => {
    const authority = await employer(request.scope, request.params.authority);
    const view = await readRun(request.scope, authority.id, request.params.run);
    const payOut = await readPayOut(request.scope, secrets, view.run);
    return reply.page(<RunPage authority={authority} view={view} payOut={payOut} />);
  });

  app.post('/lon/:authority/:run/betala', { config, schema: { params: ByRun } }, async (request, reply) => {
    const { id } = await employer(request.scope, request.params.authority);
    const batch = await makePayOut(request.scope, secrets, { authority: id, run: request.params.run });
    return reply.seeOther(`/handlaggning/utbetalningar/${id}/${batch}`);
  });

  app.post(
    '/lon/:authority/:run/betalare',
    { config, schema: { params: ByRun, body: Paying } },
    async (request, reply) => {
      const { id, slug, name, country } = await employer(request.scope, request.params.authority);
      const scheme = country === 'SE' ? 'sweden' : 'sepa';
      const { organisationNumber, account, bic } = request.body; // whatever else is sent is not asked for
      const payer = { scheme, name, organisationNumber, account, bic } as const;
      await keepPayerOf(request.scope, { authority: id, task: 'payroll', ...payer });
      return reply.seeOther(`/lon/${slug}/${request.params.run}#utbetalning`);
    },
  );

  for (const [address, act] of Object.entries(acts)) {
    app.post(`/lon/:authority/:run/${address}`, { config, schema: { params: ByRun } }, async (request, reply) => {
      const { id, slug } = await employer(request.scope, request.params.authority);
      await act(request.scope, { authority: id, run: request.params.run });
      return reply.seeOther(`/lon/${slug}/${request.params.run}`);
    });
  }

  app.post(
    '/lon/:authority/:run/svara',
    { config, schema: { params: ByRun, body: Answer } },
    async (request, reply) => {
      const { id, slug } = await employer(request.scope, request.params.authority);
      const { employee, kind, answer, next = 'undantag', back } = request.body;
      const note = (request.body as Readonly<Record<string, string>>)[`note-${employee}-${kind}`] ?? '';
      await answerFinding(request.scope, { authority: id, run: request.params.run, employee, kind }, { answer, note });
      return reply.seeOther(`${back ? '/lon/undantag' : `/lon/${slug}/${request.params.run}`}#${next}`);
    },
  );

  const person = '/lon/:authority/person/:employee';

  app.get(person, { config, schema: { params: ByPerson, querystring: OfRun } }, async (request, reply) => {
    const authority = await employer(request.scope, request.params.authority);
    const view = await readPerson(request.scope, authority.id, request.params.employee, request.query.kor);
    return reply.page(<PersonPage authority={authority} view={view} book={engine.book} />);
  });

  app.post(`${person}/tank-om`, { config, schema: { params: ByPerson, body: Supposed } }, async (request, reply) => {
    const { scope, params, body } = request;
    const authority = await employer(scope, params.authority);
    const said = { monthly: figure(body.monthly, 100), share: figure(body.share, 10_000) };
    const view = await readPerson(scope, authority.id, params.employee, body.run);
    const wouldBe = await whatIf(
      scope,
      engine,
      { authority: authority.id, employee: params.employee, run: body.run },
      said,
    );
    return reply.page(<PersonPage authority={authority} view={view} book={engine.book} wouldBe={wouldBe} />);
  });
}

/** `3 000,50` as whole hundredths (or what else `parts` says); nothing that is no number. */
function figure(text: string, parts: number): number {
  const value = Number(text.replaceAll(/\s/g, '').replace(',', '.'));
  if (!Number.isFinite(value) || value < 0 || value > 1_000_000) throw new Refusal('invalid', 'payroll.what-if.figure');
  return Math.round(value * parts);
}
