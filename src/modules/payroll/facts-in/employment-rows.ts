import { aktaSystems } from '../engine/agreement/akta-rules.ts';
import { readAccounting } from '../facts/accounting.ts';
import type { FactBodies } from '../facts/fact.ts';
import { supplementCodes, systemNames } from './code-names.ts';
import type { FactRows } from './fact-rows.ts';
import { last, ofEmployment, optional, parts, required } from './field.ts';
import { says } from './says.ts';
import { schedules } from './schedule-rows.ts';

const money = { decimals: 2 } as const;

const employments: FactRows = {
  name: 'payroll.employments',
  label: { sv: 'Anställningar', fi: 'Palvelussuhteet', en: 'Employments' },
  fields: [
    ...ofEmployment,
    required('title', 'text', { sv: 'Befattning', fi: 'Tehtävänimike', en: 'Title' }, { maxLength: 100 }),
    required(
      'position',
      'text',
      { sv: 'Tjänst (nummer)', fi: 'Vakanssi (numero)', en: 'Post (number)' },
      { maxLength: 40 },
    ),
    required('unit', 'text', { sv: 'Enhet', fi: 'Yksikkö', en: 'Unit' }, { maxLength: 100 }),
    optional(
      'system',
      'code',
      { sv: 'Arbetstidssystem (AKTA)', fi: 'Työaikajärjestelmä (KVTES)', en: 'Working-time system (AKTA)' },
      {
        codes: aktaSystems.map((value) => ({ value, label: systemNames[value] })),
      },
    ),
    ...last,
  ],
  said({ title = '', position = '', unit = '', system }) {
    const known = aktaSystems.find((one) => one === system);
    return { kind: 'employment', body: { title, position, unit, ...(known ? { system: known } : {}) } };
  },
};

const salaries: FactRows = {
  name: 'payroll.salaries',
  label: { sv: 'Löner för anställningar', fi: 'Palvelussuhteiden palkat', en: 'Pay of employments' },
  fields: [
    ...ofEmployment,
    optional(
      'monthly',
      'decimal',
      { sv: 'Månadslön på heltid', fi: 'Kuukausipalkka kokoajalla', en: 'Monthly pay of full time' },
      money,
    ),
    optional('hour', 'decimal', { sv: 'Timlön', fi: 'Tuntipalkka', en: 'Hourly pay' }, money),
    optional(
      'share',
      'decimal',
      {
        sv: 'Procent av heltid (100 om inget sägs)',
        fi: 'Prosenttia kokoajasta (100, jos ei mainita)',
        en: 'Percent of full time (100 when nothing is said)',
      },
      { decimals: 4 },
    ),
    ...last,
  ],
  said({ monthly, hour, share = '100' }) {
    if (monthly === undefined && hour === undefined) return { refused: says.noPay };
    if ([monthly, hour].some((amount) => parts(amount, 100) < 0)) return { refused: says.negative };
    if (parts(share, 10_000) <= 0 || parts(share, 10_000) > 1_000_000) return { refused: says.share };
    const byHour = hour === undefined ? {} : { hour: parts(hour, 100) };
    return { kind: 'salary', body: { monthly: parts(monthly, 100), share: parts(share, 10_000), ...byHour } };
  },
};

const supplements: FactRows = {
  name: 'payroll.supplements',
  label: { sv: 'Lönetillägg', fi: 'Palkanlisät', en: 'Supplements' },
  fields: [
    ...ofEmployment,
    required('code', 'code', { sv: 'Tillägg', fi: 'Lisä', en: 'Supplement' }, { codes: supplementCodes, key: true }),
    required('amount', 'decimal', { sv: 'Belopp i månaden', fi: 'Määrä kuukaudessa', en: 'Amount a month' }, money),
    ...last,
  ],
  said: ({ code, amount }) => ({
    kind: 'supplement',
    body: { code: code as FactBodies['supplement']['code'], amount: parts(amount, 100) }, // of the list above
  }),
};

const accounting: FactRows = {
  name: 'payroll.accounting',
  label: { sv: 'Kontering', fi: 'Tiliöinti', en: 'Accounting' },
  fields: [
    ...ofEmployment,
    required('strings', 'text', {
      sv: 'Konteringssträngar med andel (4711/210 60 % + 4712 40 %)',
      fi: 'Tiliöinnit osuuksineen (4711/210 60 % + 4712 40 %)',
      en: 'Strings of accounts with shares (4711/210 60 % + 4712 40 %)',
    }),
    ...last,
  ],
  said({ strings = '' }) {
    const read = readAccounting(strings);
    return read ? { kind: 'accounting', body: { parts: read } } : { refused: says.accounting };
  },
};

/** What an employment is, pays, is worked and is booked on. */
export const employmentRows: readonly FactRows[] = [employments, salaries, supplements, schedules, accounting];
