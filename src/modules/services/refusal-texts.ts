import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'services.service.unknown': {
    sv: {
      what: 'Tjänsten finns inte här.',
      why: 'Kommunen erbjuder den inte, eller så är adressen fel.',
      next: 'Gå till kommunens första sida och se vilka tjänster som finns.',
    },
    fi: {
      what: 'Palvelua ei ole täällä.',
      why: 'Kunta ei tarjoa sitä, tai osoite on väärä.',
      next: 'Siirry kunnan etusivulle ja katso, mitä palveluja on tarjolla.',
    },
    en: {
      what: 'The service is not here.',
      why: 'The municipality does not offer it, or the address is wrong.',
      next: 'Go to the municipality’s front page and see which services there are.',
    },
  },
  'services.service.succeeded': {
    sv: {
      what: 'Tjänsten finns inte längre här.',
      why: '{names} har tagit över efter {of}.',
      next: 'Gå till den som har tagit över och se vilka tjänster som finns där.',
    },
    fi: {
      what: 'Palvelua ei enää ole täällä.',
      why: '{names} on ottanut vastaan tehtävät, jotka kuuluivat viranomaiselle {of}.',
      next: 'Siirry tehtävät vastaanottaneen viranomaisen sivuille ja katso, mitä palveluja siellä on.',
    },
    en: {
      what: 'The service is no longer here.',
      why: '{names} has taken over from {of}.',
      next: 'Go to who has taken over and see which services there are.',
    },
  },
  'services.service.closed': {
    sv: {
      what: 'Tjänsten är stängd just nu.',
      why: 'Kommunen tar inte emot nya ansökningar här.',
      next: 'Kontakta kommunen om du vill veta när den öppnar igen.',
    },
    fi: {
      what: 'Palvelu on nyt suljettu.',
      why: 'Kunta ei ota täällä vastaan uusia hakemuksia.',
      next: 'Ota yhteyttä kuntaan, jos haluat tietää, milloin palvelu avataan taas.',
    },
    en: {
      what: 'The service is closed for now.',
      why: 'The municipality does not take in new applications here.',
      next: 'Contact the municipality if you want to know when it opens again.',
    },
  },
  'services.draft.unknown': {
    sv: {
      what: 'Det du fyllde i finns inte här.',
      why: 'Det kan ha tagits bort, eller så är adressen fel.',
      next: 'Gå till Min översikt. Där finns allt du har börjat på.',
    },
    fi: {
      what: 'Täyttämääsi lomaketta ei ole täällä.',
      why: 'Se on ehkä poistettu, tai osoite on väärä.',
      next: 'Siirry Omaan näkymään. Siellä on kaikki, minkä olet aloittanut.',
    },
    en: {
      what: 'What you filled in is not here.',
      why: 'It may have been removed, or the address is wrong.',
      next: 'Go to My overview. Everything you have begun is there.',
    },
  },
  'services.draft.filed': {
    sv: {
      what: 'Du har redan skickat in det här.',
      why: 'Det som är inskickat går inte att ändra här.',
      next: 'Gå till Mina ärenden. Där ser du vad du skickade och hur det går.',
    },
    fi: {
      what: 'Olet jo lähettänyt tämän.',
      why: 'Lähetettyä ei voi muuttaa täällä.',
      next: 'Siirry kohtaan Omat asiat. Siellä näet, mitä lähetit ja miten asia etenee.',
    },
    en: {
      what: 'You have already sent this.',
      why: 'What has been sent can not be changed here.',
      next: 'Go to My cases. There you see what you sent and how it is going.',
    },
  },
  'services.draft.busy': {
    sv: {
      what: 'Det gick inte att spara.',
      why: 'Samma uppgifter sparas från flera ställen samtidigt.',
      next: 'Stäng andra flikar med samma formulär och försök igen.',
    },
    fi: {
      what: 'Tallennus ei onnistunut.',
      why: 'Samoja tietoja tallennetaan monesta paikasta yhtä aikaa.',
      next: 'Sulje muut välilehdet, joissa sama lomake on auki, ja yritä uudelleen.',
    },
    en: {
      what: 'It could not be saved.',
      why: 'The same answers are being saved from several places at once.',
      next: 'Close other tabs with the same form and try again.',
    },
  },
  'services.adoption.settings': {
    sv: {
      what: 'Inställningarna går inte att spara.',
      why: 'Något värde saknas eller ligger utanför vad tjänsten tillåter: {settings}.',
      next: 'Ändra det och spara igen.',
    },
    fi: {
      what: 'Asetuksia ei voi tallentaa.',
      why: 'Jokin arvo puuttuu tai on palvelun rajojen ulkopuolella: {settings}.',
      next: 'Muuta sitä ja tallenna uudelleen.',
    },
    en: {
      what: 'The settings can not be saved.',
      why: 'A value is missing or outside what the service allows: {settings}.',
      next: 'Change it and save again.',
    },
  },
  'services.adoption.texts': {
    sv: {
      what: 'Texterna går inte att spara.',
      why: 'Tjänsten har inga texter som heter så: {keys}.',
      next: 'Ändra namnen och spara igen.',
    },
    fi: {
      what: 'Tekstejä ei voi tallentaa.',
      why: 'Palvelussa ei ole tämännimisiä tekstejä: {keys}.',
      next: 'Muuta nimet ja tallenna uudelleen.',
    },
    en: {
      what: 'The texts can not be saved.',
      why: 'The service has no texts with these names: {keys}.',
      next: 'Change the names and save again.',
    },
  },
  'services.adoption.changed-meanwhile': {
    sv: {
      what: 'Någon annan har ändrat tjänsten.',
      why: 'Det hände medan du hade den framme.',
      next: 'Läs in sidan igen, se vad som är nytt och gör din ändring.',
    },
    fi: {
      what: 'Joku muu on muuttanut palvelua.',
      why: 'Se tapahtui, kun sinulla oli se avoinna.',
      next: 'Lataa sivu uudelleen, katso mikä on muuttunut ja tee muutoksesi.',
    },
    en: {
      what: 'Somebody else has changed the service.',
      why: 'It happened while you had it open.',
      next: 'Load the page again, see what is new and make your change.',
    },
  },
  'services.service.withheld': {
    sv: {
      what: 'Tjänsten är inte öppen än.',
      why: 'Allt som den säger om lagen är inte kontrollerat, eller så har kommunen inte beslutat hur länge ärendena sparas.',
      next: 'Kontakta kommunen, så får du hjälp på ett annat sätt.',
    },
    fi: {
      what: 'Palvelu ei ole vielä auki.',
      why: 'Kaikkea, mitä siinä sanotaan laista, ei ole tarkistettu, tai kunta ei ole päättänyt asioiden säilytysajasta.',
      next: 'Ota yhteyttä kuntaan, niin saat apua muulla tavalla.',
    },
    en: {
      what: 'The service is not open yet.',
      why: 'Not everything it says about the law has been checked, or the municipality has not decided how long cases are kept.',
      next: 'Contact the municipality, and they will help you in another way.',
    },
  },
  'services.adoption.unit': {
    sv: {
      what: 'Enheten kan inte handlägga tjänsten.',
      why: 'Den är inte er egen, och inget avtal som gäller i dag ger den uppgiften.',
      next: 'Välj en annan enhet.',
    },
    fi: {
      what: 'Yksikkö ei voi käsitellä palvelua.',
      why: 'Se ei ole omanne, eikä mikään tänään voimassa oleva sopimus anna sille tehtävää.',
      next: 'Valitse toinen yksikkö.',
    },
    en: {
      what: 'The unit can not handle the service.',
      why: 'It is not your own, and no agreement in force today gives it the task.',
      next: 'Choose another unit.',
    },
  },
};
