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
      sv: 'Skriv tillsammans under en fullmakt för den av er som ska göra det. Hur ni gör står under Välj vem du agerar för.',
      fi: 'Allekirjoittakaa yhdessä valtuutus sille teistä, joka asiaa hoitaa. Ohjeet ovat sivulla Valitse, kenen puolesta asioit.',
      en: 'Together, sign a mandate for the one of you who is to do it. How to is told under Choose for whom you act.',
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
  'gone-elsewhere': {
    because: {
      sv: 'Registret som hade fullmakten säger nu att du inte får agera för personen här.',
      fi: 'Rekisteri, jossa valtuutus oli, kertoo nyt, ettet saa asioida henkilön puolesta täällä.',
      en: 'The register that had the mandate now says that you may not act for the person here.',
    },
    next: {
      sv: 'Fråga den som gav fullmakten. Den kan ha återkallats eller gått ut där.',
      fi: 'Kysy valtuutuksen antajalta. Se on voitu perua siellä, tai se on päättynyt.',
      en: 'Ask whoever gave the mandate. It may have been revoked there, or have ended.',
    },
  },
  'choose-again': {
    because: {
      sv: 'Suomi.fi svarar om organisationer bara en kort stund efter att du har valt där, och den är över.',
      fi: 'Suomi.fi kertoo organisaatioista vain hetken sen jälkeen, kun olet valinnut siellä, ja se aika on ohi.',
      en: 'Suomi.fi tells of organisations only for a short while after you have chosen there, and that is over.',
    },
    next: {
      sv: 'Gå till Välj vem du agerar för och hämta från Suomi.fi igen. Det du har fyllt i finns kvar.',
      fi: 'Siirry sivulle Valitse, kenen puolesta asioit, ja hae Suomi.fistä uudelleen. Täyttämäsi tiedot säilyvät.',
      en: 'Go to Choose for whom you act, and fetch from Suomi.fi again. What you have filled in is kept.',
    },
  },
  'child-protected': {
    because: {
      sv: 'Barnets uppgifter är skyddade. Då kan bara en vårdnadshavare som själv har skydd agera här för barnet.',
      fi: 'Lapsen tiedot ovat turvakiellon alaisia. Silloin vain huoltaja, jolla on itsellään turvakielto, voi asioida täällä lapsen puolesta.',
      en: 'The child’s data is protected. Then only a guardian who is protected too can act for the child here.',
    },
    next: {
      sv: 'Kontakta myndigheten som ärendet gäller. Du är fortfarande vårdnadshavare.',
      fi: 'Ota yhteyttä viranomaiseen, jota asia koskee. Olet edelleen huoltaja.',
      en: 'Contact the authority that the matter is at. You are still a guardian.',
    },
  },
  disagreeing: {
    because: {
      sv: 'Två register säger olika om vem som företräder personen, så vi litar inte på något av dem.',
      fi: 'Kaksi rekisteriä kertoo eri tavoin, kuka edustaa henkilöä, joten emme luota kumpaankaan.',
      en: 'Two registers say different things about who represents the person, so we trust neither.',
    },
    next: {
      sv: 'Kontakta myndigheten som ärendet gäller. Den som driver tjänsten ser också att uppgifterna inte stämmer.',
      fi: 'Ota yhteyttä viranomaiseen, jota asia koskee. Myös palvelun ylläpito näkee, että tiedot eivät täsmää.',
      en: 'Contact the authority that the matter is at. Whoever runs the service also sees that the data does not agree.',
    },
  },
  'holder-dead': {
    because: {
      sv: 'Enligt befolkningsregistret har den som e-legitimationen tillhör avlidit.',
      fi: 'Väestörekisterin mukaan tunnistusvälineen haltija on kuollut.',
      en: 'According to the population register, the person whom the e-ID belongs to has died.',
    },
    next: {
      sv: 'Är det fel? Kontakta Skatteverket, eller på Åland Myndigheten för digitalisering och befolkningsdata.',
      fi: 'Onko tieto väärä? Ota yhteyttä Ruotsissa Skatteverketiin tai Ahvenanmaalla Digi- ja väestötietovirastoon.',
      en: 'Is that wrong? Contact Skatteverket in Sweden, or the Digital and Population Data Services Agency on Åland.',
    },
  },
} as const satisfies Record<string, Why>;
