import type { RefusalTexts } from '../../../kernel/texts.ts';

export const arrivalRefusals: RefusalTexts = {
  'exchange.arrival.name': {
    sv: {
      what: 'Filnamnet går inte',
      why: 'Det är en sökväg eller ett dolt namn.',
      next: 'Skicka filen under ett enkelt namn.',
    },
    fi: {
      what: 'Tiedostonimi ei kelpaa',
      why: 'Se on polku tai piilotettu nimi.',
      next: 'Lähetä tiedosto tavallisella nimellä.',
    },
    en: {
      what: 'The name of the file will not do',
      why: 'It is a path or a hidden name.',
      next: 'Send the file under a plain name.',
    },
  },
  'exchange.arrival.place': {
    sv: {
      what: 'Det finns ingen sådan filbeskrivning eller fil',
      why: 'Den hör till någon annan, eller adressen är fel.',
      next: 'Kontrollera adressen hos den som gav nyckeln.',
    },
    fi: {
      what: 'Tällaista tiedostokuvausta tai tiedostoa ei ole',
      why: 'Se kuuluu jollekin muulle, tai osoite on väärä.',
      next: 'Tarkista osoite avaimen antajalta.',
    },
    en: {
      what: 'There is no such description of files, or file',
      why: 'It belongs to somebody else, or the address is wrong.',
      next: 'Check the address with whoever gave the key.',
    },
  },
  'exchange.arrival.digest': {
    sv: {
      what: 'Filen är inte den som skickades',
      why: 'Innehållet stämmer inte med kontrollsumman.',
      next: 'Skicka filen en gång till.',
    },
    fi: {
      what: 'Tiedosto ei ole se, joka lähetettiin',
      why: 'Sisältö ei vastaa tarkistussummaa.',
      next: 'Lähetä tiedosto uudelleen.',
    },
    en: {
      what: 'The file is not what was sent',
      why: 'The content does not agree with its digest.',
      next: 'Send the file once more.',
    },
  },
  'exchange.arrival.name-taken': {
    sv: {
      what: 'En annan fil har redan kommit under det namnet',
      why: 'En fil skrivs aldrig över.',
      next: 'Skicka den under ett annat namn.',
    },
    fi: {
      what: 'Toinen tiedosto on jo tullut tällä nimellä',
      why: 'Tiedostoa ei koskaan korvata.',
      next: 'Lähetä se toisella nimellä.',
    },
    en: {
      what: 'Another file has come under that name already',
      why: 'A file is never written over.',
      next: 'Send it under another name.',
    },
  },
};
