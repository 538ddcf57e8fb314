import type { AccountKey } from '../engine/codes.ts';

/** The accounts of a voucher: those of the lines, and to whom what is not paid to anybody yet is owed. */
export const voucherAccounts = [
  ...(['wages', 'variable-pay', 'holiday-pay', 'sick-pay', 'benefits', 'social-costs', 'pension-costs'] as const),
  ...(['tax-payable', 'pension-payable', 'insurance-payable', 'garnishment-payable', 'deductions-payable'] as const),
  ...(['repayment-claims', 'repayments-received', 'net-payable', 'employer-payable'] as const),
] as const satisfies readonly (AccountKey | 'net-payable' | 'employer-payable')[];
export type VoucherAccount = (typeof voucherAccounts)[number];

/** What an employer is asked for once, to report under. */
export const termFields = [
  ...(['number', 'creator', 'sender', 'contactName', 'contactPhone', 'contactEmail'] as const),
  ...(['pensionProvider', 'pensionPolicy', 'accidentInsurer', 'accidentPolicy'] as const),
] as const;
export type TermField = (typeof termFields)[number];

export type ReportTerms = Readonly<Record<TermField, string>> & {
  /** Numbers in the employer's own chart of accounts. */
  readonly accounts: Readonly<Partial<Record<VoucherAccount, string>>>;
};

export const noTerms: ReportTerms = {
  ...{ number: '', creator: '', sender: '', contactName: '', contactPhone: '', contactEmail: '' },
  ...{ pensionProvider: '', pensionPolicy: '', accidentInsurer: '', accidentPolicy: '', accounts: {} },
};

/** How each must look where it is filled in. Finnish business ids are 1234567-8, Swedish numbers ten digits. */
const looks: Readonly<Record<TermField, RegExp>> = {
  number: /^(\d{7}-\d|\d{6}-?\d{4})$/,
  creator: /^(\d{7}-\d|\d{6}-?\d{4})$/,
  sender: /^(\d{7}-\d|\d{6}-?\d{4})$/,
  contactName: /^[^\p{C}]{1,100}$/u,
  contactPhone: /^[+\d][\d -]{4,25}$/,
  contactEmail: /^[^\s@]{1,40}@[^\s@]{1,29}$/,
  pensionProvider: /^\d{1,3}$/,
  pensionPolicy: /^[0-9A-Z-]{1,11}$/,
  accidentInsurer: /^\d{7}-\d$/,
  accidentPolicy: /^[0-9A-Za-z-]{1,20}$/,
};

export type ReadTerms = { readonly terms: ReportTerms; readonly wrong: readonly (TermField | VoucherAccount)[] };

/** What a form says; what is left empty is not said. */
export function readTerms(answers: Readonly<Record<string, string>>): ReadTerms {
  const said = (name: string) => answers[name]?.trim() ?? '';
  const fields = Object.fromEntries(termFields.map((field) => [field, said(field)])) as Record<TermField, string>;
  const accounts = Object.fromEntries(
    voucherAccounts.flatMap((account) => (said(account) === '' ? [] : [[account, said(account)]])),
  ) as ReportTerms['accounts'];
  const wrong = [
    ...termFields.filter((field) => fields[field] !== '' && !looks[field].test(fields[field])),
    ...voucherAccounts.filter((account) => !/^(\d{1,10})?$/.test(accounts[account] ?? '')),
  ];
  return { terms: { ...fields, accounts }, wrong };
}
