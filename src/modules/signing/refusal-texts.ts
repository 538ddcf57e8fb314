import type { RefusalText, RefusalTexts } from '../../kernel/texts.ts';

const ownList = {
  sv: 'Gå till Skriv under och se hur det står till.',
  fi: 'Siirry kohtaan Allekirjoita ja katso, mikä tilanne on.',
  en: 'Go to Sign and see how it stands.',
};

function over(sv: string, fi: string, en: string): Readonly<Record<'sv' | 'fi' | 'en', RefusalText>> {
  return {
    sv: { what: 'Det går inte längre att skriva under', why: sv, next: ownList.sv },
    fi: { what: 'Allekirjoittaminen ei ole enää mahdollista', why: fi, next: ownList.fi },
    en: { what: 'It can no longer be signed', why: en, next: ownList.en },
  };
}

export const refusalTexts: RefusalTexts = {
  'signing.not-found': {
    sv: {
      what: 'Det finns inget sådant att skriva under',
      why: 'Adressen kan vara fel, eller så gäller den någon annan.',
      next: ownList.sv,
    },
    fi: {
      what: 'Tällaista allekirjoitettavaa ei ole',
      why: 'Osoite voi olla väärä, tai se koskee jotakuta muuta.',
      next: ownList.fi,
    },
    en: {
      what: 'There is nothing like that to sign',
      why: 'The address may be wrong, or it concerns somebody else.',
      next: ownList.en,
    },
  },
  'signing.not-asked': {
    sv: {
      what: 'Du är inte en av dem som ska skriva under',
      why: 'Du får läsa det, men det är andra som har blivit ombedda.',
      next: ownList.sv,
    },
    fi: {
      what: 'Sinua ei ole pyydetty allekirjoittamaan',
      why: 'Voit lukea asiakirjan, mutta allekirjoitusta on pyydetty muilta.',
      next: ownList.fi,
    },
    en: {
      what: 'You are not one of those who sign',
      why: 'You may read it, but others have been asked.',
      next: ownList.en,
    },
  },
  'signing.not-yours': {
    sv: {
      what: 'Bara den som har bett om underskrifterna kan ta tillbaka dem',
      why: 'Det är någon annan som har bett om dem.',
      next: 'Vill du inte skriva under kan du säga nej i stället.',
    },
    fi: {
      what: 'Vain allekirjoituksia pyytänyt voi perua pyynnön',
      why: 'Pyynnön on tehnyt joku muu.',
      next: 'Jos et halua allekirjoittaa, voit kieltäytyä.',
    },
    en: {
      what: 'Only who asked for the signatures can take the request back',
      why: 'Somebody else asked for them.',
      next: 'If you do not want to sign, you can say no instead.',
    },
  },
  'signing.done': {
    sv: { what: 'Du har redan skrivit under', why: 'Din underskrift finns sparad.', next: ownList.sv },
    fi: { what: 'Olet jo allekirjoittanut', why: 'Allekirjoituksesi on tallessa.', next: ownList.fi },
    en: { what: 'You have signed already', why: 'Your signature is kept.', next: ownList.en },
  },
  'signing.not-your-turn': {
    sv: {
      what: 'Det är inte din tur än',
      why: 'Underskrifterna görs i ordning, och någon före dig har inte skrivit under.',
      next: 'Du ser under Skriv under när det är din tur.',
    },
    fi: {
      what: 'Ei ole vielä sinun vuorosi',
      why: 'Allekirjoitukset tehdään järjestyksessä, ja joku ennen sinua ei ole vielä allekirjoittanut.',
      next: 'Näet kohdasta Allekirjoita, milloin on sinun vuorosi.',
    },
    en: {
      what: 'It is not your turn yet',
      why: 'The signatures are made in order, and somebody before you has not signed.',
      next: 'You will see at Sign when it is your turn.',
    },
  },
  'signing.over.completed': over(
    'Alla har redan skrivit under.',
    'Kaikki ovat jo allekirjoittaneet.',
    'Everybody has signed already.',
  ),
  'signing.over.refused': over(
    'En av dem som skulle skriva under har sagt nej.',
    'Yksi allekirjoittajista on kieltäytynyt.',
    'One of those who were to sign has said no.',
  ),
  'signing.over.withdrawn': over(
    'Den som bad om underskrifterna har tagit tillbaka det.',
    'Allekirjoituksia pyytänyt on perunut pyynnön.',
    'Who asked for the signatures has taken it back.',
  ),
  'signing.over.expired': over('Tiden har gått ut.', 'Määräaika on päättynyt.', 'The time is up.'),
  'signing.altered': {
    sv: {
      what: 'Dokumentet har ändrats',
      why: 'Det är inte längre det som du blev ombedd att skriva under. Därför går det inte att läsa eller skriva under.',
      next: 'Kontakta den som bad om underskriften.',
    },
    fi: {
      what: 'Asiakirjaa on muutettu',
      why: 'Se ei ole enää se, joka sinua pyydettiin allekirjoittamaan. Siksi sitä ei voi lukea eikä allekirjoittaa.',
      next: 'Ota yhteyttä allekirjoituksen pyytäjään.',
    },
    en: {
      what: 'The document has been altered',
      why: 'It is no longer what you were asked to sign, and so it can neither be read nor signed.',
      next: 'Contact whoever asked for the signature.',
    },
  },
  'signing.answer.not-ours': {
    sv: {
      what: 'Underskriften kunde inte tas emot',
      why: 'Svaret från e-legitimationen hörde inte till det som du började skriva under här, eller så tog det för lång tid. Det kan också redan vara mottaget.',
      next: ownList.sv,
    },
    fi: {
      what: 'Allekirjoitusta ei voitu ottaa vastaan',
      why: 'Tunnistuspalvelun vastaus ei kuulunut täällä aloittamaasi allekirjoitukseen, tai se kesti liian kauan. Se on voitu myös jo ottaa vastaan.',
      next: ownList.fi,
    },
    en: {
      what: 'The signature could not be taken',
      why: 'The e-ID’s answer did not belong to what you began to sign here, or it took too long. It may also have been taken already.',
      next: ownList.en,
    },
  },
  'signing.e-id.unreachable': {
    sv: {
      what: 'E-legitimationen svarar inte',
      why: 'Felet ligger hos e-legitimationen eller på vägen dit, inte hos dig. Inget är underskrivet.',
      next: 'Försök igen om en stund.',
    },
    fi: {
      what: 'Tunnistuspalvelu ei vastaa',
      why: 'Vika on tunnistuspalvelussa tai yhteydessä siihen, ei sinussa. Mitään ei ole allekirjoitettu.',
      next: 'Yritä hetken kuluttua uudelleen.',
    },
    en: {
      what: 'The e-ID does not answer',
      why: 'The fault lies with the e-ID or on the way to it, not with you. Nothing is signed.',
      next: 'Try again in a while.',
    },
  },
  'signing.e-id.can-not-sign': {
    sv: {
      what: 'Det går inte att skriva under just nu',
      why: 'E-legitimationen som vi använder kan bara logga in, inte skriva under.',
      next: 'Kontakta den som bad om underskriften.',
    },
    fi: {
      what: 'Allekirjoittaminen ei ole nyt mahdollista',
      why: 'Käyttämämme tunnistuspalvelu osaa vain tunnistaa, ei allekirjoittaa.',
      next: 'Ota yhteyttä allekirjoituksen pyytäjään.',
    },
    en: {
      what: 'Signing is not possible at the moment',
      why: 'The e-ID that we use can only sign people in, not sign.',
      next: 'Contact whoever asked for the signature.',
    },
  },
  'signing.e-id.too-weak': {
    sv: {
      what: 'Du behöver en säkrare e-legitimation',
      why: 'Den du skrev under med är på en för låg tillitsnivå. Inget är underskrivet.',
      next: 'Skriv under med en e-legitimation på nivån väsentlig eller hög, till exempel BankID eller Freja+.',
    },
    fi: {
      what: 'Tarvitset vahvemman tunnistusvälineen',
      why: 'Käyttämäsi tunnistusväline on liian matalalla varmuustasolla. Mitään ei ole allekirjoitettu.',
      next: 'Allekirjoita tunnistusvälineellä, jonka taso on korotettu tai korkea, esimerkiksi pankkitunnuksilla.',
    },
    en: {
      what: 'You need a more secure e-ID',
      why: 'The one you signed with is of too low an assurance. Nothing is signed.',
      next: 'Sign with an e-ID of substantial or high assurance.',
    },
  },
  'signing.somebody-else': {
    sv: {
      what: 'Någon annan skrev under',
      why: 'Den som godkände hos e-legitimationen är inte den som är inloggad här. Underskriften är inte sparad.',
      next: 'Skriv under med din egen e-legitimation.',
    },
    fi: {
      what: 'Joku muu allekirjoitti',
      why: 'Tunnistuspalvelussa hyväksyi joku muu kuin tänne kirjautunut. Allekirjoitusta ei tallennettu.',
      next: 'Allekirjoita omalla tunnistusvälineelläsi.',
    },
    en: {
      what: 'Somebody else signed',
      why: 'Whoever approved at the e-ID is not who is signed in here. The signature has not been kept.',
      next: 'Sign with your own e-ID.',
    },
  },
  'signing.changed-meanwhile': {
    sv: {
      what: 'Något hände samtidigt',
      why: 'Någon annan skrev under, sade nej eller tog tillbaka i samma ögonblick.',
      next: 'Ladda om sidan och försök igen.',
    },
    fi: {
      what: 'Jotakin tapahtui samaan aikaan',
      why: 'Joku muu allekirjoitti, kieltäytyi tai perui samalla hetkellä.',
      next: 'Lataa sivu uudelleen ja yritä uudelleen.',
    },
    en: {
      what: 'Something happened at the same time',
      why: 'Somebody else signed, said no or took it back in the same moment.',
      next: 'Load the page again and try once more.',
    },
  },
};
