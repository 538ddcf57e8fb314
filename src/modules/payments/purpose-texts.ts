import type { InEach } from '../../kernel/texts.ts';

/** What an audit line of this module says to the person whose data it was. */
export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'payments.purpose.pay-out': {
    sv: 'För en utbetalning till dig',
    fi: 'Sinulle maksettavaa maksua varten',
    en: 'For a payment to you',
  },
};
