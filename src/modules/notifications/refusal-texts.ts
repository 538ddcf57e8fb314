import type { RefusalTexts } from '../../kernel/texts.ts';

/** Seen by the operator among the jobs, not by residents. */
export const refusalTexts: RefusalTexts = {
  'notifications.tip.later': {
    sv: {
      what: 'Mejlet kunde inte lämnas ännu',
      why: 'Mottagarens server bad oss vänta, eller gick inte att nå.',
      next: 'Vi försöker igen av oss själva. Du behöver inte göra något.',
    },
    fi: {
      what: 'Viestiä ei voitu vielä toimittaa',
      why: 'Vastaanottajan palvelin pyysi odottamaan, tai siihen ei saatu yhteyttä.',
      next: 'Yritämme uudelleen automaattisesti. Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'The e-mail could not be delivered yet',
      why: 'The receiving server asked us to wait, or could not be reached.',
      next: 'We try again by ourselves. There is nothing you need to do.',
    },
  },
  'notifications.tip.unknown': {
    sv: {
      what: 'Vi vet inte om mejlet kom fram',
      why: 'Mottagarens server slutade svara efter att den fått mejlet.',
      next: 'Vi försöker en gång till. Sedan visas mejlet som ovisst på driftens sida om utskick.',
    },
    fi: {
      what: 'Emme tiedä, menikö viesti perille',
      why: 'Vastaanottajan palvelin lakkasi vastaamasta saatuaan viestin.',
      next: 'Yritämme vielä kerran. Sen jälkeen viesti näkyy ylläpidon lähetyssivulla epävarmana.',
    },
    en: {
      what: 'We do not know whether the e-mail arrived',
      why: 'The receiving server stopped answering after it had been given the e-mail.',
      next: 'We try once more. Then the e-mail is shown as uncertain on the operator’s page of sent mail.',
    },
  },
  'notifications.tip.under-way': {
    sv: {
      what: 'Mejlet skickas redan',
      why: 'En annan process försöker just nu.',
      next: 'Vänta en stund och titta igen.',
    },
    fi: {
      what: 'Viestiä lähetetään jo',
      why: 'Toinen prosessi yrittää juuri nyt.',
      next: 'Odota hetki ja katso uudelleen.',
    },
    en: {
      what: 'The e-mail is already being sent',
      why: 'Another process is trying just now.',
      next: 'Wait a little and look again.',
    },
  },
  'notifications.tip.not-again': {
    sv: {
      what: 'Utskicket kan inte göras om',
      why: 'Det har kommit fram, är på väg, eller någon annan har redan bett om ett försök till.',
      next: 'Gå tillbaka till listan och se hur det har gått.',
    },
    fi: {
      what: 'Lähetystä ei voi tehdä uudelleen',
      why: 'Se on mennyt perille, on matkalla, tai joku muu on jo pyytänyt uuden yrityksen.',
      next: 'Palaa luetteloon ja katso, miten kävi.',
    },
    en: {
      what: 'The e-mail can not be sent again',
      why: 'It has arrived, is on its way, or somebody else has asked for one more attempt already.',
      next: 'Go back to the list and see how it went.',
    },
  },
};
