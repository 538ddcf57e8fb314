import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told to who chooses at another register for whom to act. */
export const chooseRefusals: RefusalTexts = {
  'mandates.choose.not-connected': {
    sv: {
      what: 'Inget annat register är anslutet här',
      why: 'Den som driver tjänsten har inte anslutit det.',
      next: 'Be om en fullmakt i Mina fullmakter i stället.',
    },
    fi: {
      what: 'Täällä ei ole käytössä muuta rekisteriä',
      why: 'Palvelun ylläpito ei ole liittänyt sitä.',
      next: 'Pyydä sen sijaan valtuutus tämän palvelun kautta.',
    },
    en: {
      what: 'No other register is connected here',
      why: 'Whoever runs the service has not connected it.',
      next: 'Ask for a mandate in this service instead.',
    },
  },
  'mandates.choose.not-there': {
    sv: {
      what: 'Suomi.fi kan inte frågas om dig',
      why: 'Där agerar bara den som har en finländsk personbeteckning.',
      next: 'Be om en fullmakt i Mina fullmakter i stället.',
    },
    fi: {
      what: 'Suomi.filtä ei voi kysyä sinusta',
      why: 'Siellä voi asioida vain henkilö, jolla on suomalainen henkilötunnus.',
      next: 'Pyydä sen sijaan valtuutus tämän palvelun kautta.',
    },
    en: {
      what: 'Suomi.fi can not be asked about you',
      why: 'Only somebody with a Finnish personal identity code acts there.',
      next: 'Ask for a mandate in this service instead.',
    },
  },
  'mandates.choose.could-not-ask': {
    sv: {
      what: 'Suomi.fi kunde inte frågas nu',
      why: 'Det svarade inte, eller inte så att svaret gick att använda. Det är inget nej.',
      next: 'Försök igen om en stund.',
    },
    fi: {
      what: 'Suomi.filtä ei voitu nyt kysyä',
      why: 'Se ei vastannut, tai vastausta ei voinut käyttää. Tämä ei ole kielto.',
      next: 'Yritä hetken kuluttua uudelleen.',
    },
    en: {
      what: 'Suomi.fi could not be asked now',
      why: 'It did not answer, or not with an answer that can be used. This is not a no.',
      next: 'Try again in a while.',
    },
  },
  'mandates.choose.choice-gone': {
    sv: {
      what: 'Ditt val i Suomi.fi gäller inte längre',
      why: 'Det tog för lång tid, eller så började du i en annan webbläsare.',
      next: 'Gå till listan över vem du kan agera för och hämta från Suomi.fi igen.',
    },
    fi: {
      what: 'Valintasi Suomi.fissä ei ole enää voimassa',
      why: 'Siihen kului liian kauan, tai aloitit toisessa selaimessa.',
      next: 'Palaa luetteloon, jossa valitset kenen puolesta asioit, ja hae Suomi.fistä uudelleen.',
    },
    en: {
      what: 'Your choice in Suomi.fi is not valid any more',
      why: 'It took too long, or you began in another browser.',
      next: 'Go to the list of whom you can act for, and fetch from Suomi.fi again.',
    },
  },
  'mandates.choose.nothing-there': {
    sv: {
      what: 'Suomi.fi säger att du inte får agera för den du valde här',
      why: 'Fullmakten kan gälla något annat än de här e-tjänsterna. Suomi.fi talar inte om varför.',
      next: 'Be personen om en fullmakt för kommunens ärenden, i Suomi.fi eller här.',
    },
    fi: {
      what: 'Suomi.fin mukaan et saa asioida valitsemasi henkilön puolesta täällä',
      why: 'Valtuus voi koskea jotain muuta kuin näitä palveluja. Suomi.fi ei kerro syytä.',
      next: 'Pyydä henkilöltä valtuus kunnan asioihin Suomi.fissä tai täällä.',
    },
    en: {
      what: 'Suomi.fi says that you may not act here for whom you chose',
      why: 'The mandate may be for something else than these e-services. Suomi.fi does not say why.',
      next: 'Ask the person for a mandate for the municipality’s matters, in Suomi.fi or here.',
    },
  },
};
