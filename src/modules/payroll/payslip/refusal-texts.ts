import type { RefusalTexts } from '../../../kernel/texts.ts';

export const payslipRefusalTexts: RefusalTexts = {
  'payroll.payslip.not-found': {
    sv: {
      what: 'Lönebeskedet finns inte',
      why: 'Adressen kan vara fel, eller så är lönebeskedet inte ditt.',
      next: 'Gå till Min lön och öppna det därifrån.',
    },
    fi: {
      what: 'Palkkalaskelmaa ei löydy',
      why: 'Osoite voi olla väärä, tai laskelma ei ole sinun.',
      next: 'Avaa se kohdasta Oma palkka.',
    },
    en: {
      what: 'There is no such payslip',
      why: 'The address may be wrong, or the payslip is not yours.',
      next: 'Go to My pay and open it from there.',
    },
  },
};
