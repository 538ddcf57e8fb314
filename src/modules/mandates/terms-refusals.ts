import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is wrong with the terms of a mandate that is to be given. */
export const termsRefusals: RefusalTexts = {
  'mandates.number': {
    sv: {
      what: 'Numret stämmer inte',
      why: 'Det är inget riktigt person- eller organisationsnummer.',
      next: 'Kontrollera numret och skriv det igen.',
    },
    fi: {
      what: 'Tunnus ei täsmää',
      why: 'Se ei ole oikea henkilötunnus tai Y-tunnus.',
      next: 'Tarkista tunnus ja kirjoita se uudelleen.',
    },
    en: {
      what: 'The number is not right',
      why: 'It is no identity number or organisation number.',
      next: 'Check the number and write it again.',
    },
  },
  'mandates.to-oneself': {
    sv: {
      what: 'Du behöver ingen fullmakt för dig själv',
      why: 'Numret är ditt eget.',
      next: 'Skriv den andras nummer.',
    },
    fi: { what: 'Et tarvitse valtuutusta itsellesi', why: 'Tunnus on omasi.', next: 'Kirjoita toisen tunnus.' },
    en: { what: 'You need no mandate for yourself', why: 'The number is your own.', next: 'Write the other’s number.' },
  },
  'mandates.days.from-past': {
    sv: {
      what: 'Den första dagen har varit',
      why: 'En fullmakt kan börja gälla tidigast i dag.',
      next: 'Välj en annan dag.',
    },
    fi: {
      what: 'Ensimmäinen päivä on mennyt',
      why: 'Valtuutus voi alkaa aikaisintaan tänään.',
      next: 'Valitse toinen päivä.',
    },
    en: {
      what: 'The first day has been',
      why: 'A mandate can begin today at the earliest.',
      next: 'Choose another day.',
    },
  },
  'mandates.days.to-before-from': {
    sv: {
      what: 'Den sista dagen är före den första',
      why: 'Så kan en fullmakt inte gälla.',
      next: 'Välj en annan dag.',
    },
    fi: {
      what: 'Viimeinen päivä on ennen ensimmäistä',
      why: 'Valtuutus ei voi olla voimassa niin.',
      next: 'Valitse toinen päivä.',
    },
    en: {
      what: 'The last day is before the first',
      why: 'A mandate can not be valid so.',
      next: 'Choose another day.',
    },
  },
  'mandates.days.too-long': {
    sv: {
      what: 'Fullmakten är för lång',
      why: 'En fullmakt kan gälla i högst 25 år.',
      next: 'Välj en tidigare sista dag.',
    },
    fi: {
      what: 'Valtuutus on liian pitkä',
      why: 'Valtuutus voi olla voimassa enintään 25 vuotta.',
      next: 'Valitse aikaisempi viimeinen päivä.',
    },
    en: {
      what: 'The mandate is too long',
      why: 'A mandate can be valid for at most 25 years.',
      next: 'Choose an earlier last day.',
    },
  },
};
