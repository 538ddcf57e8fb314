import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'cases.cosign.unreadable': {
    sv: {
      what: 'Vi kunde inte be den andra vårdnadshavaren att skriva under',
      why: 'Folkbokföringen svarade med ett nummer som inte går att läsa. Ingenting har skickats.',
      next: 'Dina svar är sparade. Försök igen senare, eller kontakta kommunen.',
    },
    fi: {
      what: 'Emme voineet pyytää toista huoltajaa allekirjoittamaan',
      why: 'Väestötietojärjestelmä antoi tunnuksen, jota ei voi lukea. Mitään ei ole lähetetty.',
      next: 'Vastauksesi on tallennettu. Yritä myöhemmin uudelleen tai ota yhteyttä kuntaan.',
    },
    en: {
      what: 'We could not ask the other guardian to sign',
      why: 'The population register answered with a number that can not be read. Nothing has been sent.',
      next: 'Your answers are saved. Try again later, or contact the municipality.',
    },
  },
  'cases.not-found': {
    sv: {
      what: 'Ärendet finns inte',
      why: 'Adressen kan vara fel, eller så är ärendet inte ditt.',
      next: 'Gå till listan och öppna ärendet därifrån.',
    },
    fi: {
      what: 'Asiaa ei löydy',
      why: 'Osoite voi olla väärä, tai asia ei kuulu sinulle.',
      next: 'Avaa asia luettelosta.',
    },
    en: {
      what: 'There is no such case',
      why: 'The address may be wrong, or the case is not yours.',
      next: 'Go to the list and open the case from there.',
    },
  },
  'cases.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Det har hänt något i ärendet sedan du öppnade sidan. Det du gjorde sparades inte.',
      next: 'Öppna ärendet igen, se vad som har hänt och gör om det om det behövs.',
    },
    fi: {
      what: 'Joku muu ehti ensin',
      why: 'Asiassa on tapahtunut jotakin sen jälkeen, kun avasit sivun. Tekemääsi ei tallennettu.',
      next: 'Avaa asia uudelleen, katso mitä on tapahtunut ja tee se tarvittaessa uudelleen.',
    },
    en: {
      what: 'Somebody else was first',
      why: 'Something has happened in the case since you opened the page. What you did was not saved.',
      next: 'Open the case again, see what has happened and do it again if needed.',
    },
  },
  'cases.already-filed': {
    sv: { what: 'Ansökan är redan inskickad', why: 'Den finns bland dina ärenden.', next: 'Gå till Mina ärenden.' },
    fi: { what: 'Hakemus on jo lähetetty', why: 'Se on omissa asioissasi.', next: 'Siirry kohtaan Omat asiat.' },
    en: { what: 'The application has already been sent in', why: 'It is among your cases.', next: 'Go to My cases.' },
  },
  'cases.closed': {
    sv: {
      what: 'Ärendet är avslutat',
      why: 'I ett avslutat ärende kan inget mer göras.',
      next: 'Öppna ett nytt ärende om det behövs.',
    },
    fi: {
      what: 'Asian käsittely on päättynyt',
      why: 'Päättyneessä asiassa ei voi enää tehdä mitään.',
      next: 'Avaa tarvittaessa uusi asia.',
    },
    en: {
      what: 'The case is closed',
      why: 'Nothing more can be done in a closed case.',
      next: 'Open a new case if needed.',
    },
  },
  'cases.already-decided': {
    sv: {
      what: 'Ärendet är redan beslutat',
      why: 'Ett beslut har fattats och kan inte fattas en gång till.',
      next: 'Öppna ärendet och läs beslutet.',
    },
    fi: {
      what: 'Asia on jo päätetty',
      why: 'Päätös on tehty, eikä sitä voi tehdä uudelleen.',
      next: 'Avaa asia ja lue päätös.',
    },
    en: {
      what: 'The case is already decided',
      why: 'A decision has been made and can not be made again.',
      next: 'Open the case and read the decision.',
    },
  },
  'cases.question-open': {
    sv: {
      what: 'En fråga väntar redan på svar',
      why: 'Den sökande får en fråga i taget.',
      next: 'Vänta på svaret, eller fatta beslut.',
    },
    fi: {
      what: 'Kysymys odottaa jo vastausta',
      why: 'Hakija saa yhden kysymyksen kerrallaan.',
      next: 'Odota vastausta tai tee päätös.',
    },
    en: {
      what: 'A question already waits for its answer',
      why: 'The applicant gets one question at a time.',
      next: 'Wait for the answer, or decide.',
    },
  },
  'cases.nothing-asked': {
    sv: {
      what: 'Det finns ingen fråga att svara på',
      why: 'Frågan är redan besvarad, eller så behövs svaret inte längre.',
      next: 'Öppna ärendet och se vad som har hänt.',
    },
    fi: {
      what: 'Ei ole kysymystä, johon vastata',
      why: 'Kysymykseen on jo vastattu, tai vastausta ei enää tarvita.',
      next: 'Avaa asia ja katso, mitä on tapahtunut.',
    },
    en: {
      what: 'There is no question to answer',
      why: 'It has been answered already, or the answer is not needed any more.',
      next: 'Open the case and see what has happened.',
    },
  },
  'cases.not-decided': {
    sv: {
      what: 'Ärendet är inte beslutat',
      why: 'Det kan avslutas först när det finns ett beslut.',
      next: 'Fatta beslut först.',
    },
    fi: {
      what: 'Asiaa ei ole päätetty',
      why: 'Käsittelyn voi päättää vasta päätöksen jälkeen.',
      next: 'Tee ensin päätös.',
    },
    en: {
      what: 'The case is not decided',
      why: 'It can be closed only when there is a decision.',
      next: 'Decide first.',
    },
  },
  'cases.not-available': {
    sv: {
      what: 'Beslutet har inte kommit fram än',
      why: 'Ärendet kan avslutas först när personen kan läsa sitt beslut.',
      next: 'Vänta någon minut och försök igen.',
    },
    fi: {
      what: 'Päätös ei ole vielä perillä',
      why: 'Käsittelyn voi päättää vasta, kun henkilö voi lukea päätöksensä.',
      next: 'Odota hetki ja yritä uudelleen.',
    },
    en: {
      what: 'The decision has not arrived yet',
      why: 'The case can be closed only when the person can read their decision.',
      next: 'Wait a minute and try again.',
    },
  },
  'cases.already-available': {
    sv: {
      what: 'Beslutet har redan kommit fram',
      why: 'Det ligger bland personens meddelanden.',
      next: 'Du behöver inte göra något.',
    },
    fi: { what: 'Päätös on jo perillä', why: 'Se on henkilön viesteissä.', next: 'Sinun ei tarvitse tehdä mitään.' },
    en: {
      what: 'The decision has already arrived',
      why: "It is among the person's messages.",
      next: 'You need not do anything.',
    },
  },
  'cases.unknown-decision': {
    sv: {
      what: 'Tjänsten har inget sådant beslut',
      why: 'Valet finns inte i formuläret.',
      next: 'Öppna ärendet igen och välj ett av besluten.',
    },
    fi: {
      what: 'Palvelussa ei ole tällaista päätöstä',
      why: 'Valintaa ei ole lomakkeella.',
      next: 'Avaa asia uudelleen ja valitse jokin päätöksistä.',
    },
    en: {
      what: 'The service has no such decision',
      why: 'The choice is not in the form.',
      next: 'Open the case again and choose one of the decisions.',
    },
  },
  'cases.no-colleague': {
    sv: {
      what: 'Ärendet kan inte lämnas till den personen',
      why: 'Personen har inte den roll som ärendet kräver, eller är själv part.',
      next: 'Välj en annan kollega.',
    },
    fi: {
      what: 'Asiaa ei voi antaa tälle henkilölle',
      why: 'Henkilöllä ei ole asian vaatimaa roolia, tai hän on itse asianosainen.',
      next: 'Valitse toinen kollega.',
    },
    en: {
      what: 'The case can not be handed to that person',
      why: 'They do not have the role that it takes, or are a party themselves.',
      next: 'Choose another colleague.',
    },
  },
  'cases.answer-by': {
    sv: {
      what: 'Dagen har redan varit',
      why: 'Den sökande måste ha minst en dag på sig att svara.',
      next: 'Välj en dag från i morgon och framåt.',
    },
    fi: {
      what: 'Päivä on jo mennyt',
      why: 'Hakijalla on oltava vähintään yksi päivä aikaa vastata.',
      next: 'Valitse päivä huomisesta alkaen.',
    },
    en: {
      what: 'That day has passed',
      why: 'The applicant must have at least a day to answer.',
      next: 'Choose a day from tomorrow on.',
    },
  },
  'cases.unverified-law': {
    sv: {
      what: 'Beslutet kan inte skrivas.',
      why: 'Det hänvisar till en lag eller ett sätt att överklaga som ingen har kontrollerat mot källan.',
      next: 'Hör av dig till den gemensamma driften. På sidan Tjänster under Drift står vad som saknas.',
    },
    fi: {
      what: 'Päätöstä ei voi tehdä.',
      why: 'Siinä viitataan lakiin tai muutoksenhakuun, jota kukaan ei ole tarkistanut lähteestä.',
      next: 'Ota yhteyttä yhteiseen ylläpitoon. Ylläpidon sivulla Palvelut kerrotaan, mitä puuttuu.',
    },
    en: {
      what: 'The decision can not be made.',
      why: 'It cites a law or a way to appeal that nobody has checked against its source.',
      next: 'Contact those who run the installation. Their page Services says what is missing.',
    },
  },
  'cases.close.no-retention': {
    sv: {
      what: 'Ärendet kan inte avslutas än.',
      why: 'Kommunen har inte beslutat hur länge sådana ärenden sparas.',
      next: 'Be kommunens administratör att lägga in beslutet under Administration, Tjänster.',
    },
    fi: {
      what: 'Asiaa ei voi vielä päättää.',
      why: 'Kunta ei ole päättänyt, kuinka kauan tällaisia asioita säilytetään.',
      next: 'Pyydä kunnan ylläpitäjää lisäämään päätös kohdassa Hallinta, Palvelut.',
    },
    en: {
      what: 'The case can not be closed yet.',
      why: 'The municipality has not decided how long such cases are kept.',
      next: 'Ask its administrator to enter the decision under Administration, Services.',
    },
  },
};
