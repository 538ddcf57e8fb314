import type { RefusalTexts } from '../../kernel/texts.ts';
import { arrivalRefusals } from './arrivals/refusal-texts.ts';
import { pushRefusals } from './webhooks/refusal-texts.ts';

export const refusalTexts: RefusalTexts = {
  ...pushRefusals,
  ...arrivalRefusals,
  'exchange.destination.unknown': {
    sv: {
      what: 'Mottagaren finns inte',
      why: 'Den hör till någon annan, eller adressen är fel.',
      next: 'Gå till listan över leveranser.',
    },
    fi: {
      what: 'Vastaanottajaa ei ole',
      why: 'Se kuuluu jollekin muulle, tai osoite on väärä.',
      next: 'Siirry toimitusten luetteloon.',
    },
    en: {
      what: 'There is no such recipient',
      why: 'It belongs to somebody else, or the address is wrong.',
      next: 'Go to the list of deliveries.',
    },
  },
  'exchange.delivery.unknown': {
    sv: { what: 'Leveransen finns inte', why: 'Den hör till någon annan.', next: 'Gå till listan över leveranser.' },
    fi: { what: 'Toimitusta ei ole', why: 'Se kuuluu jollekin muulle.', next: 'Siirry toimitusten luetteloon.' },
    en: {
      what: 'There is no such delivery',
      why: 'It belongs to somebody else.',
      next: 'Go to the list of deliveries.',
    },
  },
  'exchange.delivery.under-way': {
    sv: {
      what: 'Filen skickas redan',
      why: 'En annan process försöker just nu.',
      next: 'Vänta en stund och titta igen.',
    },
    fi: {
      what: 'Tiedostoa lähetetään jo',
      why: 'Toinen prosessi yrittää juuri nyt.',
      next: 'Odota hetki ja katso uudelleen.',
    },
    en: {
      what: 'The file is already being sent',
      why: 'Another process is trying just now.',
      next: 'Wait a little and look again.',
    },
  },
  'exchange.delivery.later': {
    sv: {
      what: 'Filen har inte kommit fram än',
      why: 'Mottagarens server gick inte att nå, eller slutade svara.',
      next: 'Vi försöker igen av oss själva. Du behöver inte göra något.',
    },
    fi: {
      what: 'Tiedosto ei ole vielä perillä',
      why: 'Vastaanottajan palvelimeen ei saatu yhteyttä, tai se lakkasi vastaamasta.',
      next: 'Yritämme uudelleen automaattisesti. Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'The file has not arrived yet',
      why: 'The recipient’s server could not be reached, or stopped answering.',
      next: 'We try again by ourselves. There is nothing you need to do.',
    },
  },
  'exchange.source.unknown': {
    sv: { what: 'Mappen finns inte', why: 'Den kan ha fel adress.', next: 'Gå tillbaka till mottagaren.' },
    fi: { what: 'Kansiota ei ole', why: 'Osoite voi olla väärä.', next: 'Palaa vastaanottajaan.' },
    en: { what: 'There is no such folder', why: 'The address may be wrong.', next: 'Go back to the recipient.' },
  },
  'exchange.source.folder-taken': {
    sv: { what: 'Mappen hämtas redan', why: 'Varje fil ska tas en gång.', next: 'Gå tillbaka och se mappen.' },
    fi: { what: 'Kansiosta noudetaan jo', why: 'Jokainen tiedosto otetaan kerran.', next: 'Palaa ja katso kansio.' },
    en: {
      what: 'The folder is fetched from already',
      why: 'Each file is taken once.',
      next: 'Go back and see the folder.',
    },
  },
  'exchange.source.sftp-only': {
    sv: {
      what: 'Härifrån går det inte att hämta',
      why: 'Filer hämtas över SFTP.',
      next: 'Lägg till en mottagare över SFTP.',
    },
    fi: { what: 'Täältä ei voi noutaa', why: 'Tiedostot noudetaan SFTP:llä.', next: 'Lisää SFTP-vastaanottaja.' },
    en: {
      what: 'Nothing can be fetched from here',
      why: 'Files are fetched over SFTP.',
      next: 'Add a recipient over SFTP.',
    },
  },
};
