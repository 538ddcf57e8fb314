import type { InEach } from '../../../kernel/texts.ts';
import type { RegisterName } from '../ports.ts';
import { texts } from './index.ts';

function labelOf(name: RegisterName): InEach<string> {
  return { sv: texts.sv.registers[name], fi: texts.fi.registers[name], en: texts.en.registers[name] };
}

/** What the base registers are called. */
export const registerLabels: Readonly<Record<RegisterName, InEach<string>>> = {
  population: labelOf('population'),
  company: labelOf('company'),
  guardianship: labelOf('guardianship'),
};
