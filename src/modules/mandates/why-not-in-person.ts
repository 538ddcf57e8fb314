import type { Why } from './reason.ts';

/** Why not, for oneself or in an office. */
export const whyNotInPerson = {
  'not-signed-in': {
    because: { sv: 'Du är inte inloggad.', fi: 'Et ole kirjautunut sisään.', en: 'You are not signed in.' },
    next: { sv: 'Logga in och försök igen.', fi: 'Kirjaudu ja yritä uudelleen.', en: 'Sign in and try again.' },
  },
  'not-yours': {
    because: {
      sv: 'Det gäller någon annan, och du har ingen fullmakt för den personen.',
      fi: 'Asia koskee toista henkilöä, eikä sinulla ole hänen valtuutustaan.',
      en: 'It concerns somebody else, and you hold no mandate for that person.',
    },
    next: {
      sv: 'Be personen att göra det själv, eller att ge dig en fullmakt.',
      fi: 'Pyydä henkilöä tekemään se itse tai antamaan sinulle valtuutus.',
      en: 'Ask the person to do it, or to give you a mandate.',
    },
  },
  assurance: {
    because: {
      sv: 'Din inloggning är inte tillräckligt säker för det här.',
      fi: 'Kirjautumisesi ei ole tähän riittävän vahva.',
      en: 'Your sign-in is not secure enough for this.',
    },
    next: {
      sv: 'Logga in med en e-legitimation på högre tillitsnivå.',
      fi: 'Kirjaudu tunnistusvälineellä, jolla on korkeampi varmuustaso.',
      en: 'Sign in with an e-ID of a higher assurance level.',
    },
  },
  'no-office': {
    because: {
      sv: 'Det kan bara göras i tjänsten, av den som arbetar hos en myndighet.',
      fi: 'Sen voi tehdä vain viranomaisen työntekijä virassaan.',
      en: 'Only somebody who works at an authority can do it, in their office.',
    },
    next: {
      sv: 'Gå till sidorna för handläggare.',
      fi: 'Siirry käsittelijöiden sivuille.',
      en: 'Go to the pages for officials.',
    },
  },
  'no-role': {
    because: {
      sv: 'Du har inte den roll som krävs, eller så har den upphört.',
      fi: 'Sinulla ei ole vaadittua roolia, tai se on päättynyt.',
      en: 'You do not have the role that this takes, or it has ended.',
    },
    next: {
      sv: 'Kontakta den som delar ut roller hos dig.',
      fi: 'Ota yhteyttä roolien antajaan organisaatiossasi.',
      en: 'Contact whoever gives out roles where you work.',
    },
  },
  'other-unit-or-task': {
    because: {
      sv: 'Din roll gäller en annan myndighet, enhet eller uppgift.',
      fi: 'Roolisi koskee toista viranomaista, yksikköä tai tehtävää.',
      en: 'Your role is for another authority, unit or task.',
    },
    next: {
      sv: 'Lämna ärendet till den enhet som det hör till.',
      fi: 'Siirrä asia yksikölle, jolle se kuuluu.',
      en: 'Hand the matter to the unit that it belongs to.',
    },
  },
  'own-matter': {
    because: {
      sv: 'Du är själv part i ärendet och får inte handlägga det.',
      fi: 'Olet itse asianosainen etkä saa käsitellä asiaa.',
      en: 'You are a party to the matter yourself and may not handle it.',
    },
    next: {
      sv: 'Låt en kollega ta över ärendet.',
      fi: 'Anna asia kollegalle.',
      en: 'Let a colleague take over.',
    },
    source: 'SFS 2017:900 16–17 §§',
  },
  protected: {
    because: {
      sv: 'Personen har skyddade personuppgifter, och du har inte rätten att hantera sådana.',
      fi: 'Henkilöllä on turvakielto, eikä sinulla ole oikeutta käsitellä sellaisia tietoja.',
      en: 'The person has a protected identity, and you do not have the right to handle such data.',
    },
    next: {
      sv: 'Lämna ärendet till en kollega som har den rätten.',
      fi: 'Anna asia kollegalle, jolla on tämä oikeus.',
      en: 'Hand the matter to a colleague who has that right.',
    },
  },
} as const satisfies Record<string, Why>;
