import type { Secrets } from './kernel/secrets.ts';
import { unitsFromFile } from './modules/directory/index.ts';
import type { Desk } from './modules/intake/index.ts';
import { targetsFromFile } from './modules/payroll/index.ts';

/** Where files come in, by whose right, and what their rows become. */
export function fileDesks(secrets: Secrets) {
  return {
    units: {
      url: '/administration/:authority/filer',
      right: { action: 'authority.administer' },
      targets: [unitsFromFile],
    },
    pay: {
      url: '/lon/:authority/filer',
      right: { action: 'payroll.run', task: 'payroll' },
      targets: targetsFromFile(secrets),
      machines: { url: '/api/v1/lon/uppgifter', right: 'payroll.facts' },
    },
  } as const satisfies Readonly<Record<string, Desk>>;
}
