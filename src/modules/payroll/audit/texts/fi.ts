import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  title: 'Tilintarkastajan luettelo',
  lead: 'Kuka saa ja kuka on tehnyt mitä, mitä on muutettu käsin, mitä tarkistukset löysivät ja miten niihin vastattiin. Työntekijät näkyvät numerolla, kenenkään palkkaa ei näytetä.',
  since: 'Alkaen',
  show: 'Näytä',
  wrong: 'Kirjoita päivä muodossa 2026-01-31.',
  csv: 'Hae CSV-tiedostona',
  empty: 'Ei näytettävää',
  sections: {
    rights: 'Voimassa olevat oikeudet',
    acts: 'Mitä on tehty',
    'master-data': 'Tietojen muutokset',
    errors: 'Mitä tarkistukset löysivät ja miten niihin vastattiin',
    reconciliations: 'Täsmäytys: pääkirja ja maksut',
  },
  columns: { at: 'Milloin', who: 'Kuka', what: 'Mitä', about: 'Kohde', detail: 'Lisätieto' },
  system: 'Järjestelmä',
  back: 'Palkat',
  words: {
    tasks: {
      payroll: 'Laskee ja tarkastaa palkat',
      'payroll-time': 'Hyväksyy työajan',
      'payroll-audit': 'Tilintarkastaa',
    },
    changes: { new: 'uusi', replaced: 'korvattu', withdrawn: 'poistettu' },
    sources: { attest: 'esihenkilön hyväksymä', 'self-service': 'työntekijän ilmoittama', demo: 'keksitty' },
    answers: { accepted: 'pitää paikkansa', held: 'ei makseta' },
    outcomes: { agrees: 'Täsmää', differs: 'Ei täsmää' },
    from: (day) => `alkaen ${day}`,
    change: (number) => `muutos ${number}`,
    sums: (people, ledger, payments, open) =>
      `${people} henkilöä. Pääkirja ${ledger}, maksut ${payments}. Tiedot eivät selittäneet ${open} poikkeusta.`,
  },
};
