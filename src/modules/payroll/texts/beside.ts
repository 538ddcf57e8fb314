import type { SameKeys } from '../../../kernel/texts.ts';

/** What is paid beside the month: somebody leaves, dies, needs pay in advance, or something was forgotten. */
const sv = {
  beside: {
    link: 'Slutar, avliden, förskott',
    title: 'Vid sidan av månaden',
    lead: 'Fakta sparas först. Sedan öppnas en körning för bara den här personen, som räknas, kontrolleras och släpps som alla andra.',
    end: 'Slutar',
    endLead:
      'Anställning, lön, tillägg och förmåner slutar gälla efter sista dagen. Körningen betalar det som är kvar. Timmar i sista månaden betalas månaden efter, när de är attesterade.',
    last: 'Sista dagen',
    holiday: 'Ersättning för semester som är kvar',
    holidayHint: 'Brutto. Tomt om ingen är kvar.',
    endButton: 'Avsluta och öppna slutlön',
    death: 'Avliden',
    deathLead:
      'Ingen lön tjänas in efter dagen. Det som är kvar betalas till dödsboet när dess konto har godkänts. Har lön redan betalats för tiden efter visar körningen det.',
    on: 'Dödsdag',
    deathButton: 'Spara och öppna körningen',
    advance: 'Förskott på lön',
    advanceLead: 'Skatt och avgifter dras när det betalas. Månadens lön minskas med förskottet.',
    month: 'Månad',
    monthHint: 'Till exempel 2026-05.',
    amount: 'Belopp, brutto',
    reason: 'Varför',
    advanceButton: 'Öppna förskottet',
    payOn: 'Betalningsdag',
    dayHint: 'Till exempel 2026-05-29.',
    extraLink: 'Extra körning',
    extra: 'Extra körning',
    extraLead:
      'Betalar det som några ska ha och inte har fått för en månad. Det som redan är betalt betalas inte en gång till.',
    numbers: 'Anställningsnummer',
    numbersHint: 'Ett på varje rad.',
    extraButton: 'Öppna körningen',
    underWay: 'Körningar vid sidan av',
    kinds: { regular: 'Lönekörning', 'off-cycle': 'Extra körning', advance: 'Förskott' },
  },
};

const fi: SameKeys<typeof sv> = {
  beside: {
    link: 'Lopettaa, kuollut, ennakko',
    title: 'Kuukauden ulkopuolella',
    lead: 'Tiedot tallennetaan ensin. Sitten avataan ajo vain tälle henkilölle. Se lasketaan, tarkastetaan ja vapautetaan kuten muutkin.',
    end: 'Lopettaa',
    endLead:
      'Palvelussuhde, palkka, lisät ja luontoisedut päättyvät viimeiseen päivään. Ajo maksaa jäljellä olevan. Viimeisen kuukauden tunnit maksetaan seuraavassa kuussa, kun ne on hyväksytty.',
    last: 'Viimeinen päivä',
    holiday: 'Korvaus jäljellä olevasta lomasta',
    holidayHint: 'Brutto. Tyhjä, jos lomaa ei ole jäljellä.',
    endButton: 'Päätä ja avaa loppupalkka',
    death: 'Kuollut',
    deathLead:
      'Palkkaa ei kerry päivän jälkeen. Jäljellä oleva maksetaan kuolinpesälle, kun sen tili on hyväksytty. Jos palkkaa on jo maksettu sen jälkeiseltä ajalta, ajo näyttää sen.',
    on: 'Kuolinpäivä',
    deathButton: 'Tallenna ja avaa ajo',
    advance: 'Palkkaennakko',
    advanceLead: 'Vero ja maksut pidätetään, kun ennakko maksetaan. Kuukauden palkka pienenee ennakon verran.',
    month: 'Kuukausi',
    monthHint: 'Esimerkiksi 2026-05.',
    amount: 'Määrä, brutto',
    reason: 'Miksi',
    advanceButton: 'Avaa ennakko',
    payOn: 'Maksupäivä',
    dayHint: 'Esimerkiksi 2026-05-29.',
    extraLink: 'Ylimääräinen ajo',
    extra: 'Ylimääräinen ajo',
    extraLead: 'Maksaa sen, mikä joiltakin on kuukaudelta saamatta. Jo maksettua ei makseta uudelleen.',
    numbers: 'Palvelussuhteen numerot',
    numbersHint: 'Yksi joka rivillä.',
    extraButton: 'Avaa ajo',
    underWay: 'Ajot kuukauden ulkopuolella',
    kinds: { regular: 'Palkka-ajo', 'off-cycle': 'Ylimääräinen ajo', advance: 'Ennakko' },
  },
};

const en: SameKeys<typeof sv> = {
  beside: {
    link: 'Leaves, has died, advance',
    title: 'Beside the month',
    lead: 'What is known is kept first. Then a run is opened for this person alone; it is calculated, checked and released as any other.',
    end: 'Leaves',
    endLead:
      'Employment, salary, supplements and benefits end with the last day. The run pays what is left. Hours of the last month are paid the month after, when they are approved.',
    last: 'The last day',
    holiday: 'Compensation for holiday that is left',
    holidayHint: 'Gross. Empty when none is left.',
    endButton: 'End it and open the final pay',
    death: 'Has died',
    deathLead:
      'No pay is earned after the day. What is left is paid to the estate when its account has been approved. Where pay has gone out for the time after, the run shows it.',
    on: 'Day of death',
    deathButton: 'Save and open the run',
    advance: 'Advance of pay',
    advanceLead: 'Tax and contributions are taken when it is paid. The pay of the month becomes so much less.',
    month: 'Month',
    monthHint: 'For example 2026-05.',
    amount: 'Amount, gross',
    reason: 'Why',
    advanceButton: 'Open the advance',
    payOn: 'Day of payment',
    dayHint: 'For example 2026-05-29.',
    extraLink: 'Extra run',
    extra: 'Extra run',
    extraLead: 'Pays what some are due for a month and have not had. What is paid already is not paid again.',
    numbers: 'Employee numbers',
    numbersHint: 'One a line.',
    extraButton: 'Open the run',
    underWay: 'Runs beside the month',
    kinds: { regular: 'Pay run', 'off-cycle': 'Extra run', advance: 'Advance' },
  },
};

export const beside = { sv, fi, en };
