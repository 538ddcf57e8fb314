import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  tips: {
    title: 'Perille menemättömät lähetykset',
    lead: 'Sähköpostit, jotka kertovat, että jotakin on saapunut. Tässä ovat ne, joita vastaanottajan palvelin ei ole ottanut vastaan. Osoitteita ja sisältöä ei tallenneta.',
    caption: 'Lähetykset, viimeksi muuttuneet ensin',
    columns: {
      changed: 'Muuttunut',
      sender: 'Lähettäjä',
      kind: 'Laji',
      state: 'Tila',
      attempts: 'Yrityksiä',
    },
    kind: {
      'new-message': 'Jotakin on saapunut',
      'verify-address': 'Osoitteen vahvistus',
      invitation: 'Kutsu rooliin',
    },
    state: {
      'under-way': 'Matkalla',
      accepted: 'Vastaanotettu',
      refused: 'Hylätty',
      later: 'Yritetään uudelleen',
      unknown: 'Epävarma',
      lapsed: 'Ei enää ajankohtainen',
    },
    explain:
      'Epävarma: palvelin lakkasi vastaamasta saatuaan viestin, kahdesti. Viesti on voinut mennä perille. Hylätty: palvelin kieltäytyi, useimmiten siksi, ettei osoitetta ole.',
    empty: 'Kaikki on mennyt perille',
    emptyWhy: 'Yksikään lähetys ei odota, ole hylätty tai epävarma.',
    again: 'Lähetä vielä kerran',
    act: 'Toiminto',
    attempt: 'Yritys',
    noAttempts: 'Ei vielä yrityksiä',
    waiting: 'Ei vastausta',
    asked: (by) => `${by} pyysi vielä yhden yrityksen`,
    askedDone: 'Lähetys tehdään vielä kerran. Tulos näkyy tässä.',
    kept: (days) => `Lähetys poistetaan täältä, kun sille ei ole tapahtunut mitään ${days} päivään.`,
  },
  development: {
    title: 'Kehitysympäristön sähköpostit',
    lead: 'Sähköpostit, jotka kehityspalvelin on ottanut vastaan, uusin ensin. Mitään ei ole lähtenyt tältä koneelta.',
    to: 'Vastaanottaja',
    empty: 'Ei vielä sähköposteja',
    emptyWhy: 'Sähköposti lähtee, kun päätös, kysymys tai jotakin muuta saapuu jonkun postilaatikkoon.',
    unreachable: 'Sähköpostipalvelin ei vastaa',
  },
};
