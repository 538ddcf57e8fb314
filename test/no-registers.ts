import type { AsksRegister } from '../src/modules/services/ask-register.ts';

/** For whom no population register is connected: nobody is asked about anybody. */
export const noRegisters: AsksRegister = {
  registers: { person: async () => ({ state: 'not-asked' }) },
  ownNumber: async () => null,
};
