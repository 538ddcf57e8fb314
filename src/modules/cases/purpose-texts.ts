import type { PurposeTexts } from '../identity/index.ts';

/** What the person reads in their log of why somebody looked. */
export const purposeTexts: PurposeTexts = {
  'cases.purpose.filed': { sv: 'Du skickade in ett ärende', fi: 'Lähetit asian', en: 'You sent in a case' },
  'cases.purpose.asked-to-sign': {
    sv: 'Du bad någon skriva under en ansökan',
    fi: 'Pyysit jotakuta allekirjoittamaan hakemuksen',
    en: 'You asked somebody to sign an application',
  },
  'cases.purpose.own': { sv: 'Du svarade i ditt ärende', fi: 'Vastasit asiassasi', en: 'You answered in your case' },
  'cases.purpose.handling': {
    sv: 'Handläggning av ditt ärende',
    fi: 'Asiasi käsittely',
    en: 'Handling your case',
  },
  'cases.purpose.kundhandelser': {
    sv: 'Ett annat system frågade om dina ärenden för en översikt',
    fi: 'Toinen järjestelmä kysyi asioistasi yhteenvetoa varten',
    en: 'Another system asked about your cases for an overview',
  },
  'cases.purpose.overview-support': {
    sv: 'Din ärendeöversikt visades för att du har bett om hjälp',
    fi: 'Asioidesi yhteenveto näytettiin, koska olit pyytänyt apua',
    en: 'Your case overview was shown since you had asked for help',
  },
  'cases.purpose.overview-check': {
    sv: 'Din ärendeöversikt visades för att kontrollera att den stämmer',
    fi: 'Asioidesi yhteenveto näytettiin, jotta se voitiin tarkistaa',
    en: 'Your case overview was shown to check that it is right',
  },
  'cases.purpose.queue': {
    sv: 'Listan över ärenden att handlägga',
    fi: 'Luettelo käsiteltävistä asioista',
    en: 'The list of cases to handle',
  },
  'cases.purpose.reveal-register': {
    sv: 'Personnumret visades för att kontrollera mot ett register',
    fi: 'Henkilötunnus näytettiin rekisteritarkistusta varten',
    en: 'The identity number was shown to check against a register',
  },
  'cases.purpose.reveal-contact': {
    sv: 'Personnumret visades för att säkerställa vem du är vid kontakt',
    fi: 'Henkilötunnus näytettiin henkilöllisyyden varmistamiseksi',
    en: 'The identity number was shown to make sure who you are in a contact',
  },
  'cases.purpose.reveal-decision': {
    sv: 'Personnumret visades för att skriva ditt beslut',
    fi: 'Henkilötunnus näytettiin päätöksen kirjoittamista varten',
    en: 'The identity number was shown to write your decision',
  },
};
