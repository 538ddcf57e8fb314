import type { RefusalTexts } from '../texts.ts';

export const refusalTexts: RefusalTexts = {
  'kernel.parameters.none-on-day': {
    sv: {
      what: 'Vi kan inte räkna ut det här just nu.',
      why: 'En uppgift som lagen bestämmer finns inte för den dag det gäller.',
      next: 'Kontakta kommunen. Den som sköter tjänsten behöver lägga in uppgiften.',
    },
    fi: {
      what: 'Emme voi laskea tätä juuri nyt.',
      why: 'Lain määräämä tieto puuttuu kyseiseltä päivältä.',
      next: 'Ota yhteyttä kuntaan. Palvelun ylläpitäjän on lisättävä tieto.',
    },
    en: {
      what: 'We can not work this out right now.',
      why: 'A figure that the law sets is missing for the day in question.',
      next: 'Contact the municipality. Those who run the service need to add the figure.',
    },
  },
  'kernel.parameters.unverified': {
    sv: {
      what: 'Vi kan inte räkna ut det här just nu.',
      why: 'Uppgiften {key} har inte kontrollerats mot sin källa, och då använder vi den inte.',
      next: 'Kontakta kommunen. Den som sköter tjänsten behöver kontrollera uppgiften.',
    },
    fi: {
      what: 'Emme voi laskea tätä juuri nyt.',
      why: 'Tietoa {key} ei ole tarkistettu lähteestä, joten emme käytä sitä.',
      next: 'Ota yhteyttä kuntaan. Palvelun ylläpitäjän on tarkistettava tieto.',
    },
    en: {
      what: 'We can not work this out right now.',
      why: 'The figure {key} has not been checked against its source, so we do not use it.',
      next: 'Contact the municipality. Those who run the service need to check the figure.',
    },
  },
};
