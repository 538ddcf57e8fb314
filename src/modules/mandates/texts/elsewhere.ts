import type { SameKeys } from '../../../kernel/texts.ts';

const sv = {
  mine: 'Fullmakter i andra register',
  lead: 'De ges, ändras och återkallas där. Vi frågar registret varje gång du gör något, och sparar inga svar.',
  protected: 'En person med skyddade personuppgifter',
  scope: 'Omfattar i e-tjänsterna',
  active: {
    everything: (at: string) => `Allt hos ${at}.`,
    mail: (at: string) => `Läsa meddelanden från ${at}.`,
    service: (at: string) => `En e-tjänst hos ${at}.`,
    case: (at: string) => `Ett ärende hos ${at}.`,
    property: (at: string) => `En fastighet hos ${at}.`,
  },
  passive: (what: string) => `${what} Bara att läsa och följa.`,
  source: 'Källa',
  checked: 'frågades',
  state: 'Läge',
  states: { yes: 'Gäller', no: 'Kan inte användas', unknown: 'Kunde inte kontrolleras' },
  next: 'Vad du kan göra',
  silent: (register: string) => `${register} kunde inte frågas nu.`,
  silentNext: 'Det som är registrerat där kan inte användas förrän registret svarar. Försök igen om en stund.',
  chooseTitle: 'Fullmakt i Suomi.fi',
  choose: 'Hämta från Suomi.fi',
  chooseLead:
    'Har någon gett dig fullmakt i Suomi.fi-fullmakter? Välj personen där, så kan du agera för den här också. Ditt personnummer lämnas till Suomi.fi.',
  by: (register: string) => `Genom ${register}`,
};

const fi: SameKeys<typeof sv> = {
  mine: 'Valtuudet muissa rekistereissä',
  lead: 'Ne annetaan, muutetaan ja perutaan siellä. Kysymme rekisteriltä joka kerta, kun teet jotain, emmekä tallenna vastauksia.',
  protected: 'Henkilö, jolla on turvakielto',
  scope: 'Kattaa sähköisissä palveluissa',
  active: {
    everything: (at) => `Kaikki asiat: ${at}.`,
    mail: (at) => `Viestien lukeminen: ${at}.`,
    service: (at) => `Yksi sähköinen palvelu: ${at}.`,
    case: (at) => `Yksi asia: ${at}.`,
    property: (at) => `Yksi kiinteistö: ${at}.`,
  },
  passive: (what) => `${what} Vain lukeminen ja seuraaminen.`,
  source: 'Lähde',
  checked: 'kysytty',
  state: 'Tila',
  states: { yes: 'Voimassa', no: 'Ei voi käyttää', unknown: 'Ei voitu tarkistaa' },
  next: 'Mitä voit tehdä',
  silent: (register) => `${register}: kysyminen ei nyt onnistunut.`,
  silentNext: 'Sinne rekisteröityä ei voi käyttää, ennen kuin rekisteri vastaa. Yritä hetken kuluttua uudelleen.',
  chooseTitle: 'Valtuus Suomi.fissä',
  choose: 'Hae Suomi.fistä',
  chooseLead:
    'Onko joku antanut sinulle valtuuden Suomi.fi-valtuuksissa? Valitse henkilö siellä, niin voit asioida hänen puolestaan myös täällä. Henkilötunnuksesi luovutetaan Suomi.fille.',
  by: (register) => `Rekisteri: ${register}`,
};

const en: SameKeys<typeof sv> = {
  mine: 'Mandates in other registers',
  lead: 'They are given, changed and revoked there. We ask the register each time you do something, and keep no answers.',
  protected: 'A person with a protected identity',
  scope: 'Covers in the e-services',
  active: {
    everything: (at) => `Everything at ${at}.`,
    mail: (at) => `Reading messages from ${at}.`,
    service: (at) => `One e-service at ${at}.`,
    case: (at) => `One case at ${at}.`,
    property: (at) => `One property at ${at}.`,
  },
  passive: (what) => `${what} Only to read and follow.`,
  source: 'Source',
  checked: 'asked',
  state: 'State',
  states: { yes: 'Valid', no: 'Can not be used', unknown: 'Could not be checked' },
  next: 'What you can do',
  silent: (register) => `${register} could not be asked now.`,
  silentNext: 'What is registered there can not be used until the register answers. Try again in a while.',
  chooseTitle: 'A mandate in Suomi.fi',
  choose: 'Fetch from Suomi.fi',
  chooseLead:
    'Has somebody given you a mandate in Suomi.fi e-Authorizations? Choose the person there, and you can act for them here too. Your personal identity code is given to Suomi.fi.',
  by: (register) => `Through ${register}`,
};

export const elsewhereTexts = { sv, fi, en };
