import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  title: (month) => `Palkkalaskelma, ${month}`,
  list: {
    title: 'Oma palkka',
    lead: 'Palkkalaskelmasi, uusin ensin. Avaa laskelma, niin näet, mihin kukin rivi perustuu.',
    empty: 'Sinulla ei ole täällä palkkalaskelmia',
    emptyText: 'Kun työnantajasi on vapauttanut palkan, se näkyy täällä ja viesteissäsi.',
    draft: (month) => `Luonnos: ${month}`,
    draftText: 'Tällainen palkka on tämän päivän tiedoilla. Se voi muuttua.',
    draftTag: 'Luonnos',
    net: (amount) => `Maksetaan: ${amount}`,
    paidOn: (day) => `Maksupäivä ${day}`,
  },
  one: {
    paidOn: 'Maksupäivä',
    earned: 'Palkkakausi',
    gross: 'Palkka ja luontoisedut',
    net: 'Maksetaan',
    name: 'Nimi',
    number: 'Henkilönumero',
    lines: 'Rivi riviltä',
    open: 'Avaa rivi, niin näet, miten se on laskettu, minkä säännön mukaan ja mikä on muuttunut.',
    employer: 'Työnantaja maksaa palkan lisäksi',
    changed: 'Muuttunut edellisestä palkasta',
    same: 'Jokainen rivi on sama kuin viime kerralla.',
    first: 'Tämä on ensimmäinen palkka täällä, joten vertailtavaa ei ole.',
    pdf: 'Lataa PDF-tiedostona',
    back: 'Kaikki palkkalaskelmat',
  },
  draft: {
    title: (month) => `Palkan luonnos, ${month}`,
    warning: 'Tämä on luonnos, ei palkkalaskelma',
    text: 'Se on laskettu tämän päivän tiedoilla. Uusi poissaolo, uusi työaika tai uusi verokortti voi muuttaa sitä.',
    waits: 'Hyväksymätön työaika ei ole mukana.',
    held: 'Palkkaa ei voi vielä laskea',
    heldText: 'Jokin tarvittava tieto puuttuu tai ei täsmää. Palkkatoimisto näkee sen ja ottaa siihen kantaa.',
  },
  letter: {
    subject: (month) => `Palkkalaskelma, ${month}`,
    body: (month, amount, day) =>
      `Palkkasi (${month}) on ${amount}. Maksupäivä on ${day}.\n\nPalkkalaskelma on liitteenä. Omilla sivuilla kohdassa Oma palkka voit avata jokaisen rivin ja nähdä, mihin se perustuu.`,
    file: 'Palkkalaskelma',
  },
  paper: {
    columns: { line: 'Rivi', quantity: 'Määrä', price: 'Hinta tai prosentti', amount: 'Summa' },
    why: 'Näin rivit on laskettu',
    validFrom: (day) => `voimassa ${day} alkaen`,
    validBetween: (from, to) => `voimassa ${from}–${to}`,
    unverified: 'lukua ei ole tarkistettu lähteestään',
    madeBy: 'Muodostettu palkkojen pääkirjasta. Samat tiedot antavat aina saman palkkalaskelman.',
  },
};
