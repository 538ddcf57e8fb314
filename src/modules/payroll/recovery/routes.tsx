import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { amountIn } from '../beside/amount-in.ts';
import { employer } from '../employer.ts';
import type { Engine } from '../engine/payslip.ts';
import { readNamed } from '../read-person.ts';
import { ByClaim, ByPerson, OfRun, Uuid } from '../schema.ts';
import { OverpaidPage } from './overpaid-page.tsx';
import { proposeClaim, proposePlan } from './propose-recovery.ts';
import { readOverpaid } from './read-overpaid.ts';

const short = Type.String({ maxLength: 40 });
const decision = Type.String({ maxLength: 200 });
const way = Type.Union([Type.Literal('pay'), Type.Literal('own')]);
const Claiming = Type.Object({
  ...{ run: Uuid, way, monthly: short, reserved: short, decision },
  asked: Type.Optional(Type.Literal('yes')),
});
const Repaying = Type.Object({
  ...{ settled: way, amount: short, on: short, monthlyAgain: short, reservedAgain: short, note: decision },
});

/** What somebody has been paid too much, and how it is claimed and paid back. */
export async function recoveryRoutes(app: App, { engine }: { readonly engine: Engine }): Promise<void> {
  const config = { room: 'official' } as const;
  const page = '/lon/:authority/person/:employee/aterkrav';
  const named = async (scope: Scope, params: { authority: string; employee: string }) => {
    const authority = await employer(scope, params.authority);
    const key = { authority: authority.id, employee: params.employee };
    return { authority, key, employee: await readNamed(scope, key) };
  };

  app.get(page, { config, schema: { params: ByPerson, querystring: OfRun } }, async (request, reply) => {
    const { scope, params, query } = request;
    const { authority, key, employee } = await named(scope, params);
    const view = { ...(await readOverpaid(scope, engine, key)), employee };
    return reply.page(<OverpaidPage authority={authority} view={view} chosen={query.kor ?? null} />);
  });

  app.post(page, { config, schema: { params: ByPerson, body: Claiming } }, async ({ scope, params, body }, reply) => {
    const { authority, key } = await named(scope, params);
    const { run, way: by, decision: on, asked } = body;
    const isDrawn = by === 'pay';
    await proposeClaim(scope, engine, key, {
      ...{ run, way: by, decision: on, asked: asked === 'yes' },
      monthly: isDrawn ? amountIn(body.monthly) : 0,
      reserved: isDrawn ? amountIn(body.reserved) : 0,
    });
    return reply.seeOther(`/lon/${authority.slug}/person/${key.employee}/aterkrav`);
  });

  app.post(`${page}/:claim`, { config, schema: { params: ByClaim, body: Repaying } }, async (request, reply) => {
    const { scope, params, body } = request;
    const { authority, key } = await named(scope, params);
    const total = amountIn(body.amount);
    const plan =
      body.settled === 'own'
        ? ({ way: 'own', total, on: body.on.trim() } as const)
        : ({
            way: 'pay',
            total,
            monthly: amountIn(body.monthlyAgain),
            reserved: amountIn(body.reservedAgain),
          } as const);
    await proposePlan(scope, engine, key, params.claim, { plan, decision: body.note });
    return reply.seeOther(`/lon/${authority.slug}/person/${key.employee}/aterkrav`);
  });
}
