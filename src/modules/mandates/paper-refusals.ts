import type { RefusalTexts } from '../../kernel/texts.ts';

/** What an office is refused about mandates on paper. */
export const paperRefusals: RefusalTexts = {
  'mandates.paper.not-found': {
    sv: {
      what: 'Fullmakten finns inte här',
      why: 'Adressen kan vara felskriven, eller så har en annan myndighet tagit emot den.',
      next: 'Gå till listan över fullmakter på papper.',
    },
    fi: {
      what: 'Valtuutusta ei löydy täältä',
      why: 'Osoite voi olla kirjoitettu väärin, tai toinen viranomainen on ottanut sen vastaan.',
      next: 'Siirry paperisten valtuutusten luetteloon.',
    },
    en: {
      what: 'There is no such mandate here',
      why: 'The address may be misspelt, or another authority took it in.',
      next: 'Go to the list of mandates on paper.',
    },
  },
  'mandates.paper.reach': {
    sv: {
      what: 'Den fullmakten kan ni inte registrera',
      why: 'En myndighet registrerar bara det som gäller den själv.',
      next: 'Be den som ger fullmakten att göra det på Mina fullmakter.',
    },
    fi: {
      what: 'Tätä valtuutusta ette voi rekisteröidä',
      why: 'Viranomainen rekisteröi vain sen, mikä koskee sitä itseään.',
      next: 'Pyydä valtuutuksen antajaa tekemään se Omat valtuutukset -sivulla.',
    },
    en: {
      what: 'You can not register that mandate',
      why: 'An authority registers only what concerns itself.',
      next: 'Ask whoever gives it to do so in My mandates.',
    },
  },
  'mandates.paper.unknown': {
    sv: {
      what: 'Registret känner ingen med det numret',
      why: 'Numret är rätt skrivet, men ingen har det.',
      next: 'Jämför med papperet.',
    },
    fi: {
      what: 'Rekisteri ei tunne ketään tällä tunnuksella',
      why: 'Tunnus on oikein kirjoitettu, mutta sitä ei ole kenelläkään.',
      next: 'Vertaa paperiin.',
    },
    en: {
      what: 'The register knows nobody by that number',
      why: 'The number is well written, but nobody has it.',
      next: 'Compare with the paper.',
    },
  },
  'mandates.paper.gone': {
    sv: {
      what: 'Det går inte att registrera',
      why: 'Registret säger att personen är död, eller att organisationen är upplöst.',
      next: 'Tala med den som lämnade papperet.',
    },
    fi: {
      what: 'Rekisteröinti ei onnistu',
      why: 'Rekisterin mukaan henkilö on kuollut tai organisaatio on purettu.',
      next: 'Ota yhteyttä paperin jättäjään.',
    },
    en: {
      what: 'It can not be registered',
      why: 'The register says that the person is dead, or the organisation dissolved.',
      next: 'Talk to whoever handed in the paper.',
    },
  },
  'mandates.days.over': {
    sv: {
      what: 'Fullmakten har redan gått ut',
      why: 'Dess sista dag har passerat.',
      next: 'Jämför dagarna med papperet.',
    },
    fi: {
      what: 'Valtuutuksen voimassaolo on jo päättynyt',
      why: 'Sen viimeinen päivä on ohi.',
      next: 'Vertaa päiviä paperiin.',
    },
    en: {
      what: 'The mandate has ended already',
      why: 'Its last day has passed.',
      next: 'Compare the days with the paper.',
    },
  },
};
