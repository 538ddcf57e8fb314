import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told to who does something to a pay run that it does not allow now. */
export const runRefusals: RefusalTexts = {
  'payroll.run.not-found': {
    sv: {
      what: 'Lönekörningen finns inte',
      why: 'Adressen kan vara fel, eller så är körningen inte din.',
      next: 'Gå till Löner och öppna den därifrån.',
    },
    fi: {
      what: 'Palkka-ajoa ei löydy',
      why: 'Osoite voi olla väärä, tai ajo ei kuulu sinulle.',
      next: 'Avaa se Palkat-sivulta.',
    },
    en: {
      what: 'There is no such pay run',
      why: 'The address may be wrong, or the run is not yours.',
      next: 'Go to Pay and open it from there.',
    },
  },
  'payroll.run.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Körningen har ändrats sedan du öppnade sidan.',
      next: 'Öppna den igen och se vad som har hänt.',
    },
    fi: { what: 'Joku muu ehti ensin', why: 'Ajo on muuttunut sivun avaamisen jälkeen.', next: 'Avaa se uudelleen.' },
    en: {
      what: 'Somebody else was first',
      why: 'The run has changed since you opened the page.',
      next: 'Open it again and see what has happened.',
    },
  },
  'payroll.run.month-has-one': {
    sv: {
      what: 'Månaden har redan en lönekörning',
      why: 'En arbetsgivare har en ordinarie körning i månaden.',
      next: 'Öppna den som finns, eller gör en extra körning.',
    },
    fi: {
      what: 'Kuukaudella on jo palkka-ajo',
      why: 'Työnantajalla on yksi varsinainen ajo kuukaudessa.',
      next: 'Avaa olemassa oleva ajo tai tee ylimääräinen.',
    },
    en: {
      what: 'The month has its pay run already',
      why: 'An employer has one regular run a month.',
      next: 'Open the one there is, or make an extra one.',
    },
  },
  'payroll.run.outdated': {
    sv: {
      what: 'Fakta har kommit efter beräkningen',
      why: 'Några lönebesked är äldre än det vi vet nu.',
      next: 'Räkna igen; bara det som ändrats räknas om.',
    },
    fi: {
      what: 'Tietoja on tullut laskennan jälkeen',
      why: 'Jotkin laskelmat ovat vanhempia kuin nykyiset tiedot.',
      next: 'Laske uudelleen; vain muuttuneet lasketaan.',
    },
    en: {
      what: 'Facts have come after the calculation',
      why: 'Some payslips are older than what is known now.',
      next: 'Calculate again; only what has changed is made again.',
    },
  },
  'payroll.run.findings-left': {
    sv: {
      what: 'Det finns kvar att ta ställning till',
      why: 'En körning kontrolleras när allt oförklarat har fått svar.',
      next: 'Gå igenom listan först.',
    },
    fi: {
      what: 'Ratkaistavaa on jäljellä',
      why: 'Ajo tarkastetaan, kun kaikkeen selittämättömään on vastattu.',
      next: 'Käy luettelo ensin läpi.',
    },
    en: {
      what: 'There is something left to decide on',
      why: 'A run is checked when all that is unexplained has an answer.',
      next: 'Go through the list first.',
    },
  },
  'payroll.run.not-what-was-checked': {
    sv: {
      what: 'Det är inte det som kontrollerades',
      why: 'Lönerna har ändrats efter kontrollen.',
      next: 'Skicka tillbaka körningen så att den kontrolleras igen.',
    },
    fi: {
      what: 'Tämä ei ole se, mikä tarkastettiin',
      why: 'Palkat ovat muuttuneet tarkastuksen jälkeen.',
      next: 'Palauta ajo tarkastettavaksi.',
    },
    en: {
      what: 'It is not what was checked',
      why: 'The pay has changed after the check.',
      next: 'Send the run back so that it is checked again.',
    },
  },
  'payroll.run.same-person': {
    sv: {
      what: 'Någon annan måste göra det',
      why: 'Den som räknar, den som kontrollerar och den som släpper lönerna är tre olika personer.',
      next: 'Be en kollega.',
    },
    fi: {
      what: 'Toisen on tehtävä tämä',
      why: 'Laskija, tarkastaja ja vapauttaja ovat kolme eri henkilöä.',
      next: 'Pyydä kollegaa.',
    },
    en: {
      what: 'Somebody else must do it',
      why: 'Who calculates, who checks and who releases are three persons.',
      next: 'Ask a colleague.',
    },
  },
  'payroll.pay-out.not-posted': {
    sv: {
      what: 'Lönerna är inte i huvudboken',
      why: 'Bara det som har släppts i kommunen och bokförts betalas.',
      next: 'Vänta tills körningen står i huvudboken.',
    },
    fi: {
      what: 'Palkat eivät ole pääkirjassa',
      why: 'Vain kunnassa vapautettu ja kirjattu maksetaan.',
      next: 'Odota, että ajo on pääkirjassa.',
    },
    en: {
      what: 'The pay is not in the ledger',
      why: 'Only what was released in the municipality and posted is paid.',
      next: 'Wait until the run is in the ledger.',
    },
  },
  'payroll.pay-out.no-payer': {
    sv: {
      what: 'Det saknas ett konto att betala från',
      why: 'Ingen har angett arbetsgivarens konto.',
      next: 'Ange det på körningens sida.',
    },
    fi: { what: 'Maksajan tili puuttuu', why: 'Työnantajan tiliä ei ole annettu.', next: 'Anna se ajon sivulla.' },
    en: {
      what: 'There is no account to pay from',
      why: 'Nobody has given the employer’s account.',
      next: 'Give it on the page of the run.',
    },
  },
  'payroll.pay-out.nothing': {
    sv: {
      what: 'Det finns inget att betala',
      why: 'Alla är i en utbetalning redan, eller väntar på ett godkänt konto.',
      next: 'Se på körningens sida vem som väntar, och varför.',
    },
    fi: {
      what: 'Maksettavaa ei ole',
      why: 'Kaikki ovat jo maksatuksessa tai odottavat hyväksyttyä tiliä.',
      next: 'Katso ajon sivulta, kuka odottaa ja miksi.',
    },
    en: {
      what: 'There is nothing to pay',
      why: 'All are in a pay-out already, or wait for an approved account.',
      next: 'See on the page of the run who waits, and why.',
    },
  },
};
