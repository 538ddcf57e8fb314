import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import { permit } from '../../kernel/scope.ts';
import { behave, behaviourOf, behaviours, type DevelopmentRegisters } from './development.ts';
import { DevelopmentRegisters as DevelopmentPage } from './pages/development-registers.tsx';
import { RegisterStates } from './pages/register-states.tsx';
import type { RegisterName } from './ports.ts';
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
const Mode = Type.Optional(Type.Enum([...behaviours]));
const Chosen = Type.Object({ 'mode-population': Mode, 'mode-company': Mode, 'mode-guardianship': Mode });

/** Steers the registers of the development environment; registered outside production only. */
export async function developmentRegisterRoutes(app: App, registers: DevelopmentRegisters): Promise<void> {
  const config = { room: 'public' } as const;
  const ours = Object.entries(registers) as [RegisterName, string][]; // the keys of its type

  app.get(HREF, { config }, async (_request, reply) => {
    const shown = await Promise.all(ours.map(async ([name, url]) => ({ name, now: await behaviourOf(url) })));
    return reply.page(<DevelopmentPage registers={shown} href={HREF} />);
  });

  for (const [name, url] of ours) {
    app.post(`${HREF}/${name}`, { config, schema: { body: Chosen } }, async (request, reply) => {
      await behave(url, request.body[`mode-${name}`] ?? 'ok');
      return reply.seeOther(`${HREF}#${name}`);
    });
  }
}
