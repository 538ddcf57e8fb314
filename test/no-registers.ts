import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import type { AsksCosigners } from '../src/modules/cases/ask-cosigners.ts';

/** For whom no population register is connected: nobody is asked about anybody. */
export const noRegisters: AsksCosigners = {
  registers: { person: async () => ({ state: 'not-asked' }) },
  ownNumber: async () => null,
  secrets: makeSecrets(exampleDataKey),
};
