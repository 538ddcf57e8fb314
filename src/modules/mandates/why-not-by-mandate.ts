import type { Why } from './reason.ts';

/** Why a mandate does not let somebody. */
export const whyNotByMandate = {
  'awaiting-signatures': {
    because: {
      sv: 'Fullmakten är inte underskriven av alla som ska skriva under.',
      fi: 'Kaikki, joiden pitää allekirjoittaa valtuutus, eivät ole vielä allekirjoittaneet.',
      en: 'Not everybody who must sign the mandate has signed it.',
    },
    next: {
      sv: 'Vänta tills den är underskriven, eller påminn den som ger fullmakten.',
      fi: 'Odota allekirjoituksia tai muistuta valtuutuksen antajaa.',
      en: 'Wait until it is signed, or remind whoever gives the mandate.',
    },
  },
  upcoming: {
    because: {
      sv: 'Rätten har inte börjat gälla än.',
      fi: 'Oikeus ei ole vielä voimassa.',
      en: 'The right has not begun yet.',
    },
    next: {
      sv: 'Försök igen när den gäller.',
      fi: 'Yritä uudelleen, kun se on voimassa.',
      en: 'Try again when it has.',
    },
  },
  expired: {
    because: {
      sv: 'Fullmakten har gått ut.',
      fi: 'Valtuutuksen voimassaolo on päättynyt.',
      en: 'The mandate has expired.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du fortfarande behöver den.',
      fi: 'Pyydä uutta valtuutusta, jos tarvitset sitä vielä.',
      en: 'Ask for a new mandate if you still need it.',
    },
  },
  revoked: {
    because: {
      sv: 'Fullmakten är återkallad av den som gav den.',
      fi: 'Valtuutuksen antaja on peruuttanut sen.',
      en: 'Whoever gave the mandate has revoked it.',
    },
    next: {
      sv: 'Hör med personen om något ska göras. Du kan be om en ny fullmakt.',
      fi: 'Kysy henkilöltä, pitääkö jotain tehdä. Voit pyytää uutta valtuutusta.',
      en: 'Ask the person whether anything is to be done. You can ask for a new mandate.',
    },
  },
  'given-back': {
    because: {
      sv: 'Du har själv lämnat tillbaka fullmakten.',
      fi: 'Olet itse luopunut valtuutuksesta.',
      en: 'You gave the mandate back yourself.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du behöver den igen.',
      fi: 'Pyydä uutta valtuutusta, jos tarvitset sitä taas.',
      en: 'Ask for a new mandate if you need it again.',
    },
  },
  declined: {
    because: {
      sv: 'Du har tackat nej till fullmakten.',
      fi: 'Olet kieltäytynyt valtuutuksesta.',
      en: 'You declined the mandate.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du har ändrat dig.',
      fi: 'Pyydä uutta valtuutusta, jos muutit mielesi.',
      en: 'Ask for a new mandate if you have changed your mind.',
    },
  },
  refused: {
    because: {
      sv: 'Personen har sagt nej till att ge fullmakten.',
      fi: 'Henkilö ei antanut valtuutusta.',
      en: 'The person did not want to give the mandate.',
    },
    next: {
      sv: 'Be personen att göra det själv.',
      fi: 'Pyydä henkilöä tekemään se itse.',
      en: 'Ask the person to do it.',
    },
  },
  replaced: {
    because: {
      sv: 'Fullmakten är ersatt av en nyare.',
      fi: 'Valtuutus on korvattu uudemmalla.',
      en: 'A newer mandate has replaced this one.',
    },
    next: {
      sv: 'Se efter vad den nya fullmakten gäller.',
      fi: 'Katso, mitä uusi valtuutus koskee.',
      en: 'See what the new mandate is for.',
    },
  },
  suspended: {
    because: {
      sv: 'Fullmakten är vilande: enligt ett register kan den inte användas nu.',
      fi: 'Valtuutus on keskeytetty: rekisterin mukaan sitä ei voi käyttää nyt.',
      en: 'The mandate is suspended: according to a register it can not be used now.',
    },
    next: {
      sv: 'Kontakta myndigheten som ärendet gäller.',
      fi: 'Ota yhteyttä viranomaiseen, jota asia koskee.',
      en: 'Contact the authority that the matter is at.',
    },
  },
  fallen: {
    because: {
      sv: 'Fullmakten har upphört: enligt ett register finns den som gav den, eller den som fick den, inte längre.',
      fi: 'Valtuutus on päättynyt: rekisterin mukaan sen antajaa tai saajaa ei enää ole.',
      en: 'The mandate has ended: according to a register, whoever gave it or held it is no more.',
    },
    next: {
      sv: 'Kontakta myndigheten som ärendet gäller.',
      fi: 'Ota yhteyttä viranomaiseen, jota asia koskee.',
      en: 'Contact the authority that the matter is at.',
    },
  },
  'chain-broken': {
    because: {
      sv: 'Fullmakten bygger på en annan fullmakt som inte bär den.',
      fi: 'Valtuutus perustuu toiseen valtuutukseen, joka ei riitä siihen.',
      en: 'The mandate rests on another one that does not carry it.',
    },
    next: {
      sv: 'Be personen själv att ge dig en fullmakt.',
      fi: 'Pyydä valtuutus henkilöltä itseltään.',
      en: 'Ask the person themselves for a mandate.',
    },
  },
  'not-in-mandate': {
    because: {
      sv: 'Du har en fullmakt för personen, men den gäller inte det här.',
      fi: 'Sinulla on henkilön valtuutus, mutta se ei koske tätä.',
      en: 'You hold a mandate for the person, but it is not for this.',
    },
    next: {
      sv: 'Se vad fullmakten gäller, eller be om en som gäller det här.',
      fi: 'Katso, mitä valtuutus koskee, tai pyydä valtuutusta tähän.',
      en: 'See what the mandate is for, or ask for one that is for this.',
    },
  },
  'passive-only': {
    because: {
      sv: 'Din fullmakt låter dig läsa och följa, men inte ansöka eller svara.',
      fi: 'Valtuutuksellasi voit lukea ja seurata, mutta et hakea tai vastata.',
      en: 'Your mandate lets you read and follow, but not apply or answer.',
    },
    next: {
      sv: 'Be personen att göra det själv, eller om en fullmakt som räcker.',
      fi: 'Pyydä henkilöä tekemään se itse tai antamaan riittävä valtuutus.',
      en: 'Ask the person to do it, or for a mandate that is enough.',
    },
  },
  'only-in-person': {
    because: {
      sv: 'Det här kan bara göras av personen själv, inte genom fullmakt.',
      fi: 'Tämän voi tehdä vain henkilö itse, ei valtuutuksella.',
      en: 'Only the person can do this, nobody by a mandate.',
    },
    next: {
      sv: 'Sluta agera för personen om du vill göra det för dig själv.',
      fi: 'Lopeta henkilön puolesta asiointi, jos haluat tehdä sen itsellesi.',
      en: 'Stop acting for the person if you want to do it for yourself.',
    },
  },
} as const satisfies Record<string, Why>;
