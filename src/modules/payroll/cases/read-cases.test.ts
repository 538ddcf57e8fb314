import { expect, test } from 'vitest';
import { readCases } from './read-cases.ts';

const sound = {
  id: 'a',
  country: 'AX',
  paymentDate: '2026-05-29',
  employee: { birthDate: '1990-01-01' },
  taxCard: { basePercent: '18.5', yearLimit: '40000', additionalPercent: '38' },
  pay: [{ code: 'monthly', amount: '3000.00' }],
};
const swedish = { ...sound, country: 'SE', taxCard: undefined, taxTable: { table: 33, column: '1' } };

test.each<[string, unknown, readonly string[]]>([
  ['a sound case', sound, []],
  ['a Swedish case', JSON.parse(JSON.stringify(swedish)), []],
  ['an unknown key', { ...sound, salary: '1' }, ['[0].salary']],
  ['an unknown key inside', { ...sound, employee: { birthDate: '1990-01-01', age: 35 } }, ['[0].employee.age']],
  ['an unknown key of a card', { ...sound, taxCard: { ...sound.taxCard, percent: '1' } }, ['[0].taxCard.percent']],
  ['an unknown key of the employer', { ...sound, employer: { pension: '24.4' } }, ['[0].employer.pension']],
  ['an unknown code', { ...sound, pay: [...sound.pay, { code: 'montly', amount: '1' }] }, ['[0].pay[1].code']],
  ['an unknown benefit', { ...sound, benefits: [{ code: 'boat', amount: '1' }] }, ['[0].benefits[0].code']],
  ['a benefit among the pay', { ...sound, pay: [{ code: 'phone', amount: '20' }] }, ['[0].pay[0].code']],
  ['a code of the other country', { ...sound, pay: [{ code: 'ob-a', amount: '20' }] }, ['[0].pay[0].code']],
  ['a deduction among the pay', { ...sound, pay: [{ code: 'tax', amount: '-20' }] }, ['[0].pay[0].code']],
  ['a number that is no text', { ...sound, pay: [{ code: 'monthly', amount: 3000 }] }, ['[0].pay[0].amount']],
  ['half a cent', { ...sound, pay: [{ code: 'monthly', amount: '0.005' }] }, ['[0].pay[0].amount']],
  ['a decimal comma', { ...sound, pay: [{ code: 'monthly', amount: '1,50' }] }, ['[0].pay[0].amount']],
  [
    'both amount and price',
    { ...sound, pay: [{ code: 'hourly', amount: '1', quantity: '1', unitPrice: '1' }] },
    ['[0].pay[0]'],
  ],
  ['a quantity without a price', { ...sound, pay: [{ code: 'hourly', quantity: '1' }] }, ['[0].pay[0].unitPrice']],
  ['neither pay nor benefits', { ...sound, pay: undefined }, ['[0].pay']],
  [
    'a percent above the whole',
    { ...sound, taxCard: { ...sound.taxCard, basePercent: '101' } },
    ['[0].taxCard.basePercent'],
  ],
  ['a limit below zero', { ...sound, taxCard: { ...sound.taxCard, yearLimit: '-1' } }, ['[0].taxCard.yearLimit']],
  ['a missing percent', { ...sound, taxCard: { basePercent: '1', yearLimit: '1' } }, ['[0].taxCard.additionalPercent']],
  ['a table on Åland', { ...sound, taxTable: { table: 33, column: 1 } }, ['[0].taxTable']],
  ['a card in Sweden', { ...sound, country: 'SE' }, ['[0].taxCard']],
  [
    'a table that is not',
    JSON.parse(JSON.stringify({ ...swedish, taxTable: { table: 28, column: 7 } })),
    ['[0].taxTable.table', '[0].taxTable.column'],
  ],
  ['both ways of garnishment', { ...sound, garnishment: { dependants: 1, reserved: '1' } }, ['[0].garnishment']],
  ['neither way of garnishment', { ...sound, garnishment: {} }, ['[0].garnishment']],
  [
    'dependants in Sweden',
    JSON.parse(JSON.stringify({ ...swedish, garnishment: { dependants: 1 } })),
    ['[0].garnishment.dependants'],
  ],
  ['half a dependant', { ...sound, garnishment: { dependants: 1.5 } }, ['[0].garnishment.dependants']],
  ['another country', { ...sound, country: 'NO' }, ['[0].country']],
  ['a day that is not', { ...sound, paymentDate: '2026-02-30' }, ['[0].paymentDate', '[0].employee.birthDate']],
  ['somebody not yet born', { ...sound, employee: { birthDate: '2026-05-30' } }, ['[0].employee.birthDate']],
  ['nobody', { ...sound, employee: undefined }, ['[0].employee']],
  ['no id', { ...sound, id: '' }, ['[0].id']],
  ['a text', 'case', ['[0]']],
])('%s is told by its path', (_what, one, paths) => {
  expect(readCases([one]).problems.map((problem) => problem.split(':')[0])).toEqual(paths);
});

test('a person twice, and a file that is no list', () => {
  expect(readCases([sound, { ...sound, id: 'b' }, sound]).problems).toEqual(['[2].id: "a" is the id of [0] too']);
  expect(readCases({ cases: [] }).problems).toEqual(['the file is not a list of cases']);
});

test('what takes from the pay does so, written with a minus or without', () => {
  const pay = ['7000', '-7000'].map((amount) => ({ code: 'sick-deduction', amount }));
  const { cases, problems } = readCases([{ ...JSON.parse(JSON.stringify(swedish)), pay }]);
  expect([problems, cases[0]?.input.pay.map(({ amount }) => amount)]).toEqual([[], [-7_000_00, -7_000_00]]);
});
