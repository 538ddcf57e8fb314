import type { Why } from './reason.ts';

/** Why not, by what a register knows of them. */
export const whyNotByRegister = {
  dead: {
    because: {
      sv: 'Personen har avlidit, och e-tjänsterna kan inte användas i personens namn.',
      fi: 'Henkilö on kuollut, eikä sähköisiä palveluja voi käyttää hänen nimissään.',
      en: 'The person has died, and the e-services can not be used in their name.',
    },
    next: {
      sv: 'Den som företräder dödsboet kontaktar myndigheten.',
      fi: 'Kuolinpesän edustaja ottaa yhteyttä viranomaiseen.',
      en: 'Whoever represents the estate contacts the authority.',
    },
  },
  dissolved: {
    because: {
      sv: 'Organisationen är upplöst.',
      fi: 'Organisaatio on purettu.',
      en: 'The organisation has been dissolved.',
    },
    next: {
      sv: 'Kontakta myndigheten om ett ärende inte är avslutat.',
      fi: 'Ota yhteyttä viranomaiseen, jos asia on kesken.',
      en: 'Contact the authority if a case is not closed.',
    },
  },
  bankrupt: {
    because: {
      sv: 'Organisationen är i konkurs, och konkursförvaltaren företräder den.',
      fi: 'Organisaatio on konkurssissa, ja pesänhoitaja edustaa sitä.',
      en: 'The organisation is bankrupt, and the administrator of the estate represents it.',
    },
    next: {
      sv: 'Vänd dig till konkursförvaltaren.',
      fi: 'Käänny pesänhoitajan puoleen.',
      en: 'Turn to the administrator of the estate.',
    },
  },
  jointly: {
    because: {
      sv: 'Du tecknar organisationen tillsammans med andra och kan inte agera ensam.',
      fi: 'Edustat organisaatiota yhdessä muiden kanssa etkä voi asioida yksin.',
      en: 'You sign for the organisation together with others and can not act alone.',
    },
    next: {
      sv: 'Skriv tillsammans under en fullmakt för den som ska göra det.',
      fi: 'Allekirjoittakaa yhdessä valtuutus sille, jonka pitää tehdä se.',
      en: 'Together, sign a mandate for whoever is to do it.',
    },
  },
  'other-duties': {
    because: {
      sv: 'Ditt förordnande omfattar inte att bevaka personens rätt hos myndigheter.',
      fi: 'Määräyksesi ei koske henkilön oikeuksien valvomista viranomaisissa.',
      en: 'Your appointment does not include guarding the person’s rights at authorities.',
    },
    next: {
      sv: 'Kontakta överförmyndaren om uppdraget har ändrats.',
      fi: 'Ota yhteyttä holhousviranomaiseen, jos tehtävä on muuttunut.',
      en: 'Contact the chief guardian if the task has changed.',
    },
    source: 'SFS 1949:381 11 kap. 4 §',
  },
  ended: {
    because: {
      sv: 'Enligt registret har rätten att företräda personen upphört.',
      fi: 'Rekisterin mukaan oikeus edustaa henkilöä on päättynyt.',
      en: 'According to the register, the right to represent the person has ended.',
    },
    next: {
      sv: 'Be om en fullmakt om du fortfarande ska företräda personen.',
      fi: 'Pyydä valtuutusta, jos sinun pitää vielä edustaa henkilöä.',
      en: 'Ask for a mandate if you are still to represent the person.',
    },
  },
} as const satisfies Record<string, Why>;
