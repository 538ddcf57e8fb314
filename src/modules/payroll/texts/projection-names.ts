import type { InEach } from '../../../kernel/texts.ts';
import type { Projection } from '../store/payslips.ts';

/** What is made of the ledger, each by its hash. */
export const projectionNames: Readonly<Record<Projection['kind'], InEach<string>>> = {
  payments: { sv: 'Betalningar', fi: 'Maksut', en: 'Payments' },
  voucher: { sv: 'Verifikatets rader', fi: 'Tositteen rivit', en: 'Rows of the voucher' },
  register: {
    sv: 'Personer till register och skatt',
    fi: 'Henkilöt rekisteriin ja verotukseen',
    en: 'People for registers and tax',
  },
};
