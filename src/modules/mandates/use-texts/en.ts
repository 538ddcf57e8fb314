import type { SameKeys } from '../../../kernel/texts.ts';
import type { sv } from './sv.ts';

export const en: SameKeys<typeof sv> = {
  title: 'How the mandate has been used',
  none: 'It has not been used yet.',
  log: 'See everything in the log',
  somebody: 'A person with protected personal data',
  other: 'Acted for you',
  actions: {
    'service.file': 'Applied, or worked on an application',
    'case.read-own': 'Read cases',
    'case.complete': 'Answered in a case',
    'mailbox.read': 'Read messages',
    'audit.read-own': 'Read your log',
    'party.manage': 'Saw your details',
    'mandate.read-own': 'Saw your mandates',
    'mandate.issue': 'Gave or changed a mandate',
    'signing.sign': 'Signed',
    'payroll.read-own': 'Saw your pay',
  },
  places: {
    case: 'Show the case',
    message: 'Show the message',
    mandate: 'Show the mandate',
    signing: 'Show the document',
  },
};
