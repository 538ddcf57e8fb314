import type { Explanation } from '../../explanation.ts';

/** A fee, as a tariff would explain it; the figures are invented. */
export const sampleExplanation: Explanation = {
  what: {
    sv: 'Avgift för heldagsplats i april',
    fi: 'Kokopäivähoidon maksu huhtikuussa',
    en: 'Fee for a full-day place in April',
  },
  amount: { sv: '186,00 €', fi: '186,00 €', en: '€186.00' },
  facts: [
    {
      label: { sv: 'Hushållets inkomst', fi: 'Kotitalouden tulot', en: 'The household’s income' },
      value: { sv: '4 200,00 € i månaden', fi: '4 200,00 € kuukaudessa', en: '€4,200.00 a month' },
    },
    {
      label: { sv: 'Barn i omsorgen', fi: 'Lapsia hoidossa', en: 'Children in care' },
      value: { sv: '2', fi: '2', en: '2' },
    },
  ],
  rules: [
    {
      label: {
        sv: 'Avgiften är högst en andel av inkomsten efter grundavdrag',
        fi: 'Maksu on enintään osuus tuloista perusvähennyksen jälkeen',
        en: 'The fee is at most a share of the income after a basic deduction',
      },
      source: 'Exempel 12 §',
      validFrom: Temporal.PlainDate.from('2026-01-01'),
      verified: false,
    },
  ],
  parts: [
    {
      what: { sv: 'Avdrag för syskon', fi: 'Sisaralennus', en: 'Deduction for a sibling' },
      amount: { sv: '−74,00 €', fi: '−74,00 €', en: '−€74.00' },
      facts: [],
      rules: [],
    },
  ],
  next: {
    sv: 'Anmäl om inkomsten ändras, så räknas avgiften om från nästa månad.',
    fi: 'Ilmoita, jos tulot muuttuvat, niin maksu lasketaan uudelleen seuraavasta kuukaudesta.',
    en: 'Tell us if the income changes, and the fee is worked out anew from the next month.',
  },
};
