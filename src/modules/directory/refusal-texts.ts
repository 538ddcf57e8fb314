import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'directory.authority.unknown': {
    sv: {
      what: 'Vi hittar inte kommunen',
      why: 'Adressen kan vara felskriven.',
      next: 'Sök efter din kommun på startsidan.',
    },
    fi: {
      what: 'Kuntaa ei löydy',
      why: 'Osoite voi olla kirjoitettu väärin.',
      next: 'Etsi kuntasi etusivulta.',
    },
    en: {
      what: 'We can not find the municipality',
      why: 'The address may be misspelt.',
      next: 'Look for your municipality on the front page.',
    },
  },
  'directory.authority.not-joined': {
    sv: {
      what: 'Här finns ingen kommun',
      why: 'Adressen kan vara felskriven, eller så är kommunen inte med i Allmänning än.',
      next: 'Sök efter din kommun på startsidan.',
    },
    fi: {
      what: 'Täällä ei ole kuntaa',
      why: 'Osoite voi olla kirjoitettu väärin, tai kunta ei ole vielä mukana Allmänningissa.',
      next: 'Etsi kuntasi etusivulta.',
    },
    en: {
      what: 'There is no municipality here',
      why: 'The address may be misspelt, or the municipality has not joined Allmänning yet.',
      next: 'Look for your municipality on the front page.',
    },
  },
  'directory.join.no-such-code': {
    sv: {
      what: 'Ingen kommun har koden {code}',
      why: 'En kod har fyra siffror i Sverige (2281 Sundsvall) och tre på Åland (766 Sottunga).',
      next: 'Kontrollera koden och försök igen.',
    },
    fi: {
      what: 'Millään kunnalla ei ole koodia {code}',
      why: 'Koodissa on neljä numeroa Ruotsissa (2281 Sundsvall) ja kolme Ahvenanmaalla (766 Sottunga).',
      next: 'Tarkista koodi ja yritä uudelleen.',
    },
    en: {
      what: 'No municipality has the code {code}',
      why: 'A code has four digits in Sweden (2281 Sundsvall) and three on Åland (766 Sottunga).',
      next: 'Check the code and try again.',
    },
  },
  'directory.accent.not-a-colour': {
    sv: {
      what: 'Färgen går inte att läsa',
      why: 'En färg skrivs som # och sex tecken, 0–9 och a–f: #175a52.',
      next: 'Skriv färgen på det sättet.',
    },
    fi: {
      what: 'Väriä ei voi lukea',
      why: 'Väri kirjoitetaan merkillä # ja kuudella merkillä, 0–9 ja a–f: #175a52.',
      next: 'Kirjoita väri tällä tavalla.',
    },
    en: {
      what: 'The colour can not be read',
      why: 'A colour is written as # and six characters, 0–9 and a–f: #175a52.',
      next: 'Write the colour in that way.',
    },
  },
  'directory.accent.against-page': {
    sv: {
      what: 'Färgen syns för dåligt mot sidan',
      why: 'Kontrasten är {measured}:1. Den ska vara minst {least}:1, så att alla ser knappar och linjer.',
      next: 'Välj en mörkare färg.',
    },
    fi: {
      what: 'Väri erottuu sivusta liian huonosti',
      why: 'Kontrasti on {measured}:1. Sen on oltava vähintään {least}:1, jotta kaikki näkevät painikkeet ja viivat.',
      next: 'Valitse tummempi väri.',
    },
    en: {
      what: 'The colour is too hard to see against the page',
      why: 'The contrast is {measured}:1. It must be at least {least}:1, so that everybody sees buttons and lines.',
      next: 'Choose a darker colour.',
    },
  },
  'directory.accent.text-on-it': {
    sv: {
      what: 'Text på färgen blir svår att läsa',
      why: 'Kontrasten är {measured}:1. Den ska vara minst {least}:1.',
      next: 'Välj en mörkare eller ljusare färg.',
    },
    fi: {
      what: 'Värin päällä olevaa tekstiä on vaikea lukea',
      why: 'Kontrasti on {measured}:1. Sen on oltava vähintään {least}:1.',
      next: 'Valitse tummempi tai vaaleampi väri.',
    },
    en: {
      what: 'Text on the colour is hard to read',
      why: 'The contrast is {measured}:1. It must be at least {least}:1.',
      next: 'Choose a darker or a lighter colour.',
    },
  },
  'directory.host-name.not-a-name': {
    sv: {
      what: 'Värdnamnet går inte att läsa',
      why: 'Det är ett namn som tjanster.sottunga.ax, utan https:// och utan snedstreck.',
      next: 'Skriv bara namnet.',
    },
    fi: {
      what: 'Isäntänimeä ei voi lukea',
      why: 'Se on nimi kuten tjanster.sottunga.ax, ilman alkua https:// ja ilman kauttaviivoja.',
      next: 'Kirjoita vain nimi.',
    },
    en: {
      what: 'The host name can not be read',
      why: 'It is a name such as tjanster.sottunga.ax, without https:// and without slashes.',
      next: 'Write the name only.',
    },
  },
  'directory.host-name.taken': {
    sv: {
      what: '{host} är upptaget',
      why: 'En annan kommun i Allmänning använder redan värdnamnet.',
      next: 'Välj ett annat, eller kontakta driften om namnet är ert.',
    },
    fi: {
      what: '{host} on varattu',
      why: 'Toinen Allmänningin kunta käyttää jo isäntänimeä.',
      next: 'Valitse toinen, tai ota yhteyttä ylläpitoon, jos nimi on teidän.',
    },
    en: {
      what: '{host} is taken',
      why: 'Another municipality in Allmänning uses the host name already.',
      next: 'Choose another, or contact operations if the name is yours.',
    },
  },
  'directory.settings.changed-meanwhile': {
    sv: {
      what: 'Någon annan har ändrat inställningarna',
      why: 'De ändrades efter att du öppnade sidan. Inget av det du skrev har sparats.',
      next: 'Öppna sidan igen, se vad som har ändrats och gör din ändring på nytt.',
    },
    fi: {
      what: 'Joku muu on muuttanut asetuksia',
      why: 'Niitä muutettiin sen jälkeen, kun avasit sivun. Mitään kirjoittamaasi ei ole tallennettu.',
      next: 'Avaa sivu uudelleen, katso mitä on muuttunut ja tee muutoksesi uudelleen.',
    },
    en: {
      what: 'Somebody else has changed the settings',
      why: 'They were changed after you opened the page. Nothing you wrote has been saved.',
      next: 'Open the page again, see what has changed, and make your change anew.',
    },
  },
  'directory.succession.in-the-past': {
    sv: {
      what: 'Övergången kan inte börja {day}',
      why: 'Den måste börja en dag som kommer, så att den kan tas tillbaka tills dess.',
      next: 'Välj ett senare datum.',
    },
    fi: {
      what: 'Siirtymä ei voi alkaa {day}',
      why: 'Sen on alettava tulevana päivänä, jotta sen voi siihen asti perua.',
      next: 'Valitse myöhempi päivä.',
    },
    en: {
      what: 'The succession can not begin on {day}',
      why: 'It must begin on a day to come, so that it can be taken back until then.',
      next: 'Choose a later date.',
    },
  },
  'directory.succession.circle': {
    sv: {
      what: 'En kommun kan inte ta över efter sig själv',
      why: 'Tillsammans med andra övergångar skulle det bli en ring.',
      next: 'Kontrollera vilka som tar över efter vilka.',
    },
    fi: {
      what: 'Kunta ei voi olla itsensä seuraaja',
      why: 'Muiden siirtymien kanssa syntyisi kehä.',
      next: 'Tarkista, kuka seuraa ketäkin.',
    },
    en: {
      what: 'An authority can not succeed itself',
      why: 'Together with other successions it would make a circle.',
      next: 'Check who succeeds whom.',
    },
  },
  'directory.succession.in-force': {
    sv: {
      what: 'Övergången gäller redan',
      why: 'Den trädde i kraft {day} och kan inte tas tillbaka.',
      next: 'Besluta om en ny övergång i stället.',
    },
    fi: {
      what: 'Siirtymä on jo voimassa',
      why: 'Se tuli voimaan {day}, eikä sitä voi perua.',
      next: 'Päättäkää sen sijaan uudesta siirtymästä.',
    },
    en: {
      what: 'The succession is already in force',
      why: 'It took force on {day} and can not be taken back.',
      next: 'Decide on a new succession instead.',
    },
  },
  'directory.succession.withdrawn': {
    sv: {
      what: 'Övergången är redan tillbakatagen',
      why: 'Någon annan hann före.',
      next: 'Du behöver inte göra något.',
    },
    fi: {
      what: 'Siirtymä on jo peruttu',
      why: 'Joku muu ehti ensin.',
      next: 'Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'The succession has been taken back already',
      why: 'Somebody else was first.',
      next: 'There is nothing you need to do.',
    },
  },
  'directory.succession.unknown': {
    sv: { what: 'Övergången finns inte', why: 'Den kan ha tagits bort.', next: 'Kontrollera adressen.' },
    fi: { what: 'Siirtymää ei ole', why: 'Se on voitu poistaa.', next: 'Tarkista osoite.' },
    en: { what: 'There is no such succession', why: 'It may have been removed.', next: 'Check the address.' },
  },
  'directory.succession.known': {
    sv: {
      what: 'Övergången är redan meddelad',
      why: 'Samma övergång väntar på sin dag eller gäller redan.',
      next: 'Se listan över övergångar.',
    },
    fi: {
      what: 'Siirtymästä on jo ilmoitettu',
      why: 'Sama siirtymä odottaa päiväänsä tai on jo voimassa.',
      next: 'Katso siirtymien luettelosta.',
    },
    en: {
      what: 'The succession has been announced already',
      why: 'The same succession waits for its day, or is in force.',
      next: 'See the list of successions.',
    },
  },
  'directory.succession.no-such-authority': {
    sv: {
      what: 'Vi hittar ingen myndighet för {name}',
      why: 'Skriv kommunkoden (766, 2281) eller det som står i adressen (sottunga).',
      next: 'Kontrollera och försök igen.',
    },
    fi: {
      what: 'Viranomaista ei löydy: {name}',
      why: 'Kirjoita kuntakoodi (766, 2281) tai osoitteessa oleva nimi (sottunga).',
      next: 'Tarkista ja yritä uudelleen.',
    },
    en: {
      what: 'We find no authority for {name}',
      why: 'Write the municipal code (766, 2281) or what stands in the address (sottunga).',
      next: 'Check it and try again.',
    },
  },
};
