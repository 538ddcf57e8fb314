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
