import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'overview.case.not-found': {
    sv: {
      what: 'Ärendet finns inte i din översikt.',
      why: 'Den som vi frågade känner inte till något sådant ärende hos dig.',
      next: 'Gå till översikten och öppna ärendet därifrån.',
    },
    fi: {
      what: 'Asiaa ei ole yhteenvedossasi.',
      why: 'Lähde, jolta kysyimme, ei tunne tällaista asiaasi.',
      next: 'Mene yhteenvetoon ja avaa asia sieltä.',
    },
    en: {
      what: 'The case is not in your overview.',
      why: 'The source that we asked knows of no such case of yours.',
      next: 'Go to the overview and open the case from there.',
    },
  },
  'overview.calendar.unknown': {
    sv: {
      what: 'Kalendern finns inte.',
      why: 'Adressen är inte rätt, eller så har den avslutats.',
      next: 'Logga in och skapa en ny adress under Min ärendeöversikt.',
    },
    fi: {
      what: 'Kalenteria ei ole.',
      why: 'Osoite on väärä tai se on lopetettu.',
      next: 'Kirjaudu sisään ja luo uusi osoite asioidesi yhteenvedossa.',
    },
    en: {
      what: 'There is no such calendar.',
      why: 'The address is wrong, or it has been ended.',
      next: 'Sign in and make a new address in your case overview.',
    },
  },
  'overview.calendar.could-not-read': {
    sv: {
      what: 'Kalendern kan inte läsas just nu.',
      why: 'Alla ärenden kunde inte läsas, och en tom kalender skulle säga fel.',
      next: 'Kalendern försöker själv igen.',
    },
    fi: {
      what: 'Kalenteria ei voi lukea juuri nyt.',
      why: 'Kaikkia asioita ei voitu lukea, ja tyhjä kalenteri kertoisi väärin.',
      next: 'Kalenteri yrittää itse uudelleen.',
    },
    en: {
      what: 'The calendar can not be read now.',
      why: 'Not all cases could be read, and an empty calendar would tell an untruth.',
      next: 'The calendar tries again by itself.',
    },
  },
  'overview.meanings.changed-meanwhile': {
    sv: {
      what: 'Det du skrev sparades inte.',
      why: 'Någon annan har bestämt något om samma kod under tiden.',
      next: 'Öppna koden igen, se vad som gäller och skriv om det behövs.',
    },
    fi: {
      what: 'Kirjoittamaasi ei tallennettu.',
      why: 'Joku muu on sillä välin päättänyt samasta koodista.',
      next: 'Avaa koodi uudelleen, katso mikä on voimassa ja kirjoita tarvittaessa uudelleen.',
    },
    en: {
      what: 'What you wrote was not saved.',
      why: 'Somebody else has decided something about the same code meanwhile.',
      next: 'Open the code again, see what holds and write again if it is needed.',
    },
  },
  'overview.case.could-not-ask': {
    sv: {
      what: '{source} kunde inte frågas.',
      why: 'Källan svarar inte just nu, och vi har inte fått veta något om ärendet tidigare.',
      next: 'Försök igen om en stund.',
    },
    fi: {
      what: 'Lähteeltä {source} ei voitu kysyä.',
      why: 'Lähde ei vastaa juuri nyt, emmekä ole aiemmin saaneet tietoa asiasta.',
      next: 'Yritä hetken kuluttua uudelleen.',
    },
    en: {
      what: '{source} could not be asked.',
      why: 'The source does not answer now, and has told us nothing of the case before.',
      next: 'Try again in a while.',
    },
  },
};
