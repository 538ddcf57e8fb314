import type { RefusalTexts } from '../../kernel/texts.ts';

export const refusalTexts: RefusalTexts = {
  'identity.e-id.not-found': {
    sv: {
      what: 'Den e-legitimationen finns inte här',
      why: 'Adressen kan vara gammal.',
      next: 'Gå till Logga in och välj igen.',
    },
    fi: {
      what: 'Tätä tunnistusvälinettä ei ole',
      why: 'Osoite voi olla vanha.',
      next: 'Siirry kirjautumiseen ja valitse uudelleen.',
    },
    en: {
      what: 'That e-ID is not available here',
      why: 'The address may be old.',
      next: 'Go to Sign in and choose again.',
    },
  },
  'identity.e-id.unreachable': {
    sv: {
      what: 'E-legitimationen svarar inte',
      why: 'Felet ligger hos e-legitimationen eller på vägen dit, inte hos dig.',
      next: 'Försök igen om en stund. Det du har sparat finns kvar.',
    },
    fi: {
      what: 'Tunnistuspalvelu ei vastaa',
      why: 'Vika on tunnistuspalvelussa tai yhteydessä siihen, ei sinussa.',
      next: 'Yritä hetken kuluttua uudelleen. Tallentamasi tiedot ovat tallessa.',
    },
    en: {
      what: 'The e-ID does not answer',
      why: 'The fault lies with the e-ID or on the way to it, not with you.',
      next: 'Try again in a while. What you have saved is still there.',
    },
  },
  'identity.sign-in.not-ours': {
    sv: {
      what: 'Inloggningen kunde inte slutföras',
      why: 'Svaret hörde inte till en inloggning som du har börjat i den här webbläsaren, eller så tog den för lång tid.',
      next: 'Börja om från Logga in.',
    },
    fi: {
      what: 'Kirjautumista ei voitu viedä loppuun',
      why: 'Vastaus ei kuulunut tässä selaimessa aloittamaasi kirjautumiseen, tai se kesti liian kauan.',
      next: 'Aloita kirjautuminen alusta.',
    },
    en: {
      what: 'The sign-in could not be completed',
      why: 'The answer did not belong to a sign-in that you have begun in this browser, or it took too long.',
      next: 'Start again from Sign in.',
    },
  },
  'identity.sign-in.too-weak': {
    sv: {
      what: 'Du behöver en säkrare e-legitimation',
      why: 'Den du använde är på en för låg tillitsnivå för offentliga tjänster.',
      next: 'Logga in med en e-legitimation på nivån väsentlig eller hög, till exempel BankID eller Freja+.',
    },
    fi: {
      what: 'Tarvitset vahvemman tunnistusvälineen',
      why: 'Käyttämäsi tunnistusvälineen varmuustaso on liian matala julkisiin palveluihin.',
      next: 'Kirjaudu välineellä, jonka taso on korotettu tai korkea, esimerkiksi pankkitunnuksilla.',
    },
    en: {
      what: 'You need a stronger e-ID',
      why: 'The one you used has too low a level of assurance for public services.',
      next: 'Sign in with an e-ID at level substantial or high.',
    },
  },
  'identity.sign-in.died': {
    sv: {
      what: 'Det går inte att logga in med den här e-legitimationen',
      why: 'Enligt befolkningsregistret har personen avlidit. Ingen kan logga in i personens namn, inte heller en anhörig.',
      next: 'Gäller det ett ärende som personen hade: den som företräder dödsboet kontaktar myndigheten. Är uppgiften fel: kontakta Skatteverket, i Finland och på Åland Myndigheten för digitalisering och befolkningsdata.',
    },
    fi: {
      what: 'Tällä tunnistusvälineellä ei voi kirjautua',
      why: 'Väestörekisterin mukaan henkilö on kuollut. Kukaan ei voi kirjautua hänen nimissään, ei myöskään omainen.',
      next: 'Jos kyse on asiasta, joka henkilöllä oli: kuolinpesän edustaja ottaa yhteyttä viranomaiseen. Jos tieto on väärä: ota yhteyttä Digi- ja väestötietovirastoon, Ruotsissa Skatteverketiin.',
    },
    en: {
      what: 'It is not possible to sign in with this e-ID',
      why: 'According to the population register, the person has died. Nobody can sign in in their name, a relative neither.',
      next: 'If it concerns a case that the person had: whoever represents the estate contacts the authority. If the register is wrong: contact the Swedish Tax Agency, in Finland and on Åland the Digital and Population Data Services Agency.',
    },
  },
  'identity.sign-in.test-person': {
    sv: {
      what: 'Testpersoner kan inte logga in här',
      why: 'Numret är ett testnummer.',
      next: 'Logga in som dig själv.',
    },
    fi: { what: 'Testihenkilöt eivät voi kirjautua', why: 'Tunnus on testitunnus.', next: 'Kirjaudu omana itsenäsi.' },
    en: { what: 'Test persons cannot sign in here', why: 'The number is a test number.', next: 'Sign in as yourself.' },
  },
  'identity.number.invalid': {
    sv: {
      what: 'Numret är inte giltigt',
      why: 'Det är inget personnummer, samordningsnummer eller någon personbeteckning.',
      next: 'Kontrollera numret. Om det kom från e-legitimationen, kontakta den som gav ut den.',
    },
    fi: {
      what: 'Tunnus ei kelpaa',
      why: 'Se ei ole henkilötunnus.',
      next: 'Tarkista tunnus. Jos se tuli tunnistusvälineestä, ota yhteyttä sen myöntäjään.',
    },
    en: {
      what: 'The number is not valid',
      why: 'It is no personal identity number of Sweden or Finland.',
      next: 'Check the number. If it came from the e-ID, contact whoever issued it.',
    },
  },
  'identity.party.not-found': {
    sv: {
      what: 'Personen finns inte',
      why: 'Adressen kan vara fel, eller så är personen inte din att se.',
      next: 'Gå tillbaka till ärendet.',
    },
    fi: {
      what: 'Henkilöä ei löydy',
      why: 'Osoite voi olla väärä, tai henkilö ei kuulu sinulle.',
      next: 'Palaa asiaan.',
    },
    en: {
      what: 'There is no such person',
      why: 'The address may be wrong, or the person is not yours to see.',
      next: 'Go back to the case.',
    },
  },
  'identity.session.not-found': {
    sv: {
      what: 'Inloggningen är redan slut',
      why: 'Den avslutades eller blev för gammal.',
      next: 'Du behöver inte göra något.',
    },
    fi: {
      what: 'Kirjautuminen on jo päättynyt',
      why: 'Se lopetettiin tai vanheni.',
      next: 'Sinun ei tarvitse tehdä mitään.',
    },
    en: {
      what: 'That sign-in is over already',
      why: 'It was ended, or became too old.',
      next: 'There is nothing you need to do.',
    },
  },
  'identity.address.invalid': {
    sv: {
      what: 'Det är ingen e-postadress',
      why: 'En adress har ett @ och en domän.',
      next: 'Skriv till exempel namn@exempel.se.',
    },
    fi: {
      what: 'Se ei ole sähköpostiosoite',
      why: 'Osoitteessa on @ ja verkkotunnus.',
      next: 'Kirjoita esimerkiksi nimi@esimerkki.fi.',
    },
    en: {
      what: 'That is no e-mail address',
      why: 'An address has an @ and a domain.',
      next: 'Write for example name@example.com.',
    },
  },
  'identity.address.link-gone': {
    sv: {
      what: 'Länken gäller inte längre',
      why: 'Den är använd, äldre än två dagar, eller hör till någon annan som är inloggad.',
      next: 'Ange adressen på nytt under Mina uppgifter, så skickar vi en ny länk.',
    },
    fi: {
      what: 'Linkki ei ole enää voimassa',
      why: 'Se on käytetty, yli kaksi päivää vanha, tai kuuluu toiselle henkilölle.',
      next: 'Anna osoite uudelleen kohdassa Omat tiedot, niin lähetämme uuden linkin.',
    },
    en: {
      what: 'The link is no longer valid',
      why: 'It has been used, is older than two days, or belongs to somebody else than who is signed in.',
      next: 'Enter the address again under My details, and we send a new link.',
    },
  },
  'identity.invitation.gone': {
    sv: {
      what: 'Inbjudan gäller inte längre',
      why: 'Den är använd, tillbakatagen eller för gammal.',
      next: 'Be den som bjöd in dig om en ny.',
    },
    fi: {
      what: 'Kutsu ei ole enää voimassa',
      why: 'Se on käytetty, peruutettu tai liian vanha.',
      next: 'Pyydä kutsujalta uusi.',
    },
    en: {
      what: 'The invitation is no longer valid',
      why: 'It has been used, taken back, or is too old.',
      next: 'Ask whoever invited you for a new one.',
    },
  },
  'identity.role.own': {
    sv: {
      what: 'Du kan inte ge dig själv en roll',
      why: 'En roll ges alltid av någon annan.',
      next: 'Be en annan som delar ut roller att ge dig den.',
    },
    fi: {
      what: 'Et voi antaa roolia itsellesi',
      why: 'Roolin antaa aina joku toinen.',
      next: 'Pyydä sitä toiselta roolien antajalta.',
    },
    en: {
      what: 'You cannot give yourself a role',
      why: 'A role is always given by somebody else.',
      next: 'Ask somebody else who gives roles to give it to you.',
    },
  },
  'identity.role.no-task': {
    sv: {
      what: 'En handläggare behöver en uppgift',
      why: 'Utan uppgift når rollen inga ärenden.',
      next: 'Välj minst en uppgift.',
    },
    fi: {
      what: 'Käsittelijä tarvitsee tehtävän',
      why: 'Ilman tehtävää rooli ei ulotu asioihin.',
      next: 'Valitse vähintään yksi tehtävä.',
    },
    en: {
      what: 'A case officer needs a task',
      why: 'Without a task the role reaches no cases.',
      next: 'Choose at least one task.',
    },
  },
  'identity.role.wrong-authority': {
    sv: {
      what: 'Den rollen finns inte i den här myndigheten',
      why: 'Driftansvariga finns bara hos den som driver Allmänning, och där finns inga andra roller.',
      next: 'Välj en annan roll.',
    },
    fi: {
      what: 'Tässä viranomaisessa ei ole tätä roolia',
      why: 'Ylläpitäjiä on vain Allmänningin ylläpidossa, eikä siellä ole muita rooleja.',
      next: 'Valitse toinen rooli.',
    },
    en: {
      what: 'There is no such role in this authority',
      why: 'Operators exist only with the body that runs Allmänning, and there are no other roles there.',
      next: 'Choose another role.',
    },
  },
  'identity.role.not-found': {
    sv: {
      what: 'Rollen är redan avslutad',
      why: 'Någon annan hann före, eller så finns den inte här.',
      next: 'Ladda om sidan.',
    },
    fi: {
      what: 'Rooli on jo päättynyt',
      why: 'Joku muu ehti ensin, tai sitä ei ole täällä.',
      next: 'Lataa sivu uudelleen.',
    },
    en: {
      what: 'The role has already ended',
      why: 'Somebody else was first, or it is not here.',
      next: 'Reload the page.',
    },
  },
};
