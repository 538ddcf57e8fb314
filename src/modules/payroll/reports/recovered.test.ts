import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { projectRoot } from '../../../kernel/project-root.ts';
import type { Claim, Recovery } from '../engine/claim.ts';
import type { Country } from '../engine/codes.ts';
import { monthAround } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import { claimOf } from '../engine/overpaid.ts';
import { calculatePayslip, makeEngine } from '../engine/payslip.ts';
import type { PayslipInput } from '../engine/payslip-input.ts';
import type { Fact } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import type { PayslipView } from '../read-pay.ts';
import { writeAgi } from './agi.ts';
import { writeIncomesRegister } from './incomes-register.ts';
import { claimsOn, paidBackIn, recoveredParts, registerParts } from './recovered.ts';
import type { Paid, ReportInput } from './report.ts';
import { readTerms, voucherAccounts } from './terms.ts';
import { debitOf, voucherOf } from './voucher.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const authority = 2480766 as AuthorityId;
const accounts = Object.fromEntries(voucherAccounts.map((account, n) => [account, String(5000 + n)]));
const fi = {
  number: '0205071-4',
  creator: '0205072-2',
  sender: '0205073-0',
  contactName: 'Å',
  contactPhone: '+358 18 1',
};
const { terms } = readTerms({
  ...{
    ...fi,
    contactEmail: 'l@example.ax',
    pensionProvider: '20',
    pensionPolicy: '20-1',
    accidentInsurer: '0205074-9',
  },
  ...{ accidentPolicy: '1', ...accounts },
});
const january = monthAround('2026-01-01');

function inputOf(country: Country, month: string, pay: number, recovery?: Recovery): PayslipInput {
  const earned = monthAround(`${month}-01`);
  const card = { basePercent: 250_000, yearLimit: 4_000_000, additionalPercent: 400_000, earnedBefore: 0 };
  return {
    ...{ country, paymentDate: earned.to, earned, birthDate: '1988-03-14', benefits: [], employer: {}, recovery },
    pay: [givenLine(country, { code: 'monthly', amount: pay }, earned)],
    tax: country === 'AX' ? { kind: 'card', card } : { kind: 'table', table: 33, column: 1 },
  };
}

const claimIn = (country: Country, amount: number) =>
  claimOf(engine, inputOf(country, '2026-01', amount * 3), [
    givenLine(country, { code: 'monthly', amount: 0 - amount }, january),
  ]) as Claim;

function viewOf(country: Country, month: string, recovery?: Recovery): PayslipView {
  const given = inputOf(country, month, 3_000_00, recovery);
  const { lines, employer, gross, net } = calculatePayslip(engine, given);
  const row = {
    ...{ authority, run: `run ${month}`, employee: 'a', ...given.earned, paymentDate: given.paymentDate, factsSeq: 1 },
    ...{
      gross: String(gross),
      net: String(net),
      cost: '0',
      held: null,
      totals: '{}',
      lines: '{}',
      at: null,
      rules: 'r',
    },
  };
  return { row, lines: [...lines, ...employer] };
}

function paidOf(country: Country, views: readonly PayslipView[], facts: readonly Fact[]): readonly Paid[] {
  const person = { authority, id: 'a', number: '1', name: 'N', party: null, birthDate: '1988-03-14', country };
  return views.map(({ row, lines }) => ({
    ...{ employee: { ...person, seq: 1, facts: '[]' }, row, lines, facts, recoveredLater: [] },
    ...{ claims: claimsOn(row, facts, views), paidBack: paidBackIn(row, facts, views), paymentOf: () => undefined },
  }));
}

function report(paid: readonly Paid[], over: Partial<ReportInput> = {}): ReportInput {
  return {
    ...{ report: '018f0000-0000-7000-8000-00000000bbbb', employer: { authority, name: 'V' }, terms, paid },
    ...{
      about: 'run r',
      cancels: null,
      absent: [],
      earlierAbsence: new Map(),
      earlier: new Map(),
      numberOf: () => '140388-942J',
      specificationOf: () => 7,
      period: '2026-03-01',
    },
    ...{ at: Temporal.Instant.from('2026-03-31T08:00:00Z'), production: false, ...over },
  };
}

const factsOf = (claim: Claim, run: string): readonly Fact[] => [
  {
    ...{ seq: 1, kind: 'recovery', employment: null, from: '2026-03-01', to: '2026-03-31' },
    body: { ...claim, claim: 'c', run, decision: '§ 4' },
  },
];
const nothing: Recovery = { claims: [], draws: [], receipts: [] };

test('what is paid back is told when it is, with its tax; the payment it was of says that a part was unjust', () => {
  const claim = claimIn('AX', 1_000_00);
  const draw = (most: number) => [{ month: january, most, reserved: 100_00 }];
  const views = [
    viewOf('AX', '2026-01'),
    viewOf('AX', '2026-03', { ...nothing, claims: [claim], draws: draw(400_00) }),
    viewOf('AX', '2026-04', { ...nothing, draws: draw(claim.net - 400_00) }),
  ];
  const [first, third, fourth] = paidOf('AX', views, factsOf(claim, 'run 2026-01'));
  const said = (one: Paid | undefined) => {
    const written = writeIncomesRegister(report(one ? [one] : []));
    expect(written.problems).toEqual([]);
    const text = written.content?.toString() ?? '';
    const all = (name: string) => [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, of]) => of);
    return {
      amounts: all('Amount'),
      unjust: all('UnjustEnrichment'),
      withheld: all('Withhold'),
      of: all('PaymentDate'),
    };
  };
  expect(said(first)).toMatchObject({ unjust: ['true'], withheld: [] });
  expect(said(first).amounts).toEqual(expect.arrayContaining(['2000.00', '1000.00', '750.00']));
  const [now, later] = [said(third), said(fourth)];
  expect([now.unjust, later.unjust]).toEqual([[], []]);
  const sum = (texts: readonly (string | undefined)[]) =>
    texts.reduce((all, text) => all + Math.round(Number(text) * 100), 0);
  expect(sum([...now.withheld, ...later.withheld])).toBe(claim.tax);
  expect(now.of).toContain('2026-01-31');
  // tax withheld of the month is told in full; pension and unemployment less what came back
  expect(now.amounts).toContain('750.00');
  expect(now.amounts).toContain(((3_000_00 * 0.073 - claim.pension) / 100).toFixed(2));

  const rows = paidOf('AX', views, factsOf(claim, 'run 2026-01')).map((one) => voucherOf([one]));
  for (const one of rows) expect(one.reduce((all, { amount }) => all + amount, 0)).toBe(0);
  const owed = rows.flat().filter(({ account }) => account === 'repayment-claims');
  expect(owed.reduce((all, { amount }) => all + amount, 0)).toBe(0);
  expect(owed.map(({ amount }) => amount)).toEqual([claim.net - 400_00, 400_00 - claim.net]);
  expect(debitOf(rows[1] ?? [])).toBeGreaterThan(0);
});

test('however it is paid back, the parts that are told add up to the claim, to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_00, max: 3_000_00 }), fc.array(fc.nat(50_000), { maxLength: 8 }), (gross, some) => {
      const claim = claimIn('AX', gross);
      let before = 0;
      const told = { amount: 0, withheld: 0 };
      for (const amount of [...some, claim.net]) {
        const now = Math.min(amount, claim.net - before);
        for (const part of recoveredParts({ claim, on: '2026-03-31', before, amount: now })) {
          expect(part.amount).toBeGreaterThanOrEqual(0);
          told.amount += part.amount;
          told.withheld += part.withheld;
        }
        before += now;
      }
      expect(told).toEqual({ amount: gross, withheld: claim.tax });
    }),
  );
  expect(registerParts(claimIn('AX', 10_00))).toEqual([{ code: 201, amount: 10_00, withheld: 2_50 }]);
});

test('in Sweden the month that it was of is declared again, with less pay and the same tax', () => {
  const claim = claimIn('SE', 1_000_00);
  const views = [viewOf('SE', '2026-01'), viewOf('SE', '2026-03', { ...nothing, claims: [claim] })];
  const swedish = { ...terms, number: '212000-2411', creator: '212000-2411' };
  const paid = paidOf('SE', views, factsOf(claim, 'run 2026-01'));
  const declared = (one: Paid | undefined, claims: Paid['claims']) => {
    const written = writeAgi(
      report(one ? [{ ...one, claims }] : [], { terms: swedish, numberOf: () => '197911239817' }),
    );
    expect(written.problems).toEqual([]);
    const text = written.content?.toString() ?? '';
    const field = (code: string) => Number(new RegExp(`faltkod="${code}">([^<]*)<`).exec(text)?.[1]);
    return [field('011'), field('001'), field('487')] as const;
  };
  const [first, third] = paid;
  const [plain, corrected] = [declared(first, []), declared(first, first?.claims ?? [])];
  expect(corrected[0]).toBe(plain[0] - 1_000);
  expect(corrected[1]).toBe(plain[1]);
  expect(plain[2] - corrected[2]).toBe(314);
  expect(declared(third, third?.claims ?? [])).toEqual(plain);
});
