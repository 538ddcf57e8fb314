import type { Assurance, Basis } from '../../kernel/authority.ts';
import { formatInstant } from '../../kernel/calendar/format.ts';
import type { Explanation, ExplanationFact } from '../../kernel/explanation.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { PersonStateKind } from './facts.ts';
import type { NotStanding } from './standing.ts';

export type Reason =
  | 'not-signed-in'
  | 'not-yours'
  | 'assurance'
  | 'no-office'
  | 'no-role'
  | 'other-unit-or-task'
  | 'own-matter'
  | 'protected'
  | NotStanding
  | Exclude<PersonStateKind, 'under-forvaltare'>
  | 'not-in-mandate'
  | 'passive-only'
  | 'only-in-person'
  | 'jointly'
  | 'other-duties'
  | 'ended';

/** A no, with what is told of this very case. */
export type No = {
  readonly reason: Reason;
  /** Since when, or from when; milliseconds. */
  readonly at?: number | null;
  readonly minimum?: Assurance;
  /** Whether the mandate would have been for this, had it stood. */
  readonly covering?: boolean;
};

type Why = { readonly because: InEach<string>; readonly next: InEach<string>; readonly source?: string };

const whyNot = {
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
  'awaiting-signatures': {
    because: {
      sv: 'Fullmakten är inte underskriven av alla som ska skriva under.',
      fi: 'Kaikki, joiden pitää allekirjoittaa valtuutus, eivät ole vielä allekirjoittaneet.',
      en: 'Not everybody who must sign the mandate has signed it.',
    },
    next: {
      sv: 'Vänta tills den är underskriven, eller påminn den som ger fullmakten.',
      fi: 'Odota allekirjoituksia tai muistuta valtuutuksen antajaa.',
      en: 'Wait until it is signed, or remind whoever gives the mandate.',
    },
  },
  upcoming: {
    because: {
      sv: 'Rätten har inte börjat gälla än.',
      fi: 'Oikeus ei ole vielä voimassa.',
      en: 'The right has not begun yet.',
    },
    next: {
      sv: 'Försök igen när den gäller.',
      fi: 'Yritä uudelleen, kun se on voimassa.',
      en: 'Try again when it has.',
    },
  },
  expired: {
    because: {
      sv: 'Fullmakten har gått ut.',
      fi: 'Valtuutuksen voimassaolo on päättynyt.',
      en: 'The mandate has expired.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du fortfarande behöver den.',
      fi: 'Pyydä uutta valtuutusta, jos tarvitset sitä vielä.',
      en: 'Ask for a new mandate if you still need it.',
    },
  },
  revoked: {
    because: {
      sv: 'Fullmakten är återkallad av den som gav den.',
      fi: 'Valtuutuksen antaja on peruuttanut sen.',
      en: 'Whoever gave the mandate has revoked it.',
    },
    next: {
      sv: 'Hör med personen om något ska göras. Du kan be om en ny fullmakt.',
      fi: 'Kysy henkilöltä, pitääkö jotain tehdä. Voit pyytää uutta valtuutusta.',
      en: 'Ask the person whether anything is to be done. You can ask for a new mandate.',
    },
  },
  'given-back': {
    because: {
      sv: 'Du har själv lämnat tillbaka fullmakten.',
      fi: 'Olet itse luopunut valtuutuksesta.',
      en: 'You gave the mandate back yourself.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du behöver den igen.',
      fi: 'Pyydä uutta valtuutusta, jos tarvitset sitä taas.',
      en: 'Ask for a new mandate if you need it again.',
    },
  },
  declined: {
    because: {
      sv: 'Du har tackat nej till fullmakten.',
      fi: 'Olet kieltäytynyt valtuutuksesta.',
      en: 'You declined the mandate.',
    },
    next: {
      sv: 'Be om en ny fullmakt om du har ändrat dig.',
      fi: 'Pyydä uutta valtuutusta, jos muutit mielesi.',
      en: 'Ask for a new mandate if you have changed your mind.',
    },
  },
  refused: {
    because: {
      sv: 'Personen har sagt nej till att ge fullmakten.',
      fi: 'Henkilö ei antanut valtuutusta.',
      en: 'The person did not want to give the mandate.',
    },
    next: {
      sv: 'Be personen att göra det själv.',
      fi: 'Pyydä henkilöä tekemään se itse.',
      en: 'Ask the person to do it.',
    },
  },
  replaced: {
    because: {
      sv: 'Fullmakten är ersatt av en nyare.',
      fi: 'Valtuutus on korvattu uudemmalla.',
      en: 'A newer mandate has replaced this one.',
    },
    next: {
      sv: 'Se efter vad den nya fullmakten gäller.',
      fi: 'Katso, mitä uusi valtuutus koskee.',
      en: 'See what the new mandate is for.',
    },
  },
  suspended: {
    because: {
      sv: 'Fullmakten är vilande: enligt ett register kan den inte användas nu.',
      fi: 'Valtuutus on keskeytetty: rekisterin mukaan sitä ei voi käyttää nyt.',
      en: 'The mandate is suspended: according to a register it can not be used now.',
    },
    next: {
      sv: 'Kontakta myndigheten som ärendet gäller.',
      fi: 'Ota yhteyttä viranomaiseen, jota asia koskee.',
      en: 'Contact the authority that the matter is at.',
    },
  },
  'chain-broken': {
    because: {
      sv: 'Fullmakten bygger på en annan fullmakt som inte bär den.',
      fi: 'Valtuutus perustuu toiseen valtuutukseen, joka ei riitä siihen.',
      en: 'The mandate rests on another one that does not carry it.',
    },
    next: {
      sv: 'Be personen själv att ge dig en fullmakt.',
      fi: 'Pyydä valtuutus henkilöltä itseltään.',
      en: 'Ask the person themselves for a mandate.',
    },
  },
  dead: {
    because: {
      sv: 'Personen har avlidit, och e-tjänsterna kan inte användas i personens namn.',
      fi: 'Henkilö on kuollut, eikä sähköisiä palveluja voi käyttää hänen nimissään.',
      en: 'The person has died, and the e-services can not be used in their name.',
    },
    next: {
      sv: 'Den som företräder dödsboet kontaktar myndigheten.',
      fi: 'Kuolinpesän edustaja ottaa yhteyttä viranomaiseen.',
      en: 'Whoever represents the estate contacts the authority.',
    },
  },
  dissolved: {
    because: {
      sv: 'Organisationen är upplöst.',
      fi: 'Organisaatio on purettu.',
      en: 'The organisation has been dissolved.',
    },
    next: {
      sv: 'Kontakta myndigheten om ett ärende inte är avslutat.',
      fi: 'Ota yhteyttä viranomaiseen, jos asia on kesken.',
      en: 'Contact the authority if a case is not closed.',
    },
  },
  bankrupt: {
    because: {
      sv: 'Organisationen är i konkurs, och konkursförvaltaren företräder den.',
      fi: 'Organisaatio on konkurssissa, ja pesänhoitaja edustaa sitä.',
      en: 'The organisation is bankrupt, and the administrator of the estate represents it.',
    },
    next: {
      sv: 'Vänd dig till konkursförvaltaren.',
      fi: 'Käänny pesänhoitajan puoleen.',
      en: 'Turn to the administrator of the estate.',
    },
  },
  'not-in-mandate': {
    because: {
      sv: 'Du har en fullmakt för personen, men den gäller inte det här.',
      fi: 'Sinulla on henkilön valtuutus, mutta se ei koske tätä.',
      en: 'You hold a mandate for the person, but it is not for this.',
    },
    next: {
      sv: 'Se vad fullmakten gäller, eller be om en som gäller det här.',
      fi: 'Katso, mitä valtuutus koskee, tai pyydä valtuutusta tähän.',
      en: 'See what the mandate is for, or ask for one that is for this.',
    },
  },
  'passive-only': {
    because: {
      sv: 'Din fullmakt låter dig läsa och följa, men inte ansöka eller svara.',
      fi: 'Valtuutuksellasi voit lukea ja seurata, mutta et hakea tai vastata.',
      en: 'Your mandate lets you read and follow, but not apply or answer.',
    },
    next: {
      sv: 'Be personen att göra det själv, eller om en fullmakt som räcker.',
      fi: 'Pyydä henkilöä tekemään se itse tai antamaan riittävä valtuutus.',
      en: 'Ask the person to do it, or for a mandate that is enough.',
    },
  },
  'only-in-person': {
    because: {
      sv: 'Det här kan bara göras av personen själv, inte genom fullmakt.',
      fi: 'Tämän voi tehdä vain henkilö itse, ei valtuutuksella.',
      en: 'Only the person can do this, nobody by a mandate.',
    },
    next: {
      sv: 'Sluta agera för personen om du vill göra det för dig själv.',
      fi: 'Lopeta henkilön puolesta asiointi, jos haluat tehdä sen itsellesi.',
      en: 'Stop acting for the person if you want to do it for yourself.',
    },
  },
  jointly: {
    because: {
      sv: 'Du tecknar organisationen tillsammans med andra och kan inte agera ensam.',
      fi: 'Edustat organisaatiota yhdessä muiden kanssa etkä voi asioida yksin.',
      en: 'You sign for the organisation together with others and can not act alone.',
    },
    next: {
      sv: 'Skriv tillsammans under en fullmakt för den som ska göra det.',
      fi: 'Allekirjoittakaa yhdessä valtuutus sille, jonka pitää tehdä se.',
      en: 'Together, sign a mandate for whoever is to do it.',
    },
  },
  'other-duties': {
    because: {
      sv: 'Ditt förordnande omfattar inte att bevaka personens rätt hos myndigheter.',
      fi: 'Määräyksesi ei koske henkilön oikeuksien valvomista viranomaisissa.',
      en: 'Your appointment does not include guarding the person’s rights at authorities.',
    },
    next: {
      sv: 'Kontakta överförmyndaren om uppdraget har ändrats.',
      fi: 'Ota yhteyttä holhousviranomaiseen, jos tehtävä on muuttunut.',
      en: 'Contact the chief guardian if the task has changed.',
    },
    source: 'SFS 1949:381 11 kap. 4 §',
  },
  ended: {
    because: {
      sv: 'Enligt registret har rätten att företräda personen upphört.',
      fi: 'Rekisterin mukaan oikeus edustaa henkilöä on päättynyt.',
      en: 'According to the register, the right to represent the person has ended.',
    },
    next: {
      sv: 'Be om en fullmakt om du fortfarande ska företräda personen.',
      fi: 'Pyydä valtuutusta, jos sinun pitää vielä edustaa henkilöä.',
      en: 'Ask for a mandate if you are still to represent the person.',
    },
  },
} as const satisfies Record<Reason, Why>;

const basisText = {
  self: { sv: 'Du gör det för dig själv', fi: 'Teet sen omasta puolestasi', en: 'You do it for yourself' },
  role: { sv: 'Din roll ger dig rätten', fi: 'Roolisi antaa oikeuden', en: 'Your role gives you the right' },
  agreement: {
    sv: 'Ett avtal mellan myndigheterna ger dig rätten',
    fi: 'Viranomaisten välinen sopimus antaa oikeuden',
    en: 'An agreement between the authorities gives you the right',
  },
  mandate: { sv: 'En fullmakt ger dig rätten', fi: 'Valtuutus antaa oikeuden', en: 'A mandate gives you the right' },
  public: { sv: 'Det är öppet för alla', fi: 'Se on avoin kaikille', en: 'It is open to all' },
  guardian: {
    sv: 'Du är vårdnadshavare enligt folkbokföringen',
    fi: 'Olet huoltaja väestörekisterin mukaan',
    en: 'You are the guardian according to the population register',
  },
  'god-man': {
    sv: 'Du är god man enligt registret',
    fi: 'Olet edunvalvoja rekisterin mukaan',
    en: 'You are the guardian (god man) according to the register',
  },
  forvaltare: {
    sv: 'Du är förvaltare enligt registret',
    fi: 'Olet edunvalvoja (förvaltare) rekisterin mukaan',
    en: 'You are the administrator (förvaltare) according to the register',
  },
  signatory: {
    sv: 'Du är firmatecknare enligt registret',
    fi: 'Olet nimenkirjoittaja rekisterin mukaan',
    en: 'You sign for the organisation according to the register',
  },
  system: { sv: 'Systemet gör det', fi: 'Järjestelmä tekee sen', en: 'The system does it' },
} as const satisfies Record<Basis['kind'], InEach<string>>;

const level = {
  low: { sv: 'låg', fi: 'matala', en: 'low' },
  substantial: { sv: 'väsentlig', fi: 'korotettu', en: 'substantial' },
  high: { sv: 'hög', fi: 'korkea', en: 'high' },
} as const satisfies Record<Assurance, InEach<string>>;

export function explainYes(basis: Basis): Explanation {
  return { what: basisText[basis.kind], facts: [], rules: [] };
}

const since = { sv: 'Tidpunkt', fi: 'Ajankohta', en: 'When' };

function momentFact(at: number): ExplanationFact {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  return {
    label: since,
    value: {
      sv: formatInstant(instant, 'sv', 'SE'),
      fi: formatInstant(instant, 'fi', 'SE'),
      en: formatInstant(instant, 'en', 'SE'),
    },
  };
}

/** Why not, and what to do; how it stands with a mandate is told to who holds it, and to nobody else. */
export function explainNo({ reason, at, minimum }: No): Explanation {
  const why: Why = whyNot[reason];
  const facts: ExplanationFact[] = at === undefined || at === null ? [] : [momentFact(at)];
  if (minimum) {
    facts.push({
      label: { sv: 'Lägsta tillitsnivå', fi: 'Vähimmäisvarmuustaso', en: 'Lowest assurance' },
      value: level[minimum],
    });
  }
  return {
    what: why.because,
    facts,
    rules: why.source ? [{ label: why.because, source: why.source, verified: true }] : [],
    next: why.next,
  };
}

const sourceNames: Readonly<Record<string, InEach<string>>> = {
  population: { sv: 'folkbokföringen', fi: 'väestörekisteri', en: 'the population register' },
  company: { sv: 'företagsregistret', fi: 'yritysrekisteri', en: 'the company register' },
  guardianship: { sv: 'ställföreträdarregistret', fi: 'holhousasioiden rekisteri', en: 'the guardianship register' },
};

export function explainUnknown(sources: readonly string[]): Explanation {
  const named = (language: 'sv' | 'fi' | 'en') => sources.map((one) => sourceNames[one]?.[language] ?? one).join(', ');
  return {
    what: {
      sv: `Vi vet inte om du får: ${named('sv')} svarar inte just nu.`,
      fi: `Emme tiedä, onko sinulla oikeus: ${named('fi')} ei vastaa juuri nyt.`,
      en: `We do not know whether you may: ${named('en')} does not answer just now.`,
    },
    facts: [],
    rules: [],
    next: {
      sv: 'Försök igen om en stund. Det är inget nej.',
      fi: 'Yritä hetken kuluttua uudelleen. Tämä ei ole kielto.',
      en: 'Try again in a while. This is not a no.',
    },
  };
}
