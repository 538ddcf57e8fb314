import type { SameKeys } from '../../texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  home: {
    title: 'Ylläpito',
    lead: 'Mitä yhteisen ylläpidon täytyy nähdä ja tehdä.',
    municipalities: 'Kunnat',
    municipalitiesHint: 'Liitä kunta ja katso, mitkä ovat mukana.',
    successions: 'Siirtymät',
    successionsHint: 'Kun viranomainen tulee toisen tilalle: ilmoita siitä ja katso, keitä se koskee.',
    services: 'Palvelut',
    servicesHint: 'Mitä ei ole tarkistettu laista ja siksi ei tarjota.',
    letters: 'Tapahtumat, jotka eivät menneet läpi',
    lettersHint: 'Yritetty niin monta kertaa kuin saa; odottaa ihmistä.',
    registers: 'Rekisterit',
    registersHint: 'Miten väestö-, yritys- ja edunvalvontarekisteri vastaavat.',
    sources: 'Asioiden yhteenvedon lähteet',
    sourcesHint: 'Miten muiden viranomaisten järjestelmät vastaavat, virhe virheeltä.',
    deliveries: 'Toimitukset, jotka eivät menneet perille',
    deliveriesHint: 'Tiedostot muille, joita ei ole otettu vastaan.',
    tips: 'Lähetykset, jotka eivät menneet perille',
    tipsHint: 'Uusista viesteistä kertovat sähköpostit, jotka torjuttiin tai joiden kohtalo ei ole tiedossa.',
  },
  letters: {
    title: 'Tapahtumat, jotka eivät menneet läpi',
    lead: 'Jokainen rivi on jotakin, minkä piti seurata tapahtumasta. Mitään ei ole kadonnut: tee uudelleen, kun syy on korjattu.',
    caption: 'Tapahtumat, jotka eivät menneet läpi',
    empty: 'Kaikki on mennyt läpi',
    emptyWhy: 'Mikään ei odota ihmistä.',
    task: 'Mitä piti tehdä',
    why: 'Miksi se ei onnistunut',
    attempts: 'Yrityksiä',
    failedAt: 'Viimeksi',
    act: 'Toimi',
    retry: 'Tee uudelleen',
    again: 'Se tehdään nyt uudelleen.',
  },
};
