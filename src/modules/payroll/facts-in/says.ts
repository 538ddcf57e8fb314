import type { InEach } from '../../../kernel/texts.ts';

/** Why a row can not be taken, to who mends it; never what stood there. */
export const says = {
  nobody: {
    sv: 'Ingen hos arbetsgivaren har det anställningsnumret. Ta in personen först.',
    fi: 'Kenelläkään työnantajan palveluksessa ei ole tätä henkilönumeroa. Tuo henkilö ensin.',
    en: 'Nobody at the employer has that number. Take the person in first.',
  },
  own: {
    sv: 'Raden gäller din egen lön. Någon annan måste ta in den.',
    fi: 'Rivi koskee omaa palkkaasi. Jonkun muun on tuotava se.',
    en: 'The row is about your own pay. Somebody else must take it in.',
  },
  order: {
    sv: 'Sista dagen är före den första. Rätta en av dem.',
    fi: 'Viimeinen päivä on ennen ensimmäistä. Korjaa toinen niistä.',
    en: 'The last day is before the first. Correct one of them.',
  },
  noPay: {
    sv: 'Det står varken månadslön eller timlön. Skriv en av dem.',
    fi: 'Rivillä ei ole kuukausipalkkaa eikä tuntipalkkaa. Kirjoita toinen niistä.',
    en: 'There is neither monthly nor hourly pay. Write one of them.',
  },
  negative: {
    sv: 'Beloppet är under noll.',
    fi: 'Määrä on alle nollan.',
    en: 'The amount is below zero.',
  },
  share: {
    sv: 'Andelen ska vara mer än 0 och högst 100 procent.',
    fi: 'Osuuden on oltava yli 0 ja enintään 100 prosenttia.',
    en: 'The share must be more than 0 and at most 100 percent.',
  },
  week: {
    sv: 'Schemat ska ha timmar någon dag i veckan, högst 24 om dagen.',
    fi: 'Työvuorolistassa on oltava tunteja jonakin viikonpäivänä, enintään 24 päivässä.',
    en: 'The schedule needs hours on some day of the week, at most 24 a day.',
  },
  times: {
    sv: 'Klockslagen går inte att läsa. Skriv till exempel 07.00–11.30 12.00–16.00.',
    fi: 'Kellonaikoja ei voi lukea. Kirjoita esimerkiksi 07.00–11.30 12.00–16.00.',
    en: 'The times can not be read. Write for example 07.00–11.30 12.00–16.00.',
  },
  accounting: {
    sv: 'Konteringen går inte att läsa, eller så blir andelarna inte 100 procent. Skriv till exempel 4711/210 60 % + 4712 40 %.',
    fi: 'Tiliöintiä ei voi lukea, tai osuudet eivät ole yhteensä 100 prosenttia. Kirjoita esimerkiksi 4711/210 60 % + 4712 40 %.',
    en: 'The accounting can not be read, or its shares are not 100 percent together. Write for example 4711/210 60 % + 4712 40 %.',
  },
  employment: {
    sv: 'Anställningens nummer ska vara 1–99.',
    fi: 'Palvelussuhteen numeron on oltava 1–99.',
    en: 'The number of the employment must be 1–99.',
  },
  hours: {
    sv: 'Timmarna ska vara mer än 0 och högst 300.',
    fi: 'Tuntien on oltava yli 0 ja enintään 300.',
    en: 'The hours must be more than 0 and at most 300.',
  },
  percent: {
    sv: 'Procenten ska vara från 0 till 100.',
    fi: 'Prosentin on oltava 0–100.',
    en: 'The percent must be from 0 to 100.',
  },
  table: {
    sv: 'Skattetabellen ska vara 29–42 och kolumnen 1–6.',
    fi: 'Verotaulukon on oltava 29–42 ja sarakkeen 1–6.',
    en: 'The tax table must be 29–42 and its column 1–6.',
  },
  birthDate: {
    sv: 'Personen finns redan med ett annat födelsedatum. Kontrollera numret.',
    fi: 'Henkilö on jo mukana toisella syntymäajalla. Tarkista numero.',
    en: 'The person is there already with another birth date. Check the number.',
  },
  anotherPerson: {
    sv: 'Anställningsnumret hör redan till någon annan. Kontrollera numret.',
    fi: 'Henkilönumero kuuluu jo toiselle. Tarkista numero.',
    en: 'The employee number belongs to somebody else already. Check it.',
  },
  identityNumber: {
    sv: 'Personnumret går inte att läsa, eller stämmer inte med födelsedatumet.',
    fi: 'Henkilötunnusta ei voi lukea, tai se ei vastaa syntymäaikaa.',
    en: 'The identity number can not be read, or does not agree with the birth date.',
  },
} as const satisfies Readonly<Record<string, InEach<string>>>;
