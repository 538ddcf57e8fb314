import type { RefusalTexts } from '../../../kernel/texts.ts';

/** What is told to who claims an overpayment back in a way that can not be. */
export const recoveryRefusals: RefusalTexts = {
  'payroll.recovery.nothing': {
    sv: {
      what: 'Det finns inget att kräva tillbaka',
      why: 'Lönen är inte för mycket betald, eller så går återkravet inte att räkna här.',
      next: 'Gå tillbaka och se vad som står på sidan nu.',
    },
    fi: {
      what: 'Takaisin perittävää ei ole',
      why: 'Palkkaa ei ole maksettu liikaa, tai takaisinperintää ei voi laskea täällä.',
      next: 'Palaa ja katso, mitä sivulla nyt on.',
    },
    en: {
      what: 'There is nothing to claim back',
      why: 'The pay is not too much, or the claim can not be worked out here.',
      next: 'Go back and see what the page says now.',
    },
  },
  'payroll.recovery.claimed': {
    sv: {
      what: 'Månaden har redan ett återkrav',
      why: 'En månad har ett återkrav. Det som tillkommer rättas brutto i nästa lön.',
      next: 'Gå tillbaka och se återkravet.',
    },
    fi: {
      what: 'Kuukaudella on jo takaisinperintä',
      why: 'Kuukaudella on yksi takaisinperintä. Lisäys oikaistaan bruttona seuraavassa palkassa.',
      next: 'Palaa ja katso takaisinperintä.',
    },
    en: {
      what: 'The month has a claim already',
      why: 'A month has one claim. What comes on top is corrected gross in the next pay.',
      next: 'Go back and see the claim.',
    },
  },
  'payroll.recovery.too-late': {
    sv: {
      what: 'Det är för sent att kräva tillbaka netto',
      why: 'Netto går samma år som lönen betalades, och i början av nästa om årets beskattning inte är klar. Fråga Skatteförvaltningen.',
      next: 'Gå tillbaka och kryssa i svaret, eller låt nästa lön rätta det brutto.',
    },
    fi: {
      what: 'Nettoperintä ei ole enää mahdollinen',
      why: 'Nettona voi periä samana vuonna kuin palkka maksettiin ja seuraavan alussa, jos vuoden verotus ei ole valmistunut. Kysy Verohallinnosta.',
      next: 'Palaa ja merkitse vastaus, tai anna seuraavan palkan oikaista se bruttona.',
    },
    en: {
      what: 'It is too late to claim back net',
      why: 'Net is possible in the year of the payment, and early in the next while its taxation is not finished. Ask the Tax Administration.',
      next: 'Go back and tick the answer, or let the next pay correct it gross.',
    },
  },
  'payroll.recovery.no-claim': {
    sv: { what: 'Återkravet finns inte', why: 'Det kan ha fel adress.', next: 'Gå till personens sida.' },
    fi: { what: 'Takaisinperintää ei ole', why: 'Osoite voi olla väärä.', next: 'Mene henkilön sivulle.' },
    en: { what: 'There is no such claim', why: 'The address may be wrong.', next: 'Go to the person’s page.' },
  },
  'payroll.recovery.amount': {
    sv: {
      what: 'Beloppet går inte',
      why: 'Det ska vara mer än noll och inte mer än vad som är kvar av återkravet.',
      next: 'Gå tillbaka och skriv ett annat belopp.',
    },
    fi: {
      what: 'Määrä ei käy',
      why: 'Sen pitää olla enemmän kuin nolla eikä enempää kuin takaisinperinnästä on jäljellä.',
      next: 'Palaa ja kirjoita toinen määrä.',
    },
    en: {
      what: 'The amount can not be',
      why: 'It must be more than nothing and no more than what is left of the claim.',
      next: 'Go back and write another amount.',
    },
  },
  'payroll.recovery.plan': {
    sv: {
      what: 'Så kan det inte dras av lönen',
      why: 'Det behövs ett belopp i månaden, ett skyddat belopp, och det får ta högst tolv månader.',
      next: 'Gå tillbaka och fyll i beloppen.',
    },
    fi: {
      what: 'Näin sitä ei voi vähentää palkasta',
      why: 'Tarvitaan kuukausierä ja suojaosuus, ja aikaa saa kulua enintään kaksitoista kuukautta.',
      next: 'Palaa ja täytä määrät.',
    },
    en: {
      what: 'It can not be drawn so',
      why: 'An amount a month and a protected part are needed, and it may take twelve months at most.',
      next: 'Go back and fill in the amounts.',
    },
  },
  'payroll.recovery.sweden': {
    sv: {
      what: 'I Sverige dras återkravet inte netto av lönen',
      why: 'Skatten kan inte sänkas i efterhand. Finns lön att dra av rättas det brutto i nästa lön.',
      next: 'Gå tillbaka och välj att personen betalar in, eller låt nästa lön rätta det.',
    },
    fi: {
      what: 'Ruotsissa takaisinperintää ei vähennetä palkasta nettona',
      why: 'Veroa ei voi jälkikäteen pienentää. Jos palkkaa on, se oikaistaan bruttona seuraavassa palkassa.',
      next: 'Palaa ja valitse, että henkilö maksaa itse, tai anna seuraavan palkan oikaista se.',
    },
    en: {
      what: 'In Sweden a claim is not drawn net from pay',
      why: 'Tax can not be lowered afterwards. Where there is pay to correct, the next pay corrects it gross.',
      next: 'Go back and choose that the person pays in, or let the next pay correct it.',
    },
  },
  'payroll.recovery.decision': {
    sv: {
      what: 'Beslutet fattas',
      why: 'Ett återkrav står på ett beslut eller på personens medgivande.',
      next: 'Gå tillbaka och skriv vilket.',
    },
    fi: {
      what: 'Päätös puuttuu',
      why: 'Takaisinperintä perustuu päätökseen tai henkilön suostumukseen.',
      next: 'Palaa ja kirjoita, mihin.',
    },
    en: {
      what: 'The decision is missing',
      why: 'A claim stands on a decision or on the person’s consent.',
      next: 'Go back and write which.',
    },
  },
  'payroll.recovery.day': {
    sv: {
      what: 'Dagen har inte varit',
      why: 'Pengarna ska ha kommit in.',
      next: 'Gå tillbaka och skriv dagen då de kom.',
    },
    fi: {
      what: 'Päivä ei ole vielä ollut',
      why: 'Rahan pitää olla saapunut.',
      next: 'Palaa ja kirjoita saapumispäivä.',
    },
    en: { what: 'The day has not been', why: 'The money must have come.', next: 'Go back and write the day it came.' },
  },
  'payroll.recovery.waits': {
    sv: {
      what: 'Ett förslag väntar redan',
      why: 'Det är ett förslag i taget för en person, så att inget krävs två gånger.',
      next: 'Vänta tills det har fått svar.',
    },
    fi: {
      what: 'Yksi ehdotus odottaa jo',
      why: 'Henkilöllä on yksi ehdotus kerrallaan, jotta mitään ei peritä kahdesti.',
      next: 'Odota, kunnes siihen on vastattu.',
    },
    en: {
      what: 'A proposal waits already',
      why: 'There is one at a time for a person, so that nothing is claimed twice.',
      next: 'Wait until it has been answered.',
    },
  },
};
