import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  overview: 'Oma näkymä',
  inbox: {
    title: 'Viestit',
    lead: 'Täällä ovat kuntien ja muiden viranomaisten päätökset, kysymykset ja tiedotteet.',
    unread: 'Lukematon',
    empty: 'Sinulla ei ole viestejä',
    emptyWhy:
      'Kun kunta lähettää sinulle päätöksen tai kysymyksen, se tulee tänne. Jos olet antanut sähköpostiosoitteesi, saat viestin, kun jotain on tullut.',
    newest: 'Uusimpiin viesteihin',
    end: 'Luettelo päättyy tähän.',
    attachments: (count: number) => (count === 1 ? '1 liite' : `${count} liitettä`),
  },
  kind: { decision: 'Päätös', question: 'Kysymys sinulle', information: 'Tiedote' },
  message: {
    from: 'Lähettäjä',
    arrived: 'Saapunut',
    case: 'Asia',
    attachments: 'Liitteet',
    download: (name: string) => `Lataa ${name}`,
    answer: 'Vastaa asiassa',
    toCase: 'Näytä asia',
    toPayslip: 'Näytä palkkalaskelma',
    toMandate: 'Näytä valtuutus',
    back: 'Kaikki viestit',
  },
};
