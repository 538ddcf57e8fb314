import type { InEach } from '../../kernel/texts.ts';

/** Why somebody looked, in the words of the log that the person reads. */
export const purposeTexts: Readonly<Record<string, InEach<string>>> = {
  'payroll.purpose.read': {
    sv: 'Såg på dina löneuppgifter',
    fi: 'Katsoi palkkatietojasi',
    en: 'Looked at your pay',
  },
  'payroll.purpose.received': {
    sv: 'Lämnade uppgifter till din lön',
    fi: 'Antoi tietoja palkkaasi varten',
    en: 'Told us something for your pay',
  },
  'payroll.purpose.report': {
    sv: 'Rapporterade din lön till ett register, skatten, pensionen eller facket',
    fi: 'Ilmoitti palkkasi rekisteriin, verottajalle, eläkelaitokselle tai ammattiliitolle',
    en: 'Reported your pay to a register, the tax agency, the pension or the union',
  },
};
