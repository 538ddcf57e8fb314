import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../kernel/project-root.ts';
import { languages } from '../../kernel/texts.ts';
import { changesSince } from './engine/changes.ts';
import { monthAround } from './engine/day.ts';
import { type GivenItem, givenLine } from './engine/given-line.ts';
import { calculatePayslip, makeEngine } from './engine/payslip.ts';
import { rules } from './engine/rules.ts';
import { explainChange, explainLine } from './explain-line.ts';
import { loadRuleBook } from './parameters/load-rule-book.ts';
import { lineNames } from './texts/line-names.ts';
import { ruleNames } from './texts/rule-names.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
const engine = makeEngine(book);
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2212', '-');

function paid(paymentDate: string, items: readonly GivenItem[], earnedBefore = 0, birthDate = '1967-06-15') {
  const earned = monthAround(paymentDate);
  return calculatePayslip(engine, {
    country: 'AX',
    paymentDate,
    earned,
    birthDate,
    pay: items.map((item) => givenLine('AX', item, earned)),
    benefits: [],
    tax: {
      kind: 'card',
      card: { basePercent: 185_000, yearLimit: 40_000_00, additionalPercent: 380_000, earnedBefore },
    },
    employer: { pensionTotal: 244_000 },
  });
}

const december = paid('2025-12-30', [{ code: 'monthly', amount: 3_000_00 }]);
const january = paid('2026-01-30', [{ code: 'monthly', amount: 3_000_00 }]);

describe('a line in words', () => {
  const line = january.lines.find(({ code }) => code === 'pension');
  if (!line) throw new Error('no pension');
  const explanation = explainLine(
    book,
    'AX',
    line,
    changesSince(december, january).find(({ code }) => code === 'pension'),
  );

  test.each([
    ['sv', 'Pensionsavgift', '-219,00 €', '3 000,00 €', '7,3 %'],
    ['fi', 'Työeläkemaksu', '-219,00 €', '3 000,00 €', '7,3 %'],
    ['en', 'Pension contribution', '-€219.00', '€3,000.00', '7.3%'],
  ] as const)('%s says what, how much, of what and by which percent', (language, what, amount, base, rate) => {
    expect(explanation.what[language]).toBe(what);
    expect(plain(explanation.amount?.[language])).toBe(amount);
    expect(explanation.facts.map(({ value }) => plain(value[language]))).toEqual(expect.arrayContaining([base, rate]));
  });

  test('names the rule, its source, the figure, its days and whether it has been checked', () => {
    const [rule, figure] = explanation.rules;
    expect(rule?.source).toContain('keva.fi');
    expect(figure).toMatchObject({ verified: true, source: expect.stringContaining('SISU') });
    expect([figure?.validFrom?.toString(), figure?.validTo?.toString()]).toEqual(['2026-01-01', '2026-12-31']);
  });

  test('says what changed since last month and why', () => {
    const [change] = explanation.parts ?? [];
    expect(plain(change?.amount?.sv)).toBe('-259,50 € → -219,00 €');
    expect(change?.facts.map(({ value }) => value.sv)).toEqual([
      'siffran i lagen eller avtalet har ändrats',
      'procenten är en annan',
    ]);
  });

  test('a tax over the limit shows each part', () => {
    const slip = paid('2026-05-29', [{ code: 'monthly', amount: 3_000_00 }], 39_000_00);
    const tax = slip.lines.find(({ code }) => code === 'tax');
    const parts = tax && explainLine(book, 'AX', tax).facts.filter(({ label }) => label.en === 'Part');
    expect(parts?.map(({ value }) => plain(value.sv))).toEqual(['1 000,00 € · 18,5 %', '2 000,00 € · 38 %']);
  });

  test('every code and every rule has words of its own in each language', () => {
    for (const words of [
      ...Object.values(lineNames),
      ...Object.keys(rules).map((rule) => ruleNames[rule as keyof typeof rules]),
    ]) {
      for (const language of languages) expect(words[language].length).toBeGreaterThan(2);
    }
  });
});

describe('what changed', () => {
  test('nothing changes between two equal payslips', () => {
    expect(changesSince(january, paid('2026-02-27', [{ code: 'monthly', amount: 3_000_00 }]))).toEqual([]);
  });

  test('a new line, and what follows from it', () => {
    const more = paid('2026-02-27', [
      { code: 'monthly', amount: 3_000_00 },
      { code: 'evening', quantity: 200_000, unitPrice: 2_178_000 },
    ]);
    const changes = changesSince(january, more);
    expect(changes.find(({ code }) => code === 'evening')).toMatchObject({ before: 0, now: 43_56, causes: ['new'] });
    expect(changes.find(({ code }) => code === 'tax')).toMatchObject({ causes: ['base'] });
    expect(changes.map(({ code }) => code)).not.toContain('monthly');
    expect(
      plain(explainChange('AX', changes[0] ?? { code: 'tax', before: 0, now: 0, causes: [], facts: [] }).amount?.en),
    ).toBe('€0.00 → €43.56');
  });

  test('passing the limit of the card is a change of percent', () => {
    const over = paid('2026-02-27', [{ code: 'monthly', amount: 3_000_00 }], 40_000_00);
    expect(changesSince(january, over).map(({ code, causes }) => [code, causes])).toEqual([['tax', ['rate']]]);
  });

  test('another given amount is just that, and a line may be gone', () => {
    const less = paid('2026-02-27', [{ code: 'monthly', amount: 2_000_00 }]);
    expect(changesSince(january, less).find(({ code }) => code === 'monthly')?.causes).toEqual(['amount']);
    expect(changesSince(january, paid('2026-02-27', [])).find(({ code }) => code === 'monthly')?.causes).toEqual([
      'gone',
    ]);
  });

  test('an age step is seen: 53 in 2025', () => {
    const [before, after] = ['2025-06-30', '2025-07-31'].map((day) =>
      paid(day, [{ code: 'monthly', amount: 3_000_00 }], 0, '1972-06-15'),
    );
    if (!before || !after) throw new Error('no payslip');
    expect(changesSince(before, after).map(({ code, causes }) => [code, causes])).toEqual([
      ['pension', ['parameter', 'rate']],
      ['employer-pension', ['parameter', 'rate']],
    ]);
  });
});
