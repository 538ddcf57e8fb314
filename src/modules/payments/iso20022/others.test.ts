import SEPA from 'sepa';
import { expect, test } from 'vitest';
import { painFormats } from '../batch.ts';
import { checkPain001 } from './check-pain001.ts';
import { readPain001 } from './read-pain001.ts';

/** A file by the library `sepa` (kewisch/sepa.js), which knows nothing of ours. */
function fileOfOthers(format: string): string {
  const document = new SEPA.Document(format);
  document.grpHdr.id = 'XMPL.20261127.TR0';
  document.grpHdr.created = new Date('2026-11-20T08:00:00Z');
  document.grpHdr.initiatorName = 'Example LLC';
  const information = document.createPaymentInfo();
  information.requestedExecutionDate = new Date('2026-11-27T12:00:00Z');
  information.debtorIBAN = 'DE87123456781234567890';
  information.debtorBIC = 'XMPLDEM0XXX';
  information.debtorName = 'Example LLC';
  information.debtorId = 'FR72ZZZ123456';
  information.batchBooking = true;
  document.addPaymentInfo(information);
  for (const [amount, iban, id] of [
    [50.23, 'DE40987654329876543210', 'XMPL.CUST487.INVOICE.54'],
    [1000, 'FI2112345600000785', 'XMPL.CUST488.INVOICE.55'],
  ] as const) {
    const transfer = information.createTransaction();
    transfer.creditorName = 'Example Customer';
    transfer.creditorIBAN = iban;
    transfer.amount = amount;
    transfer.remittanceInfo = 'INVOICE 54';
    transfer.end2endId = id;
    information.addTransaction(transfer);
  }
  return document.toString();
}

test.each(painFormats)('a %s that others have written is read as they meant it', (format) => {
  const { read } = readPain001(Buffer.from(fileOfOthers(format)));
  expect(read).toMatchObject({ format, count: '2', controlSum: 105_023 });
  expect(read.informations[0]).toMatchObject({ executionDate: '2026-11-27', serviceLevel: 'SEPA' });
  expect(read.informations[0]?.transfers).toMatchObject([
    { endToEndId: 'XMPL.CUST487.INVOICE.54', amount: 5023, account: { iban: 'DE40987654329876543210' } },
    { endToEndId: 'XMPL.CUST488.INVOICE.55', amount: 100_000, account: { iban: 'FI2112345600000785' } },
  ]);
});

test.each(painFormats)('the rules find no fault with its order, ids, counts and sums (%s)', (format) => {
  const rules = checkPain001(Buffer.from(fileOfOthers(format)), 'sepa').map(({ rule, at }) => `${rule} ${at}`);
  expect(rules).toEqual([]);
});
