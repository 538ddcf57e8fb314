import type { RefusalTexts } from '../../kernel/texts.ts';
import { runRefusals } from './run-refusals.ts';

export const refusalTexts: RefusalTexts = {
  ...runRefusals,
  'payroll.what-if.figure': {
    sv: {
      what: 'Det är inget belopp',
      why: 'Skriv lönen i siffror.',
      next: 'Gå tillbaka och skriv till exempel 3000,50.',
    },
    fi: {
      what: 'Se ei ole rahamäärä',
      why: 'Kirjoita palkka numeroin.',
      next: 'Palaa ja kirjoita esimerkiksi 3000,50.',
    },
    en: { what: 'That is no amount', why: 'Write the pay in figures.', next: 'Go back and write for example 3000.50.' },
  },
  'payroll.employee.not-found': {
    sv: {
      what: 'Personen finns inte här',
      why: 'Adressen kan vara fel, eller så har arbetsgivaren ingen sådan anställd.',
      next: 'Gå tillbaka till lönekörningen.',
    },
    fi: {
      what: 'Henkilöä ei ole täällä',
      why: 'Osoite voi olla väärä, tai työnantajalla ei ole tällaista työntekijää.',
      next: 'Palaa palkka-ajoon.',
    },
    en: {
      what: 'There is no such person here',
      why: 'The address may be wrong, or the employer has no such employee.',
      next: 'Go back to the pay run.',
    },
  },
  'payroll.employee.number-taken': {
    sv: {
      what: 'Anställningsnumret är upptaget',
      why: 'En annan person hos arbetsgivaren har samma nummer.',
      next: 'Ge personen ett annat nummer.',
    },
    fi: {
      what: 'Henkilönumero on varattu',
      why: 'Toisella työnantajan henkilöllä on sama numero.',
      next: 'Anna henkilölle toinen numero.',
    },
    en: {
      what: 'The employee number is taken',
      why: 'Another person of the employer has the same number.',
      next: 'Give the person another number.',
    },
  },
  'payroll.facts.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Det har kommit nya fakta om personen sedan du öppnade sidan.',
      next: 'Öppna sidan igen och gör om det om det behövs.',
    },
    fi: {
      what: 'Joku muu ehti ensin',
      why: 'Henkilöstä on tullut uutta tietoa sivun avaamisen jälkeen.',
      next: 'Avaa sivu uudelleen.',
    },
    en: {
      what: 'Somebody else was first',
      why: 'New facts about the person have come since you opened the page.',
      next: 'Open the page again and redo it if needed.',
    },
  },
  'payroll.finding.answered-meanwhile': {
    sv: {
      what: 'Någon annan hann svara',
      why: 'Frågan har fått svar sedan du öppnade sidan.',
      next: 'Öppna listan igen.',
    },
    fi: {
      what: 'Joku muu ehti vastata',
      why: 'Kysymykseen on vastattu sivun avaamisen jälkeen.',
      next: 'Avaa luettelo uudelleen.',
    },
    en: {
      what: 'Somebody else has answered',
      why: 'The question was answered since you opened the page.',
      next: 'Open the list again.',
    },
  },
};
