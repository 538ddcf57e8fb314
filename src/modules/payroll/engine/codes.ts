import type { RuleId } from './rules.ts';

export const countries = ['AX', 'SE'] as const;
export type Country = (typeof countries)[number];

/** What the Finnish Incomes Register calls it; `verified` is false where the code is not read in the official code set. */
type IncomesRegisterCode = { readonly code: number; readonly verified: boolean };

/** Where a line is booked; each employer maps these to its own chart of accounts. */
export type AccountKey =
  | 'wages'
  | 'variable-pay'
  | 'holiday-pay'
  | 'sick-pay'
  | 'benefits'
  | 'tax-payable'
  | 'pension-payable'
  | 'insurance-payable'
  | 'garnishment-payable'
  | 'deductions-payable'
  | 'repayment-claims'
  | 'repayments-received'
  | 'social-costs'
  | 'pension-costs';

type Definition = {
  readonly side: 'pay' | 'benefit' | 'deduction' | 'employer';
  readonly account: AccountKey;
  /** By which rule a finished amount of it stands, in each country that knows it. */
  readonly rule: Readonly<Partial<Record<Country, RuleId>>>;
  /** It always takes from the pay, whether it is written with a minus or not. */
  readonly takes?: true;
  /** Of an overpayment that is paid back: reported with the recovery that it is of, never by itself. */
  readonly inRecovery?: true;
  readonly incomesRegister?: IncomesRegisterCode;
  /** Field code of the Swedish employer's declaration (AGI). */
  readonly agi?: string;
};

/**
 * Read in Statistics Finland's description of the register's own data (TAX_INCOMES, transaction codes, published 11
 * November 2025), which names each code.
 */
const seen = (code: number): IncomesRegisterCode => ({ code, verified: true });

const pay = <A extends AccountKey, R extends Definition['rule']>(account: A, rule: R, code?: IncomesRegisterCode) =>
  ({ side: 'pay', account, rule, agi: '011', ...(code && { incomesRegister: code }) }) as const;
const benefit = (agi: string, code: IncomesRegisterCode) =>
  ({
    side: 'benefit',
    account: 'benefits',
    rule: { AX: 'BENEFIT-IN-KIND', SE: 'BENEFIT-IN-KIND' },
    agi,
    incomesRegister: code,
  }) as const;

/** Every code of a line, in the order in which a payslip shows them. */
const lineCodes = {
  monthly: pay('wages', { AX: 'AKTA-MONTHLY-PAY', SE: 'AB-MONTHLY-PAY' }, seen(201)),
  'personal-supplement': pay('wages', { AX: 'AKTA-PERSONAL', SE: 'AB-MONTHLY-PAY' }, seen(201)),
  'experience-increment': pay('wages', { AX: 'AKTA-EXPERIENCE' }, seen(201)),
  hourly: pay('wages', { AX: 'AKTA-HOURLY-PAY', SE: 'AB-HOURLY-PAY' }, seen(201)),
  arrears: pay('wages', { AX: 'AKTA-INCREASE', SE: 'AB-ARREARS' }, seen(201)),
  advance: pay('wages', { AX: 'ADVANCE', SE: 'ADVANCE' }, seen(201)),
  evening: pay('variable-pay', { AX: 'AKTA-EVENING' }, seen(206)),
  night: pay('variable-pay', { AX: 'AKTA-NIGHT' }, seen(236)),
  saturday: pay('variable-pay', { AX: 'AKTA-SATURDAY' }, seen(211)),
  sunday: pay('variable-pay', { AX: 'AKTA-SUNDAY' }, seen(221)),
  'additional-hours': pay('variable-pay', { AX: 'AKTA-ADDITIONAL-HOURS', SE: 'AB-OVERTIME' }, seen(212)),
  'overtime-simple': pay('variable-pay', { AX: 'AKTA-OVERTIME-SIMPLE', SE: 'AB-OVERTIME' }, seen(235)),
  'overtime-qualified': pay('variable-pay', { AX: 'AKTA-OVERTIME-QUALIFIED', SE: 'AB-OVERTIME' }, seen(235)),
  'ob-a': pay('variable-pay', { SE: 'AB-OB' }),
  'ob-a-night': pay('variable-pay', { SE: 'AB-OB' }),
  'ob-b': pay('variable-pay', { SE: 'AB-OB' }),
  'ob-b-night': pay('variable-pay', { SE: 'AB-OB' }),
  'ob-c': pay('variable-pay', { SE: 'AB-OB' }),
  'ob-d': pay('variable-pay', { SE: 'AB-OB' }),
  'holiday-supplement': pay('holiday-pay', { SE: 'AB-HOLIDAY' }),
  'holiday-variable': pay('holiday-pay', { SE: 'AB-HOLIDAY' }),
  'holiday-bonus': pay('holiday-pay', { AX: 'AKTA-HOLIDAY-BONUS' }, seen(213)),
  'holiday-compensation': pay('holiday-pay', { AX: 'HOLIDAY-COMPENSATION', SE: 'HOLIDAY-COMPENSATION' }, seen(234)),
  'sick-deduction': { ...pay('sick-pay', { AX: 'AKTA-SICK-PAY', SE: 'AB-SICK-PAY' }, seen(201)), takes: true },
  'sick-pay': pay('sick-pay', { AX: 'AKTA-SICK-PAY', SE: 'AB-SICK-PAY' }, seen(201)),
  karens: { ...pay('sick-pay', { SE: 'AB-SICK-PAY' }), takes: true },
  phone: benefit('012', seen(330)),
  meal: benefit('015', seen(334)),
  car: benefit('013', seen(304)),
  housing: benefit('043', seen(301)),
  'benefits-not-paid': {
    side: 'deduction',
    account: 'benefits',
    rule: { AX: 'BENEFIT-IN-KIND', SE: 'BENEFIT-IN-KIND' },
  },
  tax: { side: 'deduction', account: 'tax-payable', rule: {}, incomesRegister: seen(402), agi: '001' },
  pension: { side: 'deduction', account: 'pension-payable', rule: {}, incomesRegister: seen(413) },
  unemployment: { side: 'deduction', account: 'insurance-payable', rule: {}, incomesRegister: seen(414) },
  garnishment: { side: 'deduction', account: 'garnishment-payable', rule: {}, incomesRegister: seen(417) },
  'union-fee': {
    side: 'deduction',
    account: 'deductions-payable',
    rule: { AX: 'DEDUCTION', SE: 'DEDUCTION' },
    takes: true,
    incomesRegister: seen(408),
  },
  'tax-returned': { side: 'deduction', account: 'tax-payable', rule: {}, inRecovery: true },
  'repayment-claim': { side: 'deduction', account: 'repayment-claims', rule: {}, inRecovery: true },
  repayment: { side: 'deduction', account: 'repayment-claims', rule: {}, inRecovery: true },
  repaid: { side: 'deduction', account: 'repayments-received', rule: {}, inRecovery: true },
  'employer-health-insurance': { side: 'employer', account: 'social-costs', rule: {} },
  'employer-pension': { side: 'employer', account: 'pension-costs', rule: {} },
  'employer-unemployment': { side: 'employer', account: 'social-costs', rule: {} },
  'employer-group-life': { side: 'employer', account: 'social-costs', rule: {} },
  'employer-accident': { side: 'employer', account: 'social-costs', rule: {} },
  'employer-contributions': { side: 'employer', account: 'social-costs', rule: {} },
  'employer-akap-kr': { side: 'employer', account: 'pension-costs', rule: {} },
  'employer-kap-kl': { side: 'employer', account: 'pension-costs', rule: {} },
} as const satisfies Readonly<Record<string, Definition>>;

export type LineCode = keyof typeof lineCodes;

/** The definition as one type, for those who ask about any code. */
export function codeOf(code: LineCode): Definition {
  return lineCodes[code];
}

const everyCode = Object.keys(lineCodes).filter((code): code is LineCode => Object.hasOwn(lineCodes, code));

/** The codes of one side that a country knows, in order. */
export function codesOf(side: Definition['side'], country: Country): readonly LineCode[] {
  return everyCode.filter((code) => codeOf(code).side === side && codeOf(code).rule[country] !== undefined);
}

const ranks: ReadonlyMap<LineCode, number> = new Map(everyCode.map((code, rank) => [code, rank]));

/** Where on the payslip the code stands. */
export function rankOf(code: LineCode): number {
  return ranks.get(code) ?? everyCode.length;
}
