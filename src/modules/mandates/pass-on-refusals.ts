import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told to who passes a mandate on as it can not be. */
export const passOnRefusals: RefusalTexts = {
  'mandates.pass-on.not-holder': {
    sv: {
      what: 'Fullmakten är inte din att ge vidare',
      why: 'Bara den som har fullmakten kan göra det.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: {
      what: 'Valtuutus ei ole sinun edelleen annettavasi',
      why: 'Vain valtuutettu voi tehdä sen.',
      next: 'Avaa valtuutus ja katso sen tila.',
    },
    en: {
      what: 'The mandate is not yours to pass on',
      why: 'Only whoever has it can do that.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.pass-on.not-standing': {
    sv: {
      what: 'Fullmakten gäller inte',
      why: 'Den, eller den som den kom från, gäller inte längre.',
      next: 'Be den som gav den om en ny.',
    },
    fi: {
      what: 'Valtuutus ei ole voimassa',
      why: 'Se, tai se josta se tuli, ei ole enää voimassa.',
      next: 'Pyydä uutta antajalta.',
    },
    en: {
      what: 'The mandate is not valid',
      why: 'It, or the one it came from, is no longer valid.',
      next: 'Ask whoever gave it for a new one.',
    },
  },
  'mandates.pass-on.may-not': {
    sv: {
      what: 'Fullmakten får inte ges vidare',
      why: 'Den som gav den har sagt nej till det.',
      next: 'Be den som gav den att ge en till den andra.',
    },
    fi: {
      what: 'Valtuutusta ei saa antaa edelleen',
      why: 'Antaja on kieltänyt sen.',
      next: 'Pyydä antajaa valtuuttamaan toinen.',
    },
    en: {
      what: 'The mandate may not be passed on',
      why: 'Whoever gave it has said no to that.',
      next: 'Ask them to give one to the other.',
    },
  },
  'mandates.pass-on.wider': {
    sv: {
      what: 'Det är mer än du själv får göra',
      why: 'Du kan bara ge vidare samma rätt, eller mindre.',
      next: 'Välj något som ryms i din egen fullmakt.',
    },
    fi: {
      what: 'Se on enemmän kuin itse saat tehdä',
      why: 'Voit antaa edelleen vain saman oikeuden tai vähemmän.',
      next: 'Valitse jotain, mikä sisältyy omaan valtuutukseesi.',
    },
    en: {
      what: 'That is more than you may do yourself',
      why: 'You can pass on only the same right, or less.',
      next: 'Choose something that lies within your own mandate.',
    },
  },
  'mandates.pass-on.longer': {
    sv: {
      what: 'Dagarna är fler än dina egna',
      why: 'Den kan inte gälla när din egen fullmakt inte gör det.',
      next: 'Välj dagar inom din egen fullmakts dagar.',
    },
    fi: {
      what: 'Päiviä on enemmän kuin omiasi',
      why: 'Se ei voi olla voimassa, kun oma valtuutuksesi ei ole.',
      next: 'Valitse päiviä oman valtuutuksesi ajalta.',
    },
    en: {
      what: 'The days are more than your own',
      why: 'It can not be valid when your own mandate is not.',
      next: 'Choose days within those of your own mandate.',
    },
  },
  'mandates.pass-on.circle': {
    sv: {
      what: 'Den personen har den redan',
      why: 'Fullmakten kan inte gå tillbaka till någon som den kom från.',
      next: 'Välj någon annan.',
    },
    fi: { what: 'Hänellä se jo on', why: 'Valtuutus ei voi palata sille, jolta se tuli.', next: 'Valitse joku muu.' },
    en: {
      what: 'That person has it already',
      why: 'The mandate can not go back to somebody from whom it came.',
      next: 'Choose somebody else.',
    },
  },
  'mandates.pass-on.too-many-links': {
    sv: {
      what: 'Fullmakten har redan getts vidare många gånger',
      why: 'Ingen kan längre överblicka vem som har den.',
      next: 'Be den första om en egen fullmakt.',
    },
    fi: {
      what: 'Valtuutus on annettu edelleen jo monta kertaa',
      why: 'Kukaan ei enää näe, kenellä se on.',
      next: 'Pyydä omaa valtuutusta ensimmäiseltä.',
    },
    en: {
      what: 'The mandate has been passed on many times already',
      why: 'Nobody can oversee any longer who has it.',
      next: 'Ask the first one for a mandate of its own.',
    },
  },
  'mandates.pass-on.chain-broken': {
    sv: {
      what: 'Fullmakten hänger inte ihop',
      why: 'Den som den kom från finns inte längre.',
      next: 'Be den som gav den första om en ny.',
    },
    fi: {
      what: 'Valtuutuksen ketju on katkennut',
      why: 'Sitä, josta se tuli, ei enää ole.',
      next: 'Pyydä uutta ensimmäisen antajalta.',
    },
    en: {
      what: 'The mandate does not hang together',
      why: 'The one it came from is not there any more.',
      next: 'Ask whoever gave the first one for a new one.',
    },
  },
};
