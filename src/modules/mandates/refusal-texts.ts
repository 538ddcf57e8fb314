import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'mandates.is.revoked': {
    sv: { what: 'Fullmakten är redan återkallad', why: 'Den gäller inte längre.', next: 'Du behöver inte göra något.' },
    fi: {
      what: 'Valtuutus on jo peruutettu',
      why: 'Se ei ole enää voimassa.',
      next: 'Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'The mandate has been revoked already',
      why: 'It is no longer valid.',
      next: 'You need not do anything.',
    },
  },
  'mandates.is.expired': {
    sv: { what: 'Fullmakten har gått ut', why: 'Den gäller inte längre.', next: 'Ge en ny fullmakt om den behövs.' },
    fi: {
      what: 'Valtuutuksen voimassaolo on päättynyt',
      why: 'Se ei ole enää voimassa.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate has expired',
      why: 'It is no longer valid.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.given-back': {
    sv: {
      what: 'Fullmakten är redan tillbakalämnad',
      why: 'Den gäller inte längre.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutuksesta on jo luovuttu',
      why: 'Se ei ole enää voimassa.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate has been given back already',
      why: 'It is no longer valid.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.declined': {
    sv: {
      what: 'Fullmakten fick ett nej',
      why: 'Den som skulle få den har tackat nej.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutuksesta kieltäydyttiin',
      why: 'Saaja ei halunnut sitä.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate was declined',
      why: 'Whoever was to have it said no.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.refused': {
    sv: {
      what: 'Fullmakten blev inte undertecknad',
      why: 'Underskriften uteblev eller vägrades.',
      next: 'Ge en ny fullmakt om den behövs.',
    },
    fi: {
      what: 'Valtuutusta ei allekirjoitettu',
      why: 'Allekirjoitus puuttuu tai siitä kieltäydyttiin.',
      next: 'Anna uusi valtuutus, jos sitä tarvitaan.',
    },
    en: {
      what: 'The mandate was not signed',
      why: 'The signature did not come, or was refused.',
      next: 'Give a new mandate if one is needed.',
    },
  },
  'mandates.is.replaced': {
    sv: { what: 'Fullmakten är ersatt', why: 'En nyare fullmakt gäller i stället.', next: 'Öppna den nya fullmakten.' },
    fi: { what: 'Valtuutus on korvattu', why: 'Sen sijaan on voimassa uudempi.', next: 'Avaa uusi valtuutus.' },
    en: {
      what: 'The mandate has been replaced',
      why: 'A newer mandate is valid instead.',
      next: 'Open the new mandate.',
    },
  },
  'mandates.is.awaiting-signatures': {
    sv: {
      what: 'Fullmakten är inte underskriven',
      why: 'Den gäller inte än.',
      next: 'Vänta tills den är underskriven.',
    },
    fi: {
      what: 'Valtuutusta ei ole allekirjoitettu',
      why: 'Se ei ole vielä voimassa.',
      next: 'Odota, kunnes se on allekirjoitettu.',
    },
    en: {
      what: 'The mandate has not been signed',
      why: 'It is not valid yet.',
      next: 'Wait until it has been signed.',
    },
  },
  'mandates.is.active': {
    sv: {
      what: 'Fullmakten gäller redan',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: { what: 'Valtuutus on jo voimassa', why: 'Sitä ei voi tehdä nyt.', next: 'Avaa valtuutus ja katso sen tila.' },
    en: {
      what: 'The mandate is valid already',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.is.upcoming': {
    sv: {
      what: 'Fullmakten börjar gälla senare',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: {
      what: 'Valtuutus tulee voimaan myöhemmin',
      why: 'Sitä ei voi tehdä nyt.',
      next: 'Avaa valtuutus ja katso sen tila.',
    },
    en: {
      what: 'The mandate begins later',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.is.suspended': {
    sv: {
      what: 'Fullmakten är vilande',
      why: 'Det går inte att göra det nu.',
      next: 'Öppna fullmakten och se hur den står.',
    },
    fi: { what: 'Valtuutus on keskeytetty', why: 'Sitä ei voi tehdä nyt.', next: 'Avaa valtuutus ja katso sen tila.' },
    en: {
      what: 'The mandate is suspended',
      why: 'That can not be done now.',
      next: 'Open the mandate and see how it stands.',
    },
  },
  'mandates.not-found': {
    sv: {
      what: 'Fullmakten finns inte här',
      why: 'Adressen kan vara felskriven, eller så är fullmakten inte din att se.',
      next: 'Gå till dina fullmakter.',
    },
    fi: {
      what: 'Valtuutusta ei löydy',
      why: 'Osoite voi olla kirjoitettu väärin, tai valtuutus ei kuulu sinulle.',
      next: 'Siirry valtuutuksiisi.',
    },
    en: {
      what: 'There is no such mandate here',
      why: 'The address may be misspelt, or the mandate is not yours to see.',
      next: 'Go to your mandates.',
    },
  },
  'mandates.not-theirs': {
    sv: {
      what: 'Det är inte din sak att göra',
      why: 'Bara den som ger fullmakten kan återkalla den, och bara den som har fått den kan svara på den.',
      next: 'Öppna fullmakten och se vad du kan göra.',
    },
    fi: {
      what: 'Se ei ole sinun tehtävissäsi',
      why: 'Vain antaja voi peruuttaa valtuutuksen, ja vain saaja voi vastata siihen.',
      next: 'Avaa valtuutus ja katso, mitä voit tehdä.',
    },
    en: {
      what: 'That is not yours to do',
      why: 'Only whoever gives the mandate can revoke it, and only whoever has it can answer it.',
      next: 'Open the mandate and see what you can do.',
    },
  },
  'mandates.changed-meanwhile': {
    sv: {
      what: 'Någon annan hann före',
      why: 'Fullmakten ändrades medan du hade sidan öppen.',
      next: 'Öppna fullmakten igen och se hur den står.',
    },
    fi: {
      what: 'Joku muu ehti ensin',
      why: 'Valtuutus muuttui, kun sivu oli sinulla auki.',
      next: 'Avaa valtuutus uudelleen ja katso sen tila.',
    },
    en: {
      what: 'Somebody else was first',
      why: 'The mandate was changed while you had the page open.',
      next: 'Open the mandate again and see how it stands.',
    },
  },
  'mandates.number': {
    sv: {
      what: 'Numret stämmer inte',
      why: 'Det är inget riktigt person- eller organisationsnummer.',
      next: 'Kontrollera numret och skriv det igen.',
    },
    fi: {
      what: 'Tunnus ei täsmää',
      why: 'Se ei ole oikea henkilötunnus tai Y-tunnus.',
      next: 'Tarkista tunnus ja kirjoita se uudelleen.',
    },
    en: {
      what: 'The number is not right',
      why: 'It is no identity number or organisation number.',
      next: 'Check the number and write it again.',
    },
  },
  'mandates.to-oneself': {
    sv: {
      what: 'Du behöver ingen fullmakt för dig själv',
      why: 'Numret är ditt eget.',
      next: 'Skriv den andras nummer.',
    },
    fi: { what: 'Et tarvitse valtuutusta itsellesi', why: 'Tunnus on omasi.', next: 'Kirjoita toisen tunnus.' },
    en: { what: 'You need no mandate for yourself', why: 'The number is your own.', next: 'Write the other’s number.' },
  },
  'mandates.preview.other': {
    sv: {
      what: 'Granskningen gäller inte längre',
      why: 'Den visades i en annan inloggning, eller när du agerade för någon annan.',
      next: 'Skriv fullmakten på nytt.',
    },
    fi: {
      what: 'Tarkistus ei ole enää voimassa',
      why: 'Se näytettiin toisessa istunnossa tai kun asioit jonkun toisen puolesta.',
      next: 'Laadi valtuutus uudelleen.',
    },
    en: {
      what: 'The check is no longer valid',
      why: 'It was shown in another sign-in, or when you acted for somebody else.',
      next: 'Write the mandate again.',
    },
  },
  'mandates.choose.not-represented': {
    sv: {
      what: 'Du kan inte agera för den personen',
      why: 'Du har ingen rätt som gäller nu.',
      next: 'Välj i listan, eller be personen om en fullmakt.',
    },
    fi: {
      what: 'Et voi asioida tämän henkilön puolesta',
      why: 'Sinulla ei ole nyt voimassa olevaa oikeutta.',
      next: 'Valitse luettelosta tai pyydä henkilöltä valtuutus.',
    },
    en: {
      what: 'You can not act for that person',
      why: 'You have no right to it that is valid now.',
      next: 'Choose from the list, or ask the person for a mandate.',
    },
  },
  'mandates.days.from-past': {
    sv: {
      what: 'Den första dagen har varit',
      why: 'En fullmakt kan börja gälla tidigast i dag.',
      next: 'Välj en annan dag.',
    },
    fi: {
      what: 'Ensimmäinen päivä on mennyt',
      why: 'Valtuutus voi alkaa aikaisintaan tänään.',
      next: 'Valitse toinen päivä.',
    },
    en: {
      what: 'The first day has been',
      why: 'A mandate can begin today at the earliest.',
      next: 'Choose another day.',
    },
  },
  'mandates.days.to-before-from': {
    sv: {
      what: 'Den sista dagen är före den första',
      why: 'Så kan en fullmakt inte gälla.',
      next: 'Välj en annan dag.',
    },
    fi: {
      what: 'Viimeinen päivä on ennen ensimmäistä',
      why: 'Valtuutus ei voi olla voimassa niin.',
      next: 'Valitse toinen päivä.',
    },
    en: {
      what: 'The last day is before the first',
      why: 'A mandate can not be valid so.',
      next: 'Choose another day.',
    },
  },
  'mandates.days.too-long': {
    sv: {
      what: 'Fullmakten är för lång',
      why: 'En fullmakt kan gälla i högst 25 år.',
      next: 'Välj en tidigare sista dag.',
    },
    fi: {
      what: 'Valtuutus on liian pitkä',
      why: 'Valtuutus voi olla voimassa enintään 25 vuotta.',
      next: 'Valitse aikaisempi viimeinen päivä.',
    },
    en: {
      what: 'The mandate is too long',
      why: 'A mandate can be valid for at most 25 years.',
      next: 'Choose an earlier last day.',
    },
  },
};
