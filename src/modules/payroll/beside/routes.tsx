import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { permit } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { AccountsPage } from '../accounts/accounts-page.tsx';
import { proposeAccount, readAccountChanges } from '../accounts/read-accounts.ts';
import { employer } from '../employer.ts';
import { BesidePage } from '../pages/beside.tsx';
import { ExtraRunPage } from '../pages/extra-run.tsx';
import { readNamed } from '../read-person.ts';
import { ByAuthority, ByPerson } from '../schema.ts';
import { amountIn } from './amount-in.ts';
import { endEmployment } from './end-employment.ts';
import { noteDeath } from './note-death.ts';
import { payAdvance } from './pay-advance.ts';
import { payWhatIsDue } from './pay-what-is-due.ts';

const short = Type.String({ maxLength: 40 });
const Ending = Type.Object({ last: short, endPaidOn: short, holiday: short });
const Death = Type.Object({ on: short, deathPaidOn: short });
const Advance = Type.Object({
  ...{ month: short, advancePaidOn: short, amount: short },
  reason: Type.String({ minLength: 1, maxLength: 200 }),
});
const Account = Type.Object({ account: Type.String({ minLength: 1, maxLength: 60 }) });
const Extra = Type.Object({ month: short, paymentDate: short, numbers: Type.String({ maxLength: 20_000 }) });

/** What is paid beside the month: final pay, after a death, advances, what was forgotten. */
export async function besideRoutes(app: App, { secrets }: { readonly secrets: Secrets }): Promise<void> {
  const config = { room: 'official' } as const;
  const person = '/lon/:authority/person/:employee';
  const extra = '/lon/:authority/extra';

  app.get(`${person}/vid-sidan-av`, { config, schema: { params: ByPerson } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    const employee = await readNamed(scope, { authority: authority.id, employee: params.employee });
    return reply.page(<BesidePage authority={authority} employee={employee} />);
  });

  app.post(`${person}/slutar`, { config, schema: { params: ByPerson, body: Ending } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { id, slug } = await employer(scope, params.authority);
    const { last, endPaidOn: paymentDate } = body;
    const holiday = body.holiday.trim() === '' ? 0 : amountIn(body.holiday);
    const run = await endEmployment(
      scope,
      { authority: id, employee: params.employee },
      { last, paymentDate, holiday },
    );
    return reply.seeOther(`/lon/${slug}/${run}`);
  });

  app.post(`${person}/avliden`, { config, schema: { params: ByPerson, body: Death } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { id, slug } = await employer(scope, params.authority);
    const said = { on: body.on, paymentDate: body.deathPaidOn };
    const run = await noteDeath(scope, { authority: id, employee: params.employee }, said);
    return reply.seeOther(`/lon/${slug}/${run}`);
  });

  app.post(`${person}/forskott`, { config, schema: { params: ByPerson, body: Advance } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { id, slug } = await employer(scope, params.authority);
    const { month, reason, advancePaidOn: paymentDate } = body;
    const said = { month: month.trim(), reason, paymentDate, amount: amountIn(body.amount) };
    const run = await payAdvance(scope, { authority: id, employee: params.employee }, said);
    return reply.seeOther(`/lon/${slug}/${run}`);
  });

  app.post(`${person}/konto`, { config, schema: { params: ByPerson, body: Account } }, async (request, reply) => {
    const { scope, params, body } = request;
    const authority = await employer(scope, params.authority);
    await proposeAccount(scope, secrets, authority, params.employee, body.account);
    return reply.seeOther(`/lon/${authority.slug}/konton`);
  });

  app.get('/lon/:authority/konton', { config, schema: { params: ByAuthority } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    return reply.page(<AccountsPage authority={authority} changes={await readAccountChanges(scope, authority)} />);
  });

  app.get(extra, { config, schema: { params: ByAuthority } }, async ({ scope, params }, reply) => {
    const authority = await employer(scope, params.authority);
    await permit(scope, 'payroll.run', { authority: authority.id, task: 'payroll' });
    return reply.page(<ExtraRunPage authority={authority} />);
  });

  app.post(extra, { config, schema: { params: ByAuthority, body: Extra } }, async ({ scope, params, body }, reply) => {
    const { id, slug } = await employer(scope, params.authority);
    const run = await payWhatIsDue(scope, id, { ...body, month: body.month.trim() });
    return reply.seeOther(`/lon/${slug}/${run}`);
  });
}
