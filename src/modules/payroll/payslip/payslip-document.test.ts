import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { projectRoot } from '../../../kernel/project-root.ts';
import type { Authority } from '../../directory/index.ts';
import { monthAround } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import { unionRef } from '../engine/line.ts';
import { calculatePayslip, makeEngine } from '../engine/payslip.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import type { PayslipView } from '../read-pay.ts';
import { lineTitle } from '../texts/line-names.ts';
import { compare } from './compare.ts';
import { payslipDocument } from './payslip-document.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
const engine = makeEngine(book);
const authority = { id: 2480766 as AuthorityId, name: 'Sottunga', accent: null, contact: {} } as Authority;

function view(paymentDate: string, monthly: number): PayslipView {
  const earned = monthAround(paymentDate);
  const card = { basePercent: 185_000, yearLimit: 40_000_00, additionalPercent: 380_000, earnedBefore: 0 };
  const { lines, employer, gross, net } = calculatePayslip(engine, {
    ...{ country: 'AX', paymentDate, earned, birthDate: '1988-03-14', benefits: [], employer: {} },
    ...{ pay: [givenLine('AX', { code: 'monthly', amount: monthly }, earned)], tax: { kind: 'card', card } },
  });
  const row = { ...earned, paymentDate, gross: String(gross), net: String(net), at: null };
  return { row: row as unknown as PayslipView['row'], lines: [...lines, ...employer] };
}

const compared = compare(view('2026-04-30', 3_100_00), view('2026-03-31', 3_000_00));
const paper = (name: string | null) =>
  JSON.stringify(
    payslipDocument({ compared, authority, employee: { number: '17', name, country: 'AX' }, language: 'sv', book }),
  ).replace(/[\u00a0\u202f]/g, ' ');

test('a payslip on paper says of each line what it is counted on, by which rule and figure, and what changed', () => {
  const text = paper('Anna');
  expect(text).toContain('3 100,00 € × 7,3 % = 226,30 €');
  expect(text).toMatch(/Pensionsavgift[^"]*"/);
  expect(text).toContain('Ändrat sedan förra gången: pensionsavgift: −219,00 € → −226,30 €. det som raden räknas på');
  expect(text).toContain('keva.fi');
  expect(text).toContain('"label":"Intjänat","value":"1 april 2026 – 30 april 2026"');
});

test('a protected person is called by the number alone', () => {
  expect(paper('Anna')).toContain('Anna');
  expect(paper(null)).not.toContain('Namn');
});

test('a union’s fee is called by the union that it was deducted for; another fee by its kind', () => {
  const fee = givenLine('AX', { code: 'union-fee', amount: 25_00 }, monthAround('2026-04-30'));
  expect(lineTitle({ ...fee, facts: [unionRef('Tehy')] }, 'sv')).toBe('Fackavgift, Tehy');
  expect(lineTitle(fee, 'fi')).not.toContain(',');
});
