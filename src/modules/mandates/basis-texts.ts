import type { Basis } from '../../kernel/authority.ts';
import type { InEach } from '../../kernel/texts.ts';

/** What gives the right, told to who has it. */
export const basisTexts = {
  self: { sv: 'Du gör det för dig själv', fi: 'Teet sen omasta puolestasi', en: 'You do it for yourself' },
  role: { sv: 'Din roll ger dig rätten', fi: 'Roolisi antaa oikeuden', en: 'Your role gives you the right' },
  agreement: {
    sv: 'Ett avtal mellan myndigheterna ger dig rätten',
    fi: 'Viranomaisten välinen sopimus antaa oikeuden',
    en: 'An agreement between the authorities gives you the right',
  },
  mandate: { sv: 'En fullmakt ger dig rätten', fi: 'Valtuutus antaa oikeuden', en: 'A mandate gives you the right' },
  public: { sv: 'Det är öppet för alla', fi: 'Se on avoin kaikille', en: 'It is open to all' },
  guardian: {
    sv: 'Du är vårdnadshavare enligt befolkningsregistret',
    fi: 'Olet huoltaja väestörekisterin mukaan',
    en: 'You are the guardian according to the population register',
  },
  'god-man': {
    sv: 'Du är god man enligt registret',
    fi: 'Olet edunvalvoja rekisterin mukaan',
    en: 'You are the guardian (god man) according to the register',
  },
  forvaltare: {
    sv: 'Du är förvaltare enligt registret',
    fi: 'Olet edunvalvoja (förvaltare) rekisterin mukaan',
    en: 'You are the administrator (förvaltare) according to the register',
  },
  signatory: {
    sv: 'Du är firmatecknare enligt registret',
    fi: 'Olet nimenkirjoittaja rekisterin mukaan',
    en: 'You sign for the organisation according to the register',
  },
  system: { sv: 'Systemet gör det', fi: 'Järjestelmä tekee sen', en: 'The system does it' },
} as const satisfies Record<Basis['kind'], InEach<string>>;
