import type { RefusalTexts } from '../../kernel/texts.ts';

/** What is told to who writes a mandate, or asks for one, as it can not be. */
export const writingRefusals: RefusalTexts = {
  'mandates.is.chain-broken': {
    sv: {
      what: 'Fullmakten har upphört',
      why: 'Den fullmakt som den kom från gäller inte längre.',
      next: 'Be den som gav den första om en ny.',
    },
    fi: {
      what: 'Valtuutus on päättynyt',
      why: 'Valtuutus, josta se tuli, ei ole enää voimassa.',
      next: 'Pyydä uutta siltä, joka antoi ensimmäisen.',
    },
    en: {
      what: 'The mandate has ended',
      why: 'The mandate that it came from is no longer valid.',
      next: 'Ask whoever gave the first one for a new one.',
    },
  },
  'mandates.minor': {
    sv: {
      what: 'Du kan ge fullmakter när du har fyllt 18 år',
      why: 'Den som är under 18 år får inte själv ge någon annan rätt att agera för sig.',
      next: 'Din vårdnadshavare kan agera för dig i e-tjänsterna utan fullmakt.',
    },
    fi: {
      what: 'Voit antaa valtuutuksia, kun olet täyttänyt 18 vuotta',
      why: 'Alle 18-vuotias ei saa itse antaa toiselle oikeutta asioida puolestaan.',
      next: 'Huoltajasi voi asioida puolestasi sähköisissä palveluissa ilman valtuutusta.',
    },
    en: {
      what: 'You can give mandates when you are 18',
      why: 'Who is under 18 may not give anybody else the right to act for them.',
      next: 'Your guardian can act for you in the e-services without a mandate.',
    },
  },
  'mandates.minor-named': {
    sv: {
      what: 'Den som ger en fullmakt ska ha fyllt 18 år',
      why: 'Numret är någons som är under 18 år.',
      next: 'Barnets vårdnadshavare agerar för barnet, utan fullmakt.',
    },
    fi: {
      what: 'Valtuutuksen antajan on oltava täyttänyt 18 vuotta',
      why: 'Tunnus on alle 18-vuotiaan.',
      next: 'Lapsen huoltaja asioi lapsen puolesta ilman valtuutusta.',
    },
    en: {
      what: 'Whoever gives a mandate has to be 18',
      why: 'The number is of somebody who is under 18.',
      next: 'The child’s guardian acts for the child, without a mandate.',
    },
  },
  'mandates.person-only': {
    sv: { what: 'Det ska vara en person', why: 'Numret är en organisations.', next: 'Skriv en persons nummer.' },
    fi: { what: 'Tässä tarvitaan henkilö', why: 'Tunnus on organisaation.', next: 'Kirjoita henkilön tunnus.' },
    en: { what: 'It has to be a person', why: 'The number is an organisation’s.', next: 'Write a person’s number.' },
  },
  'mandates.same-twice': {
    sv: {
      what: 'Samma person står två gånger',
      why: 'Var och en kan bara stå med en gång.',
      next: 'Ta bort den ena raden.',
    },
    fi: {
      what: 'Sama henkilö on mukana kahdesti',
      why: 'Jokainen voi olla mukana vain kerran.',
      next: 'Poista toinen rivi.',
    },
    en: {
      what: 'The same person is in it twice',
      why: 'Each can be in it once only.',
      next: 'Remove one of the rows.',
    },
  },
  'mandates.signatory.could-not-ask': {
    sv: {
      what: 'Företagsregistret svarar inte',
      why: 'Vi kan inte se vem som får teckna firman just nu.',
      next: 'Försök igen om en stund.',
    },
    fi: {
      what: 'Yritysrekisteri ei vastaa',
      why: 'Emme näe juuri nyt, kuka saa kirjoittaa toiminimen.',
      next: 'Yritä hetken kuluttua uudelleen.',
    },
    en: {
      what: 'The company register does not answer',
      why: 'We can not see who may sign for the organisation right now.',
      next: 'Try again in a while.',
    },
  },
  'mandates.signatory.not': {
    sv: {
      what: 'Du tecknar inte den firman',
      why: 'Enligt företagsregistret får du inte skriva under för organisationen, eller så finns den inte längre.',
      next: 'Be någon som tecknar firman.',
    },
    fi: {
      what: 'Et kirjoita sen toiminimeä',
      why: 'Yritysrekisterin mukaan et saa allekirjoittaa organisaation puolesta, tai sitä ei enää ole.',
      next: 'Pyydä nimenkirjoittajaa.',
    },
    en: {
      what: 'You do not sign for that organisation',
      why: 'By the company register you may not sign for it, or it is not there any more.',
      next: 'Ask somebody who signs for it.',
    },
  },
  'mandates.signatory.rule': {
    sv: {
      what: 'De får inte teckna firman tillsammans',
      why: 'Företagsregistret kräver andra underskrifter.',
      next: 'Välj de som måste skriva under.',
    },
    fi: {
      what: 'He eivät saa yhdessä kirjoittaa toiminimeä',
      why: 'Yritysrekisteri vaatii muita allekirjoituksia.',
      next: 'Valitse ne, joiden on allekirjoitettava.',
    },
    en: {
      what: 'They can not sign for it together',
      why: 'The company register asks for other signatures.',
      next: 'Choose those who must sign.',
    },
  },
  'mandates.renew.overlaps': {
    sv: {
      what: 'Dagarna går in i varandra',
      why: 'Den nya fullmakten kan börja gälla först när den gamla har tagit slut.',
      next: 'Välj en senare första dag, eller ändra den gamla i stället.',
    },
    fi: {
      what: 'Päivät menevät päällekkäin',
      why: 'Uusi valtuutus voi alkaa vasta, kun vanha on päättynyt.',
      next: 'Valitse myöhempi alkupäivä tai muuta vanhaa.',
    },
    en: {
      what: 'The days overlap',
      why: 'The new mandate can begin only when the old one has ended.',
      next: 'Choose a later first day, or change the old one instead.',
    },
  },
  'mandates.ask.too-many': {
    sv: {
      what: 'Du har redan bett om så många som går',
      why: 'De väntar fortfarande på underskrift.',
      next: 'Vänta på svar, eller ta tillbaka någon av dem.',
    },
    fi: {
      what: 'Olet jo pyytänyt niin monta kuin voi',
      why: 'Ne odottavat vielä allekirjoitusta.',
      next: 'Odota vastausta tai peru jokin niistä.',
    },
    en: {
      what: 'You have asked for as many as you can',
      why: 'They still wait to be signed.',
      next: 'Wait for an answer, or take one of them back.',
    },
  },
  'mandates.ask.already': {
    sv: {
      what: 'Du har redan bett om det',
      why: 'Din begäran väntar på svar.',
      next: 'Vänta på svaret, eller ta tillbaka begäran och gör en ny.',
    },
    fi: {
      what: 'Olet jo pyytänyt sitä',
      why: 'Pyyntösi odottaa vastausta.',
      next: 'Odota vastausta tai peru pyyntö ja tee uusi.',
    },
    en: {
      what: 'You have asked for it already',
      why: 'Your request waits for an answer.',
      next: 'Wait for the answer, or take the request back and make a new one.',
    },
  },
  'mandates.ask.was-refused': {
    sv: {
      what: 'Du har fått nej nyligen',
      why: 'Den du ber ska få vara i fred ett tag.',
      next: 'Kom överens först. Den andra kan alltid ge dig en fullmakt själv.',
    },
    fi: {
      what: 'Sait äskettäin kieltävän vastauksen',
      why: 'Häntä ei pyydetä vähään aikaan uudelleen.',
      next: 'Sopikaa ensin. Hän voi aina antaa valtuutuksen itse.',
    },
    en: {
      what: 'You were told no lately',
      why: 'Whom you ask is to be left in peace for a while.',
      next: 'Agree with them first. They can always give you a mandate themselves.',
    },
  },
};
