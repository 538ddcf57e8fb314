import type { FactBodies } from '../facts/fact.ts';
import { absencePayCodes, benefitCodes, causeCodes, hourCodes, payCodes } from './code-names.ts';
import type { FactRows } from './fact-rows.ts';
import { common, last, ofEmployment, ofPerson, optional, parts, required, yesOrNo } from './field.ts';
import { says } from './says.ts';

const money = { decimals: 2 } as const;
const amount = { sv: 'Belopp', fi: 'Määrä', en: 'Amount' };
const fee = { sv: 'Avgift i månaden', fi: 'Maksu kuukaudessa', en: 'Fee a month' };

const absences: FactRows = {
  name: 'payroll.absences',
  label: { sv: 'Frånvaro', fi: 'Poissaolot', en: 'Absence' },
  fields: [
    ...ofEmployment,
    required('cause', 'code', { sv: 'Orsak', fi: 'Syy', en: 'Cause' }, { codes: causeCodes }),
    optional(
      'pay',
      'code',
      {
        sv: 'Lön, om någon har beslutat det',
        fi: 'Palkka, jos siitä on päätetty',
        en: 'Pay, where it has been decided',
      },
      { codes: absencePayCodes },
    ),
    ...last,
  ],
  said({ cause, pay }) {
    const decided = pay === undefined ? {} : { pay: pay as NonNullable<FactBodies['absence']['pay']> }; // of the list
    return { kind: 'absence', body: { cause: cause as FactBodies['absence']['cause'], ...decided } }; // of the list
  },
};

const time: FactRows = {
  name: 'payroll.time',
  label: { sv: 'Arbetad tid', fi: 'Tehdyt tunnit', en: 'Hours worked' },
  fields: [
    ...[common.number, common.employment, common.on],
    required(
      'code',
      'code',
      { sv: 'Slag av timmar', fi: 'Tuntien laji', en: 'Kind of hours' },
      { codes: hourCodes, key: true },
    ),
    required('hours', 'decimal', { sv: 'Timmar', fi: 'Tunnit', en: 'Hours' }, { decimals: 4 }),
    optional(
      'price',
      'decimal',
      { sv: 'Eget pris för timmen', fi: 'Oma tuntihinta', en: 'A price of its own' },
      { decimals: 4 },
    ),
    optional(
      'approved',
      'code',
      { sv: 'Attesterad (ja eller nej)', fi: 'Hyväksytty (kyllä tai ei)', en: 'Approved (yes or no)' },
      { codes: yesOrNo },
    ),
    ...last,
  ],
  said({ code, hours, price, approved }) {
    const quantity = parts(hours, 10_000);
    if (quantity <= 0 || quantity > 3_000_000) return { refused: says.hours };
    const own = price === undefined ? {} : { unitPrice: parts(price, 1_000_000) };
    const body = { code: code as FactBodies['time']['code'], quantity, ...own, approved: approved === 'yes' }; // of the list
    return { kind: 'time', body };
  },
};

const additions: FactRows = {
  name: 'payroll.additions',
  label: { sv: 'Engångsbelopp', fi: 'Kertaerät', en: 'Single amounts' },
  fields: [
    ...[common.number, common.employment, common.on],
    required('code', 'code', { sv: 'Löneart', fi: 'Palkkalaji', en: 'Pay code' }, { codes: payCodes, key: true }),
    required('amount', 'decimal', amount, money),
    required('reason', 'text', { sv: 'Varför', fi: 'Miksi', en: 'Why' }),
    ...last,
  ],
  said: ({ code, amount: text, reason = '' }) => ({
    kind: 'addition',
    body: { code: code as FactBodies['addition']['code'], amount: parts(text, 100), reason }, // of the list
  }),
};

const benefits: FactRows = {
  name: 'payroll.benefits',
  label: { sv: 'Förmåner', fi: 'Luontoisedut', en: 'Benefits' },
  fields: [
    ...ofPerson,
    required('code', 'code', { sv: 'Förmån', fi: 'Luontoisetu', en: 'Benefit' }, { codes: benefitCodes, key: true }),
    required('amount', 'decimal', amount, money),
    ...last,
  ],
  said({ code, amount: text }) {
    if (parts(text, 100) < 0) return { refused: says.negative };
    return { kind: 'benefit', body: { code: code as FactBodies['benefit']['code'], amount: parts(text, 100) } }; // of the list
  },
};

const unions: FactRows = {
  name: 'payroll.unions',
  label: { sv: 'Fackavgifter', fi: 'Ammattiliittojen jäsenmaksut', en: 'Union fees' },
  fields: [
    ...ofPerson,
    required('amount', 'decimal', fee, money),
    optional('union', 'text', { sv: 'Fackförbund', fi: 'Ammattiliitto', en: 'Union' }, { maxLength: 60 }),
    optional(
      'account',
      'text',
      { sv: 'Förbundets konto', fi: 'Liiton tili', en: 'The union’s account' },
      { maxLength: 40 },
    ),
    optional('reference', 'text', { sv: 'Referens', fi: 'Viite', en: 'Reference' }, { maxLength: 40 }),
    ...last,
  ],
  said({ amount: text, union: name, account, reference }) {
    if (parts(text, 100) < 0) return { refused: says.negative };
    const to = { ...(name && { name }), ...(account && { account }), ...(reference && { reference }) };
    return { kind: 'union', body: { amount: parts(text, 100), ...to } };
  },
};

const percent = { decimals: 4 } as const;

const taxCards: FactRows = {
  name: 'payroll.tax-cards',
  label: { sv: 'Skattekort', fi: 'Verokortit', en: 'Tax cards' },
  fields: [
    ...[common.number, common.from],
    required('base', 'decimal', { sv: 'Grundprocent', fi: 'Perusprosentti', en: 'Base percent' }, percent),
    required(
      'limit',
      'decimal',
      { sv: 'Inkomstgräns för året', fi: 'Vuoden tuloraja', en: 'Limit of the year' },
      money,
    ),
    required(
      'additional',
      'decimal',
      { sv: 'Tilläggsprocent', fi: 'Lisäprosentti', en: 'Additional percent' },
      percent,
    ),
    ...last,
  ],
  said({ base, limit, additional }) {
    const [basePercent, additionalPercent] = [parts(base, 10_000), parts(additional, 10_000)];
    if ([basePercent, additionalPercent].some((one) => one < 0 || one > 1_000_000)) return { refused: says.percent };
    if (parts(limit, 100) < 0) return { refused: says.negative };
    return { kind: 'tax-card', body: { basePercent, yearLimit: parts(limit, 100), additionalPercent } };
  },
};

const taxTables: FactRows = {
  name: 'payroll.tax-tables',
  label: { sv: 'Skattetabeller för anställda', fi: 'Työntekijöiden verotaulukot', en: 'Tax tables of employees' },
  fields: [
    ...ofPerson,
    required('table', 'integer', { sv: 'Tabell', fi: 'Taulukko', en: 'Table' }),
    required('column', 'integer', { sv: 'Kolumn', fi: 'Sarake', en: 'Column' }),
    ...last,
  ],
  said({ table: t, column: c }) {
    const [table, column] = [Number(t), Number(c)];
    const isThere = table >= 29 && table <= 42 && column >= 1 && column <= 6;
    return isThere ? { kind: 'tax-table', body: { table, column } } : { refused: says.table };
  },
};

/** What happens, and what is taken from and added to a person's pay. */
export const eventRows: readonly FactRows[] = [absences, time, additions, benefits, unions, taxCards, taxTables];
