import type { RefusalTexts } from '../texts.ts';

export const refusalTexts: RefusalTexts = {
  'kernel.files.empty': {
    sv: {
      what: 'Filen är tom.',
      why: 'Den innehåller ingenting, kanske för att den inte hann sparas eller laddas ner.',
      next: 'Öppna filen på din egen enhet, spara den igen och välj den på nytt.',
    },
    fi: {
      what: 'Tiedosto on tyhjä.',
      why: 'Siinä ei ole mitään, ehkä koska sitä ei ehditty tallentaa tai ladata.',
      next: 'Avaa tiedosto omalla laitteellasi, tallenna se uudelleen ja valitse se sitten.',
    },
    en: {
      what: 'The file is empty.',
      why: 'There is nothing in it, perhaps because it was not fully saved or downloaded.',
      next: 'Open the file on your own device, save it again and choose it once more.',
    },
  },
  'kernel.files.too-large': {
    sv: {
      what: 'Filen är för stor.',
      why: 'Den är större än vad som får skickas in här, räknat i byte eller i bildpunkter.',
      next: 'Spara bilden i mindre storlek, eller dela upp dokumentet i flera filer.',
    },
    fi: {
      what: 'Tiedosto on liian suuri.',
      why: 'Se on suurempi kuin tässä voi lähettää, tavuina tai kuvapisteinä laskettuna.',
      next: 'Tallenna kuva pienempänä tai jaa asiakirja useaan tiedostoon.',
    },
    en: {
      what: 'The file is too large.',
      why: 'It is larger than what can be sent here, counted in bytes or in pixels.',
      next: 'Save the picture in a smaller size, or split the document into several files.',
    },
  },
  'kernel.files.type': {
    sv: {
      what: 'Den här typen av fil går inte att skicka in.',
      why: 'Vi ser på filens innehåll, inte på dess namn, och det är inte av en typ som tas emot här.',
      next: 'Spara eller skriv ut dokumentet som PDF, eller bilden som JPEG, och välj den nya filen.',
    },
    fi: {
      what: 'Tämäntyyppistä tiedostoa ei voi lähettää.',
      why: 'Katsomme tiedoston sisältöä emmekä sen nimeä, eikä sisältö ole tässä hyväksyttyä tyyppiä.',
      next: 'Tallenna tai tulosta asiakirja PDF-muotoon tai kuva JPEG-muotoon ja valitse uusi tiedosto.',
    },
    en: {
      what: 'This type of file can not be sent in.',
      why: 'We look at what the file holds, not at its name, and it is not of a type that is accepted here.',
      next: 'Save or print the document as a PDF, or the picture as a JPEG, and choose the new file.',
    },
  },
  'kernel.files.infected': {
    sv: {
      what: 'Filen innehåller skadlig kod.',
      why: 'Virusskyddet känner igen den. Filen har inte sparats.',
      next: 'Sök igenom din enhet med ett virusskydd. Skicka sedan in en ren fil.',
    },
    fi: {
      what: 'Tiedostossa on haittaohjelma.',
      why: 'Virustorjunta tunnistaa sen. Tiedostoa ei ole tallennettu.',
      next: 'Tarkista laitteesi virustorjunnalla. Lähetä sitten puhdas tiedosto.',
    },
    en: {
      what: 'The file contains malware.',
      why: 'The virus scanner recognises it. The file has not been kept.',
      next: 'Check your device with a virus scanner. Then send a clean file.',
    },
  },
  'kernel.files.not-scanned': {
    sv: {
      what: 'Filen kunde inte kontrolleras just nu.',
      why: 'Virusskyddet svarar inte, och ingen fil tas emot utan kontroll. Filen har inte sparats.',
      next: 'Vänta några minuter och skicka filen igen. Det andra du har fyllt i finns kvar.',
    },
    fi: {
      what: 'Tiedostoa ei voitu tarkistaa juuri nyt.',
      why: 'Virustorjunta ei vastaa, eikä tiedostoja oteta vastaan tarkistamatta. Tiedostoa ei ole tallennettu.',
      next: 'Odota muutama minuutti ja lähetä tiedosto uudelleen. Muut täyttämäsi tiedot ovat tallessa.',
    },
    en: {
      what: 'The file could not be checked just now.',
      why: 'The virus scanner does not answer, and no file is taken in unchecked. The file has not been kept.',
      next: 'Wait a few minutes and send the file again. What else you have filled in is still there.',
    },
  },
  'kernel.files.broken': {
    sv: {
      what: 'Filen går inte att läsa.',
      why: 'Den är skadad eller inte hel.',
      next: 'Kontrollera att filen går att öppna hos dig. Spara den på nytt och välj den igen.',
    },
    fi: {
      what: 'Tiedostoa ei voi lukea.',
      why: 'Se on vioittunut tai vajaa.',
      next: 'Tarkista, että tiedosto aukeaa omalla laitteellasi. Tallenna se uudelleen ja valitse se sitten.',
    },
    en: {
      what: 'The file can not be read.',
      why: 'It is damaged or not complete.',
      next: 'Check that the file opens on your device. Save it again and choose it once more.',
    },
  },
  'kernel.files.active': {
    sv: {
      what: 'Dokumentet innehåller mer än text och bild.',
      why: 'Det har skript, makron eller andra filer inuti, och sådant öppnar vi inte.',
      next: 'Skriv ut dokumentet till en ny PDF och skicka in den.',
    },
    fi: {
      what: 'Asiakirjassa on muutakin kuin tekstiä ja kuvia.',
      why: 'Siinä on komentosarjoja, makroja tai muita tiedostoja, emmekä avaa sellaisia.',
      next: 'Tulosta asiakirja uudeksi PDF-tiedostoksi ja lähetä se.',
    },
    en: {
      what: 'The document holds more than text and pictures.',
      why: 'It has scripts, macros or other files inside, and we do not open such things.',
      next: 'Print the document to a new PDF and send that.',
    },
  },
  'kernel.files.locked': {
    sv: {
      what: 'Dokumentet är låst.',
      why: 'Det är skyddat med lösenord eller begränsade rättigheter, så att det inte går att kontrollera eller arkivera.',
      next: 'Skriv ut dokumentet till en ny PDF utan lås och skicka in den.',
    },
    fi: {
      what: 'Asiakirja on lukittu.',
      why: 'Se on suojattu salasanalla tai rajatuin oikeuksin, joten sitä ei voi tarkistaa eikä arkistoida.',
      next: 'Tulosta asiakirja uudeksi lukitsemattomaksi PDF-tiedostoksi ja lähetä se.',
    },
    en: {
      what: 'The document is locked.',
      why: 'It is protected with a password or limited permissions, so it can not be checked or archived.',
      next: 'Print the document to a new PDF without a lock and send that.',
    },
  },
};
