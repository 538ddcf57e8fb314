import type { RefusalTexts } from '../../../kernel/texts.ts';

export const reportRefusalTexts: RefusalTexts = {
  'payroll.report.not-reported': {
    sv: {
      what: 'Det finns ingenting att makulera',
      why: 'Personen är inte rapporterad av den här körningen, eller är redan makulerad.',
      next: 'Kontrollera anställningsnumret och körningen.',
    },
    fi: {
      what: 'Mitätöitävää ei ole',
      why: 'Henkilöstä ei ole ilmoitusta tästä ajosta, tai se on jo mitätöity.',
      next: 'Tarkista henkilönumero ja ajo.',
    },
    en: {
      what: 'There is nothing to cancel',
      why: 'The person is not reported of this run, or is cancelled already.',
      next: 'Check the employee number and the run.',
    },
  },
  'payroll.report.reason-missing': {
    sv: {
      what: 'Skriv varför',
      why: 'Den som granskar ska förstå varför rapporten togs bort.',
      next: 'Gå tillbaka och skriv skälet.',
    },
    fi: {
      what: 'Kirjoita miksi',
      why: 'Tarkastajan pitää ymmärtää, miksi ilmoitus poistettiin.',
      next: 'Palaa ja kirjoita syy.',
    },
    en: {
      what: 'Write why',
      why: 'Who audits must understand why the report was taken away.',
      next: 'Go back and write the reason.',
    },
  },
  'payroll.report.not-found': {
    sv: {
      what: 'Rapporten finns inte',
      why: 'Den är inte gjord, eller hör till en annan arbetsgivare.',
      next: 'Gå till körningens rapporter.',
    },
    fi: {
      what: 'Raporttia ei löydy',
      why: 'Sitä ei ole tehty, tai se kuuluu toiselle työnantajalle.',
      next: 'Siirry palkka-ajon raportteihin.',
    },
    en: {
      what: 'There is no such report',
      why: 'It has not been made, or belongs to another employer.',
      next: 'Go to the reports of the run.',
    },
  },
  'payroll.report.not-made': {
    sv: {
      what: 'Rapporten är inte gjord',
      why: 'En kontroll har hållit tillbaka den, eller så görs den just nu.',
      next: 'Se kontrollerna, rätta och gör den igen.',
    },
    fi: {
      what: 'Raporttia ei ole tehty',
      why: 'Tarkistus on pidättänyt sen, tai sitä tehdään juuri nyt.',
      next: 'Katso tarkistukset, korjaa ja tee se uudelleen.',
    },
    en: {
      what: 'The report has not been made',
      why: 'A check has kept it back, or it is being made right now.',
      next: 'See the checks, mend what they name, and make it again.',
    },
  },
  'payroll.report.handed-over': {
    sv: {
      what: 'Rapporten är redan lämnad',
      why: 'Den skickades eller lämnades tidigare.',
      next: 'Har något ändrats gör du en ny version.',
    },
    fi: {
      what: 'Raportti on jo annettu',
      why: 'Se on lähetetty tai annettu aiemmin.',
      next: 'Jos jokin on muuttunut, tee uusi versio.',
    },
    en: {
      what: 'The report has been handed over already',
      why: 'It was sent or handed over earlier.',
      next: 'If something has changed, make a new version.',
    },
  },
  'payroll.report.not-of-this': {
    sv: {
      what: 'Rapporten kan inte göras av den här körningen',
      why: 'Körningen är inte i huvudboken, eller så görs rapporten inte i det landet.',
      next: 'Släpp körningen först, eller välj en annan rapport.',
    },
    fi: {
      what: 'Raporttia ei voi tehdä tästä ajosta',
      why: 'Ajo ei ole pääkirjassa, tai raporttia ei tehdä siinä maassa.',
      next: 'Vapauta ajo ensin tai valitse toinen raportti.',
    },
    en: {
      what: 'The report can not be made of this run',
      why: 'The run is not in the ledger, or the country has no such report.',
      next: 'Release the run first, or choose another report.',
    },
  },
  'payroll.report.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Samma sak ändrades medan du arbetade.',
      next: 'Ladda sidan och gör om det som behövs.',
    },
    fi: {
      what: 'Joku muu ehti ensin',
      why: 'Samaa asiaa muutettiin työskentelysi aikana.',
      next: 'Lataa sivu ja tee tarvittava uudelleen.',
    },
    en: {
      what: 'Somebody else was first',
      why: 'The same thing was changed while you were working.',
      next: 'Load the page and do again what is needed.',
    },
  },
};
