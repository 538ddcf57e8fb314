import type { InEach } from '../../../kernel/texts.ts';
import type { CauseKind } from '../engine/changes.ts';
import type { Limit } from '../engine/line.ts';

/** The words of an explanation's facts. */
export const factNames = {
  base: { sv: 'Räknas på', fi: 'Lasketaan määrästä', en: 'Counted on' },
  quantity: { sv: 'Antal', fi: 'Määrä', en: 'Quantity' },
  unitPrice: { sv: 'Pris per enhet', fi: 'Yksikköhinta', en: 'Unit price' },
  rate: { sv: 'Procent', fi: 'Prosentti', en: 'Percent' },
  part: { sv: 'Del', fi: 'Osa', en: 'Part' },
  earned: { sv: 'Intjänat', fi: 'Ansaittu', en: 'Earned' },
  limit: { sv: 'Begränsat', fi: 'Rajoitettu', en: 'Limited' },
  rounding: { sv: 'Avrundning', fi: 'Pyöristys', en: 'Rounding' },
  ledger: { sv: 'Rättelse', fi: 'Oikaisu', en: 'Correction' },
  counted: { sv: 'Uträkning', fi: 'Laskelma', en: 'Calculation' },
  from: { sv: 'Bygger på', fi: 'Perustuu tietoihin', en: 'Made from' },
  account: { sv: 'Bokförs som', fi: 'Kirjataan', en: 'Booked as' },
} as const satisfies Readonly<Record<string, InEach<string>>>;

export const correctionWords: InEach<string> = {
  sv: 'skillnaden mot det som redan är betalt',
  fi: 'erotus jo maksettuun',
  en: 'the difference from what has been paid already',
};

export const figureName: InEach<string> = { sv: 'Siffran i regeln', fi: 'Säännön luku', en: 'The figure in the rule' };

export const limitWords: Readonly<Record<Limit, InEach<string>>> = {
  'cash-pay': {
    sv: 'högst den lön som betalas i pengar',
    fi: 'enintään rahana maksettava palkka',
    en: 'at most the pay in money',
  },
  'half-of-net': { sv: 'högst hälften av nettot', fi: 'enintään puolet nettopalkasta', en: 'at most half of the net' },
  protected: {
    sv: 'så mycket som skyddat belopp och utmätning lämnar kvar att dra',
    fi: 'sen verran kuin suojaosuus ja ulosmittaus jättävät vähennettäväksi',
    en: 'as much as the protected part and garnishment leave to draw',
  },
  'sick-pay': { sv: 'högst sjuklönen', fi: 'enintään sairausajan palkka', en: 'at most the sick pay' },
};

export const roundingWords: Readonly<Record<string, InEach<string>>> = {
  'half-up': {
    sv: 'till närmaste hundradel, halva uppåt',
    fi: 'lähimpään sadasosaan, puolikkaat ylöspäin',
    en: 'to the nearest hundredth, halves up',
  },
  down: {
    sv: 'till hela kronor, ören bortfaller',
    fi: 'täysiin kruunuihin, äyrit jätetään pois',
    en: 'to whole kronor, öre dropped',
  },
};

/** Why a line is not what it was the month before. */
export const causeWords: Readonly<Record<CauseKind, InEach<string>>> = {
  new: { sv: 'raden är ny', fi: 'rivi on uusi', en: 'the line is new' },
  gone: { sv: 'raden finns inte längre', fi: 'riviä ei enää ole', en: 'the line is no longer there' },
  quantity: { sv: 'antalet har ändrats', fi: 'määrä on muuttunut', en: 'the quantity has changed' },
  price: { sv: 'priset per enhet har ändrats', fi: 'yksikköhinta on muuttunut', en: 'the unit price has changed' },
  base: {
    sv: 'det som raden räknas på har ändrats',
    fi: 'laskuperuste on muuttunut',
    en: 'what it is counted on has changed',
  },
  rate: { sv: 'procenten är en annan', fi: 'prosentti on toinen', en: 'the percent is another' },
  rule: { sv: 'en annan regel gäller', fi: 'sovelletaan toista sääntöä', en: 'another rule applies' },
  parameter: {
    sv: 'siffran i lagen eller avtalet har ändrats',
    fi: 'lain tai sopimuksen luku on muuttunut',
    en: 'the figure in the law or agreement has changed',
  },
  limit: { sv: 'en gräns begränsar beloppet', fi: 'raja rajoittaa määrää', en: 'a limit holds the amount' },
  correction: {
    sv: 'en tidigare månad rättas',
    fi: 'aiempaa kuukautta oikaistaan',
    en: 'an earlier month is corrected',
  },
  amount: {
    sv: 'beloppet som har lämnats är ett annat',
    fi: 'annettu määrä on toinen',
    en: 'the amount that was given is another',
  },
};
