import type { RefusalTexts } from '../texts.ts';

/** What the kernel's own refusals say. */
export const refusalTexts: RefusalTexts = {
  'kernel.defect': {
    sv: {
      what: 'Något gick fel hos oss',
      why: 'Felet är vårt, och det är antecknat. Det du redan har skickat in är sparat.',
      next: 'Försök igen om en stund. Om felet kommer tillbaka, kontakta oss och ange numret här nedanför.',
    },
    fi: {
      what: 'Meillä tapahtui virhe',
      why: 'Virhe on meidän, ja se on kirjattu. Jo lähettämäsi tiedot ovat tallessa.',
      next: 'Yritä hetken kuluttua uudelleen. Jos virhe toistuu, ota yhteyttä ja ilmoita alla oleva numero.',
    },
    en: {
      what: 'Something went wrong on our side',
      why: 'The fault is ours, and it has been recorded. What you have already sent in is safe.',
      next: 'Try again in a while. If it happens again, contact us and give the number below.',
    },
  },
  'kernel.csrf.other-principal': {
    sv: {
      what: 'Du har bytt vem du agerar för',
      why: 'Formuläret visades när du agerade för någon annan än nu, i en annan flik. Inget har sparats eller skickats.',
      next: 'Byt tillbaka till den som formuläret gällde, eller öppna sidan på nytt.',
    },
    fi: {
      what: 'Olet vaihtanut, kenen puolesta asioit',
      why: 'Lomake avattiin toisessa välilehdessä, kun asioit jonkun toisen puolesta. Mitään ei ole tallennettu tai lähetetty.',
      next: 'Vaihda takaisin siihen, jota lomake koski, tai avaa sivu uudelleen.',
    },
    en: {
      what: 'You have changed for whom you act',
      why: 'The form was shown when you acted for somebody else, in another tab. Nothing has been saved or sent.',
      next: 'Change back to whom the form was about, or open the page again.',
    },
  },
  'kernel.page.not-found': {
    sv: {
      what: 'Sidan finns inte',
      why: 'Adressen kan vara felskriven, eller så är sidan inte din att läsa.',
      next: 'Kontrollera adressen, eller börja om från startsidan.',
    },
    fi: {
      what: 'Sivua ei löydy',
      why: 'Osoite voi olla kirjoitettu väärin, tai sivu ei kuulu sinulle.',
      next: 'Tarkista osoite tai aloita etusivulta.',
    },
    en: {
      what: 'There is no such page',
      why: 'The address may be misspelt, or the page is not yours to read.',
      next: 'Check the address, or start again from the front page.',
    },
  },
  'kernel.sign-in': {
    sv: { what: 'Du behöver logga in', why: 'Sidan är personlig.', next: 'Logga in och försök igen.' },
    fi: {
      what: 'Sinun täytyy kirjautua sisään',
      why: 'Sivu on henkilökohtainen.',
      next: 'Kirjaudu ja yritä uudelleen.',
    },
    en: { what: 'You need to sign in', why: 'The page is personal.', next: 'Sign in and try again.' },
  },
  'kernel.authority.no': {
    sv: {
      what: 'Du har inte rätt att göra det här',
      why: 'Varken du själv, din roll eller ett avtal ger dig den rätten i dag.',
      next: 'Om du borde ha rätten, kontakta den som delar ut roller hos dig.',
    },
    fi: {
      what: 'Sinulla ei ole oikeutta tähän',
      why: 'Oikeutta ei tänään anna roolisi eikä mikään sopimus.',
      next: 'Jos oikeus kuuluu sinulle, ota yhteyttä roolien antajaan organisaatiossasi.',
    },
    en: {
      what: 'You are not allowed to do this',
      why: 'Neither you yourself, your role nor an agreement gives you the right today.',
      next: 'If you should have it, contact whoever gives out roles where you work.',
    },
  },
  'kernel.authority.assurance': {
    sv: {
      what: 'Du behöver logga in säkrare',
      why: 'Det här kräver inloggning på tillitsnivån {minimum}.',
      next: 'Logga ut, och logga in med en e-legitimation på den nivån.',
    },
    fi: {
      what: 'Tarvitset vahvemman kirjautumisen',
      why: 'Tämä vaatii kirjautumisen varmuustasolla {minimum}.',
      next: 'Kirjaudu ulos ja kirjaudu uudelleen tunnistusvälineellä, jolla on tuo taso.',
    },
    en: {
      what: 'You need to sign in more securely',
      why: 'This requires signing in at the assurance level {minimum}.',
      next: 'Sign out, and sign in with an e-ID of that level.',
    },
  },
  'kernel.authority.could-not-ask': {
    sv: {
      what: 'Vi kunde inte kontrollera din rätt',
      why: 'Den som kan svara på frågan svarar inte just nu: {sources}.',
      next: 'Det betyder inte att du saknar rätten. Försök igen om en stund.',
    },
    fi: {
      what: 'Emme voineet tarkistaa oikeuttasi',
      why: 'Tiedon antaja ei vastaa juuri nyt: {sources}.',
      next: 'Tämä ei tarkoita, että oikeus puuttuisi. Yritä hetken kuluttua uudelleen.',
    },
    en: {
      what: 'We could not check your right',
      why: 'Whoever knows does not answer at the moment: {sources}.',
      next: 'That does not mean that you lack the right. Try again in a while.',
    },
  },
  'kernel.rooms.official': {
    sv: {
      what: 'Sidan är för den som arbetar hos en myndighet',
      why: 'Du har i dag ingen roll hos någon myndighet här.',
      next: 'Om du borde ha en roll, kontakta den som delar ut roller hos dig.',
    },
    fi: {
      what: 'Sivu on viranomaisen työntekijöille',
      why: 'Sinulla ei tänään ole roolia missään täällä toimivassa viranomaisessa.',
      next: 'Jos roolin pitäisi olla sinulla, ota yhteyttä roolien antajaan organisaatiossasi.',
    },
    en: {
      what: 'This page is for those who work at an authority',
      why: 'You have no role at any authority here today.',
      next: 'If you should have one, contact whoever gives out roles where you work.',
    },
  },
  'kernel.rooms.operator': {
    sv: {
      what: 'Sidan är för den som driver tjänsten',
      why: 'Du har inte rollen driftansvarig.',
      next: 'Gå till startsidan.',
    },
    fi: {
      what: 'Sivu on palvelun ylläpitäjille',
      why: 'Sinulla ei ole ylläpitäjän roolia.',
      next: 'Siirry etusivulle.',
    },
    en: {
      what: 'This page is for those who operate the service',
      why: 'You do not have the role of operator.',
      next: 'Go to the front page.',
    },
  },
  'kernel.csrf.other-site': {
    sv: {
      what: 'Det du skickade togs inte emot',
      why: 'Det kom från en annan webbplats än vår.',
      next: 'Gå till sidan här hos oss och skicka därifrån.',
    },
    fi: {
      what: 'Lähettämääsi ei otettu vastaan',
      why: 'Se tuli muulta sivustolta kuin meiltä.',
      next: 'Siirry sivulle meillä ja lähetä sieltä.',
    },
    en: {
      what: 'What you sent was not accepted',
      why: 'It came from another site than ours.',
      next: 'Go to the page here and send it from there.',
    },
  },
  'kernel.csrf.token': {
    sv: {
      what: 'Det du skickade togs inte emot',
      why: 'Sidan hade öppnats i en tidigare inloggning.',
      next: 'Gå tillbaka, läs om sidan och skicka igen.',
    },
    fi: {
      what: 'Lähettämääsi ei otettu vastaan',
      why: 'Sivu oli avattu aiemman kirjautumisen aikana.',
      next: 'Palaa takaisin, lataa sivu uudelleen ja lähetä uudestaan.',
    },
    en: {
      what: 'What you sent was not accepted',
      why: 'The page had been opened in an earlier sign-in.',
      next: 'Go back, reload the page and send it again.',
    },
  },
  'kernel.database.away': {
    sv: {
      what: 'Tjänsten är tillfälligt nere',
      why: 'Vi når inte våra egna uppgifter just nu. Inget är förlorat, och inget är gjort till hälften.',
      next: 'Försök igen om någon minut.',
    },
    fi: {
      what: 'Palvelu on tilapäisesti poissa käytöstä',
      why: 'Emme juuri nyt saa yhteyttä omiin tietoihimme. Mitään ei ole kadonnut eikä jäänyt kesken.',
      next: 'Yritä uudelleen minuutin kuluttua.',
    },
    en: {
      what: 'The service is down for a moment',
      why: 'We can not reach our own data right now. Nothing is lost, and nothing is half done.',
      next: 'Try again in a minute.',
    },
  },
  'kernel.rate-limit': {
    sv: {
      what: 'Det gick lite för fort',
      why: 'Det har kommit ovanligt många förfrågningar från din anslutning.',
      next: 'Vänta en minut och försök igen.',
    },
    fi: {
      what: 'Pyyntöjä tuli liian nopeasti',
      why: 'Yhteydestäsi on tullut poikkeuksellisen paljon pyyntöjä.',
      next: 'Odota minuutti ja yritä uudelleen.',
    },
    en: {
      what: 'That was a little too fast',
      why: 'Unusually many requests have come from your connection.',
      next: 'Wait a minute and try again.',
    },
  },
  'kernel.body.large': {
    sv: {
      what: 'Det du skickade är för stort',
      why: 'Det är större än vad formuläret kan ta emot.',
      next: 'Korta texten eller välj en mindre fil.',
    },
    fi: {
      what: 'Lähetys on liian suuri',
      why: 'Se on suurempi kuin lomake voi ottaa vastaan.',
      next: 'Lyhennä tekstiä tai valitse pienempi tiedosto.',
    },
    en: {
      what: 'What you sent is too large',
      why: 'It is larger than the form can take.',
      next: 'Shorten the text or choose a smaller file.',
    },
  },
  'kernel.request.malformed': {
    sv: {
      what: 'Vi förstod inte det du skickade',
      why: 'Adressen eller formuläret hade inte den form som sidan väntar sig.',
      next: 'Gå tillbaka, läs om sidan och försök igen.',
    },
    fi: {
      what: 'Emme ymmärtäneet lähettämääsi',
      why: 'Osoite tai lomake ei ollut sivun odottamassa muodossa.',
      next: 'Palaa takaisin, lataa sivu uudelleen ja yritä uudestaan.',
    },
    en: {
      what: 'We did not understand what you sent',
      why: 'The address or the form did not have the shape that the page expects.',
      next: 'Go back, reload the page and try again.',
    },
  },
};
