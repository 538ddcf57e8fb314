import type { InEach } from '../../../kernel/texts.ts';

/**
 * Why a bank has not paid, in words: the codes of ISO 20022's external status and return reasons that credit transfers get
 * (external code sets, 2024). A code that is not here is shown as it is.
 */
const words: Readonly<Record<string, InEach<string>>> = {
  AC01: {
    sv: 'Kontonumret är fel.',
    fi: 'Tilinumero on virheellinen.',
    en: 'The account number is wrong.',
  },
  AC03: {
    sv: 'Mottagarens kontonummer är fel.',
    fi: 'Saajan tilinumero on virheellinen.',
    en: 'The payee’s account number is wrong.',
  },
  AC04: { sv: 'Kontot är avslutat.', fi: 'Tili on suljettu.', en: 'The account is closed.' },
  AC06: { sv: 'Kontot är spärrat.', fi: 'Tili on estetty.', en: 'The account is blocked.' },
  AC13: { sv: 'Kontot är av fel slag.', fi: 'Tili on väärää tyyppiä.', en: 'The account is of the wrong kind.' },
  AG01: {
    sv: 'Kontot tar inte emot sådana betalningar.',
    fi: 'Tilille ei voi maksaa tällä tavalla.',
    en: 'The account does not take such payments.',
  },
  AG02: { sv: 'Betalningens slag är fel.', fi: 'Maksun laji on virheellinen.', en: 'The kind of payment is wrong.' },
  AM01: { sv: 'Beloppet är noll.', fi: 'Summa on nolla.', en: 'The amount is zero.' },
  AM02: { sv: 'Beloppet är för stort.', fi: 'Summa on liian suuri.', en: 'The amount is too large.' },
  AM03: { sv: 'Valutan är fel.', fi: 'Valuutta on virheellinen.', en: 'The currency is wrong.' },
  AM04: {
    sv: 'Det saknas pengar på kontot.',
    fi: 'Tilillä ei ole katetta.',
    en: 'There is not enough money on the account.',
  },
  AM05: { sv: 'Betalningen finns redan.', fi: 'Maksu on jo olemassa.', en: 'The payment exists already.' },
  AM09: { sv: 'Beloppet är fel.', fi: 'Summa on virheellinen.', en: 'The amount is wrong.' },
  AM10: { sv: 'Kontrollsumman är fel.', fi: 'Tarkistussumma on virheellinen.', en: 'The control sum is wrong.' },
  AM18: {
    sv: 'Antalet betalningar är fel.',
    fi: 'Maksujen määrä on virheellinen.',
    en: 'The number of payments is wrong.',
  },
  BE01: {
    sv: 'Namnet hör inte till kontot.',
    fi: 'Nimi ei vastaa tiliä.',
    en: 'The name does not belong to the account.',
  },
  BE04: { sv: 'Mottagarens adress saknas.', fi: 'Saajan osoite puuttuu.', en: 'The payee’s address is missing.' },
  BE05: {
    sv: 'Banken känner inte avsändaren.',
    fi: 'Pankki ei tunne lähettäjää.',
    en: 'The bank does not know the sender.',
  },
  CNOR: {
    sv: 'Mottagarens bank nås inte.',
    fi: 'Saajan pankkiin ei saada yhteyttä.',
    en: 'The payee’s bank can not be reached.',
  },
  CURR: { sv: 'Valutan är fel.', fi: 'Valuutta on virheellinen.', en: 'The currency is wrong.' },
  CUST: { sv: 'Betalaren har återkallat den.', fi: 'Maksaja on perunut sen.', en: 'The payer has called it back.' },
  DT01: { sv: 'Dagen är fel.', fi: 'Päivä on virheellinen.', en: 'The date is wrong.' },
  DUPL: { sv: 'Filen har skickats förut.', fi: 'Tiedosto on lähetetty aiemmin.', en: 'The file has been sent before.' },
  FF01: { sv: 'Filens form är fel.', fi: 'Tiedoston muoto on virheellinen.', en: 'The form of the file is wrong.' },
  FOCR: { sv: 'Den togs tillbaka på begäran.', fi: 'Se palautettiin pyynnöstä.', en: 'It was returned on request.' },
  MD07: { sv: 'Mottagaren har avlidit.', fi: 'Saaja on kuollut.', en: 'The payee has died.' },
  MS02: {
    sv: 'Mottagaren har inte tagit emot den.',
    fi: 'Saaja ei ottanut sitä vastaan.',
    en: 'The payee did not accept it.',
  },
  MS03: { sv: 'Banken säger inte varför.', fi: 'Pankki ei kerro syytä.', en: 'The bank does not say why.' },
  NARR: {
    sv: 'Banken har skrivit varför i sin fil.',
    fi: 'Pankki on kirjoittanut syyn tiedostoonsa.',
    en: 'The bank has written why in its file.',
  },
  NOAS: { sv: 'Mottagaren har inte svarat.', fi: 'Saaja ei ole vastannut.', en: 'The payee has not answered.' },
  NOOR: {
    sv: 'Den ursprungliga betalningen finns inte.',
    fi: 'Alkuperäistä maksua ei ole.',
    en: 'There is no original payment.',
  },
  RC01: { sv: 'Bankens kod är fel.', fi: 'Pankin tunnus on virheellinen.', en: 'The bank’s code is wrong.' },
  RC07: {
    sv: 'Mottagarens banks kod är fel.',
    fi: 'Saajan pankin tunnus on virheellinen.',
    en: 'The code of the payee’s bank is wrong.',
  },
  RR04: {
    sv: 'Banken får inte betala den (lagkrav).',
    fi: 'Pankki ei saa maksaa sitä (laki).',
    en: 'The bank may not pay it (by law).',
  },
  TM01: {
    sv: 'Filen kom för sent på dagen.',
    fi: 'Tiedosto saapui liian myöhään.',
    en: 'The file came too late in the day.',
  },
};

/** What the code says; the code itself when it is one that nobody has put in words here. */
export function reasonText(code: string): InEach<string> {
  return words[code] ?? { sv: code, fi: code, en: code };
}
