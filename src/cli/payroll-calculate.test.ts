import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { UsageProblem } from './command.ts';
import { payrollCalculate } from './payroll-calculate.ts';
import { payrollCodes } from './payroll-codes.ts';
import { payrollTaxTable } from './payroll-tax-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmanning-payroll-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sound = {
  id: 'A',
  country: 'AX',
  paymentDate: '2025-12-30',
  employee: { birthDate: '1985-02-11' },
  taxCard: { basePercent: '15', yearLimit: '24000', additionalPercent: '33', earnedBefore: '23000' },
  pay: [{ code: 'monthly', amount: '3000.00' }],
  employer: { pensionTotalPercent: '24.40' },
};

async function written(run: () => Promise<void>): Promise<string> {
  const out: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0);
  await run().finally(() => spy.mockRestore());
  return out.join('');
}

function calculated(content: unknown, ...options: readonly string[]): Promise<string> {
  const file = join(folder, 'cases.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return written(() => payrollCalculate.run(['--cases', file, ...options]));
}

test('a case is answered with its lines, gross, net and what it costs beside', async () => {
  const [answer] = JSON.parse(await calculated([sound], '--json'));
  expect(Object.keys(answer)).toEqual(['id', 'lines', 'gross', 'net', 'employer']);
  expect([answer.id, answer.gross, answer.net]).toEqual(['A', '3000.00', '1957.80']);
  expect(answer.lines.map(({ code, amount }: { code: string; amount: string }) => [code, amount])).toEqual([
    ['monthly', '3000.00'],
    ['tax', '-810.00'],
    ['pension', '-214.50'],
    ['unemployment', '-17.70'],
  ]);
  expect(answer.lines[2]).toEqual({
    code: 'pension',
    quantity: null,
    base: '3000.00',
    rate: '7.15',
    amount: '-214.50',
    rule: 'FI-PENSION-EE',
    source: expect.stringContaining('keva.fi'),
    verified: true,
  });
  expect(answer.employer[1]).toEqual({ code: 'pension', base: '3000.00', rate: '17.25', amount: '517.50' });
});

test('for somebody at the terminal each case is a table', async () => {
  expect(await calculated([sound])).toMatch(
    /Tax withheld +1000.00 x 15 % \+ 2000.00 x 33 % +-810.00\n[\s\S]+Net +1957.80/,
  );
});

test.each<[string, unknown, readonly string[], string]>([
  ['an unknown key', [{ ...sound, bonus: '1' }], [], '[0].bonus: unknown key'],
  [
    'an unknown code',
    [sound, { ...sound, id: 'B', pay: [{ code: 'x', amount: '1' }] }],
    [],
    '[1].pay[0].code: "x" is not one of',
  ],
  [
    'a year that nobody has entered',
    [{ ...sound, paymentDate: '2027-01-15' }],
    [],
    'A: fi.pension.employee has no value on 2027-01-15',
  ],
  [
    'a garnishment of 2026 by the table',
    [{ ...sound, paymentDate: '2026-01-30', garnishment: { dependants: 0 } }],
    [],
    'A: fi.garnishment.protected has no value on 2026-01-30',
  ],
  [
    'an average nobody has checked, in production',
    [{ ...sound, employer: {} }],
    ['--production'],
    'A: fi.keva.total from 2025-01-01 has not been checked',
  ],
  ['what is no JSON', 'cases', [], 'is not JSON'],
])('%s is refused, and nothing is calculated', async (_what, content, options, message) => {
  await expect(calculated(content, '--json', ...options)).rejects.toThrow(message);
});

test('what is not understood says how it is used', async () => {
  for (const args of [[], ['--cases'], ['--cases', 'a', 'b'], ['a.json', '--json']]) {
    await expect(payrollCalculate.run(args)).rejects.toThrow(UsageProblem);
  }
  await expect(payrollCalculate.run(['--cases', join(folder, 'none.json')])).rejects.toThrow('can not be read');
  await expect(payrollTaxTable.run(['a', '--year', 'x'])).rejects.toThrow(UsageProblem);
});

test('the codes are listed with their meaning', async () => {
  const codes = JSON.parse(await written(() => payrollCodes.run(['--json']))).map(({ code }: { code: string }) => code);
  const named =
    'monthly hourly arrears evening night saturday sunday overtime-simple overtime-qualified ob-a ob-b ob-c ob-d holiday-supplement holiday-bonus sick-deduction sick-pay karens phone meal car housing';
  expect(codes).toEqual(expect.arrayContaining(named.split(' ')));
  expect(await written(() => payrollCodes.run([]))).toContain('Evening supplement (Kvällsersättning)');
});

test('a file of tax tables is checked against the formula', async () => {
  const file = join(folder, 'table.txt');
  const row = (from: number, to: number, tax: number) =>
    `30B33${String(from).padStart(7)}${String(to).padStart(7)}${String(tax).padStart(5).repeat(6)}`;
  writeFileSync(file, [row(1, 29_800, 0), row(29_801, 30_000, 5_878)].join('\n'));
  const out = await written(() => payrollTaxTable.run([file, '--year', '2026']));
  expect(out.split('\n')[0]).toBe('table;from;column;published;formula');
  expect(out).not.toContain('33;29801');
  writeFileSync(file, 'nonsense');
  await expect(payrollTaxTable.run([file, '--year', '2026'])).rejects.toThrow('row 1: nonsense');
});
