import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import { permit } from '../../kernel/scope.ts';
import { behave, behaviourOf, type DevelopmentRegister } from './development.ts';
import { DevelopmentRegisters as DevelopmentPage } from './pages/development-registers.tsx';
import { RegisterStates } from './pages/register-states.tsx';
import { loadStates } from './store.ts';

const HOURS = 24;

/** What the operator sees of the registers: how they answer, never about whom. */
export async function registerRoutes(app: App): Promise<void> {
  app.get('/drift/register', { config: { room: 'operator' } }, async (request, reply) => {
    const { scope } = request;
    await permit(scope, 'operations.read', {});
    const states = await scope.read((tx) => loadStates(tx, scope.now.subtract({ hours: HOURS })));
    return reply.page(<RegisterStates states={states} hours={HOURS} />);
  });
}

const HREF = '/utveckling/register';

/** Steers the registers of the development environment; registered outside production only. */
export async function developmentRegisterRoutes(app: App, registers: readonly DevelopmentRegister[]): Promise<void> {
  const config = { room: 'public' } as const;

  app.get(HREF, { config }, async (_request, reply) => {
    const shown = await Promise.all(registers.map(async (one) => ({ ...one, now: await behaviourOf(one) })));
    return reply.page(<DevelopmentPage registers={shown} href={HREF} />);
  });

  for (const register of registers) {
    const { id } = register;
    const Chosen = Type.Object({ [`mode-${id}`]: Type.Optional(Type.Enum([...register.behaviours])) });
    app.post(`${HREF}/${id}`, { config, schema: { body: Chosen } }, async (request, reply) => {
      await behave(register, request.body[`mode-${id}`] ?? 'ok');
      return reply.seeOther(`${HREF}#${id}`);
    });
  }
}
