import type { InEach } from '../../../kernel/texts.ts';
import type { MandateRegisterName } from '../facts.ts';

export const mandateRegisterLabels = {
  'mina-ombud': { sv: 'Mina ombud (Bolagsverket)', fi: 'Mina ombud (Bolagsverket)', en: 'Mina ombud (Bolagsverket)' },
  'suomi-fi': { sv: 'Suomi.fi-fullmakter', fi: 'Suomi.fi-valtuudet', en: 'Suomi.fi e-Authorizations' },
} as const satisfies Record<MandateRegisterName, InEach<string>>;
