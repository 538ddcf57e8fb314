import type { Foundations } from './foundations.ts';
import { componentsRoutes } from './kernel/html/showcase/routes.tsx';
import type { App } from './kernel/http/app-types.ts';
import {
  behaviours,
  type DevelopmentRegister,
  developmentRegisterRoutes,
  registerLabels,
  signedBehaviours,
} from './modules/base-registers/index.ts';
import { mandateRegisterLabels } from './modules/mandates/index.ts';
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
function developmentRegisters({ config, registers, mandateRegisters }: Foundations): Routes {
  const names = ['population', 'company', 'guardianship'] as const;
  const base = names.flatMap((name): DevelopmentRegister[] => {
    const url = registers[name];
    return url && !config.registers[name] ? [{ id: name, name: registerLabels[name], url, behaviours }] : [];
  });
  const { minaOmbud, suomiFi } = mandateRegisters;
  const mandates = [
    { id: 'mina-ombud' as const, url: config.mandateRegisters.minaOmbud ? null : minaOmbud?.url },
    { id: 'suomi-fi' as const, url: config.mandateRegisters.suomiFi ? null : suomiFi?.url },
  ].flatMap(({ id, url }): DevelopmentRegister[] =>
    url ? [{ id, part: id, name: mandateRegisterLabels[id], url, behaviours: signedBehaviours }] : [],
  );
  const ours = [...base, ...mandates];
  return ours.length > 0 ? [(app) => developmentRegisterRoutes(app, ours)] : [];
}
