import type { Layer } from './parameter-keys.ts';

type Rule = {
  readonly layer: Layer;
  /** The day that picks the rule's parameters: when it is paid, or when it was earned. */
  readonly basis: 'payment' | 'earning';
  /** The law or agreement, with its paragraph where a source gives it. */
  readonly source: string;
};

const law = (source: string): Rule => ({ layer: 'law', basis: 'payment', source });
const agreement = (source: string): Rule => ({ layer: 'agreement', basis: 'earning', source });
const employer = (source: string): Rule => ({ layer: 'employer', basis: 'earning', source });

/** Every rule that makes a line, by the name that is stored with the line. */
export const rules = {
  'FI-TAX-CARD': law('Ennakkoperintälaki: tax card, cumulative within employer and year (vero.fi)'),
  'FI-TAX-NO-CARD': law('Ennakkoperintälaki: no tax card (vero.fi)'),
  'FI-PENSION-EE': law('JuEL, employee contribution (keva.fi)'),
  'FI-UNEMP-EE': law('Unemployment insurance, employee contribution'),
  'FI-HEALTH-ER': law("Employer's health insurance contribution"),
  'FI-KEVA-ER': law('Keva, wage-based contribution less the employee share (keva.fi)'),
  'FI-UNEMP-ER': law('Unemployment insurance, employer contribution graded per payer and year'),
  'FI-GROUP-LIFE-ER': law('Group life insurance, municipal'),
  'FI-ACCIDENT-ER': law('Accident insurance'),
  'FI-GARNISHMENT': law('Ulosottokaari 4:48'),
  'SE-TABLE-30B': law('Skatteverket, monthly tax table 30B'),
  'SE-FORMULA-SKV433': law('SKV 433, formula of the monthly tax tables'),
  'SE-SIDE-INCOME': law('Skatteverket, side income'),
  'SE-CONTRIBUTIONS': law('Socialavgiftslagen (2000:980); Skatteverket, belopp och procent'),
  'SE-GARNISHMENT': law('Utsökningsbalken 7 kap.: decision of Kronofogden'),
  'SE-AKAP-KR': { layer: 'agreement', basis: 'payment', source: 'AKAP-KR' },
  'SE-KAP-KL': { layer: 'agreement', basis: 'payment', source: 'KAP-KL' },
  'FI-RECOVERY': law(
    'Lag om tjänsteinnehavare i kommuner och välfärdsområden (304/2003) 56 §; arbetsavtalslagen 2:17; vero.fi, perusteeton etu ja takaisinperintä (nettoperintä)',
  ),
  'SE-RECOVERY': law('Skatteförfarandelagen 26 kap. 40 §; Skatteverket, rättslig vägledning: återbetalning av lön'),
  'BENEFIT-IN-KIND': law('A benefit in kind counts in the pay and is not paid out'),
  'AKTA-MONTHLY-PAY': agreement('AKTA II § 5'),
  'AKTA-PART-TIME': agreement('AKTA II § 4'),
  'AKTA-PERSONAL': agreement('AKTA II §§ 5-12'),
  'AKTA-EXPERIENCE': agreement('AKTA II §§ 5-12'),
  'AKTA-HOURLY-PAY': agreement('AKTA III § 25'),
  'AKTA-EVENING': agreement('AKTA III, evening work 18-22'),
  'AKTA-NIGHT': agreement('AKTA III, night work 22-07'),
  'AKTA-SATURDAY': agreement('AKTA III, Saturday work 06-18'),
  'AKTA-SUNDAY': agreement('AKTA III, Sunday work and holy-day eves'),
  'AKTA-ADDITIONAL-HOURS': agreement('AKTA III § 13'),
  'AKTA-OVERTIME-SIMPLE': agreement('AKTA III, overtime'),
  'AKTA-OVERTIME-QUALIFIED': agreement('AKTA III, overtime'),
  'AKTA-HOLIDAY-BONUS': agreement('AKTA IV § 18'),
  'AKTA-SICK-PAY': agreement('AKTA V § 2'),
  'AKTA-INCREASE': agreement('AKTA, general increases'),
  'AB-MONTHLY-PAY': agreement('AB 25'),
  'AB-HOURLY-PAY': agreement('AB 25'),
  'AB-OVERTIME': agreement('AB 25 § 20'),
  'AB-OB': agreement('AB 25 § 21'),
  'AB-HOLIDAY': agreement('AB 25 § 27 mom. 15'),
  'AB-SICK-PAY': agreement('AB 25 § 28'),
  'AB-ARREARS': agreement('AB 25'),
  ADVANCE: employer('Pay that is paid before its day and taken from the ordinary payment of the same month'),
  'HOLIDAY-COMPENSATION': agreement(
    'AKTA IV; AB 25 § 27: holiday that is left when the employment ends, as counted by the officer',
  ),
  DEDUCTION: employer('Deduction that the employee or an agreement has asked for'),
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleId = keyof typeof rules;
