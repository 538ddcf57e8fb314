import type { RefusalTexts } from '../../kernel/texts.ts';
import { besideRefusals } from './beside/refusal-texts.ts';
import { recoveryRefusals } from './recovery/refusal-texts.ts';
import { runRefusals } from './run-refusals.ts';
import { runStateRefusals } from './run-state-refusals.ts';

export const refusalTexts: RefusalTexts = {
  ...runRefusals,
  ...runStateRefusals,
  ...besideRefusals,
  ...recoveryRefusals,
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
  'payroll.request.answered': {
    sv: {
      what: 'Det har redan fått svar',
      why: 'Någon har svarat eller tagit tillbaka det medan sidan var öppen.',
      next: 'Ladda om sidan.',
    },
    fi: {
      what: 'Siihen on jo vastattu',
      why: 'Joku vastasi tai perui sen, kun sivu oli auki.',
      next: 'Lataa sivu uudelleen.',
    },
    en: {
      what: 'It has been answered already',
      why: 'Somebody answered or took it back while the page was open.',
      next: 'Load the page again.',
    },
  },
  'payroll.request.which': {
    sv: {
      what: 'Vilken anställning gäller det?',
      why: 'Du har flera hos arbetsgivaren. Timmar hör alltid till en av dem.',
      next: 'Gå tillbaka och välj.',
    },
    fi: {
      what: 'Mitä palvelussuhdetta asia koskee?',
      why: 'Sinulla on useita samalla työnantajalla. Tunnit kuuluvat aina yhteen niistä.',
      next: 'Palaa ja valitse.',
    },
    en: {
      what: 'Which employment is it about?',
      why: 'You have several with the employer. Hours are always of one of them.',
      next: 'Go back and choose.',
    },
  },
  'payroll.request.none': {
    sv: {
      what: 'Du har ingen anställning de dagarna',
      why: 'Anställningen har inte börjat eller har tagit slut.',
      next: 'Kontrollera dagarna.',
    },
    fi: {
      what: 'Sinulla ei ole palvelussuhdetta noina päivinä',
      why: 'Palvelussuhde ei ole alkanut tai se on päättynyt.',
      next: 'Tarkista päivät.',
    },
    en: {
      what: 'You have no employment on those days',
      why: 'The employment has not begun or has ended.',
      next: 'Check the days.',
    },
  },
  'payroll.request.reason-missing': {
    sv: {
      what: 'Skriv varför',
      why: 'Den som får avslag ska kunna förstå det.',
      next: 'Gå tillbaka och skriv skälet.',
    },
    fi: {
      what: 'Kirjoita miksi',
      why: 'Hylkäyksen saajan pitää ymmärtää se.',
      next: 'Palaa ja kirjoita syy.',
    },
    en: {
      what: 'Write why',
      why: 'Who is refused must be able to understand it.',
      next: 'Go back and write the reason.',
    },
  },
  'payroll.parallel.not-shown': {
    sv: {
      what: 'Första lönen får inte betalas än',
      why: 'Två månader ska först stämma med det gamla systemet, eller vara förklarade rad för rad.',
      next: 'Öppna parallellkörningen: förklara det som är kvar, eller låt någon hos arbetsgivaren skriva under.',
    },
    fi: {
      what: 'Ensimmäistä palkkaa ei saa vielä maksaa',
      why: 'Kahden kuukauden pitää ensin täsmätä vanhan järjestelmän kanssa tai olla selitetty riveittäin.',
      next: 'Avaa rinnakkaisajo: selitä loput, tai pyydä jotakuta työnantajalla allekirjoittamaan.',
    },
    en: {
      what: 'The first pay may not be paid yet',
      why: 'Two months must first agree with the old system, or be explained line by line.',
      next: 'Open the parallel run: explain what is left, or have somebody at the employer sign.',
    },
  },
  'payroll.parallel.signed-already': {
    sv: { what: 'Det är redan underskrivet', why: 'Någon hos arbetsgivaren har skrivit under.', next: 'Gå tillbaka.' },
    fi: { what: 'Se on jo allekirjoitettu', why: 'Joku työnantajalla on allekirjoittanut.', next: 'Palaa takaisin.' },
    en: { what: 'It is signed already', why: 'Somebody at the employer has signed.', next: 'Go back.' },
  },
  'payroll.parallel.no-code': {
    sv: { what: 'Ingen sådan löneart', why: 'Lönearten finns inte här.', next: 'Gå tillbaka och välj en i listan.' },
    fi: { what: 'Ei sellaista palkkalajia', why: 'Palkkalajia ei ole täällä.', next: 'Palaa ja valitse luettelosta.' },
    en: { what: 'No such code', why: 'The code does not exist here.', next: 'Go back and choose one in the list.' },
  },
  'payroll.preview.figure': {
    sv: {
      what: 'Så kan det inte bli',
      why: 'Värdet eller dagen kan inte läsas, eller så kan just den siffran inte ändras så.',
      next: 'Gå tillbaka och skriv siffror, och dagen som 2026-08-01.',
    },
    fi: {
      what: 'Niin ei voi olla',
      why: 'Arvoa tai päivää ei voi lukea, tai lukua ei voi muuttaa niin.',
      next: 'Palaa ja kirjoita numeroita, ja päivä muodossa 2026-08-01.',
    },
    en: {
      what: 'It can not be so',
      why: 'The value or the day can not be read, or that figure can not be changed so.',
      next: 'Go back and write figures, and the day as 2026-08-01.',
    },
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
