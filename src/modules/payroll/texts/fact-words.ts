import type { InEach } from '../../../kernel/texts.ts';
import type { AccountKey } from '../engine/codes.ts';
import type { FactRef } from '../engine/line.ts';

/** What a line is made from, as its references name it; the correction of an earlier month has words of its own. */
const factWords: Readonly<Record<string, InEach<string>>> = {
  pay: { sv: 'lönen', fi: 'palkka', en: 'the pay' },
  benefits: { sv: 'förmånerna', fi: 'luontoisedut', en: 'the benefits' },
  birthDate: { sv: 'din ålder', fi: 'ikäsi', en: 'your age' },
  taxCard: { sv: 'skattekortet', fi: 'verokortti', en: 'the tax card' },
  taxTable: { sv: 'skattetabellen', fi: 'verotaulukko', en: 'the tax table' },
  garnishment: { sv: 'beslutet om utmätning', fi: 'ulosmittauspäätös', en: 'the decision on garnishment' },
  recovery: { sv: 'beslutet om återkrav', fi: 'päätös takaisinperinnästä', en: 'the decision on what was overpaid' },
  repayment: { sv: 'hur det betalas tillbaka', fi: 'takaisinmaksutapa', en: 'how it is paid back' },
  terms: { sv: 'anställningens villkor', fi: 'palvelussuhteen ehdot', en: 'the terms of the employment' },
  'terms.experienceFrom': { sv: 'tjänstetiden', fi: 'palvelusaika', en: 'the time of service' },
  hours: { sv: 'arbetad tid', fi: 'tehdyt tunnit', en: 'hours worked' },
  schedule: { sv: 'schemat', fi: 'työvuorolista', en: 'the schedule' },
  worked: { sv: 'arbetad tid', fi: 'tehdyt tunnit', en: 'hours worked' },
  time: { sv: 'attesterad tid', fi: 'hyväksytty työaika', en: 'approved hours' },
  salary: { sv: 'månadslönen', fi: 'kuukausipalkka', en: 'the monthly pay' },
  sick: { sv: 'sjukfrånvaron', fi: 'sairauspoissaolo', en: 'the sick leave' },
  holidays: { sv: 'semesterdagarna', fi: 'lomapäivät', en: 'the days of holiday' },
  holidayBonus: { sv: 'intjänade semestermånader', fi: 'lomanmääräytymiskuukaudet', en: 'months that earn holiday' },
  variableHoliday: { sv: 'den rörliga lönen', fi: 'muuttuvat lisät', en: 'the variable pay' },
  paidBeforeThisMonth: { sv: 'tidigare lön i månaden', fi: 'kuun aiempi palkka', en: 'earlier pay in the month' },
  'employer.pensionTotal': {
    sv: 'arbetsgivarens pensionsprocent',
    fi: 'työnantajan eläkemaksuprosentti',
    en: 'the employer’s pension percent',
  },
  'employer.paidBeforeThisYear': {
    sv: 'arbetsgivarens löner i år',
    fi: 'työnantajan palkat tänä vuonna',
    en: 'the employer’s wages this year',
  },
  'employer.groupLife': {
    sv: 'arbetsgivarens grupplivförsäkring',
    fi: 'työnantajan ryhmähenkivakuutus',
    en: 'the employer’s group life insurance',
  },
  'employer.accident': {
    sv: 'arbetsgivarens olycksfallsförsäkring',
    fi: 'työnantajan tapaturmavakuutus',
    en: 'the employer’s accident insurance',
  },
};

/** What a reference names in words; undefined for the ledger, which is said in full elsewhere. */
export function wordsOfFact(ref: FactRef): InEach<string> | undefined {
  return factWords[ref];
}

/** Where a line is booked, before an employer's own chart of accounts. */
export const accountNames: Readonly<Record<AccountKey, InEach<string>>> = {
  wages: { sv: 'löner', fi: 'palkat', en: 'wages' },
  'variable-pay': { sv: 'rörliga lönetillägg', fi: 'muuttuvat palkanlisät', en: 'variable pay' },
  'holiday-pay': { sv: 'semesterlöner', fi: 'lomapalkat', en: 'holiday pay' },
  'sick-pay': { sv: 'sjuklöner', fi: 'sairausajan palkat', en: 'sick pay' },
  benefits: { sv: 'förmåner', fi: 'luontoisedut', en: 'benefits' },
  'tax-payable': { sv: 'innehållen skatt att betala', fi: 'ennakonpidätysvelka', en: 'tax payable' },
  'pension-payable': { sv: 'pensionsavgifter att betala', fi: 'eläkemaksuvelka', en: 'pension contributions payable' },
  'insurance-payable': { sv: 'försäkringsavgifter att betala', fi: 'vakuutusmaksuvelka', en: 'insurance payable' },
  'garnishment-payable': { sv: 'utmätt lön att betala', fi: 'ulosmittausvelka', en: 'garnishment payable' },
  'deductions-payable': { sv: 'löneavdrag att betala vidare', fi: 'tilitettävät pidätykset', en: 'deductions payable' },
  'repayment-claims': { sv: 'fordringar på löntagare', fi: 'palkansaajasaamiset', en: 'claims on employees' },
  'repayments-received': {
    sv: 'inbetald lön att stämma av',
    fi: 'takaisin maksetut palkat, täsmäytettävät',
    en: 'pay paid in, to be reconciled',
  },
  'social-costs': { sv: 'lagstadgade avgifter', fi: 'henkilösivukulut', en: 'statutory contributions' },
  'pension-costs': { sv: 'pensionskostnader', fi: 'eläkekulut', en: 'pension costs' },
};
