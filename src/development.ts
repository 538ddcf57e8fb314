import type { Foundations } from './foundations.ts';
import { componentsRoutes } from './kernel/html/showcase/routes.tsx';
import type { App } from './kernel/http/app-types.ts';
import { developmentRegisterRoutes } from './modules/base-registers/index.ts';
import { developmentMailRoutes } from './modules/notifications/index.ts';

type Routes = readonly ((app: App) => Promise<void>)[];

/** What stands below `/utveckling`, where no production is: components, sent mail, registers that misbehave when told to. */
export function developmentRoutes(foundations: Foundations): Routes {
  const { receivedMail } = foundations;
  return [
    componentsRoutes,
    ...developmentRegisters(foundations),
    ...(receivedMail ? [(app: App) => developmentMailRoutes(app, { mailServer: receivedMail })] : []),
  ];
}

/** Those that stand in for registers that the environment does not name. */
function developmentRegisters({ config, registers }: Foundations): Routes {
  const names = ['population', 'company', 'guardianship'] as const;
  const ours = names.flatMap((name) => (registers[name] && !config.registers[name] ? [[name, registers[name]]] : []));
  return ours.length > 0 ? [(app) => developmentRegisterRoutes(app, Object.fromEntries(ours))] : [];
}
