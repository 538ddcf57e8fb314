import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv, ToldOf } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  toSign: {
    title: (service: string, applicant: string) => `${service}: hakijana ${applicant}`,
    what: (applicant: string, service: string, authority: string) =>
      `${applicant} on täyttänyt hakemuksen «${service}», vastaanottaja ${authority}. Sinäkin olet hakemuksessa olevan lapsen huoltaja, joten myös sinun on allekirjoitettava se. Hakemuksessa on nämä tiedot:`,
    shortened: 'Pitkät vastaukset on tässä lyhennetty. Allekirjoitettavassa asiakirjassa ne ovat kokonaan.',
    means:
      'Kun allekirjoitat, haette yhdessä. Kunta saa hakemuksen vasta, kun kaikki ovat allekirjoittaneet, ja voit seurata asiaa omassa yhteenvedossasi. Jos hakemusta sen jälkeen muutetaan, allekirjoituksesi ei enää ole voimassa.',
  },
  letters: {
    asked: {
      subject: (service: string) => `Allekirjoita: ${service}`,
      body: ({ applicant, service, authority, by }: ToldOf) =>
        `${applicant} haluaa lähettää hakemuksen «${service}», vastaanottaja ${authority}. Väestötietojärjestelmän mukaan sinäkin olet hakemuksessa olevan lapsen huoltaja. Siksi sinun on luettava hakemus ja allekirjoitettava se.\n\nLöydät sen omasta yhteenvedostasi kohdasta Allekirjoita. Viimeistään ${by}.\n\nJos et halua allekirjoittaa, kieltäydy samalla sivulla. Silloin mitään ei lähetetä.`,
    },
    refused: {
      subject: (service: string) => `Ei allekirjoitettu: ${service}`,
      body: ({ service, reason }: ToldOf) =>
        `Toinen huoltaja ei halunnut allekirjoittaa hakemusta «${service}». Hakemusta ei ole lähetetty.\n\nSyy: ${reason}\n\nHakemus on taas avoinna. Löydät sen omasta yhteenvedostasi ja voit muuttaa sitä ja lähettää sen uudelleen.`,
    },
    expired: {
      subject: (service: string) => `Aika päättyi: ${service}`,
      body: ({ service, by }: ToldOf) =>
        `Kaikki eivät ehtineet allekirjoittaa hakemusta «${service}» viimeistään ${by}. Hakemusta ei ole lähetetty.\n\nSe on taas avoinna. Löydät sen omasta yhteenvedostasi ja voit lähettää sen uudelleen.`,
    },
    'expired-signer': {
      subject: (service: string) => `Aika päättyi: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `Aika allekirjoittaa hakemus «${service}» (hakijana ${applicant}) on päättynyt. Hakemusta ei ole lähetetty. Sinun ei tarvitse tehdä mitään.`,
    },
    'withdrawn-signer': {
      subject: (service: string) => `Ei enää allekirjoitettavana: ${service}`,
      body: ({ applicant, service }: ToldOf) =>
        `${applicant} on muuttanut hakemusta «${service}» tai perunut sen. Sinun ei tarvitse allekirjoittaa saamaasi hakemusta, eikä jo antamasi allekirjoitus ole voimassa. Jos hakemus lähetetään uudelleen, saat uuden viestin.`,
    },
  },
  signatures: {
    title: 'Allekirjoitukset',
    who: 'Allekirjoittanut',
    protectedPerson: 'Henkilö, jolla on turvakielto',
    at: (moment: string) => `allekirjoitti ${moment}`,
    evidence: 'Todiste',
    verified: 'Tarkistettu nyt: allekirjoitukset vastaavat hakemusta',
    broken: 'Allekirjoitukset eivät täsmää. Hakemusta tai todistetta on voitu muuttaa.',
    byParty: (name: string) => `${name} (allekirjoitti)`,
    other: 'Toinen huoltaja',
  },
  custody: {
    title: 'Huoltajuus väestötietojärjestelmän mukaan',
    child: (number: number) => `Lapsi ${number}`,
    asOf: 'Tietojen päiväys',
    said: {
      alone: 'Hakija on yksin huoltaja',
      shared: 'Yhteishuoltajuus; kaikki ovat allekirjoittaneet',
      'not-own': 'Ei tarkistettu: rekisteri ei tunne lasta hakijan lapseksi',
      silent: 'Ei tarkistettu: rekisteristä ei voitu kysyä',
      protected: 'Ei tarkistettu: jollakulla on turvakielto, joten keneltäkään muulta ei ole kysytty',
    },
    unchecked: 'Huoltajuutta ei ole tarkistettu',
    uncheckedText:
      'Kukaan muu ei ole allekirjoittanut niiden lasten puolesta, joiden kohdalla näin lukee alla. Selvitä huoltajuus ennen päätöstä.',
  },
  home: {
    waiting: (title: string) => `Odottaa allekirjoitusta: ${title}`,
    again: (title: string) => `Taas avoinna: ${title}`,
    by: (authority: string, day: string) => `${authority} · viimeistään ${day}`,
    others: 'Odottaa muita',
  },
};
