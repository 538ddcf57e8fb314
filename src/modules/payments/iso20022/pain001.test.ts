import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bankingDayOnOrAfter } from '../../../kernel/calendar/banking-days.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Account, Scheme } from '../account.ts';
import { type Batch, currencyOf, type Payment, painFormats, totalOf } from '../batch.ts';
import { bankText, isBankIdentifier, isBankText } from './characters.ts';
import { checkPain001, type FileRule } from './check-pain001.ts';
import { decimalText, minorOf } from './decimal.ts';
import { readPain001 } from './read-pain001.ts';
import { writePain001 } from './write-pain001.ts';

const accounts = {
  sepa: ['FI2112345600000785', 'FI7433010001222090', 'SE4550000000058398257466', 'DE89370400440532013000'].map(
    (iban): Account => ({ kind: 'iban', iban }),
  ),
  sweden: [
    { kind: 'bban', clearing: '6789', number: '123456789' },
    { kind: 'bankgiro', number: '58056201' },
    { kind: 'iban', iban: 'SE4550000000058398257466' },
  ],
} as const satisfies Record<Scheme, readonly Account[]>;

const madeAt = Temporal.Instant.from('2026-11-20T08:30:00Z');

function payment(n: number, more: Partial<Payment> = {}): Payment {
  return {
    ...{ id: String(n), endToEndId: `e2e${n}`, payee: null, name: 'Åsa Öberg', account: accounts.sepa[0] as Account },
    ...{ amount: 123_456, reference: 'Lön november 2026', ...more },
  };
}

function batch(scheme: Scheme, payments: readonly Payment[], more: Partial<Batch> = {}): Batch {
  return {
    ...{
      authority: 2480766 as AuthorityId,
      id: 'b',
      messageId: '0190abcd',
      task: 'payroll',
      purpose: 'salary',
      scheme,
    },
    ...{ format: 'pain.001.001.03', currency: currencyOf[scheme], madeAt, payments },
    debtor: {
      ...{ name: 'Sottunga kommun', organisationNumber: '0205098-6', bic: 'AABAFI22', customerId: null },
      account: scheme === 'sepa' ? { kind: 'iban', iban: 'FI7433010001222090' } : accounts.sweden[1],
    },
    executionDate: bankingDayOnOrAfter(Temporal.PlainDate.from('2026-11-27'), scheme === 'sepa' ? 'FI' : 'SE'),
    ...more,
  };
}

const anyBatch = fc
  .tuple(fc.constantFrom('sepa' as const, 'sweden' as const), fc.constantFrom(...painFormats))
  .chain(([scheme, format]) =>
    fc
      .array(
        fc.record({
          account: fc.constantFrom(...(accounts[scheme] as readonly Account[])),
          amount: fc.integer({ min: 1, max: 99_999_999 }),
          name: fc
            .string({ minLength: 1, maxLength: 120, unit: 'grapheme' })
            .filter((text) => bankText(text, 70) !== ''),
          reference: fc.string({ maxLength: 200, unit: 'binary' }),
        }),
        { minLength: 1, maxLength: 12 },
      )
      .map((some) =>
        batch(
          scheme,
          some.map((one, n) => payment(n, one)),
          { format },
        ),
      ),
  );

describe('every file that is written', () => {
  test('breaks no rule', () => {
    fc.assert(
      fc.property(anyBatch, (one) => {
        expect(checkPain001(writePain001(one), one.scheme)).toEqual([]);
      }),
    );
  });

  test('is read back the same, and its control sum is the sum of its payments', () => {
    fc.assert(
      fc.property(anyBatch, (one) => {
        const { read } = readPain001(writePain001(one));
        expect(read).toMatchObject({ format: one.format, messageId: one.messageId, controlSum: totalOf(one.payments) });
        const [information] = read.informations;
        expect(information).toMatchObject({ category: 'SALA', executionDate: one.executionDate.toString() });
        expect(information?.controlSum).toBe(one.payments.reduce((sum, { amount }) => sum + amount, 0));
        expect(information?.transfers).toEqual(
          one.payments.map(({ endToEndId, amount, name, account, reference }) => ({
            ...{ endToEndId, amount, account, currency: one.currency },
            ...{ name: bankText(name, 70), reference: bankText(reference, 140) },
          })),
        );
      }),
    );
  });

  test('is the same bytes for the same batch', () => {
    fc.assert(
      fc.property(anyBatch, (one) => {
        expect(writePain001(one).equals(writePain001({ ...one }))).toBe(true);
      }),
    );
  });
});

const good = writePain001(batch('sepa', [payment(1), payment(2)])).toString('utf8');
const swedish = writePain001(batch('sweden', [payment(1, { account: accounts.sweden[0] })])).toString('utf8');

test.each<[FileRule, (file: string) => string]>([
  ['namespace', (file) => file.replace('pain.001.001.03', 'pain.001.001.02')],
  ['structure', (file) => file.replace(/<PmtMtd>TRF<\/PmtMtd>\n/, '')],
  ['structure', (file) => file.replace('<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>SLEV</ChrgBr><Purp><Cd>SALA</Cd></Purp>')],
  ['structure', (file) => file.replace('<BIC>', '<BICFI>').replace('</BIC>', '</BICFI>')],
  ['characters', (file) => file.replace('Åsa', 'Ǻsa')],
  ['identifiers', (file) => file.replace('<MsgId>0190', '<MsgId>/190')],
  ['lengths', (file) => file.replace('0190abcd</MsgId>', `${'9'.repeat(40)}</MsgId>`)],
  ['lengths', (file) => file.replace('<Nm>Åsa Öberg</Nm>', '<Nm></Nm>')],
  ['unique-ids', (file) => file.replace('e2e2', 'e2e1')],
  ['count', (file) => file.replace('<NbOfTxs>2', '<NbOfTxs>3')],
  ['control-sum', (file) => file.replace('<CtrlSum>2469.12', '<CtrlSum>2469.13')],
  ['control-sum', (file) => file.replace('>1234.56</InstdAmt>', '>1234.55</InstdAmt>')],
  ['amount', (file) => file.replace('>1234.56</InstdAmt>', '>0.00</InstdAmt>')],
  ['amount', (file) => file.replace('>1234.56</InstdAmt>', '>1234.567</InstdAmt>')],
  ['amount', (file) => file.replace('>1234.56</InstdAmt>', '>-1234.56</InstdAmt>')],
  ['one-currency', (file) => file.replace('Ccy="EUR">1234.56', 'Ccy="SEK">1234.56')],
  ['execution-date', (file) => file.replace('2026-11-27', '2026-11-28')],
  ['execution-date', (file) => file.replace('2026-11-27', '2026-12-24')],
  ['execution-date', (file) => file.replace('2026-11-27', '2026-11-19')],
  ['service-level', (file) => file.replace('<Cd>SEPA</Cd>', '<Cd>NURG</Cd>')],
  ['account', (file) => file.replace('FI2112345600000785', 'FI2212345600000785')],
  ['account', (file) => file.replace('<IBAN>FI7433010001222090', '<IBAN>FI7433010001222091')],
  ['bic', (file) => file.replace('AABAFI22', 'AABAFI2')],
])('a file that breaks the rule %s is named by it', (rule, spoil) => {
  const spoilt = spoil(good);
  expect(spoilt).not.toBe(good);
  expect(checkPain001(Buffer.from(spoilt), 'sepa').map((fault) => fault.rule)).toContain(rule);
});

test('kronor go by Sweden’s own rules', () => {
  expect(checkPain001(Buffer.from(swedish), 'sweden')).toEqual([]);
  expect(swedish).toContain('<Cd>SESBA</Cd>');
  expect(swedish).toContain('<MmbId>6789</MmbId>');
  expect(checkPain001(Buffer.from(swedish), 'sepa').map(({ rule }) => rule)).toContain('one-currency');
});

test.each([
  ['Zoë Ćosić', 'Zoe Cosic'],
  ['Åsa Ängström-Öberg', 'Åsa Ängström-Öberg'],
  ['Bjørn Æsir', 'Björn Äsir'],
  ['Łukasz & Ðorđe', 'Lukasz + Dorde'],
  ['名前 Li', 'Li'],
  ['<b>x</b>', 'b x /b'],
  ['  many   spaces ', 'many spaces'],
])('a bank reads %s as %s', (typed, read) => {
  expect(bankText(typed, 70)).toBe(read);
});

test('whatever is typed, what is written is in a bank’s letters and length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 140 }), (text, most) => {
      const written = bankText(text, most);
      expect(isBankText(written)).toBe(true);
      expect(written.length).toBeLessThanOrEqual(most);
      expect(bankText(written, most)).toBe(written);
    }),
  );
});

test('an id begins and ends with no slash', () => {
  expect(['a/b', 'a//b', '/a', 'a/', 'Å', ''].map(isBankIdentifier)).toEqual([true, false, false, false, false, false]);
});

test('an amount is the same after it has been text', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (n) => {
      const minor = n % 99_999_999_999;
      expect(minorOf(decimalText(minor))).toBe(minor);
    }),
  );
  expect(['1', '1.5', '1.50', '1.500', '1.505', '1,5', '', '-1', '1e3'].map(minorOf)).toEqual([
    ...[100, 150, 150, 150, null, null, null, null, null],
  ]);
});
