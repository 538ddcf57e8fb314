import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told to who does something to a mandate that its state does not allow. */
export const stateRefusals: RefusalTexts = {
  'mandates.is.chain-broken': {
    sv: {
      what: 'Fullmakten har upphört',
      why: 'Den fullmakt som den kom från gäller inte längre.',
      next: 'Be den som gav den om en ny.',
    },
    fi: {
      what: 'Valtuutus on päättynyt',
      why: 'Valtuutus, josta se tuli, ei ole enää voimassa.',
      next: 'Pyydä sen antajalta uutta.',
    },
    en: {
      what: 'The mandate has ended',
      why: 'The mandate that it came from is no longer valid.',
      next: 'Ask whoever gave it for a new one.',
    },
  },
  'mandates.is.fallen': {
    sv: {
      what: 'Fullmakten har upphört',
      why: 'Enligt ett register finns en av parterna inte längre.',
      next: 'Kontakta myndigheten om något återstår att göra.',
    },
    fi: {
      what: 'Valtuutus on päättynyt',
      why: 'Rekisterin mukaan yhtä osapuolta ei enää ole.',
      next: 'Ota yhteyttä viranomaiseen, jos jotain on vielä tehtävä.',
    },
    en: {
      what: 'The mandate has ended',
      why: 'According to a register, one of its parties is no more.',
      next: 'Contact the authority if something is left to do.',
    },
  },
  'mandates.is.revoked': {
    sv: { what: 'Fullmakten är redan återkallad', why: 'Den gäller inte längre.', next: 'Du behöver inte göra något.' },
    fi: {
      what: 'Valtuutus on jo peruutettu',
      why: 'Se ei ole enää voimassa.',
      next: 'Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'The mandate has been revoked already',
      why: 'It is no longer valid.',
      next: 'You need not do anything.',
    },
  },
  'mandates.is.expired': {
    sv: { what: 'Fullmakten har gått ut', why: 'Den gäller inte längre.', next: 'Ge en ny fullmakt om den behövs.' },
    fi: {
      what: 'Valtuutuksen voimassaolo on päättynyt',
      why: 'Se ei ole enää voimassa.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate has expired',
      why: 'It is no longer valid.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.given-back': {
    sv: {
      what: 'Fullmakten är redan tillbakalämnad',
      why: 'Den gäller inte längre.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutuksesta on jo luovuttu',
      why: 'Se ei ole enää voimassa.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate has been given back already',
      why: 'It is no longer valid.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.declined': {
    sv: {
      what: 'Fullmakten fick ett nej',
      why: 'Den som skulle få den har tackat nej.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutuksesta kieltäydyttiin',
      why: 'Saaja ei halunnut sitä.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate was declined',
      why: 'Whoever was to have it said no.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.refused': {
    sv: {
      what: 'Fullmakten blev inte undertecknad',
      why: 'Underskriften uteblev eller vägrades.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutusta ei allekirjoitettu',
      why: 'Allekirjoitus puuttuu tai siitä kieltäydyttiin.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate was not signed',
      why: 'The signature did not come, or was refused.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.replaced': {
    sv: { what: 'Fullmakten är ersatt', why: 'En nyare fullmakt gäller i stället.', next: 'Öppna den nya fullmakten.' },
    fi: { what: 'Valtuutus on korvattu', why: 'Sen sijaan on voimassa uudempi.', next: 'Avaa uusi valtuutus.' },
    en: {
      what: 'The mandate has been replaced',
      why: 'A newer mandate is valid instead.',
      next: 'Open the new mandate.',
    },
  },
  'mandates.is.awaiting-signatures': {
    sv: {
      what: 'Fullmakten är inte underskriven',
      why: 'Den gäller inte än.',
      next: 'Vänta tills den är underskriven.',
    },
    fi: {
      what: 'Valtuutusta ei ole allekirjoitettu',
      why: 'Se ei ole vielä voimassa.',
      next: 'Odota, kunnes se on allekirjoitettu.',
    },
    en: {
      what: 'The mandate has not been signed',
      why: 'It is not valid yet.',
      next: 'Wait until it has been signed.',
    },
  },
  'mandates.is.active': {
    sv: {
      what: 'Fullmakten gäller redan',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: { what: 'Valtuutus on jo voimassa', why: 'Sitä ei voi tehdä nyt.', next: 'Avaa valtuutus ja katso sen tila.' },
    en: {
      what: 'The mandate is valid already',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.is.upcoming': {
    sv: {
      what: 'Fullmakten börjar gälla senare',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: {
      what: 'Valtuutus tulee voimaan myöhemmin',
      why: 'Sitä ei voi tehdä nyt.',
      next: 'Avaa valtuutus ja katso sen tila.',
    },
    en: {
      what: 'The mandate begins later',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.is.suspended': {
    sv: {
      what: 'Fullmakten är vilande',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: { what: 'Valtuutus on keskeytetty', why: 'Sitä ei voi tehdä nyt.', next: 'Avaa valtuutus ja katso sen tila.' },
    en: {
      what: 'The mandate is suspended',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
};
