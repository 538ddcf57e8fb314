import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told when a pay run stands where an act can not be done: one text for each act of `run/handle-run.ts`. */
export const runStateRefusals: RefusalTexts = {
  'payroll.run.not-calculation-asked': {
    sv: {
      what: 'Körningen kan inte räknas nu',
      why: 'Den räknas redan, eller så är den kontrollerad, släppt eller återkallad.',
      next: 'Öppna körningen igen. Är den kontrollerad men inte släppt kan kommunen skicka tillbaka den.',
    },
    fi: {
      what: 'Ajoa ei voi laskea nyt',
      why: 'Sitä lasketaan jo, tai se on tarkastettu, vapautettu tai peruttu.',
      next: 'Avaa ajo uudelleen. Tarkastetun ajon, jota ei ole vapautettu, kunta voi palauttaa.',
    },
    en: {
      what: 'The run can not be calculated now',
      why: 'It is being calculated, or it has been checked, released or cancelled.',
      next: 'Open the run again. One that is checked but not released can be sent back by the municipality.',
    },
  },
  'payroll.run.not-checked': {
    sv: {
      what: 'Körningen kan inte kontrolleras nu',
      why: 'Bara en körning som är färdigräknad och inte redan kontrollerad kan kontrolleras.',
      next: 'Öppna körningen igen och se om den räknas eller om någon annan hann före.',
    },
    fi: {
      what: 'Ajoa ei voi tarkastaa nyt',
      why: 'Vain loppuun laskettu ajo, jota ei ole vielä tarkastettu, voidaan tarkastaa.',
      next: 'Avaa ajo uudelleen ja katso, lasketaanko sitä vai ehtikö joku muu ensin.',
    },
    en: {
      what: 'The run can not be checked now',
      why: 'Only a run that has been calculated to the end and not been checked yet can be checked.',
      next: 'Open the run again and see whether it is being calculated, or somebody else was first.',
    },
  },
  'payroll.run.not-sent-back': {
    sv: {
      what: 'Körningen kan inte skickas tillbaka nu',
      why: 'Bara en kontrollerad körning som inte är släppt kan skickas tillbaka.',
      next: 'Är den släppt rättas det som blev fel i nästa körning eller i en extra.',
    },
    fi: {
      what: 'Ajoa ei voi palauttaa nyt',
      why: 'Vain tarkastettu ajo, jota ei ole vapautettu, voidaan palauttaa.',
      next: 'Jos ajo on vapautettu, virhe korjataan seuraavassa tai ylimääräisessä ajossa.',
    },
    en: {
      what: 'The run can not be sent back now',
      why: 'Only a run that is checked and not released can be sent back.',
      next: 'When it is released, what was wrong is corrected in the next run or in an extra one.',
    },
  },
  'payroll.run.not-released': {
    sv: {
      what: 'Körningen kan inte släppas nu',
      why: 'Bara en kontrollerad körning kan släppas, och bara en gång.',
      next: 'Öppna körningen igen och se om den väntar på kontroll eller redan är släppt.',
    },
    fi: {
      what: 'Ajoa ei voi vapauttaa nyt',
      why: 'Vain tarkastettu ajo voidaan vapauttaa, ja vain kerran.',
      next: 'Avaa ajo uudelleen ja katso, odottaako se tarkastusta vai onko se jo vapautettu.',
    },
    en: {
      what: 'The run can not be released now',
      why: 'Only a checked run can be released, and only once.',
      next: 'Open the run again and see whether it waits to be checked or is released already.',
    },
  },
  'payroll.run.not-closed': {
    sv: {
      what: 'Körningen kan inte avslutas nu',
      why: 'Bara en körning som står i huvudboken kan avslutas.',
      next: 'Vänta tills den släppta körningen är bokförd, eller se om den redan är avslutad.',
    },
    fi: {
      what: 'Ajoa ei voi päättää nyt',
      why: 'Vain pääkirjaan viety ajo voidaan päättää.',
      next: 'Odota, että vapautettu ajo on kirjattu, tai katso, onko se jo päätetty.',
    },
    en: {
      what: 'The run can not be closed now',
      why: 'Only a run that stands in the ledger can be closed.',
      next: 'Wait until the released run is posted, or see whether it is closed already.',
    },
  },
  'payroll.run.not-cancelled': {
    sv: {
      what: 'Körningen kan inte återkallas nu',
      why: 'Den räknas just nu, eller så är den släppt, och det som är släppt tas inte tillbaka.',
      next: 'Stoppa räkningen först. Är den släppt rättas det som blev fel i nästa körning eller i en extra.',
    },
    fi: {
      what: 'Ajoa ei voi perua nyt',
      why: 'Sitä lasketaan parhaillaan, tai se on vapautettu, eikä vapautettua peruta.',
      next: 'Keskeytä laskenta ensin. Jos ajo on vapautettu, virhe korjataan seuraavassa tai ylimääräisessä ajossa.',
    },
    en: {
      what: 'The run can not be cancelled now',
      why: 'It is being calculated, or it is released, and what is released is not taken back.',
      next: 'Stop the calculation first. When it is released, what was wrong is corrected in the next run or in an extra one.',
    },
  },
};
