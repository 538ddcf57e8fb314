import { fileRefusalTexts } from './kernel/files/index.ts';
import { refusalTexts as httpRefusalTexts } from './kernel/http/refusal-texts.ts';
import { refusalTexts as parameterRefusalTexts } from './kernel/parameters/refusal-texts.ts';
import * as approvals from './modules/approvals/index.ts';
import * as baseRegisters from './modules/base-registers/index.ts';
import * as cases from './modules/cases/index.ts';
import * as directory from './modules/directory/index.ts';
import * as exchange from './modules/exchange/index.ts';
import * as identity from './modules/identity/index.ts';
import * as intake from './modules/intake/index.ts';
import * as mailbox from './modules/mailbox/index.ts';
import * as mandates from './modules/mandates/index.ts';
import * as notifications from './modules/notifications/index.ts';
import * as overview from './modules/overview/index.ts';
import * as payments from './modules/payments/index.ts';
import * as payroll from './modules/payroll/index.ts';
import * as services from './modules/services/index.ts';
import * as signing from './modules/signing/index.ts';

/** Every refusal of the house in words: what happened, why, and what to do. */
export const refusalTexts = {
  ...httpRefusalTexts,
  ...fileRefusalTexts,
  ...parameterRefusalTexts,
  ...directory.refusalTexts,
  ...notifications.refusalTexts,
  ...identity.refusalTexts,
  ...approvals.refusalTexts,
  ...intake.refusalTexts,
  ...exchange.refusalTexts,
  ...signing.refusalTexts,
  ...payments.refusalTexts,
  ...mailbox.refusalTexts,
  ...overview.refusalTexts,
  ...services.refusalTexts,
  ...cases.refusalTexts,
  ...mandates.refusalTexts,
  ...payroll.refusalTexts,
  ...payroll.payslipRefusalTexts,
  ...payroll.reportRefusalTexts,
};

/** Why somebody has looked, as the person reads it in their log. */
export const purposeTexts = {
  ...notifications.purposeTexts,
  ...baseRegisters.purposeTexts,
  ...identity.purposeTexts,
  ...signing.purposeTexts,
  ...approvals.purposeTexts,
  ...payments.purposeTexts,
  ...services.purposeTexts,
  ...cases.purposeTexts,
  ...mandates.purposeTexts,
  ...payroll.purposeTexts,
};

/** What the e-ID that the environment names is called where one signs in. */
export const electronicIdTexts = {
  id: 'e-legitimation',
  name: { sv: 'e-legitimation', fi: 'sähköinen tunnistus', en: 'an e-ID' },
  explanation: {
    sv: 'Med din e-legitimation på telefonen eller datorn',
    fi: 'Tunnistusvälineelläsi puhelimella tai tietokoneella',
    en: 'With your e-ID on your phone or computer',
  },
} as const;
