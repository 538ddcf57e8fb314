import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const fi: SameKeys<typeof sv> = {
  title: 'Miten valtuutusta on käytetty',
  none: 'Sitä ei ole vielä käytetty.',
  log: 'Näytä kaikki lokissa',
  somebody: 'Henkilö, jolla on turvakielto',
  other: 'Asioi puolestasi',
  actions: {
    'service.file': 'Lähetti tai täytti hakemuksen',
    'case.read-own': 'Luki asioita',
    'case.complete': 'Vastasi asiassa',
    'mailbox.read': 'Luki viestejä',
    'audit.read-own': 'Luki lokisi',
    'party.manage': 'Näki tietosi',
    'mandate.read-own': 'Näki valtuutuksesi',
    'mandate.issue': 'Antoi valtuutuksen tai muutti sitä',
    'signing.sign': 'Allekirjoitti',
    'payroll.read-own': 'Näki palkkasi',
  },
  places: {
    case: 'Näytä asia',
    message: 'Näytä viesti',
    mandate: 'Näytä valtuutus',
    signing: 'Näytä asiakirja',
  },
};
