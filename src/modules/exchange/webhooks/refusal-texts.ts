import type { RefusalTexts } from '../../../kernel/texts.ts';

export const pushRefusals: RefusalTexts = {
  'exchange.subscriber.unknown': {
    sv: {
      what: 'Systemet finns inte här',
      why: 'Det hör till någon annan, eller adressen är fel.',
      next: 'Gå till listan över system som får veta.',
    },
    fi: {
      what: 'Järjestelmää ei ole täällä',
      why: 'Se kuuluu jollekin muulle, tai osoite on väärä.',
      next: 'Siirry ilmoitusten saajien luetteloon.',
    },
    en: {
      what: 'There is no such system here',
      why: 'It belongs to somebody else, or the address is wrong.',
      next: 'Go to the list of systems that are told.',
    },
  },
  'exchange.subscriber.address': {
    sv: {
      what: 'Dit kan vi inte skicka',
      why: 'Adressen måste börja med https:// och leda till en server på det öppna nätet.',
      next: 'Fråga systemets leverantör efter rätt adress.',
    },
    fi: {
      what: 'Sinne emme voi lähettää',
      why: 'Osoitteen on alettava https:// ja johdettava avoimen verkon palvelimeen.',
      next: 'Kysy oikea osoite järjestelmän toimittajalta.',
    },
    en: {
      what: 'We can not send there',
      why: 'The address must begin with https:// and lead to a server on the open net.',
      next: 'Ask whoever supplies the system for the right address.',
    },
  },
  'exchange.subscriber.ended': {
    sv: {
      what: 'Systemet får inte veta något mer',
      why: 'Någon har avslutat det.',
      next: 'Lägg till det igen om det ska få veta.',
    },
    fi: {
      what: 'Järjestelmälle ei enää ilmoiteta',
      why: 'Joku on lopettanut sen.',
      next: 'Lisää se uudelleen, jos sille pitää ilmoittaa.',
    },
    en: {
      what: 'The system is told nothing more',
      why: 'Somebody has ended it.',
      next: 'Add it again if it is to be told.',
    },
  },
  'exchange.push.unknown': {
    sv: { what: 'Beskedet finns inte', why: 'Det hör till någon annan.', next: 'Gå till listan.' },
    fi: { what: 'Ilmoitusta ei ole', why: 'Se kuuluu jollekin muulle.', next: 'Siirry luetteloon.' },
    en: { what: 'There is no such message', why: 'It belongs to somebody else.', next: 'Go to the list.' },
  },
  'exchange.push.later': {
    sv: {
      what: 'Systemet svarar inte',
      why: 'Det tog inte emot beskedet.',
      next: 'Vi försöker igen av oss själva.',
    },
    fi: {
      what: 'Järjestelmä ei vastaa',
      why: 'Se ei ottanut ilmoitusta vastaan.',
      next: 'Yritämme itse uudelleen.',
    },
    en: {
      what: 'The system does not answer',
      why: 'It did not take the message.',
      next: 'We try again by ourselves.',
    },
  },
};
