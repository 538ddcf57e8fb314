import type { SameKeys } from '../../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  title: 'Kaikkien asiat',
  lead: 'Omat asiasi ja niiden asiat, joiden puolesta saat toimia. Joka rivi kertoo, kenen asia on. Muut näkevät lokistaan, että olet katsonut.',
  own: 'Omat asiasi',
  oneself: 'Sinä itse',
  protected: 'Henkilö, jonka tiedot ovat suojattuja',
  inNameOf: (name: string) => `Puolesta: ${name}`,
  none: 'Ei asioita.',
  nobody: 'Et saa juuri nyt toimia kenenkään muun puolesta.',
  silentTitle: 'Kaikilta rekistereiltä ei voitu kysyä',
  silent: 'Voi olla muitakin, joiden puolesta saat toimia. Yritä hetken kuluttua uudelleen.',
  moreTitle: 'Kaikkia ei näytetä',
  more: (count: number) => `Tässä näytetään ${count} niistä, joiden puolesta saat toimia.`,
  choose: 'Valitse joku muista',
  failedTitle: 'Tätä ei voitu näyttää',
  failed:
    'Oikeutta nähdä asiat ei voitu tarkistaa juuri nyt, tai se ei ole enää voimassa. Se ei tarkoita, ettei asioita ole.',
  columns: { item: 'Asia', inNameOf: 'Kenen', day: 'Päivä', open: 'Avaa' },
  open: 'Avaa',
  openAs: (name: string) => `Avaa: ${name}`,
};
