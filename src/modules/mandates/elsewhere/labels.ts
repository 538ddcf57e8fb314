import type { InEach } from '../../../kernel/texts.ts';
import type { MandateRegisterName } from '../facts.ts';

export const mandateRegisterLabels = {
  'mina-ombud': { sv: 'Mina ombud (Bolagsverket)', fi: 'Mina ombud (Bolagsverket)', en: 'Mina ombud (Bolagsverket)' },
  'suomi-fi': { sv: 'Suomi.fi-fullmakter', fi: 'Suomi.fi-valtuudet', en: 'Suomi.fi e-Authorizations' },
} as const satisfies Record<MandateRegisterName, InEach<string>>;

/** Where people see and change there what they have given and got. */
export const mandateRegisterPages = {
  'mina-ombud': { sv: 'https://minaombud.se', fi: 'https://minaombud.se', en: 'https://minaombud.se' },
  'suomi-fi': {
    sv: 'https://www.suomi.fi/fullmakter',
    fi: 'https://www.suomi.fi/valtuudet',
    en: 'https://www.suomi.fi/e-authorizations',
  },
} as const satisfies Record<MandateRegisterName, InEach<string>>;
