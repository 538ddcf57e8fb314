import type { InEach, Language } from '../../../kernel/texts.ts';
import type { FactBodies, FactKind } from '../facts/fact.ts';

/** What each kind of fact is called. */
export const factKindNames: Readonly<Record<FactKind, InEach<string>>> = {
  employment: { sv: 'Anställning', fi: 'Palvelussuhde', en: 'Employment' },
  salary: { sv: 'Lön', fi: 'Palkka', en: 'Salary' },
  supplement: { sv: 'Tillägg', fi: 'Lisä', en: 'Supplement' },
  schedule: { sv: 'Schema', fi: 'Työvuorolista', en: 'Schedule' },
  accounting: { sv: 'Kontering', fi: 'Tiliöinti', en: 'Accounting' },
  service: { sv: 'Tjänstetid', fi: 'Palvelusaika', en: 'Service' },
  'tax-card': { sv: 'Skattekort', fi: 'Verokortti', en: 'Tax card' },
  'tax-table': { sv: 'Skattetabell', fi: 'Verotaulukko', en: 'Tax table' },
  benefit: { sv: 'Förmån', fi: 'Luontoisetu', en: 'Benefit' },
  absence: { sv: 'Frånvaro', fi: 'Poissaolo', en: 'Absence' },
  time: { sv: 'Tid', fi: 'Työaika', en: 'Time' },
  addition: { sv: 'Engångsbelopp', fi: 'Kertaerä', en: 'Single amount' },
  advance: { sv: 'Förskott', fi: 'Ennakko', en: 'Advance' },
  recovery: { sv: 'För mycket betalt', fi: 'Liikaa maksettu', en: 'Overpaid' },
  repayment: { sv: 'Återbetalning', fi: 'Takaisinmaksu', en: 'Repayment' },
  account: { sv: 'Konto', fi: 'Tili', en: 'Account' },
  union: { sv: 'Fackavgift', fi: 'Jäsenmaksu', en: 'Union fee' },
  garnishment: { sv: 'Utmätning', fi: 'Ulosmittaus', en: 'Garnishment' },
  holiday: { sv: 'Semester kvar', fi: 'Lomaa jäljellä', en: 'Holiday left' },
  death: { sv: 'Dödsfall', fi: 'Kuolema', en: 'Death' },
};

export const absenceCauses: Readonly<Record<FactBodies['absence']['cause'], InEach<string>>> = {
  sick: { sv: 'Sjuk', fi: 'Sairaana', en: 'Ill' },
  parental: { sv: 'Föräldraledig', fi: 'Perhevapaalla', en: 'Parental leave' },
  leave: { sv: 'Tjänstledig', fi: 'Virka- tai työvapaalla', en: 'Leave of absence' },
  holiday: { sv: 'Semester', fi: 'Vuosilomalla', en: 'Holiday' },
};

/** What additional hours are called where they are told: what they are is for the schedule to say. */
export const hoursBeyond: InEach<string> = {
  sv: 'Timmar utöver schemat',
  fi: 'Työvuorolistan ylittävät tunnit',
  en: 'Hours beyond the schedule',
};

export const absencePay: Readonly<Record<NonNullable<FactBodies['absence']['pay']>, InEach<string>>> = {
  full: { sv: 'full lön', fi: 'täysi palkka', en: 'full pay' },
  'two-thirds': { sv: 'två tredjedelar av lönen', fi: 'kaksi kolmasosaa palkasta', en: 'two thirds of the pay' },
  none: { sv: 'utan lön', fi: 'ilman palkkaa', en: 'without pay' },
};

/** The rest of a fact's words, with its figures as the language writes them. */
export const factWords: Readonly<
  Record<
    Language,
    {
      readonly share: (percent: string) => string;
      readonly card: (base: string, limit: string, additional: string) => string;
      readonly table: (table: number, column: number) => string;
      readonly hours: (hours: string) => string;
      readonly week: (hours: string, days: number) => string;
      readonly notApproved: string;
      readonly ending: (digits: string) => string;
      readonly dependants: (count: number) => string;
      readonly reserved: (amount: string) => string;
      readonly monthly: (amount: string, total: string) => string;
      readonly paidIn: (amount: string, on: string) => string;
      readonly daysLeft: (days: number, expires: string) => string;
    }
  >
> = {
  sv: {
    share: (percent) => `${percent} % av heltid`,
    card: (base, limit, additional) => `${base} % upp till ${limit}, sedan ${additional} %`,
    table: (table, column) => `tabell ${table}, kolumn ${column}`,
    hours: (hours) => `${hours} timmar`,
    week: (hours, days) => `${hours} timmar i veckan, ${days} dagar`,
    notApproved: 'inte attesterad',
    ending: (digits) => `slutar på ${digits}`,
    dependants: (count) => `${count} att försörja`,
    reserved: (amount) => `${amount} lämnas kvar`,
    monthly: (amount, total) => `${amount} i månaden, tillsammans ${total}`,
    paidIn: (amount, on) => `${amount} inbetalt ${on}`,
    daysLeft: (days, expires) => `${days} dagar, förfaller ${expires}`,
  },
  fi: {
    share: (percent) => `${percent} % kokoajasta`,
    card: (base, limit, additional) => `${base} % tulorajaan ${limit} asti, sitten ${additional} %`,
    table: (table, column) => `taulukko ${table}, sarake ${column}`,
    hours: (hours) => `${hours} tuntia`,
    week: (hours, days) => `${hours} tuntia viikossa, ${days} päivää`,
    notApproved: 'hyväksymättä',
    ending: (digits) => `päättyy numeroihin ${digits}`,
    dependants: (count) => `${count} elätettävää`,
    reserved: (amount) => `${amount} jätetään`,
    monthly: (amount, total) => `${amount} kuukaudessa, yhteensä ${total}`,
    paidIn: (amount, on) => `${amount} maksettu ${on}`,
    daysLeft: (days, expires) => `${days} päivää, vanhenee ${expires}`,
  },
  en: {
    share: (percent) => `${percent} % of full time`,
    card: (base, limit, additional) => `${base} % up to ${limit}, then ${additional} %`,
    table: (table, column) => `table ${table}, column ${column}`,
    hours: (hours) => `${hours} hours`,
    week: (hours, days) => `${hours} hours a week, ${days} days`,
    notApproved: 'not approved',
    ending: (digits) => `ending in ${digits}`,
    dependants: (count) => `${count} dependants`,
    reserved: (amount) => `${amount} is left`,
    monthly: (amount, total) => `${amount} a month, together ${total}`,
    paidIn: (amount, on) => `${amount} paid in ${on}`,
    daysLeft: (days, expires) => `${days} days, expire ${expires}`,
  },
};
