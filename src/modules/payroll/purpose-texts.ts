import type { InEach } from '../../kernel/texts.ts';

/** Why somebody looked, in the words of the log that the person reads. */
export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'payroll.purpose.read': {
    sv: 'Såg på dina löneuppgifter',
    fi: 'Katsoi palkkatietojasi',
    en: 'Looked at your pay',
  },
};
